"""The two audiences of a release that this app knows: the invited institutions and the committee."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.audiences import NOBODY
from amendments.models import Draft, Version
from consultations.permissions import institutions_of, is_in_committee


class Invited:
    """People of institutions invited to a round of a consultation on the amendment, from the invitation on."""

    slug = "invited"
    label = _("invited institutions")
    width = 20

    def drafts_of(self, user: Any) -> Q:
        """Drafts of amendments with such a round."""
        from consultations.models import Round

        rounds = Round.objects.filter(cancelled_at=None, invitations__institution__in=institutions_of(user))
        return Q(amendment__in=rounds.values("draft__amendment"))

    def texts_of(self, user: Any) -> Q:
        """None: a consolidated text has no rounds."""
        return NOBODY

    def obstacle(self, text: Draft | Version) -> str:
        """Nothing stands in the way."""
        return ""


class InCommittee:
    """People of institutions that hold a seat, and those who work for the committee."""

    slug = "committee"
    label = _("committee")
    width = 40

    def drafts_of(self, user: Any) -> Q:
        """Every draft that is released to the committee."""
        return Q() if is_in_committee(user) else NOBODY

    def texts_of(self, user: Any) -> Q:
        """Every text that is released to the committee."""
        return self.drafts_of(user)

    def obstacle(self, text: Draft | Version) -> str:
        """Nothing stands in the way."""
        return ""
