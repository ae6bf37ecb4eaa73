"""Corrected framework files to install, made from those that are shipped."""

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.frameworks import actions
from prongsai.ita.frameworks.loader import shipped_text
from tests.cast import NOW, make_user

SOURCE = "คู่มือการประเมิน หน้า 12 (ตัวอย่างสมมติ)"
BEFORE, AFTER = 'th = "ข่าวประชาสัมพันธ์"', 'th = "ข่าวประชาสัมพันธ์ของหน่วยงาน"'


def corrected(*, revision=2, after=AFTER):
    """The file of 2569 with one title corrected."""
    text = shipped_text(2569).replace("revision = 1", f"revision = {revision}", 1)
    return text.replace(BEFORE, after, 1)


def make_administrator(**fields):
    """Someone who may install."""
    return make_user(role=Role.ADMINISTRATOR, **fields)


def make_proposed(**fields):
    """A correction that nobody decided about yet."""
    by = fields.pop("by", None) or make_administrator(**fields)
    return actions.propose(corrected(), source=SOURCE, by=by, at=NOW)


def make_next_year(*, by=None):
    """A framework of 2570 in force: that of 2569 with every year moved on by one."""
    text = shipped_text(2569).replace("year = 2569", "year = 2570", 1)
    for year in (2569, 2568):
        text = text.replace(f"value = {year},", f"value = {year + 1},")
    by = by or make_administrator()
    return actions.put_in_force(
        actions.propose(text, source=SOURCE, by=by, at=NOW), by=by, at=NOW
    )


def another_year():
    """A file of 2570, a year that is not shipped: that of 2569 a year later."""
    return shipped_text(2569).replace("2569", "2570").replace("2568", "2569")
