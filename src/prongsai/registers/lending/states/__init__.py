"""The lives of loans, assets and checks as tables of moves; the words of their choices."""
