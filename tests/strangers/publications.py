"""What Alice's office has published, at the addresses of another office."""

from prongsai.foundations.publications import actions
from tests.cast import NOW

ADDRESS = "alice/2569/secret-register"
WORDS = ["ทะเบียนของอลิซ", "Register of Alice"]


def publish():
    return actions.publish(
        address=ADDRESS,
        title_th=WORDS[0],
        title_en=WORDS[1],
        content={"tables": [{"key": "t", "columns": [], "rows": []}]},
        by=None,
        at=NOW,
    )


def case(**kwargs):
    def made(_office):
        publish()
        return {"kwargs": kwargs, "secrets": [*WORDS, ADDRESS] if not kwargs else WORDS}

    return made


def by_digest(_office):
    return {"kwargs": {"digest": publish().digest}, "secrets": [*WORDS, ADDRESS]}


def withdrawn(_office):
    reasons = {"reason_th": "เพราะ", "reason_en": "because"}
    pk = publish().publication_id
    return {"kwargs": {"pk": pk}, "data": reasons, "secrets": [*WORDS, ADDRESS]}


CASES = {
    "publications:index": case(),
    "publications:withdraw": withdrawn,
    "publications_public:index": case(),
    "publications_public:page": case(address=ADDRESS),
    "publications_public:versions": case(address=ADDRESS),
    "publications_public:version": case(address=ADDRESS, number=1),
    "publications_public:version_data": case(address=ADDRESS, number=1),
    "publications_public:version_table": case(address=ADDRESS, number=1, table="t"),
    "publications_public:data": case(address=ADDRESS),
    "publications_public:table": case(address=ADDRESS, table="t"),
    "publications_public:verify": case(),
    "publications_public:verified": by_digest,
}
