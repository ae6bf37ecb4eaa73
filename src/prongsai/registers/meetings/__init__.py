"""The ITA committee, its meetings and the circulars of the office (S25).

For the secretary who calls and minutes the meetings, the members, and everyone who must
read a circular. Minutes, resolutions and acknowledgements can serve as evidence.
"""
