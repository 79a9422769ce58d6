"""The names and keys that bind text kept for an author to the account of the author."""

from datetime import timedelta
from typing import Any

from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac

_SIGNER = TimestampSigner(salt="consultations.kept.shown")


def account_name(user: Any) -> str:
    """An opaque name of the account, the same in every session. It cannot be guessed from the number of the account."""
    return _made_of("consultations.kept.account", user)


def account_proof(user: Any) -> str:
    """The name with the moment, signed: it shows that the server made a form for the account."""
    return _SIGNER.sign(account_name(user))


def account_of_proof(proof: str, age: timedelta) -> str:
    """The name of the account; "" if the proof is not ours or is older."""
    try:
        return _SIGNER.unsign(proof, max_age=age)
    except BadSignature:
        return ""


def copy_key(user: Any) -> str:
    """The key for copies in the browser, as 64 hex digits. Pages of this account alone carry it."""
    return _made_of("consultations.kept.copy", user)


def _made_of(salt: str, user: Any) -> str:
    return salted_hmac(salt, str(user.pk), algorithm="sha256").hexdigest()
