"""All kinds of letters: those of this app, and those that other apps add."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from consultations.letters import (
    about_answers,
    about_checks,
    about_lateness,
    about_members,
    about_requests,
    about_rounds,
    about_submissions,
    following,
    late_reminders,
    reminders,
    texts,
)
from consultations.letters.kinds import LetterKind

_ALL: tuple[LetterKind[Any], ...] = (
    *about_rounds.KINDS,
    *about_lateness.KINDS,
    *about_submissions.KINDS,
    *about_answers.KINDS,
    *texts.KINDS,
    *reminders.KINDS,
    *late_reminders.KINDS,
    *about_checks.KINDS,
    *about_requests.KINDS,
    *about_members.KINDS,
    *following.KINDS,
)
KINDS = {kind.slug: kind for kind in _ALL}


def add_kinds(kinds: Iterable[LetterKind[Any]]) -> None:
    """Add the kinds of another app, when it is ready. A second kind of a name is refused."""
    for kind in kinds:
        if KINDS.setdefault(kind.slug, kind) is not kind:
            raise ImproperlyConfigured(f"There are two kinds of letters named {kind.slug!r}.")
