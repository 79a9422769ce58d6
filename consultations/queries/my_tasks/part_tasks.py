"""The tasks of those who take part in rounds: drafts to finish, comments to sign off, rounds to answer."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.work import MOST, Task
from consultations.access.memberships import institutions_of, sends_for
from consultations.models import Comment, Invitation, LateAcceptance, Round, Submission
from consultations.queries.rounds.late_ends import acceptances_of_use
from consultations.queries.rounds.other_ways import ASKABLE
from consultations.queries.rounds.round_states import WAY_OVER
from consultations.values import RECEIVED_STATES, WORKING_STATES, CommentState, SubmissionState


def part_tasks(user: Any, now: datetime) -> list[Task]:
    """What the person, and the institutions of the person, still have to write and to send."""
    has_written = own_submissions(user, now).exists()
    return [
        *(_drafts(user, now) if has_written else ()),
        *_to_sign_off(user, now),
        *_silent(user, now),
        *_accepted_late(user, now),
        *_invited(user, now),
        *(_unsent(user, now) if has_written else ()),
    ]


def own_submissions(user: Any, now: datetime) -> QuerySet[Submission]:
    """Those of the person and of the person's institutions. Most people at work on the law have none."""
    return Submission.objects.filter(Q(institution__in=institutions_of(user, now)) | Q(person=user))


def _open(prefix: str, now: datetime) -> Q:
    """The round is open, and what it brings can still change the law."""
    return ~Q(**{f"{prefix}draft__amendment__state__in": WAY_OVER}) & Q(
        **{
            f"{prefix}opens__lte": now,
            f"{prefix}closes__gte": now,
            f"{prefix}closed_at": None,
            f"{prefix}cancelled_at": None,
        }
    )


def _until(prefix: str, now: datetime) -> dict[str, Any]:
    """`late_until`: the end of the acceptance of the sender of a submission, if one holds now. Any: an expression."""
    here = {"round": OuterRef(f"{prefix}round"), "round__cancelled_at": None}
    of_sender = Q(institution=OuterRef(f"{prefix}institution")) | Q(person=OuterRef(f"{prefix}person"))
    rows = LateAcceptance.objects.filter(of_sender, **here, accepted_at__lte=now, until__gte=now)
    return {"late_until": Subquery(rows.values("until")[:1], output_field=DateTimeField())}


def _still(prefix: str, now: datetime) -> Q:
    """The round is open, or open for this sender."""
    return _open(prefix, now) | Q(late_until__isnull=False)


def _deadline(round_: Round, late_until: datetime | None, now: datetime) -> datetime:
    is_open = round_.ended_at >= now
    return round_.ended_at if is_open or late_until is None else late_until


def _drafts(user: Any, now: datetime) -> list[Task]:
    own = Q(submission__institution__in=institutions_of(user, now)) | Q(submission__person=user)
    rows = (
        Comment.objects.annotate(**_until("submission__", now))
        .filter(own, _still("submission__round__", now))
        .filter(author=user, state=CommentState.DRAFT, submission__state=SubmissionState.DRAFT)
        .select_related("submission__round__draft__amendment")
    )
    return [
        Task(
            _("Finish your draft %(number)s") % {"number": row.reference},
            reverse("consultations:edit_comment", args=[row.pk]),
            row.submission.round.amendment.shown_title,
            _deadline(row.submission.round, row.late_until, now),  # type: ignore[attr-defined] # annotated
        )
        for row in rows[:MOST]
    ]


def _to_sign_off(user: Any, now: datetime) -> list[Task]:
    bodies = sends_for(user, now)
    if not bodies:
        return []
    waiting = (
        Submission.objects.annotate(**_until("", now))
        .filter(_still("round__", now), institution__in=bodies)
        .filter(state__in=[SubmissionState.IN_REVIEW, SubmissionState.SIGNED_OFF])
        .select_related("round__draft__amendment", "institution")
    )
    return [
        Task(
            _("Sign off and submit %(number)s for %(institution)s")
            % {"number": row.reference, "institution": row.institution},
            reverse("consultations:submission", args=[row.pk]),
            row.round.amendment.shown_title,
            _deadline(row.round, row.late_until, now),  # type: ignore[attr-defined] # annotated
            sum(comment.state != CommentState.DISCARDED for comment in row.comments.all()),
        )
        for row in waiting.prefetch_related("comments")
    ]


