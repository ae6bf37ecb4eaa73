"""Forms of the back office and of the public pages; they write nothing."""
