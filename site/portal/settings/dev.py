"""Development: SQLite, mail shown on the site, no certificate."""

from portal.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "only for a machine of one's own"  # noqa: S105 - never used by production.py
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
MADDA_MAIL_TRANSPORT = "portal.demo.outbox.Backend"
WHITENOISE_USE_FINDERS = True
MADDA_DEMO = True
SECURITY_LOG["level"] = "WARNING"  # noqa: F405 - the list of logins stays on the screen
VAR.mkdir(parents=True, exist_ok=True)  # noqa: F405 - SQLite creates the file but not its folder
