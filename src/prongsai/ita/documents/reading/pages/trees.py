"""XML and HTML parsed within limits: no entities, no network, no endless nesting."""

from lxml import etree

from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.errors import BrokenFile, TooComplex


def parse_xml(data: bytes, *, name: str, limits: Limits) -> etree._Element:
    """Return the root of an XML part of a DOCX.

    Raises ``BrokenFile`` for what is no XML or declares a document type, which is
    how entities come in; ``TooComplex`` for endless nesting.
    """
    refuse_tags(data.count(b"<"), name=name, limits=limits)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as broken:
        raise BrokenFile(name=name, format="DOCX") from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenFile(name=name, format="DOCX")
    refuse_depth(root, name=name, limits=limits)
    return root


def refuse_tags(count: int, *, name: str, limits: Limits) -> None:
    """Raise ``TooComplex`` for more tags than a tree in memory may have."""
    if count > limits.tags:
        raise TooComplex(name=name, what="tags", limit=limits.tags)


def refuse_depth(root: etree._Element, *, name: str, limits: Limits) -> None:
    """Raise ``TooComplex`` when elements stand in elements beyond the limit."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.depth:
            raise TooComplex(name=name, what="depth", limit=limits.depth)
