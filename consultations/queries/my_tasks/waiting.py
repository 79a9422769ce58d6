"""The tasks of a person in consultations."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.audiences import DRAFTING_BODY
from amendments.models import Amendment, Draft, Release
from amendments.permissions import holds, sections_of
from amendments.queries.languages.shown_titles import shown_titles
from amendments.states import State
from amendments.text.step_words import STEP_WORDS
from amendments.work import MOST, OTHERS_WAIT, Task
from consultations.access.powers import Power
from consultations.models import AnchorPlacement, Comment, Institution, LateAcceptance, Letter, Round
from consultations.models.visibility import where
from consultations.queries.bodies.referrals import waiting_for_a_committee
from consultations.queries.my_tasks.part_tasks import part_tasks
from consultations.queries.rounds.round_states import WAY_OVER
from consultations.rules.placement import Status


def tasks_for(user: Any, now: datetime) -> list[Task]:
    """The tasks of a person: drafts, then those of the institution, then answers."""
    if not user.is_authenticated:
        return []
    found = [*part_tasks(user, now), *_unreferred(user)]
    if holds(user, Power.REGISTER) and not Institution.objects.exists():
        found.append(_no_institutions())
    if holds(user, Power.OPEN_ROUND):
        found += [*_unconsulted(user), *_heard(user, now)]
    if holds(user, Power.PROPOSE) or sections_of(user):
        found += _unanswered(user)
    if holds(user, Power.ACCEPT_LATE):
        found += _late_requests(user)
    if holds(user, Power.CONFIRM):
        found += _doubtful(user)
    if holds(user, Power.DECIDE):
        found += _undecided(user)
    if holds(user, "amendments.change_outgoingmail"):
        found += _unwritten()
    return found


def _unwritten() -> list[Task]:
    """For administrators: letters that no try could write."""
    count = Letter.objects.filter(state=Letter.State.FAILED).count()
    if not count:
        return []
    return [
        Task(
            _("Messages that could not be written"),
            reverse("amendments_admin:mails"),
            detail=_("Their readers do not know of it. Have them tried again when the fault is repaired."),
            count=count,
            rank=OTHERS_WAIT,
        )
    ]


def _no_institutions() -> Task:
    """The first step of a secretary on a new site."""
    return Task(
        _("Register the institutions"),
        reverse("consultations_admin:register_institution"),
        detail=_("Nobody can be invited before. An administrator then makes one of them a drafting body."),
        rank=OTHERS_WAIT,
    )


def _unreferred(user: Any) -> list[Task]:
    return [
        Task(
            _("Name the committee that deals with the amendment"),
            reverse("consultations:refer", args=[row.pk]),
            row.shown_title,
            rank=OTHERS_WAIT,
        )
        for row in waiting_for_a_committee(user)
    ]


def _unconsulted(user: Any) -> list[Task]:
    """The newest drafts that others can read and on which no round was opened."""
    drafts = Draft.objects.visible_to(user)
    later = drafts.filter(amendment=OuterRef("amendment"), number__gt=OuterRef("number"))
    beyond = Release.objects.filter(draft=OuterRef("pk")).exclude(audience=DRAFTING_BODY)
    rows = (
        drafts.filter(where(user, Power.OPEN_ROUND, "amendment"), rounds=None)
        .filter(~Exists(later), Exists(beyond))
        .filter(amendment__state__in=[State.INTERAGENCY, State.CONSULTATION, State.REVISED])
        .select_related("amendment")
        .order_by("-sealed_at")[:MOST]
    )
    return [
        Task(
            _("Open a round on %(draft)s") % {"draft": row.label},
            reverse("consultations:open_round", args=[row.pk]),
            row.amendment.shown_title,
        )
        for row in rows
    ]


def _heard(user: Any, now: datetime) -> list[Task]:
    """Amendments in consultation whose rounds are all over: their comments can be consolidated."""
    rounds = Round.objects.filter(draft__amendment=OuterRef("pk"), cancelled_at=None)
    rows = (
        Amendment.objects.live()
        .filter(where(user, Power.OPEN_ROUND, "pk"), state=State.CONSULTATION)
        .filter(Exists(rounds), ~Exists(rounds.filter(closed_at=None, closes__gt=now)))
    )
    words = str(STEP_WORDS[State.CONSOLIDATION])
    return [Task(words, row.url, row.shown_title, rank=OTHERS_WAIT) for row in rows[:MOST]]


def rows_with_names(rounds: Any) -> Any:
    """Rounds, loaded with everything that their names need."""
    return rounds.select_related("draft__amendment")


def _unanswered(user: Any) -> list[Task]:
    open_comments = (
        Comment.objects.visible_to(user)
        .sent()
        .filter(disposition=None, question=None, submission__round__in=_rounds_to_answer(user))
        .values("submission__round")
        .annotate(count=Count("pk"))
    )
    counts = {row["submission__round"]: row["count"] for row in open_comments}
    rounds = rows_with_names(Round.objects.filter(pk__in=counts))
    return [
        Task(
            _("Propose answers to comments on %(version)s") % {"version": row.draft},
            reverse("consultations:board", args=[row.pk]),
            row.amendment.shown_title,
            count=counts[row.pk],
        )
        for row in rounds
    ]


def _rounds_to_answer(user: Any) -> Any:
    rule = where(user, Power.PROPOSE, "draft__amendment")
    for path in sections_of(user):
        rule |= Q(draft__amendment__path__startswith=path)
    return Round.objects.filter(rule)


def _late_requests(user: Any) -> list[Task]:
    own = where(user, Power.ACCEPT_LATE, "round__draft__amendment")
    waiting = LateAcceptance.objects.filter(own, asked_at__isnull=False, accepted_at=None, declined_at=None)
    open_ways = waiting.exclude(round__draft__amendment__state__in=WAY_OVER)
    rows = open_ways.select_related("round__draft__amendment", "institution")
    return [
        Task(
            _("%(institution)s asks to be accepted late") % {"institution": row.sender},
            reverse("consultations:manage_round", args=[row.round_id]),
            row.round.amendment.shown_title,
            detail=row.request,
            rank=OTHERS_WAIT,
        )
        for row in rows
    ]


def _doubtful(user: Any) -> list[Task]:
    rows = (
        AnchorPlacement.objects.filter(where(user, Power.CONFIRM, "version__draft__amendment"))
        .filter(status=Status.NEEDS_REVIEW, decided_at=None)
        .values("anchor__comment__submission__round", amendment=F("version__draft__amendment"))
        .annotate(count=Count("anchor__comment", distinct=True))
    )
    titles = shown_titles([row["amendment"] for row in rows])
    return [
        Task(
            _("Confirm where comments stand in the new draft"),
            reverse("consultations:board", args=[row["anchor__comment__submission__round"]]),
            titles[row["amendment"]],
            count=row["count"],
        )
        for row in rows
    ]


def _undecided(user: Any) -> list[Task]:
    count = (
        Comment.objects.visible_to(user)
        .sent()
        .filter(where(user, Power.DECIDE, "submission__round__draft__amendment"))
        .filter(disposition__isnull=False, disposition__decided_at=None)
        .values("submission__round", amendment=F("submission__round__draft__amendment"))
        .annotate(count=Count("pk"))
    )
    titles = shown_titles([row["amendment"] for row in count])
    return [
        Task(
            _("Decide the proposed answers"),
            f"{reverse('consultations:board', args=[row['submission__round']])}?status=proposed",
            titles[row["amendment"]],
            count=row["count"],
        )
        for row in count
    ]
