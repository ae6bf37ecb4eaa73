"""What the environment says is read once, and nonsense is refused with a sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from prongsai.config import environment


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1", True),
        ("YES", True),
        ("on", True),
        ("0", False),
        ("false", False),
        ("", False),
    ],
)
def test_switch_reads_on_and_off(monkeypatch, value, expected):
    monkeypatch.setenv("PRONGSAI_TRIAL", value)

    assert environment.switch("PRONGSAI_TRIAL") is expected


def test_switch_refuses_anything_else(monkeypatch):
    monkeypatch.setenv("PRONGSAI_TRIAL", "maybe")

    with pytest.raises(ImproperlyConfigured, match="PRONGSAI_TRIAL"):
        environment.switch("PRONGSAI_TRIAL")


def test_mode_refuses_an_unknown_word(monkeypatch):
    monkeypatch.setenv("PRONGSAI_MODE", "staging")

    with pytest.raises(ImproperlyConfigured, match="PRONGSAI_MODE"):
        environment.mode()


def test_the_secret_is_made_once_and_kept_private(monkeypatch, tmp_path):
    monkeypatch.delenv("PRONGSAI_SECRET_KEY", raising=False)

    first = environment.secret_key(tmp_path)
    second = environment.secret_key(tmp_path)

    assert first == second
    assert len(first) >= 50
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_sqlite_in_the_data_folder_is_the_default(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)

    found = environment.database(tmp_path)

    assert found["NAME"] == tmp_path / "prongsai.sqlite3"


def test_a_postgresql_address_is_taken_apart(monkeypatch, tmp_path):
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://a%40b:p%2Fw@db.local:5433/x?sslmode=require"
    )

    found = environment.database(tmp_path)

    assert (found["USER"], found["PASSWORD"], found["HOST"]) == (
        "a@b",
        "p/w",
        "db.local",
    )
    assert (found["PORT"], found["NAME"]) == ("5433", "x")
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_another_database_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "mysql://x/y")

    with pytest.raises(ImproperlyConfigured, match="postgresql"):
        environment.database(tmp_path)
