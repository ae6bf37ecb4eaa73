"""One seat is held by one person at a time: the database refuses overlapping full terms.

Somebody acting may stand beside the holder; struck terms count no more. Corrections of
terms are written once.
"""

from prongsai.foundations.records.promises import never_changed, no_overlap

PROMISES = [
    never_changed("directory_termcorrection"),
    no_overlap(
        "directory_term",
        of="seat_id",
        when="NOT {row}is_acting AND {row}struck_at IS NULL",
    ),
]
