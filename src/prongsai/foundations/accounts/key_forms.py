"""The library's forms of security keys, refusing in words what makes no sense."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as library
from django import forms
from django.utils.translation import gettext_lazy as _

NONSENSE = (AttributeError, KeyError, TypeError, ValueError)
"""What the library lets escape when a browser sends something that is no credential."""


class AddKeyForm(library.AddWebAuthnForm):  # type: ignore[misc]  # untyped library
    """A new key with a name."""

    name = forms.CharField(label=_("Name of the key"), required=False, max_length=100)

    def clean(self) -> dict[str, Any]:
        """Refuse what is no credential."""
        try:
            found: dict[str, Any] = super().clean()
        except NONSENSE as error:
            raise get_adapter().validation_error("incorrect_code") from error
        return found


class _KeyCheck:
    """Refuses what is no credential when a key is used."""

    def clean_credential(self) -> object:
        """Ask the library, and answer its stumbling as a wrong code."""
        try:
            return super().clean_credential()  # type: ignore[misc]  # mixed in below
        except NONSENSE as error:
            raise get_adapter().validation_error("incorrect_code") from error


class UseKeyForm(_KeyCheck, library.AuthenticateWebAuthnForm):  # type: ignore[misc]  # untyped library
    """A key as the second factor."""


class ConfirmKeyForm(_KeyCheck, library.ReauthenticateWebAuthnForm):  # type: ignore[misc]  # untyped library
    """A key to confirm that it is still the same person."""


class EditKeyForm(library.EditWebAuthnForm):  # type: ignore[misc]  # untyped library
    """The name of a key."""

    name = forms.CharField(label=_("Name of the key"), max_length=100)
