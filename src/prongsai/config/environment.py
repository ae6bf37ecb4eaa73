"""What the environment may say, read once and refused when it makes no sense."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

DEVELOPMENT, PRODUCTION = "development", "production"


def text(name: str, default: str = "") -> str:
    """Return a variable without the white space around it."""
    return os.environ.get(name, default).strip()


def words(name: str) -> list[str]:
    """Return a variable that lists things, separated by commas."""
    return [word for part in text(name).split(",") if (word := part.strip())]


def switch(name: str, *, default: bool = False) -> bool:
    """Return a variable that is on or off."""
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    message = f"{name} must be 1 or 0, not {value!r} / {name} ต้องเป็น 1 หรือ 0"
    raise ImproperlyConfigured(message)


def number(name: str, *, default: int, least: int = 1) -> int:
    """Return a variable that is a whole number, ``least`` or more."""
    value = text(name, str(default))
    if value.isascii() and value.isdigit() and int(value) >= least:
        return int(value)
    message = f"{name} must be a whole number, not {value!r} / {name} ต้องเป็นจำนวนเต็ม"
    raise ImproperlyConfigured(message)


def cache() -> dict[str, object]:
    """Return Django's settings for what is remembered for some minutes.

    Wrong attempts to sign in are counted there. Several workers must count together,
    so production and PostgreSQL keep it in the database; one process alone, in memory.
    """
    if mode() == PRODUCTION or text("DATABASE_URL"):
        return {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "prongsai_cache",
        }
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


def mode() -> str:
    """Return where this runs: ``development`` (one machine, loopback) or ``production``."""
    value = text("PRONGSAI_MODE", DEVELOPMENT)
    if value not in {DEVELOPMENT, PRODUCTION}:
        message = f"PRONGSAI_MODE must be development or production, not {value!r}"
        raise ImproperlyConfigured(message)
    return value


def data_folder() -> Path:
    """Return the one folder everything is kept in; it is made where it is missing."""
    folder = Path(text("PRONGSAI_DATA") or "prongsai-data").resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def secret_key(folder: Path) -> str:
    """Return the secret: given in production, made once and kept in the data otherwise."""
    given = text("PRONGSAI_SECRET_KEY")
    if given or mode() == PRODUCTION:
        return given
    kept = folder / "secret.key"
    if not kept.exists():
        fresh = kept.with_name(f"secret.key.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50), encoding="ascii")
        fresh.replace(kept) if not kept.exists() else fresh.unlink()
    return kept.read_text(encoding="ascii")


def database(folder: Path) -> dict[str, object]:
    """Return Django's settings for SQLite in the data folder, or for ``DATABASE_URL``."""
    url = text("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "prongsai.sqlite3",
            "CONN_MAX_AGE": None,  # opening a file for every page costs more than asking
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                    "PRAGMA cache_size=-16000; PRAGMA foreign_keys=ON;"
                ),
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        message = "DATABASE_URL must begin with postgresql:// / DATABASE_URL ต้องขึ้นต้นด้วย postgresql://"
        raise ImproperlyConfigured(message)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
