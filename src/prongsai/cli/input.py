"""From a file's name to a report: every format the library reads, and its own JSON."""

from pathlib import Path

from prongsai.ita.documents.model.codec import from_json
from prongsai.ita.documents.model.report import Report
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.formats import Format, load, sniff
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.errors import BadReportJson


def open_report(path: Path, *, ocr: bool = False) -> Report:
    """Read a report from a file. Raises ``UnusableInput`` with one sentence's facts."""
    data = load(path)
    if sniff(path.name, data) is Format.JSON:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadReportJson(
                name=path.name, where="/", problem="not UTF-8"
            ) from error
        return from_json(text, path.name)
    return read_report(pages_of(path.name, data, ocr=ocr), path.name)
