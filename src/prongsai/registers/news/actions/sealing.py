"""Access tokens sealed with a key that comes from the secret of this installation."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from prongsai.registers.news.actions.refusals import TokenUnreadable

_PURPOSE = b"prongsai.news.outlets"
_BYTES = 32


def sealed(token: str) -> str:
    """Return a token as it is kept."""
    return _box().encrypt(token.encode()).decode("ascii")


def opened(kept: str) -> str:
    """Return a sealed token; raise ``TokenUnreadable`` once the secret has changed."""
    try:
        return _box().decrypt(kept.encode("ascii")).decode()
    except (InvalidToken, ValueError):
        raise TokenUnreadable from None


def _box() -> Fernet:
    made = HKDF(algorithm=hashes.SHA256(), length=_BYTES, salt=None, info=_PURPOSE)
    return Fernet(base64.urlsafe_b64encode(made.derive(settings.SECRET_KEY.encode())))
