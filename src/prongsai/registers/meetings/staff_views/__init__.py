"""What people who work here see of committees, meetings, resolutions and circulars."""
