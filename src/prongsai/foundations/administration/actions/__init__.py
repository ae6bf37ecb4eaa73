"""What an administrator does, and what a person does with the own account."""
