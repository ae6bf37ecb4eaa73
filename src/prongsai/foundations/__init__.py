"""What every register stands on: offices, people, history, files, numbers, approvals."""
