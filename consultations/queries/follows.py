"""What a person follows and could follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from amendments.queries.acts import visible_instruments
from consultations.letters.following import subjects_of
from consultations.models import Follow, Right
from consultations.models.letter import FollowKind

MOST = 50  # things on the page


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is followed, or can be: "act/7" and its name; `url` only if the person may read it now."""

    what: str
    kind: str
    name: str
    url: str = ""
    pace: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen from lists."""

    acts: Sequence[Thing]
    rights: Sequence[Thing]


def things_followed(user: Any) -> list[Thing]:
    """What the person follows. A name is told only as long as the person may read it."""
    found = []
    rows = list(Follow.objects.filter(person=user)[:MOST])
    subjects = subjects_of(user, [(row.kind, row.key) for row in rows])
    for row in rows:
        subject = subjects.get((row.kind, row.key))
        name, url = (subject.name, subject.url) if subject else ("–", "")
        found.append(Thing(f"{row.kind}/{row.key}", row.get_kind_display(), name, url, row.pace))
    return found


def offered_to_follow(user: Any) -> Offered:
    """The acts that the person may read, and the rights of the vocabulary."""
    act, right = FollowKind.ACT, FollowKind.RIGHT
    acts = visible_instruments(user).order_by("title")
    rights = Right.objects.filter(is_active=True)
    return Offered(
        [Thing(f"{act}/{row.pk}", str(act.label), row.shown_title) for row in acts],
        [Thing(f"{right}/{row.code}", str(right.label), str(row)) for row in rights],
    )
