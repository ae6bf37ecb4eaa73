"""Who may do what with committees, meetings, resolutions and circulars."""
