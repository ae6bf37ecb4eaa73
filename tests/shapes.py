"""One invented report in many shapes: the same content, as offices would type it."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from html import escape

import docx

from prongsai.ita.thai.digits import to_thai

OFFICE = "องค์การบริหารส่วนตำบลทดสอบดี"
TITLE = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2568"
SEAT = "อำเภอตัวอย่าง จังหวัดสมมติ"

HEADS = {
    "number": ("ลำดับ", "ที่", "ลำดับที่"),
    "measure": ("มาตรการ/แนวทาง", "กิจกรรม/โครงการ", "มาตรการ โครงการ หรือกิจกรรม"),
    "steps": ("ขั้นตอนหรือวิธีการปฏิบัติ", "วิธีดำเนินการ", "แนวทางการปฏิบัติ"),
    "period": ("ระยะเวลา", "ช่วงเวลาดำเนินการ", "ห้วงเวลา"),
    "responsible": ("ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "ส่วนราชการ"),
    "output": ("ผลการดำเนินการ (output)", "ผลผลิต", "สรุปผลการดำเนินการ"),
    "outcome": ("ผลลัพธ์ (outcome/result)", "ผลสัมฤทธิ์", "ผลลัพธ์/ความสำเร็จ"),
}

Cells = dict[str, list[str]]

ROWS: tuple[Cells, ...] = (
    {
        "measure": ["จัดทำคู่มือบริการของทุกงาน"],
        "steps": [
            "1. สำรวจงานบริการ",
            "2. จัดทำคู่มือ ประกอบด้วย",
            "- ขั้นตอน",
            "- ค่าธรรมเนียม",
        ],
        "period": ["ต.ค. 67 - ธ.ค. 67"],
        "responsible": ["สำนักปลัด กองคลัง", "กองช่าง"],
        "output": ["1. คู่มือ จำนวน 12 เล่ม", "2. เผยแพร่บนเว็บไซต์"],
        "outcome": ["ผู้รับบริการ 96 ใน 100 คนเข้าใจขั้นตอน"],
    },
    {
        "measure": ["จัดระบบยืมคืนทรัพย์สิน"],
        "steps": ["จัดทำทะเบียนการยืม (1) ผู้ยืม (2) กำหนดคืน"],
        "period": ["ตลอดปีงบประมาณ พ.ศ. 2568"],
        "responsible": ["กองคลัง"],
        "output": ["มีการยืม 43 ครั้ง คืนตรงเวลา 41 ครั้ง"],
        "outcome": ["1) ทรัพย์สินไม่สูญหาย 2) ตรวจสอบได้"],
    },
    {
        "measure": ["เปิดช่องทางร้องเรียนออนไลน์"],
        "steps": ["• ออกแบบ", "• ทดลองใช้"],
        "period": ["1 มกราคม 2568 - 31 มีนาคม 2568"],
        "responsible": ["หน่วยตรวจสอบภายใน"],
        "output": ["รับเรื่อง 7 เรื่อง ยุติ 7 เรื่อง"],
        "outcome": ["ประชาชนติดตามเรื่องได้เอง"],
    },
)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How the report is typed: order and words of heads, digits, where it breaks."""

    columns: tuple[str, ...]
    heads: dict[str, str]
    numbered: str
    thai: bool
    broken: bool


def shape(seed: int) -> Shape:
    """Draw a shape; the same seed draws the same one."""
    rnd = random.Random(seed)  # noqa: S311  # shapes, not secrets
    columns = [c for c in HEADS if c != "number"]
    rnd.shuffle(columns)
    numbered = rnd.choice(["column", "title", "none"])
    if numbered == "column":
        columns.insert(0, "number")
    return Shape(
        columns=tuple(columns),
        heads={name: rnd.choice(words) for name, words in HEADS.items()},
        numbered=numbered,
        thai=rnd.random() < 0.5,
        broken=rnd.random() < 0.5,
    )


def blocks(how: Shape) -> list[str | list[list[list[str]]]]:
    """The report as lines and tables of cells of paragraphs."""
    head = [[how.heads[column]] for column in how.columns]
    rows = [_row(how, n, cells) for n, cells in enumerate(ROWS, start=1)]
    tables = [[head, *rows]]
    if how.broken:
        first, rest = _split(how, rows[0])
        tables = [[head, first], [head, rest, *rows[1:]]]
    lines: list[str | list[list[list[str]]]] = [TITLE, f"{OFFICE} {SEAT}"]
    for table in tables:
        lines += [table, "(ต่อ)"] if table is not tables[-1] else [table]
    return [_digits(how, line) for line in lines]


def _row(how: Shape, number: int, cells: Cells) -> list[list[str]]:
    made = {"number": [str(number)], **{k: list(v) for k, v in cells.items()}}
    if how.numbered == "title":
        made["measure"][0] = f"{number}. {made['measure'][0]}"
    return [made[column] for column in how.columns]


def _split(how: Shape, row: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """Break a row over a page: its lists go on, its other cells are empty."""
    lists = {"steps", "output"}
    first = [c[:1] if n in lists else c for n, c in zip(how.columns, row, strict=True)]
    rest = [c[1:] if n in lists else [] for n, c in zip(how.columns, row, strict=True)]
    return first, rest


def _digits(
    how: Shape, line: str | list[list[list[str]]]
) -> str | list[list[list[str]]]:
    if not how.thai:
        return line
    if isinstance(line, str):
        return to_thai(line)
    return [[[to_thai(p) for p in cell] for cell in row] for row in line]


def as_text(how: Shape) -> bytes:
    """Tabs between cells, HTML paragraphs inside them."""
    out: list[str] = []
    for block in blocks(how):
        if isinstance(block, str):
            out += [block, ""]
        else:
            out += ["\t".join(_paragraphs(cell) for cell in row) for row in block]
            out.append("")
    return "\n".join(out).encode()


def as_markdown(how: Shape) -> bytes:
    """Pipe tables."""
    out: list[str] = []
    for block in blocks(how):
        if isinstance(block, str):
            out += [f"## {block}", ""]
            continue
        for n, row in enumerate(block):
            out.append("| " + " | ".join("<br>".join(cell) for cell in row) + " |")
            if n == 0:
                out.append("|" + "---|" * len(row))
        out.append("")
    return "\n".join(out).encode()


def as_html(how: Shape) -> bytes:
    """A page as a web editor writes it."""
    out = ['<html lang="th"><meta charset="utf-8"><body>']
    for block in blocks(how):
        if isinstance(block, str):
            out.append(f"<h2>{escape(block)}</h2>")
            continue
        rows = (
            "<tr>" + "".join(f"<td>{_paragraphs(cell)}</td>" for cell in row) + "</tr>"
            for row in block
        )
        out.append("<table>" + "".join(rows) + "</table>")
    return "".join(out).encode()


def as_docx(how: Shape) -> bytes:
    """A Word file."""
    document = docx.Document()
    for block in blocks(how):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=len(block[0]))
        for row in block:
            for place, cell in zip(table.add_row().cells, row, strict=True):
                place.text = "\n".join(cell)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _paragraphs(cell: list[str]) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in cell)


PAINTERS = {
    "report.txt": as_text,
    "report.md": as_markdown,
    "report.html": as_html,
    "report.docx": as_docx,
}
