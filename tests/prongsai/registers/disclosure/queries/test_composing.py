"""An item as it would be published: files in plain names, tables apart, honest elements."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.disclosure.actions import parts
from prongsai.registers.disclosure.actions.drafts import PartDraft
from prongsai.registers.disclosure.queries import composing
from prongsai.registers.disclosure.states import PartKind
from tests.cast import NOW, TODAY
from tests.disclosing import make_disclosure, write_table, write_text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def composed(item):
    return composing.compose(item, on=TODAY)


def test_content_says_which_elements_are_met_and_why_the_others_are_not():
    made = make_disclosure()
    item = made.item("o5")
    write_text(item, by=made.analyst, keys=["strategy.goals"])

    content = composed(item).content

    met = {one["key"]: one["met"] for one in content["elements"]}
    assert met["strategy.goals"]
    assert not met["strategy.indicators"]
    missing = next(o for o in content["elements"] if o["key"] == "strategy.indicators")
    assert missing["reason"]["th"]
    assert missing["reason"]["en"]
    assert missing["confidence"] == "inferred"


def test_the_same_rows_give_the_same_digest_and_another_text_another():
    made = make_disclosure()
    item = made.item("o5")
    write_text(item, by=made.analyst)
    before = composed(item).digest

    again = composed(item).digest
    write_text(item, by=made.analyst, body="<p>อื่น</p>")

    assert before == again
    assert composed(item).digest != before


def test_tables_of_several_parts_have_names_of_their_own():
    made = make_disclosure()
    item = made.item("o12")
    for _ in range(2):
        write_table(item, by=made.analyst, rows=[["<b>", "=1+1"]])

    content = composed(item).content

    keys = [table["key"] for table in content["tables"]]
    assert keys == ["table-1", "table-2"]
    assert [part["tables"] for part in content["parts"]] == [["table-1"], ["table-2"]]
    assert content["tables"][0]["rows"] == [["<b>", "=1+1"]]


def test_a_file_is_published_under_a_plain_name_with_its_own_as_label(
    settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    made = make_disclosure()
    item = made.item("o5")
    upload = SimpleUploadedFile("แผน ปี 2569.csv", "ก,ข\n1,2\n".encode())
    kept = files.receive(
        upload, rules=FileRules(types=("csv",)), by=made.analyst, at=NOW
    )
    draft = PartDraft(kind=PartKind.FILES, title_th="แผนพัฒนา", keys=item.known_keys)

    parts.add(item, draft, files=[kept], by=made.analyst, at=NOW)

    found = composed(item)
    assert [file.name for file in found.files] == ["o5-1.csv"]
    words = found.content["parts"][0]["file_words"]["o5-1.csv"]
    assert words["label"] == "แผนพัฒนา (แผน ปี 2569.csv)"


def test_an_exempted_element_is_not_asked():
    made = make_disclosure()
    item = made.item("o5")
    item.exemptions.create(
        organisation_id=item.organisation_id, key="strategy.goals", reason="ก",
        source="ข", given_at=NOW, given_by=made.analyst,
    )  # fmt: skip

    goals = next(
        one for one in composed(item).content["elements"]
        if one["key"] == "strategy.goals"
    )  # fmt: skip

    assert (goals["is_asked"], goals["reason"]) == (False, None)
