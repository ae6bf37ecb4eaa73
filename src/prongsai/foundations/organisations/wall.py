"""Row-level security on PostgreSQL: forced on every table whose rows belong to an office."""

from collections.abc import Iterator

from django.apps import apps
from django.core.management.base import CommandError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from prongsai.foundations.organisations.models import OwnedByOrganisation

SETTING = "NULLIF(current_setting('prongsai.organisation', true), '')::bigint"

WALKS_THROUGH = (
    "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
)
"""Asks whether the role we connect as is above row-level security."""

BY_PERSON = {
    "account_emailaddress": "user_id",
    "mfa_authenticator": "user_id",
    "socialaccount_socialaccount": "user_id",
    "usersessions_usersession": "user_id",
}
"""Tables of libraries whose rows belong to the office of a person."""


def owned_models() -> Iterator[type[Model]]:
    """Every model whose rows belong to an office."""
    for model in apps.get_models():
        if issubclass(model, OwnedByOrganisation):
            yield model


def _policies() -> Iterator[tuple[str, str]]:
    for model in owned_models():
        yield model._meta.db_table, f"organisation_id = {SETTING}"
    for table, column in BY_PERSON.items():
        yield (
            table,
            f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {table}.{column})",
        )


def build(connection: BaseDatabaseWrapper) -> None:
    """Put the wall up around every table that is there; does nothing on SQLite.

    Raises ``CommandError`` when the role we connect as would walk through it.
    """
    if connection.vendor != "postgresql":
        return
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(WALKS_THROUGH)
        if cursor.fetchone() == (True,):
            raise CommandError(
                "DATABASE_URL names a superuser; offices are kept apart for ordinary "
                "roles only. Connect as a role with NOSUPERUSER NOBYPASSRLS. / "
                "DATABASE_URL ใช้ผู้ดูแลฐานข้อมูล โปรดใช้บทบาทที่เป็น NOSUPERUSER NOBYPASSRLS"
            )
        for table, rule in _policies():
            if table not in tables:
                continue
            cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            cursor.execute(f"DROP POLICY IF EXISTS one_office ON {table}")
            cursor.execute(
                f"CREATE POLICY one_office ON {table} USING ({rule}) WITH CHECK ({rule})"
            )
