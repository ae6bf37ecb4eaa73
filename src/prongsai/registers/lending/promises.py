"""One of a kind is promised once: the database refuses overlapping promises itself.

For lots (fifty tents under one code) the action counts while the asset is locked; a
constraint cannot add up. History of an asset and of loans is kept by the audit chain.
"""

from prongsai.foundations.records.promises import never_changed, no_overlap

PROMISES = [
    never_changed("lending_assetevent"),
    no_overlap(
        "lending_reservation",
        of="asset_id",
        when="{row}is_single AND {row}released_at IS NULL",
    ),
]
