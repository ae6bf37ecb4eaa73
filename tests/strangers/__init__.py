"""For every address of the site: how a stranger would ask for what is Alice's."""