def _asked_in_vain(bodies: list[UUID], now: datetime) -> QuerySet[Round]:
    """The open rounds to which one of the institutions is invited that has not written anything."""
    wrote = Submission.objects.filter(round=OuterRef("round"), institution=OuterRef("institution"))
    asked = Invitation.objects.filter(~Exists(wrote), institution__in=bodies)
    rounds = Round.objects.filter(_open("", now), pk__in=asked.values("round"))
    return rounds.select_related("draft__amendment").order_by("closes")


def _silent(user: Any, now: datetime) -> list[Task]:
    bodies = sends_for(user, now)
    return [
        Task(
            _("Answer %(round)s, or send a nil return") % {"round": row},
            row.url,
            row.amendment.shown_title,
            row.closes,
        )
        for row in (_asked_in_vain(bodies, now) if bodies else ())
    ]


def _invited(user: Any, now: datetime) -> list[Task]:
    """For an author: what the institution has not begun. Whoever sends for it is asked for an answer instead."""
    writes_for = set(institutions_of(user, now)) - set(sends_for(user, now))
    if not writes_for:
        return []
    return [
        Task(
            _("Comment on %(draft)s for your institution") % {"draft": row.draft.label},
            row.url,
            row.amendment.shown_title,
            row.closes,
        )
        for row in _asked_in_vain(list(writes_for), now)[:MOST]
    ]


def _accepted_late(user: Any, now: datetime) -> Iterator[Task]:
    """What was accepted late and is not sent, as long as nobody has begun: a draft is a task of its own."""
    sender = Q(institution=OuterRef("institution")) | Q(person=OuterRef("person"))
    begun = Submission.objects.filter(sender, round=OuterRef("round"))
    done = begun.filter(state__in=WORKING_STATES) | begun.filter(
        state__in=RECEIVED_STATES, received_at__gte=OuterRef("accepted_at")
    )
    for row in acceptances_of_use(user, now).filter(~Exists(done)).order_by(F("until"))[:MOST]:
        said = _("%(sender)s is accepted late: send the comments") % {"sender": row.institution}
        yield Task(
            said if row.institution else _("You are accepted late: send your comments"),
            row.round.url,
            row.round.amendment.shown_title,
            row.until,
        )


def _unsent(user: Any, now: datetime) -> Iterator[Task]:
    """What was not sent before its round closed, for those who can ask for a late acceptance and have not asked."""
    is_over = Q(round__closes__lt=now) | Q(round__closed_at__lte=now)
    of_sender = Q(institution=OuterRef("institution")) | Q(person=OuterRef("person"))
    asked = LateAcceptance.objects.filter(of_sender, round=OuterRef("round"))
    written = Comment.objects.filter(submission=OuterRef("pk"), state=CommentState.DRAFT)
    if_missed = Q(state=SubmissionState.SIGNED_OFF) | Exists(written.filter(is_left_out=False))
    rows = (
        Submission.objects.filter(is_over, Q(institution__in=sends_for(user, now)) | Q(person=user))
        .filter(Exists(written), if_missed, ~Exists(asked), state__in=WORKING_STATES)
        .filter(round__closes__gte=now - ASKABLE, round__cancelled_at=None)
        .exclude(round__draft__amendment__state__in=WAY_OVER)
        .select_related("round__draft__amendment")
    )
    for row in rows.order_by("-round__closes", "reference")[:MOST]:
        yield Task(
            _("%(number)s was not sent before the round closed") % {"number": row.reference},
            reverse("consultations:submission", args=[row.pk]),
            row.round.amendment.shown_title,
            detail=_("You can ask the secretary to accept it late."),
        )
