"""What the office has made public, for anyone; and what the staff see of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import contents
from prongsai.foundations.publications.contents import Json
from prongsai.foundations.publications.models import (
    Publication,
    PublishedFile,
    Version,
    Withdrawal,
)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A version as it stands now: the newest or not, taken back or not."""

    version: Version
    is_newest: bool
    withdrawal: Withdrawal | None


def published() -> QuerySet[Publication]:
    """Return every publication of the current office."""
    return Publication.objects.filter(organisation=tenancy.required())


def visible_to(user: User) -> QuerySet[Publication]:
    """Return the publications of a person's office."""
    return Publication.objects.filter(organisation=user.organisation_id)


def newest_versions() -> QuerySet[Version]:
    """Return the newest version of every publication, taken back or not."""
    newest = Version.objects.filter(publication=OuterRef("publication"))
    return (
        Version.objects.filter(
            organisation=tenancy.required(),
            pk=Subquery(newest.order_by("-number").values("pk")[:1]),
        )
        .select_related("publication")
        .prefetch_related("publication__withdrawals")
        .defer("content")
        .order_by("publication__address")
    )


def last_published() -> datetime | None:
    """Return when anything was last published."""
    versions = Version.objects.filter(organisation=tenancy.required())
    last: datetime | None = versions.aggregate(last=Max("published_at"))["last"]
    return last


def standing_rows() -> QuerySet[Version]:
    """Return the newest versions that are not taken back, by their addresses."""
    taken_back = Withdrawal.objects.filter(
        publication=OuterRef("publication"), number__gte=OuterRef("number")
    )
    return newest_versions().filter(~Exists(taken_back))


def standing_versions() -> list[Version]:
    """Return the newest versions that are not taken back."""
    return list(standing_rows())


def described(start: str = "") -> QuerySet[Version]:
    """Return what stands under an address, with its files and when it first stood there."""
    first = Version.objects.filter(publication=OuterRef("publication"))
    return (
        standing_rows()
        .filter(publication__address__startswith=start)
        .annotate(
            first_published=Subquery(
                first.order_by("number").values("published_at")[:1]
            )
        )
        .prefetch_related("files")
    )


def newest_under(start: str = "") -> QuerySet[Version]:
    """Return what stands under an address, the last published first."""
    return described(start).order_by("-published_at", "-pk")


def standing_of_newest(version: Version) -> Standing:
    """Return one of ``newest_versions`` as it stands now, without another query."""
    withdrawals = version.publication.withdrawals.all()
    found = next((w for w in withdrawals if w.number >= version.number), None)
    return Standing(version=version, is_newest=True, withdrawal=found)


def newest(publication: Publication) -> Version | None:
    """Return the newest version."""
    return publication.versions.order_by("-number").first()


def withdrawal_of(version: Version) -> Withdrawal | None:
    """Return the withdrawal that takes a version back, if any."""
    return (
        Withdrawal.objects.filter(
            publication=version.publication_id, number__gte=version.number
        )
        .order_by("number")
        .first()
    )


def standing(address: str, number: int | None = None) -> Standing | None:
    """Return one version, or the newest, as it stands now; nothing when there is none."""
    versions = (
        Version.objects.filter(
            organisation=tenancy.required(), publication__address=address
        )
        .select_related("publication")
        .order_by("-number")
    )
    asked = versions if number is None else versions.filter(number=number)
    found = asked.first()
    if found is None:
        return None
    return Standing(
        version=found,
        is_newest=number is None or not versions.filter(number__gt=number).exists(),
        withdrawal=withdrawal_of(found),
    )


def versions_of(publication: Publication) -> list[Standing]:
    """Return every version as it stands now, the newest first."""
    withdrawals = list(publication.withdrawals.order_by("number"))
    versions = list(publication.versions.order_by("-number").defer("content"))
    return [
        Standing(
            version=version,
            is_newest=n == 0,
            withdrawal=next(
                (w for w in withdrawals if w.number >= version.number), None
            ),
        )
        for n, version in enumerate(versions)
    ]


def with_digest(digest: str) -> list[Standing]:
    """Return the versions of the current office that have a digest."""
    found = Version.objects.filter(organisation=tenancy.required(), digest=digest)
    return [
        standing
        for version in found.select_related("publication").order_by("published_at")
        for standing in versions_of(version.publication)
        if standing.version.pk == version.pk
    ]


def files_of(version: Version) -> list[PublishedFile]:
    """Return the files published with a version, in their order."""
    return list(version.files.select_related("stored").order_by("order"))


def file_of(version: Version, name: str) -> PublishedFile | None:
    """Return one file of a version by its name."""
    return version.files.select_related("stored").filter(name=name).first()


def document_of(version: Version) -> dict[str, Json]:
    """Return what is frozen with a version, with the digests of its files."""
    return contents.document(
        address=version.publication.address,
        title_th=version.title_th,
        title_en=version.title_en,
        content=version.content,
        files=[
            {
                "name": file.name,
                "content_type": file.content_type,
                "size": file.size,
                "sha256": file.sha256,
            }
            for file in version.files.order_by("order")
        ],
    )


def digest_now(version: Version) -> str:
    """Compute the digest of a version again from what is stored."""
    return contents.digest_of(document_of(version))


def files_with_digest(digest: str) -> list[tuple[PublishedFile, Standing]]:
    """Return the published files that have a digest, each with its version."""
    found = PublishedFile.objects.filter(
        organisation=tenancy.required(), sha256=digest
    ).select_related("version__publication")
    return [
        (file, standing)
        for file in found.order_by("version__published_at", "pk")
        for standing in versions_of(file.version.publication)
        if standing.version.pk == file.version_id
    ]


def standing_under(start: str) -> list[Version]:
    """Return the newest versions, not taken back, whose addresses begin so."""
    return list(standing_rows().filter(publication__address__startswith=start))


def years_of_assessment() -> list[int]:
    """Return the fiscal years under which something of the assessment is public."""
    years = {row.publication.address.split("/")[1] for row in standing_under("ita/")}
    return sorted((int(year) for year in years), reverse=True)


def is_address(*candidates: str) -> bool:
    """Whether one of these is the address of something published."""
    return published().filter(address__in=candidates).exists()
