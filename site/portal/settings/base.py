"""Settings shared by every deployment. Only this package reads the environment."""

import os
from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from amendments.attaching.file_kinds import IN_LIBRARY
from portal.home.site_name import site_name
from portal.settings.cache import ALIAS, CACHES as CACHES, connection_of
from portal.settings.environment import database, one_of, time_zone, whole_number
from portal.settings.search import SEARCH_ENGINE as SEARCH_ENGINE, SEARCH_SERVER as SEARCH_SERVER

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("MADDA_VAR", ROOT / "var"))  # database and uploads of this deployment

INSTALLED_APPS = [
    "portal.users",
    "portal.home",
    "portal.demo",
    "rights",
    "consultations",
    "amendments",
    "search",
    "azerbaijan",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "portal.users.administration.AccountsConfig",  # wagtail.users with our forms
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "simple_history",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.Languages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.middleware.RefuseNull",
    "amendments.admin.middleware.OnlyReadablePages",
    "portal.users.security_log.NoteRefusals",
    "portal.middleware.UsedMethods",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.PrivatePages",
    "portal.middleware.ContentSecurityPolicy",
    "portal.middleware.RememberLanguage",
    "portal.middleware.StepAddresses",
    "amendments.copies.public_copies.PublicCopies",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.users.second_factor.RequireSecondFactor",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "portal" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.home.context.navigation",
            ],
        },
    }
]

# SQLite in WAL mode with IMMEDIATE transactions: a writer waits before it starts and never fails half-way.
DATABASES = {"default": database("MADDA_DATABASE_URL", f"sqlite:///{VAR / 'madda.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 180,  # seconds; saving the longest act blocks others for half a minute, on a busy machine over a minute
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=1073741824;",
    }
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # After a restart of the database, no request gets a connection that is gone.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Pages come from memory or a fast disk, and no query is long enough to gain from JIT or parallel workers.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options", "-c jit=off -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0"
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "portal.users.passwords.LongestPassword"},
    {"NAME": "portal.users.passwords.OftenGuessedPassword"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds that a link for a new password opens
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds; what is typed after the end is kept for the account
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True  # the owner is told of a new password, address or second factor
ACCOUNT_REAUTHENTICATION_REQUIRED = (
    True  # an open browser is not enough to change the address or the second factor
)
ACCOUNT_FORMS = {"signup": "portal.users.forms.SignUpForm"}
ACCOUNT_ADAPTER = "portal.users.adapter.AccountAdapter"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
# Only /accounts/ manages sign-in, passwords and addresses, because Wagtail's pages have no second factor.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Wrong passwords are counted by `portal.users.locks`. A limit by account alone would let anybody lock out anybody.
# So are wrong codes of the second factor (`portal.users.factor_tries`), which only who knows the password sends; allauth
# bounds them under `login_failed` for all places together, so that many places guess no code.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "password_failed": "60/m/ip",
    "login_failed": "100/d/key",
    "unlock": "20/m/ip,1/5m/key",
}
MFA_ADAPTER = "portal.users.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "portal.users.factor_tries.CodeForm",
    "reauthenticate": "portal.users.factor_tries.CodeAgainForm",
    "add_webauthn": "portal.users.security_keys.AddKeyForm",
    "edit_webauthn": "portal.users.security_keys.EditKeyForm",
    "authenticate_webauthn": "portal.users.security_keys.UseKeyForm",
    "reauthenticate_webauthn": "portal.users.security_keys.ShowKeyAgainForm",
}
MADDA_SECOND_FACTOR_ROLES: tuple[str, ...] = ()  # groups whose people sign in with a second factor
# How many proxies of the deployment stand before the site. Each one adds the address of its client to
# X-Forwarded-For. Earlier entries come from the client and are ignored; with 0, the whole header is ignored.
ALLAUTH_TRUSTED_PROXY_COUNT = MADDA_TRUSTED_PROXIES = whole_number("MADDA_TRUSTED_PROXIES", 0)

