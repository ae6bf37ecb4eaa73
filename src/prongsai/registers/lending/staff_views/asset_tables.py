"""The columns of the asset register and of its lists."""

from django.utils.translation import gettext_lazy as _

from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.disposals import Disposal
from prongsai.registers.lending.states.assets import (
    ASSET_TONES,
    CONDITION_TONES,
    AssetState,
    Condition,
)
from prongsai.ui.tables import Cell, Column


def state_cell(asset: Asset) -> Cell:
    """The state as a badge."""
    return Cell(asset.get_state_display(), tone=ASSET_TONES[AssetState(asset.state)])


def condition_cell(asset: Asset) -> Cell:
    """The condition as a badge."""
    return Cell(
        asset.get_condition_display(), tone=CONDITION_TONES[Condition(asset.condition)]
    )


def quantity_cell(asset: Asset) -> Cell:
    """How many there are, with their unit on the page and bare in a file."""
    return Cell(f"{asset.quantity:,} {asset.unit}", value=asset.quantity)


def disposed_asset_cell(disposal: Disposal) -> Cell:
    """The asset that left, with the way to its page."""
    return Cell(str(disposal.asset), href=disposal.asset.get_absolute_url())


ASSET_COLUMNS = (
    Column("code", _("Code"), sort="code"),
    Column("name", _("Name"), sort="name_th"),
    Column("division", _("Responsible division"), sort="division__order division__pk"),
    Column("place", _("Place"), sort="place"),
    Column(
        "quantity", _("Quantity"), numeric=True, sort="quantity", value=quantity_cell
    ),
    Column("condition", _("Condition"), sort="condition", value=condition_cell),
    Column("state", _("State"), sort="state", value=state_cell),
    Column("unit", _("Unit"), shown=False),
    Column("group", _("Asset group"), shown=False),
    Column("kind", _("Kind"), shown=False),
    Column("brand", _("Brand"), shown=False),
    Column("model_name", _("Model"), shown=False),
    Column("serial", _("Serial number"), shown=False),
    Column("acquired_how", _("Acquired how"), shown=False),
    Column("acquired_on", _("Acquired on"), shown=False),
    Column("unit_price", _("Price each"), shown=False),
    Column("document_number", _("Document number"), shown=False),
    Column("fund", _("Paid from"), shown=False),
)

DISPOSAL_COLUMNS = (
    Column("asset", _("Asset"), value=disposed_asset_cell, sort="asset__code"),
    Column("how", _("Way of disposal")),
    Column("quantity", _("Quantity"), numeric=True),
    Column("memo_number", _("Number of the approved memo")),
    Column("struck_off_on", _("Struck off on"), sort="struck_off_on"),
    Column("told_on", _("Audit Office informed on"), sort="told_on"),
)
