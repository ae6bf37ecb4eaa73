"""The public site: what anyone may read and ask for without an account."""
