"""Tables and registers that leave the house as files."""
