"""Every way to read this register; the first argument is who asks."""
