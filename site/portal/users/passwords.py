"""Which passwords are refused beside short ones and those like the address, and how strong the others are."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _, ngettext

SHORTEST_PIECE, LONGEST_PIECE = 3, 8  # characters of what is repeated, such as “abc”
LONG, LONGER = (16, 8), (20, 10)  # characters, and how many different ones among them
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


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong a password is: 0 is refused, 3 is the strongest; and the same in words."""

    level: int
    words: str


def strength_of(password: str, user: Any) -> Strength:
    """What the rules say, then what length and variety say. Any: the account, or one that is not saved yet."""
    try:
        validate_password(password, user)
    except ValidationError as refusal:
        return Strength(0, " ".join(refusal.messages))
    words = (_("Enough; a longer one is stronger."), _("Strong."), _("Very strong."))
    level = sum(len(password) >= most and len(set(password)) >= kinds for most, kinds in (LONG, LONGER))
    return Strength(level + 1, words[level])
