"""What a kind of letter is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Generic, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.actor import Actor
from consultations.models import Letter
from consultations.models.letter import FollowKind, LetterGroup

Row = TypeVar("Row")
Keys = Sequence[Any]
"""Keys of rows, as they were announced. Any: of models of every kind."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A letter that a step owes to somebody."""

    person: Any  # the key of an account
    about: object
    occasion: str = ""
    round: Any = None  # keys
    institution: Any = None
    due_at: datetime | None = None  # None: at once
    follow: Any = None  # the key of what the person follows


FOLLOWING: dict[str, str | Promise] = {
    FollowKind.ACT: gettext_lazy("You receive this because you follow the act."),
    FollowKind.PROVISION: gettext_lazy("You receive this because you follow the provision."),
    FollowKind.ROUND: gettext_lazy("You receive this because you follow the round."),
    FollowKind.RIGHT: gettext_lazy("You receive this because you follow the right."),
}


class LetterKind(Generic[Row]):
    """One kind of letter. `steps` are the actions after which it is owed; `kind` is what they announce.

    `owed` says who may have to be told and needs not ask for rights: `readable` is asked when the letter is written, and
    again when its mail is sent.
    """

    slug: ClassVar[str]
    label: ClassVar[str | Promise]
    group: ClassVar[LetterGroup]
    steps: ClassVar[tuple[str, ...]] = ()
    kind: ClassVar[str] = "consultations.round"
    delay: ClassVar[timedelta] = timedelta(0)
    merged_by: ClassVar[str] = "pk"  # the field whose value letters share that go to one person in one mail
    tells_actor: ClassVar[bool] = False
    is_duty: ClassVar[bool] = (
        False  # part of the procedure: it can be put into a summary, and cannot be stopped
    )

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """The letters that are owed after a step on these rows."""
        raise NotImplementedError

    def readable(self, letter: Letter, at: datetime) -> Row | None:
        """The row that the letter is about, if the person may still know of it and it is worth a mail at that moment."""
        raise NotImplementedError

    def once(self, letter: Letter) -> tuple[object, ...]:
        """What is told only once: a summary with two letters of the same value tells the first."""
        return (letter.pk,)

    def again_at(self, letter: Letter, at: datetime) -> datetime | None:
        """When to look again because the person may come to read the row; None if the letter is dropped."""
        return None

    def row(self, owed: Owed, at: datetime) -> Letter:
        """The letter that is owed because of what happened at a moment."""
        return Letter(
            person_id=owed.person,
            kind=self.slug,
            about=str(owed.about),
            occasion=owed.occasion,
            round_id=owed.round,
            institution_id=owed.institution,
            follow_id=owed.follow,
            at=at,
            due_at=(owed.due_at or at) + self.delay,
        )

    def subject(self, rows: Sequence[Row]) -> str:
        """What the mail is called; one line in a summary."""
        raise NotImplementedError

    def lines(self, rows: Sequence[Row], letter: Letter) -> list[str]:
        """The text of the mail, paragraph by paragraph."""
        raise NotImplementedError

    def url(self, rows: Sequence[Row]) -> str:
        """Where the person goes on."""
        raise NotImplementedError

    def because(self, letter: Letter) -> str:
        """Why the person is told."""
        return str(FOLLOWING[letter.follow.kind]) if letter.follow else self.why(letter)

    def why(self, letter: Letter) -> str:
        """Why a person is told who follows nothing."""
        if letter.institution is not None:
            return _("You receive this because you belong to %(name)s.") % {"name": letter.institution}
        return _("You receive this because you took part.")
