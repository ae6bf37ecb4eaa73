"""What the blocks of a document mean: measures, scores, narratives, a memo."""
