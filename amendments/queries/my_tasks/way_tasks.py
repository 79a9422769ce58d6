"""The next step of each amendment on its way, for those who may take it."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.audiences import DRAFTING_BODY
from amendments.models import Amendment, Release, Version
from amendments.permissions import NOBODY, amendments_where, sections_of
from amendments.queries.law.acts import visible_amendments
from amendments.queries.law.in_force_now import with_starts
from amendments.states import ADOPTED_STATES, State
from amendments.text.step_words import STEP_WORDS
from amendments.work import MOST, Task

WAY = 70  # rank: after what waits on a desk, because most of these steps follow something that happens elsewhere

DRAFTERS_NEXT = {
    State.CONCEPT: State.DRAFTING,
    State.COMMITTEE_REVIEW: State.LEGAL_EXPERTISE,
    State.REVISED: State.LEGAL_EXPERTISE,
    State.LEGAL_EXPERTISE: State.LINGUISTIC_EXPERTISE,
    State.LINGUISTIC_EXPERTISE: State.SUBMITTED,
    State.RETURNED: State.DRAFTING,
    State.PUBLISHED: State.IN_FORCE,
}
SECRETARYS_NEXT = {
    State.DRAFTING: State.CONSULTATION,
    State.LEGAL_CHECK: State.CONSULTATION,
    State.INTERAGENCY: State.CONSULTATION,
    State.CONSOLIDATION: State.COMMITTEE_REVIEW,
    State.REVISED: State.COMMITTEE_REVIEW,
    State.SUBMITTED: State.FIRST_READING,
    State.FIRST_READING: State.SECOND_READING,
    State.SECOND_READING: State.THIRD_READING,
    State.THIRD_READING: State.SIGNED,
    State.SIGNED: State.REGISTERED,
    State.REGISTERED: State.PUBLISHED,
}
"""The usual step from each state. From "consultation" it depends on the rounds, which another app knows."""

AFTER_RELEASE = (State.DRAFTING, State.LEGAL_CHECK, State.INTERAGENCY)
"""States from which the secretary goes on when others may read a draft."""


def way_tasks(user: Any) -> list[Task]:
    """One task for each amendment that waits for a step of the person, and the adoptions to record."""
    if not user.is_authenticated:
        return []
    found: list[Task] = []
    if paths := sections_of(user):
        own = reduce(or_, (Q(path__startswith=path) for path in paths))
        found += [*_adoptions(own), *_entry_days(own), *_steps(user, own, DRAFTERS_NEXT)]
    moved = amendments_where(user, "amendments.move_amendment")
    return found if moved == NOBODY else [*found, *_steps(user, moved, SECRETARYS_NEXT)]


def _adopted() -> Exists:
    return Exists(Version.objects.filter(text_of__draft__amendment=OuterRef("pk")))


def _adoptions(own: Q) -> list[Task]:
    """Laws whose text is not sealed yet."""
    rows = Amendment.objects.live().filter(own, ~_adopted(), state__in=ADOPTED_STATES)
    return [
        Task(_("Record the adoption"), reverse("amendments_admin:adopt", args=[row.pk]), row.shown_title)
        for row in rows[:MOST]
    ]


def _texts() -> QuerySet[Version]:
    """The texts of acts that an amendment has become, each with its day."""
    return with_starts(Version.objects.filter(text_of__draft__amendment=OuterRef("pk")))


def _entry_days(own: Q) -> list[Task]:
    """Published laws of which a day of entry into force is not known; the step to “In force” asks for it."""
    unknown = Exists(_texts().filter(Q(starts=None)))
    rows = Amendment.objects.live().filter(own, unknown, state=State.PUBLISHED).order_by("pk")
    words = _("Record the day of entry into force when it is known")
    return [
        Task(
            words,
            reverse("amendments:change_state", args=[row.pk, State.IN_FORCE]),
            row.shown_title,
            rank=WAY,
        )
        for row in rows[:MOST]
    ]


def _steps(user: Any, own: Q, usual: dict[State, State]) -> list[Task]:
    released = Release.objects.filter(draft__amendment=OuterRef("pk")).exclude(audience=DRAFTING_BODY)
    later = _texts().filter(Q(starts=None) | Q(starts__gt=localdate()))
    rows = (
        visible_amendments(user)
        .filter(own, state__in=usual)
        .filter(~Q(state__in=AFTER_RELEASE) | Exists(released))
        .filter(~Q(state=State.PUBLISHED) | (_adopted() & ~Exists(later)))
        .order_by("pk")[:MOST]
    )
    return [
        Task(str(STEP_WORDS[usual[State(row.state)]]), row.url, row.shown_title, rank=WAY) for row in rows
    ]
