"""Files people upload: two stages, checked by content, hashed, private until published."""
