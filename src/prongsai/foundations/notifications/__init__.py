"""What people are told, in the inbox and by mail; never the content of a case."""
