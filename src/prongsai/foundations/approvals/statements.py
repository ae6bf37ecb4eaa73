"""What people hand in: the parts of a memo, a ruling, reasons, a signed paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals.models import ChainTemplate, Enclosure
from prongsai.foundations.approvals.states import Decision, Secrecy, Urgency
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations.models import Division


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The body of a memo in its official order."""

    background: str = ""
    facts: str = ""
    law: str = ""
    considerations: str = ""
    closing: str = ""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The head of a memo and its way; what is left out follows from who proposes."""

    to: str = ""
    dated: date | None = None
    urgency: Urgency = Urgency.NORMAL
    secrecy: Secrecy = Secrecy.NORMAL
    division: Division | None = None
    chain: ChainTemplate | None = None


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A memo as its proposer wants it; ``added`` are received files, ``removed`` go."""

    title: str
    parts: Parts
    heading: Heading = field(default_factory=Heading)
    added: Sequence[StoredFile] = ()
    removed: Sequence[Enclosure] = ()


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a person had before them: the step by key, the content by digest."""

    step: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class Reasons:
    """Why something is refused (ม.37), and whether the party was heard (ม.30)."""

    facts: str
    law: str
    considerations: str
    hearing: str
    hearing_note: str = ""

    @property
    def missing(self) -> list[str]:
        """Return the names of what is left empty."""
        names = ("facts", "law", "considerations", "hearing")
        found = [name for name in names if not getattr(self, name).strip()]
        if self.hearing == "exempt" and not self.hearing_note.strip():
            found.append("hearing_note")
        return found


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """What the last step says. ``no_interest`` is the declaration of ม.13."""

    decisions: Sequence[Decision]
    opinion: str = ""
    no_interest: bool
    division: Division | None = None
    reasons: Reasons | None = None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What stands on a signed paper. No decisions: it is an opinion that endorses."""

    signer: User
    signed_on: date
    ruling: Ruling


@dataclass(frozen=True, kw_only=True)
class StepPlan:
    """One step of a chain as the administrator plans it."""

    role: str
    division: Division | None = None
    may_skip_vacant: bool = False


@dataclass(frozen=True, kw_only=True)
class ChainPlan:
    """A chain as the administrator plans it."""

    name_th: str
    name_en: str
    steps: Sequence[StepPlan] = field(default_factory=tuple)
    is_default: bool = False
    is_active: bool = True
