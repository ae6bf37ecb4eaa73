"""The deeds: begin and write, override, submit and take back, publish."""
