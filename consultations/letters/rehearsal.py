"""What a step would tell people: the step is taken, its letters are read, and everything is undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import gettext, override

from amendments.actions.base import BaseAction
from consultations.letters.registry import KINDS
from consultations.letters.wording import inner_quotes
from consultations.models import Letter


@dataclass(frozen=True, slots=True)
class Text:
    """A mail in one language."""

    language: str
    name: str
    subject: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One kind of mail that would be sent: to how many people of how many institutions, and what the first one reads."""

    label: str | Promise
    people: int
    institutions: int
    texts: Sequence[Text]


def rehearse(action: BaseAction[Any]) -> list[Rehearsed]:
    """The mails of a step, without taking it. Raises what the step raises."""
    with transaction.atomic():
        last = Letter.objects.aggregate(last=Max("pk"))["last"] or 0
        action.execute()
        found = list(_found(last, action))
        transaction.set_rollback(True)
    if not action.instance._state.adding:
        action.instance.refresh_from_db()  # the page shows the row as it stands
    return found


def _found(last: int, action: BaseAction[Any]) -> Iterator[Rehearsed]:
    letters = Letter.objects.filter(pk__gt=last, at=action.actor.at).order_by("kind", "pk")
    related = letters.select_related("person", "institution", "round__draft__amendment")
    for slug, of_kind in groupby(related, key=lambda letter: letter.kind):
        rows = list(of_kind)
        people = len({letter.person_id for letter in rows})
        bodies = len({letter.institution_id for letter in rows if letter.institution_id})
        yield Rehearsed(KINDS[slug].label, people, bodies, _texts(rows, action))


def _texts(letters: Sequence[Letter], action: BaseAction[Any]) -> list[Text]:
    """What the first one who may read it gets, in every language."""
    kind = KINDS[letters[0].kind]
    for letter in letters:
        row = kind.readable(letter, max(letter.due_at, action.actor.at))
        if row is not None:
            return [_text(kind, row, letter, code, str(name)) for code, name in settings.LANGUAGES]
    return []


def _text(kind: Any, row: Any, letter: Letter, code: str, name: str) -> Text:
    with override(code):
        return Text(
            code,
            gettext(name),
            inner_quotes(kind.subject([row])),
            [inner_quotes(line) for line in kind.lines([row], letter)],
        )
