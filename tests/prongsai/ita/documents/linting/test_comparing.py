from prongsai.ita.documents.linting.comparing import are_related, same, share_a_row
from prongsai.ita.documents.model.report import Source
from tests.prongsai.ita.documents.linting.samples import measure


def test_spaces_marks_and_digits_do_not_tell_texts_apart():
    assert same("จัดอบรม  ๒ ครั้ง.") == same("จัด อบรม 2 ครั้ง")
    assert same("จัดอบรม ๒ ครั้ง") != same("จัดอบรม ๓ ครั้ง")


def test_measures_of_one_aspect_indicator_or_parent_are_related():
    one, other = measure(1), measure(4)

    assert not are_related(one, other)
    for changes in ({"aspect": one.aspect}, {"ref": "1.9"}, {"title": one.title}):
        assert are_related(one, measure(4, **changes))
    assert are_related(measure(1, indicator="3"), measure(4, indicator="3"))


def test_a_row_is_known_by_its_lines_or_else_by_its_steps():
    page = Source(page=2)

    assert share_a_row(measure(1), measure(2, source=Source(lines=(1, 2))))
    assert not share_a_row(measure(1, source=page), measure(2, source=page))
    assert share_a_row(
        measure(1, source=page), measure(2, source=page, steps=measure(1).steps)
    )
