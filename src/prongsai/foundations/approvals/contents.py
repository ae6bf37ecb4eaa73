"""The content a decision binds: the memo's words, its files, what it is about."""

import hashlib
import json
from typing import TypeAlias

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet

from prongsai.foundations.approvals import subjects
from prongsai.foundations.approvals.models import Enclosure, Memo

Content: TypeAlias = dict[str, object]

HEAD = ("reference", "dated", "sender", "to", "title", "urgency", "secrecy")
PARTS = ("background", "facts", "law", "considerations", "closing")


def content_of(memo: Memo) -> Content:
    """Return everything a decision is about, as plain data."""
    content = {
        **{name: getattr(memo, name) for name in (*HEAD, *PARTS)},
        "enclosures": [
            {"name": e.file.name, "sha256": e.file.sha256} for e in enclosures_of(memo)
        ],
        "subject": _subject(memo),
    }
    plain: Content = json.loads(json.dumps(content, cls=DjangoJSONEncoder))
    return plain


def enclosures_of(memo: Memo) -> QuerySet[Enclosure]:
    """Return what is enclosed now, in the order it came."""
    return Enclosure.objects.filter(
        organisation=memo.organisation_id, memo=memo, removed_at__isnull=True
    ).select_related("file")


def _subject(memo: Memo) -> object:
    if memo.subject_pk is None:
        return None
    read = subjects.subject_of(memo.subject_label).content_of
    return {
        "label": memo.subject_label,
        "pk": memo.subject_pk,
        "content": dict(read(memo.subject_pk)),
    }


def digest_of(content: Content) -> str:
    """Return the SHA-256 of a content, the same for the same words in any order of keys."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def current_digest(memo: Memo) -> str:
    """Return the digest of the content as it is now."""
    return digest_of(content_of(memo))
