"""The formats people may send, under which endings, and the names of their kinds."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Format:
    """One format: what it is called, what its name ends in, how browsers call it."""

    code: str
    kind: str
    title: str
    content_type: str
    endings: tuple[str, ...]


FORMATS = {
    form.code: form
    for form in (
        Format(
            code="jpeg",
            kind="image",
            title="JPEG",
            content_type="image/jpeg",
            endings=(".jpg", ".jpeg"),
        ),
        Format(
            code="png",
            kind="image",
            title="PNG",
            content_type="image/png",
            endings=(".png",),
        ),
        Format(
            code="webp",
            kind="image",
            title="WebP",
            content_type="image/webp",
            endings=(".webp",),
        ),
        Format(
            code="pdf",
            kind="pdf",
            title="PDF",
            content_type="application/pdf",
            endings=(".pdf",),
        ),
        Format(
            code="docx",
            kind="docx",
            title="Word (.docx)",
            content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            endings=(".docx",),
        ),
        Format(
            code="xlsx",
            kind="xlsx",
            title="Excel (.xlsx)",
            content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            endings=(".xlsx",),
        ),
        Format(
            code="csv",
            kind="csv",
            title="CSV",
            content_type="text/csv",
            endings=(".csv",),
        ),
        Format(
            code="text",
            kind="text",
            title="TXT",
            content_type="text/plain",
            endings=(".txt", ".md"),
        ),
        # Sent back as a file to keep, never shown in place: see ``answering``.
        Format(
            code="html",
            kind="html",
            title="HTML",
            content_type="text/html",
            endings=(".html", ".htm"),
        ),
    )
}

KINDS = frozenset(form.kind for form in FORMATS.values())


def formats_of(kinds: tuple[str, ...]) -> list[Format]:
    """Return the formats of these kinds; an unknown kind is a mistake of ours."""
    if unknown := set(kinds) - KINDS:
        raise ValueError(sorted(unknown))
    return [form for form in FORMATS.values() if form.kind in kinds]


def titles_of(kinds: tuple[str, ...]) -> str:
    """Return what may be sent, as people call it: "JPEG, PNG, WebP, PDF"."""
    return ", ".join(form.title for form in formats_of(kinds))


def endings_of(kinds: tuple[str, ...]) -> list[str]:
    """Return the endings of the names that may be sent."""
    return [ending for form in formats_of(kinds) for ending in form.endings]
