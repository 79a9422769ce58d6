"""Names the committee of each amendment if the site has only one committee."""

from collections.abc import Collection, Iterator

from django.db.models import Q

from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.permissions import may_draft
from consultations.actions.committees.refer_amendment import ReferAmendment
from consultations.models import Committee


def name_the_only_committee(sender: object, kind: str, ids: Collection[object], **_: object) -> None:
    """Receives `amendments.signals.changed` when an amendment was opened, moved or sealed, or a release was requested.

    The referral is written in the same transaction, in the name of the drafter who did this.
    """
    paths = {"amendments.amendment": "pk__in", "amendments.version": "drafts__versions__in"}
    if kind not in paths:
        return
    waiting = Amendment.objects.filter(Q(**{paths[kind]: [str(pk) for pk in ids]}), referral=None).distinct()
    committees = list(Committee.objects.all()[:2])
    if len(committees) != 1:
        return
    for amendment in waiting:
        if actor := next(_drafters(amendment), None):
            ReferAmendment(amendment, committees[0], actor=actor).execute()


def _drafters(amendment: Amendment) -> Iterator[Actor]:
    """The person who last requested a release, then the person who opened the amendment, if they still draft it."""
    for draft in amendment.drafts.order_by("-number"):
        for asked in draft.release_requests.order_by("-requested_at"):
            if may_draft(asked.requested_by, amendment):
                yield Actor(asked.requested_by, asked.requested_at)
    if amendment.owner is not None and may_draft(amendment.owner, amendment):
        yield Actor(amendment.owner, amendment.first_published_at)
