"""Why a deed about a memo is refused; the sentences stand in the catalogues."""

from prongsai.ita.errors import ItaError


class AlreadyActed(ItaError):
    """Somebody else acted on this step first, or it is no longer anybody's turn."""

    code = "approvals.already-acted"


class ContentChanged(ItaError):
    """The memo or what it is about is not what the person had before them."""

    code = "approvals.content-changed"


class InterestUndeclared(ItaError):
    """Nobody gives an opinion or decides without declaring to be free of interest."""

    code = "approvals.interest-undeclared"


class ReasonsMissing(ItaError):
    """A refusal lacks facts, law, considerations or the hearing: ``missing``."""

    code = "approvals.reasons-missing"


class DecisionUnclear(ItaError):
    """No decision is ticked, or a refusal together with something else."""

    code = "approvals.decision-unclear"


class DivisionMissing(ItaError):
    """Assigned, but to no division."""

    code = "approvals.division-missing"


class ReasonMissing(ItaError):
    """The deed needs a reason in words."""

    code = "approvals.reason-missing"


class NobodyAsked(ItaError):
    """The chain has no step: an administrator has to complete it."""

    code = "approvals.nobody-asked"


class NoCapacity(ItaError):
    """The person holds neither the post nor an order for it on that day."""

    code = "approvals.no-capacity"


class PostFilled(ItaError):
    """A step is passed over only when nobody may act on it."""

    code = "approvals.post-filled"


class SkippingForbidden(ItaError):
    """This chain does not allow that the step is passed over."""

    code = "approvals.skipping-forbidden"


class PaperWaiting(ItaError):
    """A decision on paper has been recorded already and waits to be confirmed."""

    code = "approvals.paper-waiting"


class PaperSettled(ItaError):
    """This record was confirmed or rejected already."""

    code = "approvals.paper-settled"


class PaperDated(ItaError):
    """The paper is dated before the memo was submitted, or in the future."""

    code = "approvals.paper-dated"


class PartTooLong(ItaError):
    """A part of the memo is longer than any memo: ``limit``."""

    code = "approvals.part-too-long"


class TitleMissing(ItaError):
    """A memo needs a subject and somebody it is addressed to."""

    code = "approvals.title-missing"


class ChainInvalid(ItaError):
    """A chain needs one step at least, not too many, and none twice in a row."""

    code = "approvals.chain-invalid"


class ChainInUse(ItaError):
    """The chain that is used by default cannot be put out of use."""

    code = "approvals.chain-default"


class SenderMissing(ItaError):
    """The office has no division the memo could come from."""

    code = "approvals.sender-missing"


class NothingChanged(ItaError):
    """The content is what was submitted; there is nothing to void."""

    code = "approvals.nothing-changed"


class NotImpartial(ItaError):
    """The person proposed the matter or declared an interest in it."""

    code = "approvals.not-impartial"
