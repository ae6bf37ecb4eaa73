"""Prove everything again: of an office, of one row, or named in a published document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from django.core.files.storage import default_storage

from prongsai.foundations.evidence import actions, digests, gathering, owners, queries
from prongsai.foundations.evidence.actions import Verdict
from prongsai.foundations.evidence.models import Evidence, Kind, State, StoredFigure
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import PublishedFile, Version

Proof: TypeAlias = Callable[[datetime], "Proved"]
"""One thing that can be proved; it is done one by one, each in its own transaction."""


@dataclass(frozen=True, kw_only=True)
class Proved:
    """What came of one thing; ``verdict`` has the numbers of a figure."""

    what: Literal["figure", "evidence", "document", "file"]
    pk: int
    label_th: str
    label_en: str
    state: State
    verdict: Verdict | None = None

    @property
    def is_same(self) -> bool:
        """Whether it is what it was."""
        return self.state == State.SAME


def of_office() -> list[Proof]:
    """Return every stored figure and all evidence in use of the current office."""
    gathered = queries.in_use().exclude(kind=Kind.FIGURE).order_by("pk")
    return [
        *(_figure(one) for one in queries.stored()),
        *(_evidence(one) for one in gathered.exclude(digest="")),
    ]


def of_owner(kind: str, pk: int) -> list[Proof] | None:
    """Return the evidence in use and the figures of one row; nothing without the row."""
    if owners.row_of(kind, pk) is None:
        return None
    owner = owners.owner_of(kind)
    figures = queries.figures(owner.figures_of(pk))
    gathered = queries.in_use().filter(owner_kind=owner.kind, owner_pk=pk)
    return [
        *(_figure(one) for one in figures),
        *(_evidence(one) for one in gathered.exclude(digest="")),
    ]


def of_publication(address: str) -> list[Proof] | None:
    """Return what a published document names, and the document itself with its files.

    Earlier versions are proven too, document and files, also those taken back: what
    they said stays.
    """
    standing = publications.standing(address)
    if standing is None:
        return None
    version = standing.version
    return [
        *_whole(version, is_public=standing.withdrawal is None),
        *(
            proof
            for one in publications.versions_of(version.publication)
            if one.version != version
            for proof in _whole(one.version, is_public=True)
        ),
        *(_named_figure(said) for said in _named(version.content, "figures")),
        *(_named_evidence(said) for said in _named(version.content, "evidence")),
    ]


def _whole(version: Version, *, is_public: bool) -> Iterator[Proof]:
    yield _document(version, is_public=is_public)
    yield from (_file(one) for one in publications.files_of(version))


def _named(content: Mapping[str, object], name: str) -> Iterator[Mapping[str, object]]:
    found = content.get(name)
    for one in found if isinstance(found, list) else []:
        if isinstance(one, dict):
            yield one


def _figure(stored: StoredFigure, named: str = "") -> Proof:
    def proof(at: datetime) -> Proved:
        verdict = actions.verify(stored, at=at)
        state = State(verdict.state)
        if named and named != stored.rows_digest:
            state = State.CHANGED
        return Proved(
            what="figure",
            pk=stored.pk,
            label_th=stored.label_th,
            label_en=stored.label_en,
            state=state,
            verdict=verdict,
        )

    return proof


def _evidence(row: Evidence, named: str = "") -> Proof:
    def proof(at: datetime) -> Proved:
        state = State(gathering.check(row, by=None, at=at).state)
        if named and named != row.digest:
            state = State.CHANGED
        return _proved("evidence", row.pk, row.title, state=state)

    return proof


def _document(version: Version, *, is_public: bool) -> Proof:
    label = f"{version.publication.address} v{version.number}"

    def proof(_at: datetime) -> Proved:
        is_same = publications.digest_now(version) == version.digest
        state = State.SAME if is_same else State.CHANGED
        state = state if is_public else State.GONE
        return _proved("document", version.pk, label, state=state)

    return proof


def _file(file: PublishedFile) -> Proof:
    def proof(_at: datetime) -> Proved:
        return _proved("file", file.pk, file.name, state=_of_bytes(file))

    return proof


def _of_bytes(file: PublishedFile) -> State:
    if not default_storage.exists(file.stored.key):
        return State.GONE
    with default_storage.open(file.stored.key, "rb") as content:
        is_same = digests.digest_of_bytes(content) == file.sha256
    return State.SAME if is_same else State.CHANGED


def _named_figure(said: Mapping[str, object]) -> Proof:
    found = queries.figures(_keys(said, "figure"))
    if not found or said.get("key", found[0].key) != found[0].key:
        return _missing("figure", said)
    return _figure(found[0], named=str(said.get("digest", "")))


def _named_evidence(said: Mapping[str, object]) -> Proof:
    """Find evidence by its key, or by its digest where a document names no keys."""
    digest = str(said.get("digest", ""))
    keys = _keys(said, "evidence")
    rows = queries.evidence().exclude(digest="")
    rows = rows.filter(pk__in=keys) if keys else rows.filter(digest=digest)
    found = rows.order_by("pk").first()
    if found is None:
        return _missing("evidence", said)
    return _evidence(found, named=digest)


def _keys(said: Mapping[str, object], name: str) -> Sequence[int]:
    """Return the key a document names a row by: under its own name, or as ``pk``."""
    pk = said.get(name, said.get("pk"))
    return [pk] if isinstance(pk, int) else []


def _missing(what: Literal["figure", "evidence"], said: Mapping[str, object]) -> Proof:
    pk = next(iter(_keys(said, what)), 0)
    label = str(said.get("label_th") or said.get("key") or said.get("title") or "")

    def proof(_at: datetime) -> Proved:
        return _proved(what, pk, label, state=State.GONE)

    return proof


def _proved(
    what: Literal["figure", "evidence", "document", "file"],
    pk: int,
    label: str,
    *,
    state: State,
) -> Proved:
    return Proved(what=what, pk=pk, label_th=label, label_en=label, state=state)
