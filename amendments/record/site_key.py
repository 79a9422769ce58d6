"""The heads of the chain are signed with an Ed25519 key of the site, so that whoever has a proof can show from where it is."""

from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import salted_hmac


def signed(message: bytes) -> bytes:
    """The signature: 64 bytes, always the same for the same message."""
    return _key().sign(message)


def public_key() -> bytes:
    """The public key in PEM, as openssl reads it."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return _key().public_key().public_bytes(serialization.Encoding.PEM, form)


def key_hash() -> str:
    """The hash of the file of the public key, as the script that checks proofs prints it."""
    return sha256(public_key()).hexdigest()


def _key() -> Ed25519PrivateKey:
    """`MADDA_RECORD_KEY`, a file in PEM; without it a key that is made of the key of the site."""
    path = getattr(settings, "MADDA_RECORD_KEY", "")
    if not path:
        made = salted_hmac("madda.record", "heads", secret=settings.SECRET_KEY, algorithm="sha256").digest()
        return Ed25519PrivateKey.from_private_bytes(made)
    key = serialization.load_pem_private_key(Path(path).read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ImproperlyConfigured("MADDA_RECORD_KEY names a file that holds no Ed25519 key.")
    return key
