"""What followed from a step of an amendment in this app (hook `register_step_sequels`)."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from amendments.models import Amendment, Draft, LegalCheck, Release, Version
from amendments.states import ADOPTED_STATES


class DraftingSequel:
    """Drafts that were sealed or released, the adoption, and legal checks."""

    slug = "drafting"

    def after(self, amendment: Amendment, at: datetime) -> Sequence[str]:
        """What was done with the text since."""
        found = [
            _("%(draft)s was sealed.") % {"draft": draft.label}
            for draft in Draft.objects.filter(amendment=amendment, sealed_at__gte=at).order_by("number")
        ]
        released = Release.objects.filter(draft__amendment=amendment, at__gte=at).select_related("draft")
        for release in released.order_by("at", "pk"):
            words = _("%(draft)s was released to: %(audience)s.")
            found.append(words % {"draft": release.text.label, "audience": release.audience_label})
        if amendment.state in ADOPTED_STATES and _is_adopted(amendment):
            found.append(_("The adoption was recorded."))
        if LegalCheck.objects.filter(amendment=amendment, asked_at__gte=at).exists():
            found.append(_("A legal check was asked for."))
        return found


def _is_adopted(amendment: Amendment) -> bool:
    return Version.objects.filter(text_of__draft__amendment=amendment).exists()
