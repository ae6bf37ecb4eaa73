"""Numbers and addresses that are the office's own, so that nobody takes them for private."""

import re

from prongsai.registers.directory.queries import directory
from prongsai.registers.directory.queries.public import snapshot

_SEPARATORS = re.compile(r"[,;/]|\bต่อ\b")


def official() -> frozenset[str]:
    """Return the telephone numbers and e-mails of the directory, drafted or public."""
    texts = [
        *directory.channels().values_list("value", flat=True),
        *directory.duties().values_list("phone", flat=True),
        *directory.holders().values_list("phone", flat=True),
        *directory.holders().values_list("email", flat=True),
        *_public_texts(),
    ]
    parts = (part.strip() for text in texts for part in _SEPARATORS.split(text))
    return frozenset(part for part in parts if part)


def _public_texts() -> list[str]:
    found = snapshot()
    if found is None:
        return []
    content = found.reading.content
    people = [row[key] for row in content["people"] for key in ("phone", "email")]
    values = [row["value"] for row in content["channels"]]
    phones = [row["phone"] for row in (*content["duties"], *content["divisions"])]
    return [*people, *values, *phones]
