"""The two audiences of a release that this app knows: the invited institutions and the committee of the amendment."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, gettext_lazy as _

from amendments.models import Draft, Version
from amendments.permissions import NOBODY, amendment_of
from consultations.permissions import institutions_of
from consultations.remit import committee_of, committees_of


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
    """The committee that deals with the amendment: people of institutions that sit on it, and those who hold its offices."""

    slug = "committee"
    label = _("committee")
    width = 40

    def drafts_of(self, user: Any) -> Q:
        """Drafts of the amendments that a committee of the person deals with."""
        return Q(amendment__referral__committee__in=committees_of(user))

    def texts_of(self, user: Any) -> Q:
        """The texts that these amendments became; an imported text is for the people of every committee."""
        committees = committees_of(user)
        if not committees:
            return NOBODY
        return Q(text_of=None) | Q(text_of__draft__amendment__referral__committee__in=committees)

    def obstacle(self, text: Draft | Version) -> str:
        """An amendment waits until its committee is named."""
        amendment = amendment_of(text)
        if amendment is None or committee_of(amendment) is not None:
            return ""
        return gettext("No committee is named for this amendment yet.")
