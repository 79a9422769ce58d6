"""Which passwords are refused beside short ones and those like the address or the name."""

from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

SHORTEST_PIECE, LONGEST_PIECE = 3, 8  # characters of what is repeated, such as “abc”
LONGEST = 128  # characters: longer ones only cost time to hash


class LongestPassword:
    """Refuses what no person types. A shorter password is never cut."""

    def validate(self, password: str, user: Any = None) -> None:
        """Django's protocol of a validator; Any: the account or none."""
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        """What the page says."""
        return ngettext(
            "A password has at most %(most)d character.",
            "A password has at most %(most)d characters.",
            LONGEST,
        ) % {"most": LONGEST}


class OftenGuessedPassword(CommonPasswordValidator):
    """Refuses common passwords, two of them in a row, and a few characters again and again.

    Of the 20,000 in the list only 194 are long enough for this site: what people make of the others is guessed first.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Django's protocol of a validator, which asks each of them; Any: the account or none."""
        if len(password) > LONGEST:  # refused already, and comparing it would take minutes
            return
        said = password.lower().strip()
        pairs = (
            (said[:place], said[place:]) for place in range(SHORTEST_PIECE, len(said) - SHORTEST_PIECE + 1)
        )
        if self._is_repeated(said) or any({one, other} <= self.passwords for one, other in pairs):
            raise ValidationError(self.get_error_message(), code="password_too_common")
        super().validate(password, user)

    def _is_repeated(self, said: str) -> bool:
        sizes = range(1, min(LONGEST_PIECE, len(said) // 2) + 1)
        return any(said == (said[:size] * len(said))[: len(said)] for size in sizes)
