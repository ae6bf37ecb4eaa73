"""News, activities and announcements, and what is printed of them.

For: residents, the officers who write, the editors who publish.
Law: the item on news of the year's framework: news of the office's duties, of the current
fiscal year; Official Information Act B.E. 2540, section 9 (what must be open to look at).
"""
