"""The secrets of second factors are encrypted in the database, with keys made of the keys of the site.

Whoever has the database or a backup without keys cannot show anybody's second factor.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

_SALT = "portal.users.factor_keys"


def encrypted(secret: str) -> str:
    """What is stored."""
    return _box().encrypt(secret.encode()).decode()


def decrypted(stored: str) -> str:
    """The secret; a refusal in words if none of the keys of the site opens it."""
    try:
        return _box().decrypt(stored.encode()).decode()
    except InvalidToken:
        raise ValidationError(
            _(
                "The second factor cannot be read, because the key of the site is another one. Ask two administrators to "
                "remove it, then set it up anew."
            ),
            code="unreadable_factor",
        ) from None


def _box() -> MultiFernet:
    """Writes with the present key and reads with former ones too."""
    return MultiFernet([_fernet(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _fernet(key: str | bytes) -> Fernet:
    made = salted_hmac(_SALT, "second factor", secret=key, algorithm="sha256").digest()
    return Fernet(urlsafe_b64encode(made))
