"""Which committee deals with an amendment, for those who may know it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Q

from amendments.audiences import DRAFTING_BODY
from amendments.models import Amendment, Draft, Release, ReleaseRequest
from amendments.permissions import may_draft, sections_of
from consultations.access.powers import Power
from consultations.access.remit import committee_of, committees_of, reach_of
from consultations.models import Committee, Round


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """The committee of an amendment, None before it is named, and whether the reader may name one."""

    committee: Committee | None
    may_name: bool


def referral_line(user: Any, amendment: Amendment) -> ReferralLine | None:
    """The line on the committee; None for people whom it does not concern, and on a site with one committee."""
    committee = committee_of(amendment)
    if not may_draft(user, amendment) and committee not in committees_of(user):
        return None
    committees = list(Committee.objects.all()[:2])
    if committee is None:
        return ReferralLine(None, may_name=bool(committees) and may_refer(user, amendment))
    if len(committees) < 2:
        return None
    return ReferralLine(
        amendment.referral.committee, may_name=may_refer(user, amendment) and not is_fixed(amendment)
    )


def waiting_for_a_committee(user: Any) -> Any:
    """Amendments of the person's drafting bodies whose release is asked for and whose committee is not named."""
    rule = Q(pk__in=[])
    for path in sections_of(user):
        rule |= Q(path__startswith=path)
    rows = Amendment.objects.filter(rule, drafts__release_requests__isnull=False, referral=None)
    return rows.filter(Exists(Committee.objects.all())).distinct()


def may_refer(user: Any, amendment: Amendment) -> bool:
    """Whether a person may name the committee of an amendment, as long as it is not fixed."""
    if may_draft(user, amendment):
        return True
    reach = reach_of(user, Power.REFER)
    if not reach or not reach.covers(committee_of(amendment)):
        return False
    return Draft.objects.visible_to(user).filter(amendment=amendment).exists()


def is_fixed(amendment: Amendment) -> bool:
    """Whether people of the committee have approved or released a draft of the amendment, or opened a round on it."""
    released = Release.objects.filter(draft__amendment=amendment).exclude(audience=DRAFTING_BODY)
    approved = ReleaseRequest.objects.filter(draft__amendment=amendment).exclude(approved_by=None)
    rounds = Round.objects.filter(draft__amendment=amendment)
    return released.exists() or approved.exists() or rounds.exists()
