"""What the table of the cache holds: objects of Python, signed with the key of the site.

Reading such an object can run code. So nothing is read that the site has not written under this very key: whoever
writes into the table, and does not have the key of the site, can only take values away.
"""

import hmac
import io
import pickle
from base64 import b64decode
from typing import Any

from django.utils.crypto import salted_hmac

_SALT = "portal.signed_values"
_LENGTH = 32  # bytes of SHA-256


class NotOurs(Exception):
    """The site did not write this value under this key, or wrote it with another key of the site."""


def signed(key: str, value: Any) -> bytes:
    """The bytes that stand for a value."""
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _signature(key, pickled) + pickled


def opened(key: str, stored: str) -> Any:
    """The value of a column: these bytes as Django's cache writes bytes. Raises `NotOurs`."""
    try:
        found = _OnlyBytes(io.BytesIO(b64decode(stored))).load()
    except Exception as error:  # damaged bytes raise nearly anything
        raise NotOurs from error
    if not isinstance(found, bytes):
        raise NotOurs
    signature, pickled = found[:_LENGTH], found[_LENGTH:]
    if not hmac.compare_digest(signature, _signature(key, pickled)):
        raise NotOurs
    return pickle.loads(pickled)  # noqa: S301 - the site has written it


class _OnlyBytes(pickle.Unpickler):
    """Reads plain values and names no class or function, so that it runs nothing."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuse."""
        raise pickle.UnpicklingError


def _signature(key: str, pickled: bytes) -> bytes:
    return salted_hmac(_SALT, key.encode() + b"\0" + pickled, algorithm="sha256").digest()
