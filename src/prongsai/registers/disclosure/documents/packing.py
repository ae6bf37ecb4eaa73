"""The evidence pack of a year: a ZIP that proves by itself what was public, and when."""

import csv
import hashlib
import io
import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from types import TracebackType
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils import translation
from django.utils.timezone import localtime

from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.errors import BytesMissing
from prongsai.foundations.publications import contents
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import PublishedFile, Version
from prongsai.registers.disclosure.models import Item, Visit, Year
from prongsai.registers.disclosure.queries import visits as watched
from prongsai.registers.disclosure.queries.visits import History
from prongsai.ui.writing import short_moment

FORMAT = "prongsai-evidence-pack/1"
MANIFEST, SUMS, README = "manifest.json", "SHA256SUMS", "README.txt"
VISIT_HEADS = (
    "visited_at", "url", "own", "outcome", "status", "digest_expected", "digest",
    "milliseconds", "detail",
)  # fmt: skip
_PIECE = 256 * 1024
_EPOCH = 1980  # the first year a ZIP can name


class Pack:
    """A pack being written, item by item; nothing of it is held in memory but digests."""

    def __init__(self, file: IO[bytes], *, at: datetime) -> None:
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)
        self._at = localtime(at)
        self._sums: dict[str, str] = {}
        self._items: list[dict[str, object]] = []

    def __enter__(self) -> "Pack":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def add(self, item: Item, rows: Iterable[Visit]) -> None:
        """Write everything of one item: its document, its files, its visits."""
        about = _about(item)
        if item.published is not None:
            about |= self._public(item, item.published)
        visits = list(rows)
        if visits:
            self._write(f"{item.code}/visits.csv", [_visits_csv(visits)])
            about["visits_file"] = f"{item.code}/visits.csv"
        histories = watched.histories_of(visits)
        about["visits"] = [_proved(one) for one in histories]
        self._items.append(about)

    def finish(self, year: Year) -> None:
        """Write what is read first: the manifest, the digests, the explanation."""
        office = year.organisation
        manifest = {
            "format": FORMAT,
            "office": {"th": office.name_th, "en": office.name_en},
            "fiscal_year": year.fiscal_year,
            "framework_revision": year.framework_revision,
            "site": watched.site(),
            "made_at": self._at.isoformat(),
            "items": self._items,
            "files": dict(sorted(self._sums.items())),
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=2)
        self._write(MANIFEST, [text.encode()])
        with translation.override("th"):
            made_at = short_moment(self._at)
        readme = _words()["readme"].format(
            year=year.fiscal_year, office=office.name_th, made_at=made_at
        )
        self._write(README, [readme.lstrip().encode()])
        lines = [f"{digest}  {name}\n" for name, digest in self._sums.items()]
        self._write(SUMS, ["".join(sorted(lines)).encode()])

    def _public(self, item: Item, version: Version) -> dict[str, object]:
        document = contents.canonical(publications.document_of(version))
        name = f"{item.code}/document.json"
        self._write(name, [document])
        found = publications.files_of(version)
        return {
            "url": f"{watched.site()}{version.publication.get_absolute_url()}",
            "version": version.number,
            "digest": version.digest,
            "published_at": localtime(version.published_at).isoformat(),
            "document": name,
            "files": [self._file(item, file) for file in found],
            "versions": [
                {
                    "number": one.version.number,
                    "digest": one.version.digest,
                    "published_at": localtime(one.version.published_at).isoformat(),
                }
                for one in publications.versions_of(version.publication)
            ],
        }

    def _file(self, item: Item, file: PublishedFile) -> dict[str, object]:
        """Write one published file; when its bytes are gone the manifest says so."""
        path = f"{item.code}/files/{file.name}"
        about: dict[str, object] = {
            "path": path,
            "sha256": file.sha256,
            "size": file.size,
        }
        try:
            with bytes_of(file.stored) as content:
                self._write(path, content.chunks())
        except BytesMissing:
            return about | {"path": "", "missing": True}
        return about

    def _write(self, name: str, pieces: Iterable[bytes]) -> None:
        moment = max(self._at.year, _EPOCH), *self._at.timetuple()[1:6]
        info = ZipInfo(name, date_time=moment)
        info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
        sha256 = hashlib.sha256()
        with self._zip.open(info, "w", force_zip64=True) as entry:
            for piece in pieces:
                sha256.update(piece)
                entry.write(piece)
        self._sums[name] = sha256.hexdigest()


def _about(item: Item) -> dict[str, object]:
    return {
        "code": item.code,
        "title": {"th": item.title_th, "en": item.title_en},
        "state": item.state,
        "reason": {"th": item.reason_th, "en": item.reason_en},
        "url": "",
    }


def _proved(one: History) -> dict[str, object]:
    return {
        "url": one.url,
        "visits": one.count,
        "opened": one.opened,
        "first": localtime(one.first).isoformat(),
        "last": localtime(one.last).isoformat(),
        "longest_gap_hours": round(one.longest_gap.total_seconds() / 3600, 1),
    }


def _visits_csv(rows: Iterable[Visit]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(VISIT_HEADS)
    for row in rows:
        writer.writerow(
            [
                localtime(row.visited_at).isoformat(), row.url, int(row.is_own),
                row.outcome, row.status or "", row.expected, row.digest,
                "" if row.milliseconds is None else row.milliseconds, row.detail,
            ]
        )  # fmt: skip
    return text.getvalue().encode()


@cache
def _words() -> Mapping[str, str]:
    text = files(__package__).joinpath("pack.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
