"""The บันทึกข้อความ in front of a report: its head, its body, who signed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from prongsai.ita.documents.model.report import Memo, Notice, Role, Signer
from prongsai.ita.documents.reading.pages.source import Paragraph, Table
from prongsai.ita.errors import UnreadableDate
from prongsai.ita.thai.dates import parse_date
from prongsai.ita.thai.text import clean, fold

_TITLE = "บันทึกข้อความ"
_LABELS = (
    ("from_", re.compile(r"^ส่วนราชการ\s*:?\s*(?P<v>.*)$")),
    ("number", re.compile(r"^ที่\s*:?\s*(?P<v>.*)$")),
    ("date", re.compile(r"^วันที่\s*:?\s*(?P<v>.*)$")),
    ("subject", re.compile(r"^เรื่อง\s*:?\s*(?P<v>.*)$")),
    ("to", re.compile(r"^เรียน\s*:?\s*(?P<v>.*)$")),
)
_BOTH = re.compile(r"^(?P<number>ที่\s.*?)\s+(?P<date>วันที่\s.*)$")
_NAME = re.compile(r"^\(\s*(?P<name>[^()]{3,80}?)\s*\)$")
_DOTS = re.compile(r"^[.…\s]+|[.…\s]+$")
_REPORT = re.compile(r"^(?:รายงาน|แผน|การนำผล|การวิเคราะห์|มาตรการ|สรุปผล|ผลการ)")
_ROLES = (
    (re.compile(r"^(?:นายกฯ|นายก|รองนายก)"), Role.MAYOR),
    (re.compile(r"^(?:ปลัด|รองปลัด)"), Role.CLERK),
    (re.compile(r"^(?:หัวหน้า|ผู้อำนวยการ|ผอ\.)"), Role.HEAD),
)
_ACTING = re.compile(r"^(?:รักษาราชการแทน|ปฏิบัติราชการแทน|รักษาการ(?:ในตำแหน่ง)?|ทำหน้าที่)\s*")
_ACTING_END = re.compile(r"(?:ราชการแทน|รักษาการ(?:ในตำแหน่ง)?|ทำหน้าที่)$")
_CAPTION = re.compile(r"^(?:ความเห็น|คำสั่ง|ข้อพิจารณา|ลงชื่อ|\(ลงชื่อ\)|ลงนาม)")


@dataclass(kw_only=True)
class _Draft:
    values: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    signers: list[Signer] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    name: str = ""


def read_memo(
    blocks: Sequence[Paragraph | Table],
) -> tuple[Memo | None, list[Notice], list[Paragraph | Table]]:
    """Read the memo, if there is one; return it, what had no place, and the rest.

    It begins at its title and ends at the report's own title or the first table.
    """
    start = next((i for i, b in enumerate(blocks) if _is_title(b)), None)
    if start is None:
        return None, [], list(blocks)
    draft = _Draft()
    at = start + 1
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table) or _ends(draft, block):
            break
        _take(draft, block)
        at += 1
    _drop_name(draft)
    memo = Memo(
        from_=draft.values.get("from_", ""),
        number=draft.values.get("number", ""),
        date=_iso(draft.values.get("date", "")),
        subject=draft.values.get("subject", ""),
        to=draft.values.get("to", ""),
        body=tuple(draft.body),
        signers=tuple(draft.signers),
    )
    return memo, draft.notices, [*blocks[:start], *blocks[at:]]


def _is_title(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and fold(block.text) == fold(_TITLE)


def _ends(draft: _Draft, block: Paragraph) -> bool:
    """The report's title ends a memo that has been signed, or is a heading."""
    text = block.text.strip("* ")
    begins = bool(_REPORT.match(text))
    return begins and (bool(draft.signers) or block.heading) and not draft.name


def _take(draft: _Draft, block: Paragraph) -> None:
    text = clean(block.text)
    if not draft.body and not draft.signers and _label(draft, text):
        return
    if found := _NAME.match(text):
        _drop_name(draft)
        draft.name = found["name"]
    elif draft.name:
        draft.signers.append(
            Signer(name=draft.name, position=text, role=_role(draft, text))
        )
        draft.name = ""
    elif draft.signers and _second_line(draft.signers[-1].position, text):
        last = draft.signers.pop()
        draft.signers.append(replace(last, position=f"{last.position} {text}"))
    elif not draft.signers and not _CAPTION.match(text):
        draft.body.append(text)
    elif not _CAPTION.match(text):
        draft.notices.append(
            Notice(code="memo-unplaced", text=text, source=block.source)
        )


def _second_line(position: str, text: str) -> bool:
    """Whether a position goes on: who acts for somebody names the post below."""
    return bool(_ACTING_END.search(position) or _ACTING.match(text))


def _label(draft: _Draft, text: str) -> bool:
    both = _BOTH.match(text)
    parts = [both["number"], both["date"]] if both else [text]
    for part in parts:
        for key, pattern in _LABELS:
            found = pattern.match(part)
            if found and key not in draft.values:
                draft.values[key] = _DOTS.sub("", found["v"])
                break
        else:
            return False
    return True


def _drop_name(draft: _Draft) -> None:
    """A name without a position under it still signed."""
    if draft.name:
        draft.signers.append(Signer(name=draft.name, position="", role=Role.OTHER))
        draft.name = ""


def _role(draft: _Draft, position: str) -> Role:
    office = _ACTING.sub("", position)
    for pattern, role in _ROLES:
        if pattern.match(office):
            first = not draft.signers and role is Role.HEAD
            return Role.PROPOSER if first else role
    return Role.OTHER if draft.signers else Role.PROPOSER


def _iso(text: str) -> str:
    """The day as ISO where it can be read, else as printed."""
    try:
        return parse_date(text).isoformat()
    except UnreadableDate:
        return text
