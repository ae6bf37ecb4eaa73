"""A DOCX made of little XML, so that a test can say exactly what is in it."""

import zipfile
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(body: str, **parts: str) -> bytes:
    """Pack a body, and parts such as ``numbering`` or ``footnotes``, as a DOCX."""
    files = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    files["_rels/.rels"] = _related({"officeDocument": "word/document.xml"})
    for name, content in parts.items():
        files[f"word/{name}.xml"] = _part(name, content)
    files["word/_rels/document.xml.rels"] = _related(
        {name: f"{name}.xml" for name in parts}
    )
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    return paragraph(
        text,
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _part(name: str, content: str) -> str:
    root = {"document": "document"}.get(name, name)
    return f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"


def _related(targets: dict[str, str]) -> str:
    written = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'