LANGUAGE_CODE = "en"
LANGUAGES = [("az", _("Azerbaijani")), ("en", _("English")), ("ru", _("Russian"))]
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [ROOT / "site" / "portal" / "locale"]
FORMAT_MODULE_PATH = "portal.formats"
TIME_ZONE = time_zone("MADDA_TIME_ZONE", "Asia/Baku")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "portal.whole_files.WholeFiles"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The heads of the chain of the record, outside the database; best on a disk that its administrators do not write
MADDA_CHAIN_LOG = os.environ.get("MADDA_CHAIN_LOG", VAR / "chain.log")
# The Ed25519 key with which the heads are signed, a file in PEM; without it one is made of the secret key
MADDA_RECORD_KEY = os.environ.get("MADDA_RECORD_KEY", "")
MADDA_BACKUPS = os.environ.get("MADDA_BACKUPS", "")  # their folder; `manage.py doctor` looks at their age

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Limits on signing in and the progress of the worker: every process counts and sees the same.
DATABASES[ALIAS] = connection_of(DATABASES["default"], VAR)
DATABASE_ROUTERS = ["portal.settings.cache.Router"]
MADDA_SHARED_CACHE = "default"

WAGTAIL_SITE_NAME = lazy(site_name, str)()  # the name that administrators give the site (Settings, Sites)
WAGTAILADMIN_BASE_URL = os.environ.get("MADDA_BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # rounds close by the clock of the country for every reader
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False  # a legal page exists once; every language prefix shows the same page (ADR 0001)
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# Documents into which the site looks, as into files of comments
WAGTAILDOCS_EXTENSIONS = IN_LIBRARY
WAGTAILDOCS_MAX_UPLOAD_SIZE = WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024  # bytes; the proxy takes 12 MB
# Checks and scanners of plugins look through what editors upload
WAGTAILDOCS_DOCUMENT_FORM_BASE = "amendments.admin.library_files.LibraryDocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "amendments.admin.library_files.LibraryPictureForm"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# Wagtail's admin uses inline scripts and styles, and shows its previews in frames.
CONTENT_SECURITY_POLICY_ADMIN = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
EMAIL_BACKEND = "amendments.mailing.backend.Outbox"  # writes rows; `manage.py run_periodic` sends them
MADDA_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 30  # seconds for each answer of the mail server
DEFAULT_FROM_EMAIL = os.environ.get("MADDA_FROM_EMAIL", "madda@localhost")

# Without DEBUG, Django does not log errors unless a logger is set up. This one writes to the service's log. Its level
# holds for every logger: the worker sets its own lower.
LOG_LEVEL = one_of("MADDA_LOG_LEVEL", ["WARNING", "ERROR", "CRITICAL", "INFO", "DEBUG"])
SECURITY_LOG: dict[str, object] = {"handlers": ["security"], "level": "INFO", "propagate": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "refusals": {"()": "portal.logs.RefusalsInOneLine"},
        "troubles": {"()": "portal.logs.TroublesInOneLine"},
    },
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "json": {"()": "portal.logs.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": one_of("MADDA_LOG_FORMAT", ["line", "json"]),
            "filters": ["refusals", "troubles"],
            "level": LOG_LEVEL,
        },
        # Who signed in and what was refused, whatever the level of the rest
        "security": {
            "class": "logging.StreamHandler",
            "formatter": one_of("MADDA_LOG_FORMAT", ["line", "json"]),
        },
    },
    "loggers": {
        "madda.security": SECURITY_LOG,
        "django.server": {"level": LOG_LEVEL, "propagate": True},  # no line for each page
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}

# Plugins are Django apps that are enabled by name. They register the hooks that an app declares in its hooks.py.
MADDA_PLUGINS = [name for name in os.environ.get("MADDA_PLUGINS", "azerbaijan").split(",") if name]
