"""Who enters where: the public site, the back office, and their pages of error."""
