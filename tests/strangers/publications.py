"""What Alice's office has published, at the addresses of another office."""

from prongsai.foundations.publications import actions
from prongsai.foundations.publications.actions import Attached
from tests.cast import NOW

ADDRESS = "alice/2569/secret-register"
ITA = "ita/2569/alice/secret"
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
    "publications_public:file": case(address=ADDRESS, name="secret.txt"),
    "publications_public:version_file": case(
        address=ADDRESS, number=1, name="secret.txt"
    ),
    "publications_public:moved": of_assessment(rest="2569/alice/secret/"),
    "publications_public:ita": of_assessment(),
    "publications_public:ita_year": of_assessment(year=2569),
    "publications_public:ita_page": of_assessment(address=ITA),
    "publications_public:ita_versions": of_assessment(address=ITA),
    "publications_public:ita_version": of_assessment(address=ITA, number=1),
    "publications_public:ita_version_data": of_assessment(address=ITA, number=1),
    "publications_public:ita_version_table": of_assessment(
        address=ITA, number=1, table="t"
    ),
    "publications_public:ita_version_file": of_assessment(
        address=ITA, number=1, name="secret.txt"
    ),
    "publications_public:ita_data": of_assessment(address=ITA),
    "publications_public:ita_table": of_assessment(address=ITA, table="t"),
    "publications_public:ita_file": of_assessment(address=ITA, name="secret.txt"),
    "publications_public:verify": case(),
    "publications_public:verified": by_digest,
}
