"""A public deployment. Every secret and address comes from the environment; the site does not start without them."""

import os

from portal.settings.base import *  # noqa: F403
from portal.settings.environment import needed, needed_hosts
from portal.settings.mail import *  # noqa: F403

SECRET_KEY = needed("MADDA_SECRET_KEY")
SECRET_KEY_FALLBACKS = os.environ.get(
    "MADDA_FORMER_SECRET_KEYS", ""
).split()  # for sessions and the log of heads
ALLOWED_HOSTS = needed_hosts("MADDA_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Browsers take cookies of these names from this host alone, and only over TLS.
SESSION_COOKIE_NAME = "__Host-madda_session"
CSRF_COOKIE_NAME = "__Host-madda_csrf"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}  # noqa: F405
# People with these roles sign in with a second factor. An empty value needs it of nobody.
MADDA_SECOND_FACTOR_ROLES = tuple(
    name.strip()
    for name in os.environ.get(
        "MADDA_SECOND_FACTOR_ROLES", "secretary,chair,rights_analyst,rights_head,rights_reader,administrator"
    ).split(",")
    if name.strip()
)
MADDA_DEMO = False
