"""What opens a list item when the format does not say so."""

import re

_MONTH = (
    r"(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.?ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|มกรา|กุมภา"
    r"|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
)
_DAY_AND_MONTH = rf"(?:[0-9๐-๙]{{1,2}}\s*)?{_MONTH}"
_NUMBER = r"(?:[12๑๒][0-9๐-๙]|[1-9๑-๙])"
_MARKER = re.compile(
    rf"[•●○▪*\uf0b7]\s*\S|[-–]\s*(?!{_DAY_AND_MONTH})[^\s0-9๐-๙-]"
    rf"|\(?{_NUMBER}(?:[.)]|(?:\.{_NUMBER})+[.)]?)\s*"
    r"(?!ล้าน|บาท|คะแนน|เท่า)[^\s0-9๐-๙.,)%]"
    r"|[ก-ง][.)]\s+\S"
)
# A dash after white space; not the one of "E - Service", nor one between months.
_DASH = re.compile(
    rf"(?:(?<=^)|(?<=[^A-Za-z]\s)|(?<=[A-Za-z]\s)(?!-\s?[A-Za-z]))"
    rf"(?=[-–]\s?(?!{_DAY_AND_MONTH})[A-Za-z\u0e01-\u0e44])"
)


def starts_with_marker(text: str) -> bool:
    """Tell whether a line opens a list item: a number, a letter or a bullet.

    >>> starts_with_marker("๒.๑ จัดทำคู่มือ"), starts_with_marker("- ก.ย. ๖๘")
    (True, False)
    """
    return _MARKER.match(text) is not None


def dashed_items(text: str) -> tuple[str, ...]:
    """Cut a run-on list at its dashes; ``text`` has single spaces.

    >>> dashed_items("- เว็บไซต์ - ระบบ E - Service -ไลน์")
    ('- เว็บไซต์', '- ระบบ E - Service', '-ไลน์')
    """
    parts = (part.strip() for part in _DASH.split(text))
    return tuple(part for part in parts if part)


def marked(marker: str, text: str) -> str:
    """Put a drawn marker before a text that does not carry one already."""
    if not marker or text.startswith(marker.strip()):
        return text
    if marker == "- " and starts_with_marker(text):
        return text
    return marker + text
