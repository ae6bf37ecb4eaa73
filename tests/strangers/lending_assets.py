"""Alice's assets, files of assets and annual checks, for the wall test."""

from prongsai.registers.lending.actions import counting, disposals, importing
from prongsai.registers.lending.models.checks import CheckItem, Surplus
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.states.assets import Condition, DisposalHow
from tests.cast import NOW, TODAY
from tests.shelf import keeper_of_the_register, make_asset, start_check

NAME, CODE, PLACE = "เต็นท์ของอลิซ", "ALICE-0001", "โกดังลับของอลิซ"
SECRETS = [NAME, CODE, PLACE]


def shelf(office, **fields):
    facts = {"name_th": NAME, "code": CODE, "place": PLACE, "quantity": 5} | fields
    return make_asset(office=office, **facts)


def whole(office):
    asset = shelf(office)
    start_check()
    data = {
        "group": asset.group_id,
        "division": asset.division_id,
        "first": "1",
        "members": asset.pk,
    }
    return {"data": data, "secrets": SECRETS}


def asset(office):
    data = {"quantity": "1", "note": "x", "on": "20/11/2568", "name_th": "y"}
    return {"kwargs": {"pk": shelf(office).pk}, "data": data, "secrets": SECRETS}


def code(office):
    shelf(office)
    return {"kwargs": {"code": CODE}, "secrets": [NAME, PLACE]}


def group(office):
    return {"kwargs": {"pk": shelf(office).group_id}, "secrets": SECRETS}


def disposal(office):
    approval = disposals.Approval(
        how=DisposalHow.SOLD,
        quantity=1,
        memo_number="MEMO-OF-ALICE",
        memo_date=TODAY,
        on=TODAY,
    )
    by = keeper_of_the_register()
    made = disposals.strike_off(shelf(office), approval, by=by, at=NOW)
    data = {"letter": "1", "on": "20/11/2568"}
    return {"kwargs": {"pk": made.pk}, "data": data, "secrets": ["MEMO-OF-ALICE"]}


def uploaded(office):
    draft = AssetImport(
        file_name="alice.csv", sha256="0" * 64, table=[[0, NAME], [2, CODE]], rows=1
    )
    kept = importing.keep_file(draft, by=keeper_of_the_register(), at=NOW)
    return {"kwargs": {"pk": kept.pk}, "secrets": [*SECRETS, "alice.csv"]}


def check(office):
    shelf(office)
    opened, _member = start_check(number="ORDER-OF-ALICE")
    return {"kwargs": {"pk": opened.pk}, "secrets": [*SECRETS, "ORDER-OF-ALICE"]}


def paper(office):
    case = check(office)
    return case | {"kwargs": case["kwargs"] | {"kind": "pdf"}}


def line(office):
    case = check(office)
    item = CheckItem.objects.get()
    data = {"found": "1", "condition": "usable", "version": "1"}
    return case | {"kwargs": case["kwargs"] | {"item": item.pk}, "data": data}


def surplus(office):
    shelf(office)
    opened, member = start_check()
    draft = Surplus(
        stock_check=opened,
        description=NAME,
        place=PLACE,
        condition=Condition.USABLE,
    )
    row = counting.add_surplus(draft, by=member, at=NOW)
    return {"kwargs": {"pk": opened.pk, "surplus": row.pk}, "secrets": SECRETS}


_WHOLE = (
    "assets", "asset_new", "labels", "labels_file", "asset_template",
    "asset_export_csv", "asset_export_xlsx", "asset_upload", "groups", "group_new",
    "disposals", "stock_checks", "stock_check_new",
)  # fmt: skip
_ASSET = (
    "asset", "asset_edit", "asset_move", "asset_repair", "asset_repaired",
    "asset_condition", "asset_photos", "asset_missing", "asset_found", "asset_lost",
    "asset_strike_off",
)  # fmt: skip
_CHECK = (
    "stock_check", "stock_check_start", "stock_check_report", "stock_check_memo",
    "stock_check_send_back", "stock_check_cancel", "stock_check_tell",
    "stock_check_rest_missing", "stock_check_surplus", "count", "count_code",
    "count_sheet",
)  # fmt: skip

CASES = {
    **{f"lending:{name}": whole for name in _WHOLE},
    **{f"lending:{name}": asset for name in _ASSET},
    **{f"lending:{name}": check for name in _CHECK},
    "lending:asset_by_code": code,
    "lending:group_edit": group,
    "lending:disposal_tell": disposal,
    "lending:asset_import": uploaded,
    "lending:import_confirm": uploaded,
    "lending:import_discard": uploaded,
    "lending:stock_check_paper": paper,
    "lending:count_line": line,
    "lending:surplus_remove": surplus,
}
