"""How the website is put together: settings, addresses, the door for servers."""
