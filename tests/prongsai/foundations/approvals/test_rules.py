"""The number of days in which a refusal may be appealed is the one of the law."""

from datetime import date

from prongsai.foundations.approvals.rules import rule


def test_an_appeal_takes_fifteen_days_by_section_44():
    found = rule("appeal_days", on=date(2025, 11, 20))

    assert found.value == 15
    assert "มาตรา 44" in found.source
