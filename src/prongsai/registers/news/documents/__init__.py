"""What is printed of the news: posters, leaflets, notices, as PDF and as pictures."""
