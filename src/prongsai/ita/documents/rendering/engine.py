"""The typesetting engine: fonts loaded once, data handed over as data, no clock."""

import json
from functools import cache

import typst

from prongsai.ita.documents.rendering.fonts import font_folder

# Typst remembers its last compilations, a megabyte a page. That serves the next
# report, but after a very long one it is given nothing to do until it has forgotten.
_LARGE = 400_000  # characters of data: about a hundred pages
_REMEMBERED = 11
_NOTHING = b'#set document(title: "-", date: datetime(year: 2000, month: 1, day: 1))'


@cache
def _fonts() -> typst.Fonts:
    # Typst's own fonts come after ours, for ticks and arrows Sarabun has not drawn;
    # the machine's fonts never, so that a document looks the same everywhere.
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[font_folder()],
    )


def typeset(template: bytes, data: object) -> bytes:
    """Return the PDF/A-2a, PDF/UA-1 that ``template`` makes of ``data``.

    The template finds the data as JSON in ``sys.inputs.document``. Raises
    ``typst.TypstError`` where a text cannot be shown.
    """
    inputs = json.dumps(data, ensure_ascii=False)
    pdf = _compile(template, inputs)
    if len(inputs) > _LARGE:
        for _ in range(_REMEMBERED):
            _compile(_NOTHING, "")
    return pdf


def pictured(template: bytes, data: object, *, ppi: float) -> bytes:
    """Return the first page that ``template`` makes of ``data`` as PNG.

    ``ppi`` says how many dots stand on an inch of the page. Raises
    ``typst.TypstError`` where a text cannot be shown.
    """
    inputs = json.dumps(data, ensure_ascii=False)
    made = _compiler(template, inputs).compile(format="png", ppi=ppi)
    png = made[0] if isinstance(made, list) else made
    if not isinstance(png, bytes):
        raise TypeError(type(png))
    return png


def _compiler(template: bytes, inputs: str) -> typst.Compiler:
    return typst.Compiler(
        template,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": inputs},
    )


def _compile(template: bytes, inputs: str) -> bytes:
    pdf = _compiler(template, inputs).compile(
        format="pdf", pdf_standards=["a-2a", "ua-1"]
    )
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf))
    return pdf
