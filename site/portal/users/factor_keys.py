"""The secrets of second factors are encrypted in the database, with keys made of the keys of the site.

Whoever has the database or a backup without keys cannot show anybody's second factor.
"""

import logging
from base64 import urlsafe_b64encode
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

_SALT = "portal.users.factor_keys"
_SECRETS = {"secret", "seed"}  # of an app that makes codes, and of recovery codes
security = logging.getLogger("madda.security")


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


def encrypt_anew() -> int:
    """Encrypt every secret with the present key of the site, all or none; how many factors hold one.

    Afterwards no former key is needed for them. A secret that no key opens is refused as in `decrypted`.
    """
    with transaction.atomic():
        held = Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN)
        for factor in held:
            factor.data = {name: _anew(name, value) for name, value in factor.data.items()}
            factor.save(update_fields=["data"])
        security.info("second factors encrypted anew: %d", len(held))
    return len(held)


def _anew(name: str, value: Any) -> Any:
    """A secret under the present key; anything else as it is."""
    if name == "migrated_codes":
        return [encrypted(decrypted(code)) for code in value]
    return encrypted(decrypted(value)) if name in _SECRETS else value


def _box() -> MultiFernet:
    """Writes with the present key and reads with former ones too."""
    return MultiFernet([_fernet(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _fernet(key: str | bytes) -> Fernet:
    made = salted_hmac(_SALT, "second factor", secret=key, algorithm="sha256").digest()
    return Fernet(urlsafe_b64encode(made))
