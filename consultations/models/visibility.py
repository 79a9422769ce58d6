"""Which rounds, submissions and comments a person may see. Pages, counts, search and exports use these rules.

A comment is visible to those who belong both to its own visibility and to the audience of its round, if they may read
the draft it is on. Only the institution sees drafts of its comments.
"""

from typing import Any, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from amendments.models import Amendment, Draft, Version, VersionEntry
from amendments.permissions import NOBODY, amendments_where, sections_of
from consultations.access.memberships import institutions_of
from consultations.access.powers import Power
from consultations.access.remit import committees_of
from consultations.values import CommentState, Identity, RoundAudience, Visibility

Row = TypeVar("Row", bound=models.Model)


class CommentQuerySet(models.QuerySet[Row]):
    """Chainable reads of comments."""

    def visible_to(self, user: Any) -> "CommentQuerySet[Row]":
        """Comments whose words the person may read."""
        return self.filter(visible_comments(user)).exclude(state=CommentState.DISCARDED)

    def visible_on(self, draft: Draft, user: Any) -> "CommentQuerySet[Row]":
        """Those of `visible_to` on a draft that the caller has read with `visible_to`, which is not asked again."""
        on_it = self.filter(_readable(user, Q()), submission__round__draft=draft)
        return on_it.exclude(state=CommentState.DISCARDED)

    def own_of(self, user: Any) -> "CommentQuerySet[Row]":
        """Those of `visible_to` that the person or an institution of the person has written."""
        own = _own(user, "submission__") if user.is_active else Q(pk__in=[])
        return self.filter(own).exclude(state=CommentState.DISCARDED)

    def sent(self) -> "CommentQuerySet[Row]":
        """Submitted comments that are neither superseded nor withdrawn."""
        return self.filter(state=CommentState.SUBMITTED)

    def on_the_draft(self) -> "CommentQuerySet[Row]":
        """Without the answers to questions of a round, which stand below their questions."""
        return self.filter(question=None)

    def in_law_order(self) -> "CommentQuerySet[Row]":
        """Ordered by act and by the first provision that each points at, not by the time of writing or sending.

        Comments on the whole document come first.
        """
        first = _rows("Anchor").filter(comment=OuterRef("pk")).order_by("pk")
        draft = OuterRef(OuterRef("submission__round__draft"))
        act = Version.objects.filter(draft=draft, instrument=OuterRef("version__instrument"))
        place = VersionEntry.objects.filter(version__draft=draft, provision=OuterRef("provision"))
        placed: Any = self.annotate(
            law_act=Coalesce(Subquery(first.values_list(Subquery(act.values("order")[:1]))[:1]), 0),
            law_place=Coalesce(Subquery(first.values_list(Subquery(place.values("order")[:1]))[:1]), 0),
        )
        ordered: CommentQuerySet[Row] = placed.order_by("law_act", "law_place", "reference")
        return ordered

    def with_identity_known_to(self, user: Any) -> "CommentQuerySet[Row]":
        """Comments whose author the person may know. Filters by institution use it, so that they reveal no others."""
        return self.filter(identity_known_to(user))


class AttachmentQuerySet(models.QuerySet[Row]):
    """Chainable reads of attachments."""

    def visible_to(self, user: Any) -> "AttachmentQuerySet[Row]":
        """Attachments of comments that the person may read. Nobody reads those that are covered."""
        return self.filter(
            comment__covers_files=False, comment__in=_rows("Comment").visible_to(user).values("pk")
        )


class SubmissionQuerySet(models.QuerySet[Row]):
    """Chainable reads of submissions."""

    def visible_to(self, user: Any) -> "SubmissionQuerySet[Row]":
        """Own submissions; received ones of which the person may read a comment and know the author; nil returns."""
        return self.filter(visible_submissions(user))


class RoundQuerySet(models.QuerySet[Row]):
    """Chainable reads of rounds."""

    def visible_to(self, user: Any) -> "RoundQuerySet[Row]":
        """Rounds on a draft that the person may read, for an audience of the person."""
        return self.filter(visible_rounds(user))

    def visible_on(self, draft: Draft, user: Any) -> "RoundQuerySet[Row]":
        """Those of `visible_to` on a draft that the caller has read with `visible_to`, which is not asked again."""
        return self.filter(_rounds_for(user), draft=draft)


