"""What people fill in: orders, meetings, attendance, minutes, resolutions, circulars."""
