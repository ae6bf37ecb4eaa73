"""What every table keeps: an owner, personal fields, pairs, versions; and rules by their day."""