def _own(user: Any, prefix: str = "") -> Q:
    """A condition: it belongs to the person or to an institution of the person."""
    if not user.is_authenticated:
        return Q(pk__in=[])
    return Q(**{f"{prefix}institution__in": institutions_of(user)}) | Q(**{f"{prefix}person": user.pk})


def where(user: Any, power: str, path: str) -> Q:
    """Rows that belong to the amendments on which a power counts; `path` leads to the amendment.

    Where it counts on all of them, the condition is one that all rows meet, so that it can be joined by "or".
    """
    condition = amendments_where(user, power)
    if condition == NOBODY:
        return condition
    return Q(**{f"{path}__in": Amendment.objects.filter(condition).values("pk")}) if condition else ~NOBODY


def identity_known_to(user: Any) -> Q:
    """The condition for comments whose author the person may know, among those that the person may read."""
    return ~Q(identity=Identity.WITHHELD) | _own(user, "submission__")


def visible_rounds(user: Any) -> Q:
    """The condition for rounds."""
    return _on_readable_drafts(user, "") & _rounds_for(user)


def _rounds_for(user: Any) -> Q:
    """Rounds for an audience of the person, whether or not the person may read their draft."""
    reach = Q(audience=RoundAudience.PUBLIC)
    if not user.is_authenticated:
        return reach
    closed = Q(audience__in=[RoundAudience.INVITED, RoundAudience.COMMITTEE])
    reach |= closed & where(user, Power.SEE_ROUNDS, "draft__amendment")
    if committees := committees_of(user):
        own = Q(draft__amendment__referral__committee__in=committees)
        reach |= own & Q(audience=RoundAudience.COMMITTEE)
    for path in sections_of(user):
        reach |= Q(draft__amendment__path__startswith=path)
    return reach | Q(pk__in=_invited_rounds(user))


def _invited_rounds(user: Any) -> "models.QuerySet[Any]":
    return _rows("Invitation").filter(institution__in=institutions_of(user)).values("round")


def visible_comments(user: Any) -> Q:
    """The condition for comments."""
    return _readable(user, _on_readable_drafts(user, "submission__round__"))


def _readable(user: Any, on_drafts: Q) -> Q:
    """Comments sent on these drafts as far as their visibility goes, and the person's own."""
    read = Q()
    for visibility, in_rounds in _reach(user, "submission__round__").items():
        read |= Q(visibility=visibility) & in_rounds
    sent = read & Q(submitted_at__isnull=False) & on_drafts
    return sent | _own(user, "submission__") if user.is_active else sent


def rounds_read(user: Any) -> dict[Visibility, Q]:
    """By visibility, the condition for rounds whose sent comments the person may read, whoever wrote them."""
    readable = _on_readable_drafts(user, "")
    return {visibility: in_rounds & readable for visibility, in_rounds in _reach(user, "").items()}


def _on_readable_drafts(user: Any, to_round: str) -> Q:
    return Q(**{f"{to_round}draft__in": Draft.objects.visible_to(user).values("pk")})


def _reach(user: Any, to_round: str) -> dict[Visibility, Q]:
    """By visibility, in which rounds it opens comments to the person; `to_round` leads to the round."""
    everybody = Q(**{f"{to_round}audience": RoundAudience.PUBLIC})
    if not user.is_authenticated or not user.is_active:
        return {Visibility.PUBLIC: everybody}
    amendment = f"{to_round}draft__amendment"
    papers = where(user, Power.READ_COMMITTEE, amendment)
    return {
        Visibility.PUBLIC: everybody | Q(**{f"{to_round}pk__in": _invited_rounds(user)}) | papers,
        Visibility.COMMITTEE: papers,
        Visibility.SECRETARIAT: where(user, Power.READ_SECRETARIAT, amendment),
    }


def visible_submissions(user: Any) -> Q:
    """The condition for submissions."""
    received = Q(received_at__isnull=False)
    named = (
        _rows("Comment").filter(submission=OuterRef("pk")).visible_to(user).filter(identity=Identity.SHOWN)
    )
    readable = _on_readable_drafts(user, "round__")
    reach = Q(round__audience=RoundAudience.PUBLIC) | where(user, Power.SEE_ROUNDS, "round__draft__amendment")
    every = where(user, Power.READ_SUBMISSIONS, "round__draft__amendment")
    return (received & (every | Exists(named) | (readable & reach & Q(nil=True)))) | _own(user)


def _rows(model: str) -> Any:
    """The rows of a model that uses these rules, named as in a relation."""
    return apps.get_model("consultations", model)._default_manager
