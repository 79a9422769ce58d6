"""The letters that could not be written, for those who look after the mails. Nothing here shows what they tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from consultations.letters.registry import KINDS
from consultations.models import Letter

SHOWN = 100
State = Letter.State


@dataclass(frozen=True, slots=True)
class AsideLetter:
    """One letter: to whom, of which kind, and what went wrong."""

    letter: Letter
    kind: str

    @property
    def person(self) -> str:
        """Whom it is for."""
        return str(self.letter.person)


@dataclass(frozen=True, slots=True)
class LettersAside:
    """How many are tried again, how many are put aside, and the newest of these."""

    trying: int
    count: int
    rows: Sequence[AsideLetter]

    def __bool__(self) -> bool:
        return bool(self.trying or self.count)


def letters_aside() -> LettersAside:
    """The numbers, and the newest letters that were put aside."""
    aside = Letter.objects.filter(state=State.FAILED)
    rows = aside.select_related("person").order_by("-at", "-pk")[:SHOWN]
    trying = Letter.objects.filter(~Q(error=""), state=State.WAITING).count()
    return LettersAside(trying, aside.count(), [AsideLetter(row, _name(row)) for row in rows])


def _name(letter: Letter) -> str:
    kind = KINDS.get(letter.kind)
    return str(kind.label) if kind else letter.kind
