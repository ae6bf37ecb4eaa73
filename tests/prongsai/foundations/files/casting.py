"""Files in every state a person can bring them to."""

from prongsai.foundations.files import actions
from prongsai.foundations.files.rules import FileRules
from tests.cast import NOW, make_user
from tests.prongsai.foundations.files.samples import upload

RULES = FileRules(
    types=("image", "pdf", "docx", "xlsx", "csv", "text"), max_bytes=5_000_000
)


def make_staged(*, by=None, name="ภาพถ่าย.jpg", content=None, holder="", at=NOW):
    """A file that was received and waits."""
    return actions.receive(
        upload(name, content), rules=RULES, by=by, at=at, holder=holder
    )


def make_kept(*, by=None, owner=None, name="ภาพถ่าย.jpg", content=None, **options):
    """A file that hangs on a row; on the person's own when no other is given."""
    by = by or make_user()
    staged = make_staged(by=by, name=name, content=content)
    return actions.claim([staged], owner=owner or by, by=by, at=NOW, **options)[0]
