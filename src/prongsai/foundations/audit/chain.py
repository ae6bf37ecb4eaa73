"""What chains one line of history to the line before it."""

import hashlib
import json
from datetime import UTC

from prongsai.foundations.audit.models import Event


def digest_of(event: Event) -> str:
    """Return the SHA-256 of a line, its place in the chain and the line before it."""
    content = [
        event.organisation_id,
        event.number,
        event.verb,
        event.target,
        event.actor,
        event.at.astimezone(UTC).isoformat(),
        event.facts,
        event.previous,
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
