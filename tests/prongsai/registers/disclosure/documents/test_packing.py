"""A pack proves itself: every digest in it can be computed again, by us or by sha256sum."""

import csv
import hashlib
import io
import json
from zipfile import ZipFile

import pytest
from django.core.management import call_command

from prongsai.foundations.publications.actions import Attached
from prongsai.registers.disclosure.actions import visits
from prongsai.registers.disclosure.documents.pack_reading import NoPack, verify
from prongsai.registers.disclosure.documents.packing import Pack
from prongsai.registers.disclosure.queries import exporting
from prongsai.registers.disclosure.queries import visits as watched
from tests.cast import NOW
from tests.visiting import make_published, website

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAPER = Attached(name="o7.pdf", content_type="application/pdf", content=b"%PDF-1.7 o7")


@pytest.fixture
def made(settings, tmp_path):
    """A pack of a year with one visited item, and that item."""
    path = tmp_path / "pack.zip"
    with website() as site:
        settings.SITE_ADDRESS = site.address
        item = make_published(files=[PAPER])
        site.serve(item.published)
        visits.visit(item, at=NOW, going=site.going())
        with path.open("wb") as file, Pack(file, at=NOW) as pack:
            for one in exporting.items_of(item.year):
                pack.add(one, watched.of_item(one))
            pack.finish(item.year)
    return path, item


def changed(path, name, content):
    """Write the pack once more with other bytes for one of its files."""
    other = path.with_name("other.zip")
    with ZipFile(path) as old, ZipFile(other, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        if content is not None:
            new.writestr(name, content)
    return other


def test_pack_holds_document_files_visits_and_their_digests(made):
    path, item = made

    with ZipFile(path) as pack:
        manifest = json.loads(pack.read("manifest.json"))
        document = pack.read("o7/document.json")
        rows = list(csv.DictReader(io.StringIO(pack.read("o7/visits.csv").decode())))
        lines = pack.read("SHA256SUMS").decode().splitlines()
        sums = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
        contents = {name: pack.read(name) for name in sums}

    (o7,) = [one for one in manifest["items"] if one["code"] == "o7"]
    assert len(manifest["items"]) == item.year.items.count()
    assert hashlib.sha256(document).hexdigest() == o7["digest"] == item.published.digest
    assert contents["o7/files/o7.pdf"] == PAPER.content
    assert {row["outcome"] for row in rows} == {"up"}
    assert o7["visits"][0]["opened"] == 1
    assert o7["url"].endswith("/ita/2569/o7/")
    assert all(
        hashlib.sha256(contents[name]).hexdigest() == said
        for name, said in sums.items()
    )


def test_verify_finds_nothing_in_what_was_made(made, capsys):
    path, _item = made

    assert verify(path).flaws == ()
    call_command("verify_pack", str(path), lang="en")
    assert "0 flaws" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("o7/document.json", b"{}", "changed"),
        ("o7/files/o7.pdf", None, "missing"),
        ("o8/files/added.pdf", b"%PDF", "unknown"),
    ],
)
def test_verify_names_what_was_changed_taken_or_added(
    made, capsys, name, content, code
):
    path, _item = made
    other = changed(path, name, content)

    (flaw,) = verify(other).flaws

    assert (flaw.code, flaw.name) == (f"disclosure.pack.{code}", name)
    with pytest.raises(SystemExit) as left:
        call_command("verify_pack", str(other), lang="en")
    assert left.value.code == 1
    assert name in capsys.readouterr().out


def test_verify_refuses_what_is_no_pack(tmp_path, capsys):
    path = tmp_path / "x.zip"
    path.write_bytes(b"no zip at all")

    with pytest.raises(NoPack):
        verify(path)
    with pytest.raises(SystemExit) as left:
        call_command("verify_pack", str(path), lang="en")
    assert left.value.code == 2
