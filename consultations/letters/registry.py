"""All kinds of letters."""

from typing import Any

from consultations.letters import (
    about_answers,
    about_checks,
    about_lateness,
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
    *following.KINDS,
)
KINDS = {kind.slug: kind for kind in _ALL}
