"""Alice's files, private and public, for the wall test."""

from prongsai.foundations.files import actions
from tests.cast import NOW, make_user
from tests.prongsai.foundations.files.casting import make_kept
from tests.prongsai.foundations.files.samples import PDF

NAME = "คำขอของอลิซ.pdf"
SECRETS = [NAME, "endobj"]


def kept(office):
    return make_kept(by=make_user(office=office), name=NAME, content=PDF)


def private(office):
    return {"kwargs": {"pk": kept(office).pk, "name": NAME}, "secrets": SECRETS}


def public(office):
    file = kept(office)
    copy = actions.public_copy(file, by=file.uploaded_by, at=NOW)
    return {"kwargs": {"prefix": copy.sha256[:16], "name": NAME}, "secrets": SECRETS}


CASES = {"files:download": private, "media:public": public}
