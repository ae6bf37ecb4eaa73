"""An invented office's table, and the programs that make documents of it."""

import html
import json
import os
import subprocess
import zlib
from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tests.programs import program

Rows = Sequence[Sequence[Sequence[str]]]

FONTS = Path(str(files("fontpkg_sarabun"))) / "files"
WIDTHS = (4.2, 6.5, 2.8, 2.8, 4.6, 4.6)
HEAD = (
    "กิจกรรมของเรา",
    "ทำอย่างไร",
    "ทำเมื่อใด",
    "ใครทำ",
    "ได้ทำอะไร (output)",
    "เกิดผลอะไร (outcome)",
)
OPENING = (
    "อบต.ทดสอบดีเปิดสมุดบันทึกเล่มนี้ให้ชาวบ้านอ่านได้ทุกวัน ปีนี้มีกิจกรรมหลายอย่างที่ทำแล้ว "
    "และบางอย่างยังทำไม่เสร็จ น้ำใจของเพื่อนบ้านช่วยให้งานเดินหน้า จึงขอเล่าไว้ตามลำดับดังต่อไปนี้"
)
_ENDING = (
    "ชาวบ้านร้อยละ ๘๗.๕๐ บอกว่ารู้จัก{topic}ดีขึ้น และเด็กจำนวนมากอยากมาช่วยอีกครั้งในปีหน้า "
    "เพราะได้ทั้งความรู้ ขนม และเพื่อนใหม่จากหมู่บ้านที่อยู่อีกฝั่งของแม่น้ำ"
)
_TOPICS = (
    "ตู้คำถามหน้าตลาด",
    "รถซ่อมไฟถนนของเรา",
    "ห้องสมุดเรือเคลื่อนที่",
    "สวนผักหลังอาคารสำนักงาน",
    "ระบบจองสนามฟุตบอล E-Booking",
    "ป้ายบอกทางไปน้ำตก",
)


def _row(number: int, topic: str) -> list[list[str]]:
    return [
        [f"{number}. {topic}ที่ทุกคนเข้าถึงได้โดยไม่ต้องเสียค่าใช้จ่ายเพิ่มเติม"],
        [
            f"๑. ชวนผู้เฒ่าผู้แก่และเด็กนักเรียนมาช่วยกันวาดแผนที่ของ{topic}ลงบนกระดาษแผ่นใหญ่",
            "๒. ประกาศเสียงตามสายตอนเช้าวันละสองครั้ง แล้วจดคำตอบของผู้ฟังลงสมุดปกน้ำเงิน",
            f"๓. ส่งสรุปให้ปลัดทดสอบอ่านก่อนวันที่ {number} ของทุกเดือน ผ่านระบบ Smart Office รุ่น {number}",
        ],
        ["๑ ต.ค. ๖๗ – ๓๐ ก.ย. ๖๘"],
        ["สำนักปลัด", "กองช่าง", "กองคลัง"][: 1 + number % 3],
        [
            f"- จัดทำ{topic}แล้วเสร็จจำนวน ๓ แห่ง ใช้งบประมาณรวม ๔,๕๐๐ บาท",
            f"- เผยแพร่ภาพถ่ายก่อนทำและหลังทำที่ https://example.test/topic-{number}",
        ],
        [
            _ENDING.format(topic=topic),
        ],
    ]


TABLE: Rows = (
    [[title] for title in HEAD],
    *(_row(number, topic) for number, topic in enumerate(_TOPICS * 2, start=1)),
)


