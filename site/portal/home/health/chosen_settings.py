"""What the doctor looks at in the settings: values with which the site runs, but does not keep what it promises."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import get_connection
from django.db import connection
from django.http.request import validate_host

from amendments.record.site_key import public_key
from portal.home.health.findings import Finding, fault, warning, well
from portal.users.models import User

SHORTEST_KEY = 32  # characters; `openssl rand -hex 32` makes 64
PATIENCE = 5  # seconds for the mail server to answer
_OF_THE_DEMO = "@demo.invalid"
_SMTP = "django.core.mail.backends.smtp.EmailBackend"


def chosen(now: datetime) -> Iterator[Finding]:
    """The settings that let a stranger in, or lead readers elsewhere. A machine of one's own may have any."""
    if settings.MADDA_DEMO and connection.vendor == "sqlite":
        yield well("settings", "They are those of a machine of one's own.")
    elif settings.MADDA_DEMO or settings.DEBUG:
        yield fault(
            "settings",
            "The database of a public site is used with the settings of a machine of one's own: their secret key "
            "is known to all, and the site shows its mails or its code.",
            "Set DJANGO_SETTINGS_MODULE=portal.settings.production and restart all.",
        )
    elif found := [
        *_secret_key(),
        *_hosts(),
        *_address(),
        *_second_factor(),
        *_record_key(),
        *_sender(),
    ]:
        yield from found
    else:
        yield well("settings", "Secret key, hosts, address and second factor are as they should be.")


def _secret_key() -> Iterator[Finding]:
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield fault(
            "secret key",
            f"MADDA_SECRET_KEY has {len(settings.SECRET_KEY)} characters: who guesses it signs in as anybody.",
            "Make another one (openssl rand -hex 32); docs/keys.md says how to change it on a site in use.",
        )


def _hosts() -> Iterator[Finding]:
    if "*" in settings.ALLOWED_HOSTS:
        yield fault(
            "hosts",
            "MADDA_HOSTS=* takes every name for the site's, so a request may choose where links lead.",
            "Name the hosts of the site in MADDA_HOSTS, separated by commas.",
        )


def _address() -> Iterator[Finding]:
    try:
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        _port, is_bare = address.port, address.path in ("", "/")  # a port that is none raises
    except ValueError as trouble:
        yield fault(
            "address",
            f"MADDA_BASE_URL is {settings.WAGTAILADMIN_BASE_URL}, which is no address: {trouble}.",
            "Write it as https://madda.example.org.",
        )
        return
    if address.scheme != "https":
        yield fault(
            "address",
            f"MADDA_BASE_URL is {settings.WAGTAILADMIN_BASE_URL}: links in mails are not encrypted.",
            "Let it begin with https://.",
        )
    if not is_bare:
        yield fault(
            "address",
            f"MADDA_BASE_URL is {settings.WAGTAILADMIN_BASE_URL}: no page of the site begins with {address.path}.",
            "Leave out what stands behind the host.",
        )
    if not validate_host((address.hostname or "").lower(), settings.ALLOWED_HOSTS):
        yield fault(
            "address",
            f"The host of MADDA_BASE_URL, {address.hostname}, is not in MADDA_HOSTS: links in mails lead elsewhere.",
            "Correct MADDA_BASE_URL, or add its host to MADDA_HOSTS.",
        )


def _second_factor() -> Iterator[Finding]:
    if not settings.MADDA_SECOND_FACTOR_ROLES:
        yield warning(
            "second factor",
            "Nobody needs a second factor: a password alone opens the accounts of administrators.",
            "Name the roles in MADDA_SECOND_FACTOR_ROLES, as in deploy/env.example.",
        )


def _record_key() -> Iterator[Finding]:
    try:
        public_key()
    except (OSError, ValueError, ImproperlyConfigured) as trouble:
        yield fault(
            "record key",
            f"The key that signs proofs cannot be used: {trouble}.",
            "Correct MADDA_RECORD_KEY and who may read the file (docs/keys.md).",
        )


def _sender() -> Iterator[Finding]:
    if "@" not in settings.DEFAULT_FROM_EMAIL:
        yield fault(
            "sender",
            f"MADDA_FROM_EMAIL is {settings.DEFAULT_FROM_EMAIL}: no server takes mails from it.",
            "Write an address, as madda@example.org.",
        )


def demo_accounts(now: datetime) -> Iterator[Finding]:
    """Whether a public site has accounts of the demo. It is no part of `chosen`, which asks no database."""
    if settings.MADDA_DEMO or settings.DEBUG:
        return
    count = User.objects.filter(email__endswith=_OF_THE_DEMO, is_active=True).count()
    if count:
        yield fault(
            "demo",
            f"{count} accounts of the demo are active: everybody knows their password.",
            "Begin with an empty database, or deactivate them under Settings, Users.",
        )


def mail_server(now: datetime) -> Iterator[Finding]:
    """Whether the server that mails go to lets the site in. Nothing is sent."""
    if settings.MADDA_MAIL_TRANSPORT != _SMTP:
        return
    host, port = settings.EMAIL_HOST, settings.EMAIL_PORT
    try:
        with get_connection(_SMTP, timeout=PATIENCE):
            pass
    except OSError as trouble:  # also what the server refuses
        yield fault(
            "mail server",
            f"The mail server {host}, port {port}, does not let the site in: {trouble}.",
            "Correct MADDA_SMTP_HOST, MADDA_SMTP_PORT, MADDA_SMTP_SECURITY, user and password, or start the server.",
        )
    else:
        yield well("mail server", f"{host}, port {port}, lets the site in.")
