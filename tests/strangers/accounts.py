"""Strangers at the pages of signing in: Alice's links and keys open nothing elsewhere."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import int_to_base36

from tests.cast import make_user


def nothing(_office):
    return {}


def key_of_alice(office):
    alice = make_user(office=office, username="alice")
    key = Authenticator.objects.create(
        user=alice, type=Authenticator.Type.WEBAUTHN, data={"name": "กุญแจของอลิซ"}
    )
    return {
        "kwargs": {"pk": key.pk},
        "data": {"name": "กุญแจของชาลี"},
        "secrets": ["กุญแจของอลิซ"],
    }


def link_of_alice(office):
    alice = make_user(office=office, username="alice")
    return {
        "kwargs": {
            "uidb36": int_to_base36(alice.pk),
            "key": PasswordResetTokenGenerator().make_token(alice),
        },
        "data": {"password1": "ของชาลี-2569-ใหม่", "password2": "ของชาลี-2569-ใหม่"},
        "secrets": [alice.get_full_name(), alice.email],
    }


def mail_of_alice(office):
    alice = make_user(office=office, username="alice")
    return {
        "data": {"email": alice.email, "login": alice.email, "password": "x"},
        "secrets": [alice.get_full_name()],
    }


def outside(_office):
    return {"kwargs": {"provider_id": "thaid"}}


CASES = dict.fromkeys(
    (
        "account_entrance", "account_logout", "account_inactive",
        "account_reauthenticate", "account_change_password", "account_set_password",
        "account_reset_password_done", "account_reset_password_from_key_done",
        "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp",
        "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn",
        "mfa_reauthenticate_webauthn", "socialaccount_connections",
        "socialaccount_login_cancelled", "socialaccount_login_error",
    ),
    nothing,
) | {
    "account_login": mail_of_alice,
    "account_reset_password": mail_of_alice,
    "account_reset_password_from_key": link_of_alice,
    "mfa_remove_webauthn": key_of_alice,
    "mfa_edit_webauthn": key_of_alice,
    "openid_connect_login": outside,
    "openid_connect_callback": outside,
}  # fmt: skip