def by_typst(rows: Rows, opening: str = OPENING) -> bytes:
    def cell(paragraphs: Sequence[str]) -> str:
        return "[" + "".join(f"#par[#text({_quoted(p)})]" for p in paragraphs) + "]"

    body = ",".join(cell(paragraphs) for row in rows[1:] for paragraphs in row)
    source = f"""
#set page(paper: "a4", flipped: true, margin: 2cm, numbering: "1")
#set text(font: "Sarabun", size: 10.6pt, lang: "th")
#par[#text({_quoted(opening)})]
#table(columns: ({", ".join(f"{width}cm" for width in WIDTHS)}),
  table.header({",".join(map(cell, rows[0]))}), {body})
"""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    compiler = typst.Compiler(source.encode(), font_paths=fonts)
    pdf = compiler.compile(format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


def by_word(rows: Rows, opening: str = OPENING) -> bytes:
    """A DOCX as python-docx makes it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    fonts = document.styles["Normal"].element.get_or_add_rPr()
    document.styles["Normal"].font.name = "Sarabun"
    document.styles["Normal"].font.size = Pt(10.5)
    for script in ("w:cs", "w:eastAsia"):
        fonts.find(qn("w:rFonts")).set(qn(script), "Sarabun")
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi"), "th-TH")
    fonts.append(language)
    document.add_paragraph(opening)
    table = document.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for place, row in zip(table.rows, rows, strict=True):
        for number, (cell, paragraphs) in enumerate(zip(place.cells, row, strict=True)):
            cell.width = Cm(WIDTHS[number])
            cell.paragraphs[0].add_run(paragraphs[0])
            for paragraph in paragraphs[1:]:
                cell.add_paragraph(paragraph)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return saved(document)


def by_libreoffice(rows: Rows, folder: Path) -> bytes:
    file = folder / "table.docx"
    file.write_bytes(by_word(rows))
    command = [
        program("soffice"),
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        *("--convert-to", "pdf", "--outdir", str(folder), str(file)),
    ]
    _run(command, folder)
    return (folder / "table.pdf").read_bytes()


def as_html(rows: Rows, opening: str = OPENING) -> str:
    def row(cells: Sequence[Sequence[str]], tag: str) -> str:
        written = (
            f"<{tag}>" + "".join(f"<p>{html.escape(p)}</p>" for p in cell) + f"</{tag}>"
            for cell in cells
        )
        return "<tr>" + "".join(written) + "</tr>"

    columns = "".join(f'<col style="width:{width}cm">' for width in WIDTHS)
    body = "".join(row(cells, "td") for cells in rows[1:])
    return f"""<!doctype html><html lang="th"><meta charset="utf-8"><style>
@page {{ size: A4 landscape; margin: 2cm }} p {{ margin: 0 }}
body {{ font: 10.5pt Sarabun }} table {{ border-collapse: collapse; table-layout: fixed }}
td, th {{ border: 1px solid; vertical-align: top; padding: 3px; overflow-wrap: anywhere }}
</style><p>{html.escape(opening)}</p><table><colgroup>{columns}</colgroup>
<thead>{row(rows[0], "th")}</thead><tbody>{body}</tbody></table></html>"""


def by_chromium(rows: Rows, folder: Path) -> bytes:
    page = folder / "table.html"
    page.write_text(as_html(rows), encoding="utf-8")
    command = [
        program("chromium"),
        *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        f"--user-data-dir={folder}/profile",
        f"--print-to-pdf={folder}/table.pdf",
        page.as_uri(),
    ]
    _run(command, folder)
    return (folder / "table.pdf").read_bytes()


def saved(document: "docx.document.Document") -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def bare_pdf(content: bytes, *, pages: int = 1, more: bytes = b"") -> bytes:
    """A PDF of one content stream, packed, shown on every page."""
    packed = zlib.compress(content)
    kids = b" ".join([b"3 0 R"] * pages)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>%s>>" % more,
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream"
        % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out = b"%PDF-1.4\n"
    places = []
    for number, thing in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _run(command: Sequence[str], folder: Path) -> None:
    fonts = folder / "fonts.conf"
    fonts.write_text(
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}/fonts</cachedir></fontconfig>"
    )
    subprocess.run(
        command,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=True,
        capture_output=True,
        timeout=180,
    )
