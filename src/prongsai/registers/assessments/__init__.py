"""Results of the assessment (S01): what was announced, what it means, how it is carried over.

For the analyst who compiles the year and for whoever decides on measures. The official
score and level are kept as announced; ours are computed beside them, never over them.
"""
