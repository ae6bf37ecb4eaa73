"""Every way to find files."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import readers
from prongsai.foundations.files.models import PREFIX, Part, StoredFile
from prongsai.foundations.organisations import tenancy


def of(owner: Model, *, slot: str | None = None) -> QuerySet[StoredFile]:
    """Return the files that hang on a row, in the order they came; of one slot or all."""
    rows = _office().filter(
        owner_kind=owner._meta.label_lower, owner_pk=owner.pk, part=Part.ORIGINAL
    )
    if slot is not None:
        rows = rows.filter(slot=slot)
    return rows.prefetch_related("copies")


def staged(
    keys: list[int], *, by: User | None, holder: str = ""
) -> QuerySet[StoredFile]:
    """Return those of the received files that are this sender's own and unclaimed."""
    return _office().filter(
        pk__in=keys,
        claimed_at__isnull=True,
        uploaded_by=by,
        holder=holder,
    )


def readable(
    user: User | AnonymousUser, *, pk: int, name: str, holder: str = ""
) -> StoredFile | None:
    """Return a file that this person may open, or ``None``: hidden, foreign, missing."""
    file = _office().filter(pk=pk, name=name).exclude(part=Part.PUBLIC).first()
    if file is None:
        return None
    if file.owner_pk is None:
        return file if _is_own(file, user, holder) else None
    allowed = isinstance(user, User) and readers.may_read(
        user, owner_kind=file.owner_kind, owner_pk=file.owner_pk
    )
    return file if allowed else None


def published(*, prefix: str, name: str) -> StoredFile | None:
    """Return the public copy at a public address, unless it is hidden."""
    if len(prefix) != PREFIX:
        return None
    return (
        _office()
        .filter(
            part=Part.PUBLIC,
            sha256__startswith=prefix,
            name=name,
            hidden_at__isnull=True,
        )
        .first()
    )


def missing() -> QuerySet[StoredFile]:
    """Return the rows whose bytes were found gone."""
    return _office().filter(missing_at__isnull=False)


def _is_own(file: StoredFile, user: User | AnonymousUser, holder: str) -> bool:
    if isinstance(user, User):
        return file.uploaded_by_id == user.pk
    return file.uploaded_by_id is None and bool(holder) and file.holder == holder


def _office() -> QuerySet[StoredFile]:
    return StoredFile.objects.filter(organisation=tenancy.required())
