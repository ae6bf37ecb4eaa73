"""The columns of the history, for the page and for the file."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.audit.models import Event
from prongsai.foundations.audit.words import sentence
from prongsai.ui.tables import Column


def _deed(event: Event) -> str:
    return sentence(event.verb)


def _facts(event: Event) -> str:
    return ", ".join(f"{name}: {value}" for name, value in event.facts.items())


COLUMNS = (
    Column("number", _("No."), numeric=True, sort="number"),
    Column("at", _("When"), sort="at"),
    Column("actor", _("User name"), sort="actor"),
    Column("deed", _("Deed"), value=_deed, sort="verb"),
    Column("target", _("Item"), sort="target"),
    Column("facts", _("Details"), value=_facts),
    Column("verb", _("Code of the deed"), shown=False),
    Column("digest", _("Digest"), shown=False),
)
