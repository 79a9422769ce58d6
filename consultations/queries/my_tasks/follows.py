"""What a person follows and could follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from amendments.queries.law.acts import visible_instruments
from amendments.text.language import reader_language
from consultations.letters.following import subjects_of
from consultations.models import Follow, Right
from consultations.models.letter import FollowKind

MOST = 50  # things on the page
MOST_ACTS = 20  # offered at once; words of the title or the number find any other


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
    """What can be chosen from lists; `more_acts` says that others have these words too."""

    words: str
    acts: Sequence[Thing]
    more_acts: bool
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


def offered_to_follow(user: Any, words: str = "") -> Offered:
    """The acts with these words that the person may read, and the rights of the vocabulary."""
    act, right = FollowKind.ACT, FollowKind.RIGHT
    words = " ".join(words.split())
    named = Q(title__icontains=words) | Q(number__icontains=words)
    named |= Q(**{f"titles__{reader_language()}__icontains": words})
    acts = list(visible_instruments(user).filter(named).order_by("title", "pk")[: MOST_ACTS + 1])
    rights = Right.objects.filter(is_active=True)
    return Offered(
        words,
        [Thing(f"{act}/{row.pk}", str(act.label), row.shown_title) for row in acts[:MOST_ACTS]],
        len(acts) > MOST_ACTS,
        [Thing(f"{right}/{row.code}", str(right.label), str(row)) for row in rights],
    )
