"""All kinds of letters."""

from typing import Any

from consultations.letters import answers, checks, following, reminders, rounds, submissions, texts
from consultations.letters.kinds import LetterKind

_ALL: tuple[LetterKind[Any], ...] = (
    *rounds.KINDS,
    *submissions.KINDS,
    *answers.KINDS,
    *texts.KINDS,
    *reminders.KINDS,
    *checks.KINDS,
    *following.KINDS,
)
KINDS = {kind.slug: kind for kind in _ALL}
