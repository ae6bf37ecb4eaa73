"""What people do: appoint, call, minute, adopt, settle, send round, acknowledge."""
