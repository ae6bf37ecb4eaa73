"""The pages of signing in: those of the library that people here need, and no others.

Signing up, signing in by code and managing several e-mail addresses are left out:
an address nobody can reach needs no guard.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as outside
from django.urls import path, re_path

from prongsai.foundations.accounts import account_views as own

urlpatterns = [
    path("", own.entrance, name="account_entrance"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path(
        "password/reset/sent/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "password/reset/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-0-9A-Za-z]+)/$",
        own.password_by_link,
        name="account_reset_password_from_key",
    ),
    path("second-factor/", mfa.index, name="mfa_index"),
    path("second-factor/check/", mfa.authenticate, name="mfa_authenticate"),
    path("second-factor/confirm/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-factor/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "second-factor/codes/",
        codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factor/codes/new/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-factor/codes/file/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("second-factor/keys/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("second-factor/keys/add/", keys.add_webauthn, name="mfa_add_webauthn"),
    path(
        "second-factor/keys/confirm/",
        keys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "second-factor/keys/<int:pk>/remove/",
        own.remove_key,
        name="mfa_remove_webauthn",
    ),
    path("second-factor/keys/<int:pk>/", own.edit_key, name="mfa_edit_webauthn"),
    path("identities/", social.connections, name="socialaccount_connections"),
    path(
        "identities/cancelled/",
        social.login_cancelled,
        name="socialaccount_login_cancelled",
    ),
    path("identities/refused/", social.login_error, name="socialaccount_login_error"),
    path("identities/<slug:provider_id>/", outside.login, name="openid_connect_login"),
    path(
        "identities/<slug:provider_id>/back/",
        outside.callback,
        name="openid_connect_callback",
    ),
]
