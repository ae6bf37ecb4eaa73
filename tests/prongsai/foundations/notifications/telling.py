"""An office that is not invented, and a notice told in it."""

from prongsai.foundations.notifications import actions
from tests.cast import NOW, make_office

CODE = "approvals.your-turn"


def make_real_office():
    """Mail leaves only from offices that are not invented."""
    return make_office(is_demonstration=False, name_en="Real", name_th="หน่วยงานจริง")


def tell(*people, at=NOW, url="/staff/", **facts):
    chosen = {"number": "ทส 7/2569"} | facts
    return actions.notify(people, CODE, about=people[0], url=url, at=at, **chosen)
