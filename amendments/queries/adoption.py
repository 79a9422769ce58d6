"""Whether the last sealed draft of an amendment can become the text of the act, and what that would do."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from amendments.models import Amendment, Version
from amendments.states import ADOPTED_STATES


@dataclass(frozen=True, slots=True)
class AdoptionDesk:
    """`sealed` is the text of the act that a draft has become; `newest` the one that is in force until then."""

    amendment: Amendment
    draft: Version | None
    newest: Version
    sealed: Version | None

    @property
    def is_law(self) -> bool:
        """Whether the amendment is in a state in which it was adopted."""
        return self.amendment.state in ADOPTED_STATES

    @property
    def next_number(self) -> int:
        """The number that the new text gets."""
        return self.newest.number + 1

    @property
    def obstacle(self) -> str:
        """Why the draft cannot become the text of the act now; "" where it can."""
        if self.sealed is not None:
            return _("The adoption is recorded already: %(version)s.") % {"version": self.sealed.label}
        if self.draft is None:
            return _("There is no sealed draft. Seal the adopted text first.")
        if not self.is_law:
            return _("The amendment is not adopted yet. Move it to “Signed” when the law is signed.")
        if self.draft.parent_id != self.newest.pk:
            return _(
                "Another text of the act was sealed after this draft. Move the amendment to it and seal it again."
            )
        return ""


def adoption_desk(amendment: Amendment) -> AdoptionDesk:
    """The last sealed draft beside the newest text of the act."""
    texts = amendment.base_version.instrument.consolidated()
    draft = amendment.versions.order_by("-number").first()
    return AdoptionDesk(amendment, draft, texts[0], texts.filter(text_of__amendment=amendment).first())
