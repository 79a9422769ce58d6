"""What the table of the cache holds: objects of Python, signed with the key of the site.

Reading such an object can run code. So nothing is read that the site has not written under this very key: whoever
writes into the table, and does not have the key of the site, can only take values away.
"""

import hmac
import pickle
from base64 import b64decode
from pickletools import genops
from typing import Any

from django.utils.crypto import salted_hmac

_SALT = "portal.signed_values"
_LENGTH = 32  # bytes of SHA-256
_BYTES = {"SHORT_BINBYTES", "BINBYTES", "BINBYTES8"}  # operations of pickled bytes
_AROUND = {"PROTO", "FRAME", "MEMOIZE", "STOP"}


class NotOurs(Exception):
    """The site did not write this value under this key, or wrote it with another key of the site."""


def signed(key: str, value: Any) -> bytes:
    """The bytes that stand for a value."""
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _signature(key, pickled) + pickled


def opened(key: str, stored: str) -> Any:
    """The value of a column: these bytes as Django's cache writes bytes. Raises `NotOurs`."""
    found = _bytes_in(stored)
    signature, pickled = found[:_LENGTH], found[_LENGTH:]
    if not hmac.compare_digest(signature, _signature(key, pickled)):
        raise NotOurs
    return pickle.loads(pickled)  # noqa: S301 - the site has written it


def _bytes_in(stored: str) -> bytes:
    """The bytes that were pickled. What is stored is read as a list of operations and never carried out."""
    try:
        steps = [(step.name, given) for step, given, _place in genops(b64decode(stored))]
    except ValueError as error:  # no base 64, or no pickle
        raise NotOurs from error
    found: list[Any] = [given for name, given in steps if name in _BYTES]
    if len(found) != 1 or not {name for name, _given in steps} <= _BYTES | _AROUND:
        raise NotOurs
    value: bytes = found[0]
    return value


def _signature(key: str, pickled: bytes) -> bytes:
    return salted_hmac(_SALT, key.encode() + b"\0" + pickled, algorithm="sha256").digest()
