"""What comes back from the other process is pages or the error it met."""

import json
from dataclasses import asdict

import pytest

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.apart import as_pages, read_apart
from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.source import (
    Cell,
    Pages,
    Paragraph,
    Row,
    Table,
)
from prongsai.ita.errors import BrokenFile, GarbledText
from tests.prongsai.ita.documents.reading.pages import samples


def test_pages_survive_json():
    row = Row(cells=(Cell(paragraphs=("ก", "ข")), Cell()), source=Source(page=2))
    pages = Pages(
        blocks=(
            Paragraph(text="ค", source=Source(lines=(3,)), heading=True),
            Table(rows=(row,)),
        ),
        draft=True,
    )

    assert as_pages(json.loads(json.dumps(asdict(pages)))) == pages


def test_error_of_the_other_process_is_raised_here_with_its_facts():
    thai = "รายงานผลของกองช่างในเดือนนี้ ".encode("cp874") * 4
    content = b"BT /F 9 Tf 1 0 0 1 20 700 Tm (" + thai + b") Tj ET"

    with pytest.raises(GarbledText) as refused:
        read_apart("pdf", "ก.pdf", samples.bare_pdf(content), limits=Limits())

    assert refused.value.facts == {"name": "ก.pdf", "page": 1}


def test_damaged_file_is_refused():
    with pytest.raises(BrokenFile):
        read_apart("pdf", "a.pdf", b"%PDF-1.7 nothing", limits=Limits())
