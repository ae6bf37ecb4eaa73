"""Every way to read committees, meetings, resolutions and circulars."""
