"""What Alice's office has published, at the addresses of another office."""

from prongsai.foundations.publications import actions
from prongsai.foundations.publications.actions import Attached
from tests.cast import NOW

ADDRESS = "alice/2569/secret-register"
ITA = "ita/2569/alice/secret"
NEWS = "news/2569/alice-secret"
WORDS = ["ทะเบียนของอลิซ", "Register of Alice"]


def publish(address=ADDRESS):
    return actions.publish(
        address=address,
        title_th=WORDS[0],
        title_en=WORDS[1],
        content={"tables": [{"key": "t", "columns": [], "rows": []}]},
        by=None,
        at=NOW,
        files=[
            Attached(name="secret.txt", content_type="text/plain", content=b"Alice's")
        ],
    )


def case(**kwargs):
    def made(_office):
        publish()
        return {"kwargs": kwargs, "secrets": [*WORDS, ADDRESS] if not kwargs else WORDS}

    return made


def pages(prefix, address):
    """Every page there is at one address."""
    one = {"address": address}
    third = {"version_": {"number": 1}, "": {}}
    cases = {"page": one, "versions": one, "version": {**one, "number": 1}}
    for version, number in third.items():
        cases |= {
            f"{version}data": {**one, **number},
            f"{version}document": {**one, **number},
            f"{version}table": {**one, **number, "table": "t"},
            f"{version}sheet": {**one, **number, "table": "t"},
            f"{version}file": {**one, **number, "name": "secret.txt"},
        }
    return {
        f"publications_public:{prefix}{name}": published_at(address, kwargs)
        for name, kwargs in cases.items()
    }


def published_at(address, kwargs):
    def made(_office):
        publish(address)
        return {"kwargs": kwargs, "secrets": [*WORDS, "Alice's"]}

    return made


def of_assessment(**kwargs):
    def made(_office):
        publish(ITA)
        secrets = WORDS if kwargs else [*WORDS, ITA]
        return {"kwargs": kwargs, "secrets": [*secrets, "Alice's"]}

    return made


def by_digest(_office):
    return {"kwargs": {"digest": publish().digest}, "secrets": [*WORDS, ADDRESS]}


def withdrawn(_office):
    reasons = {"reason_th": "เพราะ", "reason_en": "because"}
    pk = publish().publication_id
    return {"kwargs": {"pk": pk}, "data": reasons, "secrets": [*WORDS, ADDRESS]}


CASES = {
    "publications_public:card": case(address=ADDRESS),
    "publications_public:card_home": case(),
    "publications:index": case(),
    "publications:withdraw": withdrawn,
    "publications_public:index": case(),
    "publications_public:moved": of_assessment(rest="2569/alice/secret/"),
    "publications_public:ita_feed": of_assessment(),
    "publications_public:feed": case(),
    "publications_public:catalog": case(),
    **pages("", ADDRESS),
    **pages("ita_", ITA),
    **pages("open_", NEWS),
    "publications_public:verify": case(),
    "publications_public:verified": by_digest,
}
