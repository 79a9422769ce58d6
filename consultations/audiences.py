"""The two audiences of a release that this app knows: the invited institutions and the committee of the amendment."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, gettext_lazy as _

from amendments.models import Draft, Version
from amendments.permissions import NOBODY
from consultations.access.memberships import institutions_of
from consultations.access.remit import committee_of, committees_of


class Invited:
    """The people of institutions that are invited to a round on the amendment, from the invitation on."""

    slug = "invited"
    label = _("invited institutions")
    explained = _(
        "The people of every institution that is invited to a round on this amendment, from its invitation on."
    )
    width = 20

    def drafts_of(self, user: Any) -> Q:
        """Drafts of amendments with such a round."""
        from consultations.models import Round

        bodies = institutions_of(user)
        if not bodies:
            return NOBODY
        rounds = Round.objects.filter(cancelled_at=None, invitations__institution__in=bodies)
        return Q(amendment__in=rounds.values("draft__amendment"))

    def texts_of(self, user: Any) -> Q:
        """No text, because there are no rounds on consolidated texts."""
        return NOBODY

    def obstacle(self, text: Draft | Version) -> str:
        """The amendment needs a committee before it can be released."""
        return _unnamed(text)


class InCommittee:
    """The committee of the amendment: people of institutions with a seat, and people with an office."""

    slug = "committee"
    label = _("committee")
    explained = _(
        "The people of the institutions with a seat in its committee, and those who hold an office there."
    )
    width = 40

    def drafts_of(self, user: Any) -> Q:
        """Drafts of amendments that belong to a committee of the person."""
        committees = committees_of(user)
        return Q(amendment__referral__committee__in=committees) if committees else NOBODY

    def texts_of(self, user: Any) -> Q:
        """The texts that came of these amendments. The people of every committee may read an imported text."""
        committees = committees_of(user)
        if not committees:
            return NOBODY
        return Q(text_of=None) | Q(text_of__draft__amendment__referral__committee__in=committees)

    def obstacle(self, text: Draft | Version) -> str:
        """The amendment needs a committee before it can be released."""
        return _unnamed(text)


def _unnamed(text: Draft | Version) -> str:
    amendment = text.from_amendment
    if amendment is None or committee_of(amendment) is not None:
        return ""
    return gettext(
        "No committee is named for this amendment yet. Its drafters name one on the page of the amendment."
    )
