"""In what right somebody signed, in the words of the law; the order goes with them."""

from prongsai.foundations.accounts.models import ActingKind
from prongsai.foundations.approvals.models import Step
from prongsai.foundations.approvals.models.steps import OWN_POST
from prongsai.ita.thai.dates import long_date

BETWEEN = {
    ActingKind.ACTING: "รักษาราชการแทน",
    ActingKind.ON_BEHALF: "ปฏิบัติราชการแทน",
    ActingKind.IN_POSITION: "รักษาการในตำแหน่ง",
}
"""Three legally different captions; a document is Thai whoever reads the page."""


def caption_of(step: Step) -> list[str]:
    """Return the lines below a name: own title, caption with the post, the order.

    >>> caption_of(Step(capacity="own", capacity_title="ปลัดเทศบาล"))
    ['ปลัดเทศบาล']
    """
    if not step.capacity:
        return []
    if step.capacity == OWN_POST:
        return [step.capacity_title]
    between = BETWEEN[ActingKind(step.capacity)]
    lines = [step.own_title, f"{between} {step.capacity_title}", _order(step)]
    return [line for line in lines if line]


def _order(step: Step) -> str:
    if step.order_date is None:
        return f"คำสั่งที่ {step.order_number}"
    day = long_date(step.order_date, "arabic")
    return f"คำสั่งที่ {step.order_number} ลงวันที่ {day}"
