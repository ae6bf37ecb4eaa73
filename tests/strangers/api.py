"""What Alice's office publishes, asked for by a program at another office's address."""

from tests.strangers.publications import ADDRESS, WORDS, publish


def at(published=ADDRESS, **kwargs):
    """A page about one address."""

    def made(_office):
        publish(published)
        return {"kwargs": kwargs, "secrets": WORDS}

    return made


def listing(address=ADDRESS, **data):
    """A list, in which nothing of Alice's may stand."""

    def made(_office):
        publish(address)
        return {"data": data, "secrets": [*WORDS, address]}

    return made


CASES = {
    "api:page": listing(),
    "api:openapi": listing(),
    "api:nowhere": at(rest="alice/2569"),
    "api:v1:api-root": listing(),
    "api:v1:publications": listing(limit=100),
    "api:v1:publication": at(address=ADDRESS),
    "api:v1:versions": at(address=ADDRESS),
    "api:v1:document": at(address=ADDRESS),
    "api:v1:years": listing("ita/2569/alice/secret"),
    "api:v1:year": at("ita/2569/alice/secret", fiscal_year=2569),
    "api:v1:news": listing("news/2569/alice"),
    "api:v1:people": listing("people/alice"),
    "api:v1:search": listing(q="Register"),
}
