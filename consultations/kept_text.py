"""The names and keys that bind text kept for an author to the account of the author."""

from typing import Any

from django.utils.crypto import salted_hmac


def account_name(user: Any) -> str:
    """An opaque name of the account, the same in every session. It cannot be guessed from the number of the account."""
    return _made_of("consultations.kept.account", user)


def copy_key(user: Any) -> str:
    """The key for copies in the browser, as 64 hex digits. Pages of this account alone carry it."""
    return _made_of("consultations.kept.copy", user)


def _made_of(salt: str, user: Any) -> str:
    return salted_hmac(salt, str(user.pk), algorithm="sha256").hexdigest()
