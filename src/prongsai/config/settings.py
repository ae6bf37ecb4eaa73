"""All settings, in one file; the environment overrides what differs by place."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from prongsai.config import environment, identity, safety
from prongsai.foundations.files import storage
from prongsai.foundations.notifications import mail

PACKAGE = Path(__file__).resolve().parents[1]
DATA = environment.data_folder()
MODE = environment.mode()
IN_PRODUCTION = environment.PRODUCTION == MODE

SECRET_KEY = environment.secret_key(DATA)
DEBUG = environment.switch("PRONGSAI_DEBUG")
PLAIN_HTTP = environment.switch("PRONGSAI_PLAIN_HTTP", default=not IN_PRODUCTION)
ALLOWED_HOSTS = environment.words("PRONGSAI_HOSTS") or (
    [] if IN_PRODUCTION else ["localhost", "127.0.0.1", "[::1]", ".localhost"]
)
ROOT_URLCONF = "prongsai.config.urls"
WSGI_APPLICATION = "prongsai.config.wsgi.application"

# Time and language
USE_TZ = True
TIME_ZONE = "Asia/Bangkok"
USE_I18N = True
LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "sites" / "locale", PACKAGE / "config" / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"

# The database
DATABASES = {"default": environment.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What is installed; a register is one line here and one in each site's urls.py.
FOUNDATIONS = [
    "prongsai.foundations.organisations",
    "prongsai.foundations.accounts",
    "prongsai.foundations.audit",
    "prongsai.foundations.tasks",
    "prongsai.foundations.submissions",
    "prongsai.foundations.numbering",
    "prongsai.foundations.files",
    "prongsai.foundations.notifications",
    "prongsai.foundations.frameworks",
    "prongsai.foundations.search",
    "prongsai.foundations.publications",
    "prongsai.foundations.evidence",
    "prongsai.foundations.approvals",
    "prongsai.foundations.administration",
]
REGISTERS = [
    # The invented office is made in this order: measures name loans and minutes.
    "prongsai.registers.lending",
    "prongsai.registers.meetings",
    "prongsai.registers.assessments",
    "prongsai.registers.measures",
    "prongsai.registers.reports",
    "prongsai.registers.directory",
    "prongsai.registers.news",
    "prongsai.registers.disclosure",
]
INSTALLED_APPS = [
    *FOUNDATIONS,
    *REGISTERS,
    "prongsai.sites",
    "prongsai.ui",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "django_htmx",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "prongsai.foundations.publications.page_cache.PageCache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "prongsai.sites.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    # Outside the office's transaction: what is done on its commit still says so.
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "prongsai.foundations.organisations.http.TenantMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "prongsai.foundations.accounts.sessions.SessionLimits",
    "prongsai.foundations.accounts.second_factor.SecondFactorGate",
    "prongsai.sites.gate.StaffGate",
    "prongsai.foundations.files.http.Uploads",
    "prongsai.sites.errors.SpokenErrors",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "prongsai.foundations.notifications.context.unread",
            ],
            "builtins": [
                "prongsai.ui.templatetags.ui",
                "prongsai.ui.templatetags.ui_values",
            ],
        },
    }
]
FORM_RENDERER = "prongsai.ui.forms.FormRenderer"

# People and how they sign in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "prongsai.foundations.accounts.backends.OfficeBackend",
]
ACCOUNT_ADAPTER = "prongsai.foundations.administration.sign_in.RecordedSignIn"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; see the adapter
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator enters addresses
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers
ACCOUNT_EMAIL_NOTIFICATIONS = True  # "your password was changed"
ACCOUNT_SESSION_REMEMBER = False  # signed out with the browser
ACCOUNT_USER_DISPLAY = str
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if PLAIN_HTTP else "https"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (
    "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  # a path
)
ACCOUNT_FORMS = {
    "reset_password": "prongsai.foundations.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": (
        "prongsai.foundations.accounts.forms.ResetPasswordKeyForm"
    ),
}
BEHIND_PROXY = environment.switch("PRONGSAI_BEHIND_PROXY")
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
MFA_ADAPTER = "prongsai.foundations.accounts.adapters.OfficeMFAAdapter"
MFA_FORMS = {
    "add_webauthn": "prongsai.foundations.accounts.key_forms.AddKeyForm",
    "edit_webauthn": "prongsai.foundations.accounts.key_forms.EditKeyForm",
    "authenticate_webauthn": "prongsai.foundations.accounts.key_forms.UseKeyForm",
    "reauthenticate_webauthn": "prongsai.foundations.accounts.key_forms.ConfirmKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # telephones run up to half a minute wrong
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IN_PRODUCTION  # http://localhost
SECOND_FACTOR_WAIVED_IN_DEMONSTRATIONS = not IN_PRODUCTION
SOCIALACCOUNT_ADAPTER = "prongsai.foundations.accounts.adapters.OfficeSocialAdapter"
SOCIALACCOUNT_PROVIDERS = identity.providers()
INVITATION_DAYS = 7
PASSWORD_RESET_TIMEOUT = 24 * 3600
SESSION_IDLE_MINUTES = environment.number("PRONGSAI_IDLE_MINUTES", default=30)
SESSION_LONGEST_HOURS = 12
SESSION_COOKIE_AGE = SESSION_LONGEST_HOURS * 3600
CACHES = {"default": environment.cache()}  # counts wrong attempts; shared by workers
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/staff/"
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # user names are unique inside an office, see accounts.models.User
]

# Files, static and private
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": storage.choose(DATA / "files", environment.text),
    "staticfiles": {"BACKEND": "prongsai.config.static.StaticFiles"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

FILE_UPLOAD_HANDLERS = ["prongsai.foundations.files.handlers.LimitedUploads"]
FILE_UPLOAD_TEMP_DIR = DATA / "incoming"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 50
PRONGSAI_UPLOAD_MB = environment.number("PRONGSAI_UPLOAD_MB", default=60)
PRONGSAI_UNCLAIMED_HOURS = 24

# Whether other sites are visited: pages that are evidence, links of published items
PRONGSAI_CHECK_LINKS = environment.switch("PRONGSAI_CHECK_LINKS")
SPOKEN_ERRORS = "prongsai.sites.errors.SpokenErrors"

# Where articles are posted once an administrator has switched it on
NEWS_LINE_API = environment.text("PRONGSAI_LINE_API", "https://api.line.me")
NEWS_FACEBOOK_API = environment.text(
    "PRONGSAI_FACEBOOK_API", "https://graph.facebook.com"
)

# The address of the licence the published data may be used under; none: "not stated"
PRONGSAI_DATA_LICENCE = environment.text("PRONGSAI_DATA_LICENCE")

# Public pages kept in memory, in each process; 0 keeps none
PAGE_CACHE_BYTES = (
    environment.number("PRONGSAI_PAGE_CACHE_MB", default=32, least=0) * 1024 * 1024
)

# Background work
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Numbers of forms that were sent; a form older than this may be sent twice
SUBMISSIONS_KEPT_DAYS = 7

# Mail: printed unless a server is named; links in it need the address of the site
MAIL = mail.settings_from(os.environ)
EMAIL_BACKEND, ANYMAIL, EMAIL_TIMEOUT = MAIL.backend, MAIL.anymail, MAIL.timeout
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS = MAIL.host, MAIL.port, MAIL.use_tls
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_SSL = MAIL.use_ssl
DEFAULT_FROM_EMAIL = environment.text("PRONGSAI_MAIL_FROM", "prongsai@localhost")
SITE_ADDRESS = environment.text("PRONGSAI_ADDRESS") or (
    "http://127.0.0.1:8000" if PLAIN_HTTP else f"https://{(*ALLOWED_HOSTS, '')[0]}"
)

# What a browser may do with our pages
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
CSRF_FAILURE_VIEW = "prongsai.sites.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

if IN_PRODUCTION:
    safety.refuse_unsafe(globals())
