"""Which histories a reader may see: of a comment with its submission and answer, of an institution, of a round."""

from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _, gettext_lazy

from amendments.permissions import holds
from consultations.access.permissions import is_own
from consultations.access.powers import Power
from consultations.models import (
    Cluster,
    Comment,
    Committee,
    Disposition,
    Institution,
    Right,
    Round,
    Term,
    Treaty,
)
from consultations.models.vocabulary import VocabularyRow
from consultations.queries.comments.senders import is_text_open, sees_proposals
from consultations.queries.histories.records import History, Trail
from consultations.rules.benchmarks import TermKind

_COMMENT = {
    **dict.fromkeys(("state", "stance", "kind", "rationale", "proposed_text")),
    **dict.fromkeys(("rights", "grounds", "treaties", "attachments")),
    **dict.fromkeys(("visibility", "identity", "duplicate_of")),
}
_OF_CLOSED = dict.fromkeys(
    ("state", "visibility", "identity", "duplicate_of")
)  # of withdrawn and covered words
_SUBMISSION = dict.fromkeys(
    ("state", "signed_off_at", "received_at", "late", "return_reason", "withdrawal_reason")
)
_ANSWER = dict.fromkeys(("value", "reason", "decided_at", "decided_in"))
_INSTITUTION = dict.fromkeys(("name", "names", "type", "slug", "is_fictional", "start", "end"))
_MEMBER = dict.fromkeys(("role", "start", "end", "show_name"))
_OFFICE = dict.fromkeys(("kind", "start", "end"))
_SEAT = dict.fromkeys(("role", "start", "end"))
_ROUND = {
    **dict.fromkeys(("audience", "form", "opens", "closes", "days")),
    "closed_at": gettext_lazy("closed"),
    "cancelled_at": gettext_lazy("cancelled"),
}
_LATE = {
    "asked_at": gettext_lazy("asked to be accepted late"),
    "accepted_at": gettext_lazy("accepted late"),
    "until": gettext_lazy("accepted until"),
    "declined_at": gettext_lazy("declined"),
}
_ROW = dict.fromkeys(("labels", "descriptions", "order", "is_active", "reviewed_by", "reviewed_on"))
_OF_KIND: dict[type[VocabularyRow], dict[str, None]] = {
    Right: dict.fromkeys(("cluster", "articles")),
    Treaty: dict.fromkeys(("system", "status", "reference", "adopted")),
}


def history_of(user: Any, comment: Comment) -> History:
    """The history of a comment. Others than its institution see it from the moment when it was sent."""
    submission = comment.submission
    since = None if is_own(user, submission) else submission.received_at
    is_told = is_own(user, submission) or (since is not None and not comment.is_withheld)
    told = _COMMENT if is_text_open(comment, user) and not comment.is_covered else _OF_CLOSED
    trails = [
        Trail(comment.history.all(), told, {comment.pk: comment.reference}, since),
        Trail(submission.history.all(), _SUBMISSION, {submission.pk: submission.reference}, since),
    ]
    return History(user, [*(trails if is_told else ()), *_of_answer(user, comment)])


def _of_answer(user: Any, comment: Comment) -> list[Trail]:
    """The history of an answer. The senders of the comment see it from the decision; proposals are working papers."""
    answer = Disposition.objects.filter(comment=comment).first()
    if answer is None:
        return []
    states, amendment = answer.history.all(), comment.submission.round.amendment
    if not sees_proposals(user, amendment):
        states = states.filter(decided_at__isnull=False)
    return [Trail(states, _ANSWER, {answer.pk: _("Answer")})]


def history_of_institution(user: Any, institution: Institution) -> History:
    """The history of an institution, of its seats, and of those of its people whom the reader may know."""
    knows = holds(user, Power.KNOW_MEMBERS)
    people = {
        row.pk: _("Member: %(name)s") % {"name": row.user if knows or row.show_name else _("name not shown")}
        for row in institution.memberships.select_related("user")
    }
    seats = {
        row.pk: _("Seat: %(committee)s") % {"committee": row.committee}
        for row in institution.seats.select_related("committee")
    }
    trails = [
        Trail(institution.history.all(), _INSTITUTION, {institution.pk: str(institution)}),
        Trail(_of_rows(institution.memberships.model, people), _MEMBER, people),
        Trail(_of_rows(institution.seats.model, seats), _SEAT, seats),
    ]
    return History(user, trails, names_staff=knows)


def history_of_committee(user: Any, committee: Committee) -> History:
    """The history of the offices and seats of a committee."""
    offices = {
        row.pk: _("Office: %(name)s") % {"name": f"{row.user}, {row.get_kind_display()}"}
        for row in committee.offices.select_related("user")
    }
    seats = {
        row.pk: _("Seat: %(committee)s") % {"committee": row.institution}
        for row in committee.seats.select_related("institution")
    }
    trails = [
        Trail(_of_rows(committee.offices.model, offices), _OFFICE, offices),
        Trail(_of_rows(committee.seats.model, seats), _SEAT, seats),
    ]
    return History(user, trails, names_staff=holds(user, Power.KNOW_MEMBERS))


def history_of_round(user: Any, round_: Round) -> History:
    """The history of the times of a round and of late acceptances."""
    late = {
        row.pk: _("Late: %(institution)s") % {"institution": row.sender}
        for row in round_.late_acceptances.select_related("institution")
    }
    trails = [
        Trail(round_.history.all(), _ROUND, {round_.pk: str(round_)}),
        Trail(_of_rows(round_.late_acceptances.model, late), _LATE, late),
    ]
    return History(user, trails, names_staff=holds(user, Power.KNOW_MEMBERS))


def history_of_row(user: Any, row: VocabularyRow) -> History:
    """The history of a row of a vocabulary: its contents, its signature, and whether it was in use."""
    signers = get_user_model()._default_manager.filter(pk__in=row.history.values("reviewed_by"))
    names = {
        "cluster": {each.pk: str(each) for each in Cluster.objects.all()},
        "system": {each.pk: str(each) for each in Term.objects.filter(kind=TermKind.SYSTEM)},
        "reviewed_by": {each.pk: str(each) for each in signers},
    }
    told = {**_ROW, **_OF_KIND.get(type(row), {})}
    return History(user, [Trail(row.history.all(), told, {row.pk: str(row)}, names=names)])


def _of_rows(model: Any, rows: dict[UUID, str]) -> Any:
    """The history rows of these objects."""
    return model.history.filter(id__in=rows)
