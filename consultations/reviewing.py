"""Who may check whose drafts: the legal service of the drafting body, or of a ministry of justice (ADR 15)."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.models import Amendment
from consultations.models import Membership
from consultations.models.institution import standing
from consultations.values import MembershipRole


class OfLegalService:
    """Answers the hook `register_review_rules` of `amendments`."""

    slug = "legal_service"

    def reviewers_of(self, amendment: Amendment) -> Q:
        """The members of these legal services today."""
        return Q(pk__in=_members(amendment).values("user"))

    def obstacle(self, user: Any, amendment: Amendment) -> str:
        """Why the person may not check the amendment."""
        if _members(amendment).filter(user=user.pk).exists():
            return ""
        words = _(
            "%(name)s does not belong to the legal service of “%(body)s” or of the ministry of justice today. Who "
            "belongs to it is kept with the members of the institution."
        )
        return words % {"name": user, "body": amendment.drafting_body.title}


def _members(amendment: Amendment) -> Any:
    now = timezone.now()
    section = amendment.path[: -amendment.steplen]
    services = Q(institution__section__path=section) | Q(institution__checks_law=True)
    rows = Membership.objects.filter(services, role=MembershipRole.LEGAL_SERVICE)
    return rows.filter(standing(now), standing(now, "institution__"))
