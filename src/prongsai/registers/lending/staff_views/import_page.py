"""What stands on the page that shows a file before it is taken over."""

from django.utils.translation import gettext as _

from prongsai.foundations.files.sheet_problems import SHOWN, problems_table
from prongsai.registers.lending.imports.checking import Checked, check
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.staff_views.finding import assets_trail
from prongsai.ui.tables import Column, Row, Table


def import_context(uploaded: AssetImport) -> dict[str, object]:
    """Return everything the template shows."""
    is_over = uploaded.confirmed_at is not None
    checked = Checked() if is_over else check(uploaded)
    return {
        "uploaded": uploaded,
        "checked": checked,
        "is_over": is_over,
        "fine_rows": uploaded.rows - checked.bad_rows,
        "problems": problems_table(checked.problems, column=_("Column")),
        "assets": _assets(checked),
        "more": max(len(checked.problems) - SHOWN, 0),
        "trail": assets_trail((uploaded.file_name, "")),
    }


def _assets(checked: Checked) -> Table:
    columns = [
        Column("code", _("Asset code")),
        Column("name", _("Name")),
        Column("group", _("Asset group")),
        Column("quantity", _("Quantity"), numeric=True),
        Column("division", _("Responsible division")),
        Column("place", _("Place")),
    ]
    return Table(
        _("The first rows"),
        columns=columns,
        rows=[Row(cells=_cells(asset)) for asset in checked.assets[:20]],
    )


def _cells(asset: Asset) -> list[str]:
    return [
        asset.code,
        asset.name_th,
        str(asset.group),
        f"{asset.quantity:,} {asset.unit}",
        str(asset.division),
        asset.place,
    ]
