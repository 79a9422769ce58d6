"""Whether the last sealed draft of an amendment can become the texts of its acts, and what that would do."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _, ngettext

from amendments.models import Amendment, Draft, Instruction, Instrument, Version, VersionInstruction
from amendments.states import ADOPTED_STATES, State, StepDetails
from amendments.text.act_numbers import plain_number


@dataclass(frozen=True, slots=True)
class ActToAdopt:
    """An act that the draft changes: its version in the draft, and the text that is in force until then."""

    version: Version
    newest: Version
    instructions: int

    @property
    def instrument(self) -> Instrument:
        """The act."""
        return self.version.instrument

    @property
    def next_number(self) -> int:
        """The number that the new text gets."""
        return self.newest.number + 1


@dataclass(frozen=True, slots=True)
class AdoptionDesk:
    """`sealed` are the texts of acts that a draft has become; `acts` those that the last draft changes."""

    amendment: Amendment
    draft: Draft | None
    acts: tuple[ActToAdopt, ...]
    sealed: tuple[Version, ...]
    unsealed: int  # instructions that were added, changed or withdrawn since the draft was sealed

    @property
    def instruments(self) -> list[Instrument]:
        """The acts that are amended."""
        return [act.instrument for act in self.acts]

    @property
    def is_law(self) -> bool:
        """Whether the amendment is in a state in which it was adopted."""
        return self.amendment.state in ADOPTED_STATES

    @property
    def obstacle(self) -> str:
        """Why the draft cannot become the texts of its acts now; "" where it can."""
        if self.sealed:
            return _("The adoption is recorded already: %(version)s.") % {"version": self.sealed[0].label}
        if self.draft is None:
            return _("There is no sealed draft. Seal the adopted text first.")
        if not self.is_law:
            return _("The amendment is not adopted yet. Move it to “Signed” when the law is signed.")
        if self.unsealed:
            said = ngettext(
                "%(count)s instruction was changed after %(draft)s was sealed. Seal a new draft, or undo the change.",
                "%(count)s instructions were changed after %(draft)s was sealed. Seal a new draft, or undo the changes.",
                self.unsealed,
            )
            return said % {"count": self.unsealed, "draft": self.draft.label}
        if any(act.version.parent_id != act.newest.pk for act in self.acts):
            return _(
                "Another text of the act was sealed after this draft. Move the amendment to it and seal it again."
            )
        return ""


def refusal_of_number(acts: Iterable[Instrument], number: str) -> str:
    """Why a law that amends these acts cannot have the number; "" where it can. Footnotes name the law by it for ever."""
    if number and plain_number(number) in {plain_number(act.number) for act in acts}:
        return _("This is the number of the act that is amended. Write that of the amending law.")
    return ""


def is_adopted(draft: Draft) -> bool:
    """Whether the law was adopted with this draft, which is the last one."""
    amendment = draft.amendment
    return amendment.state in ADOPTED_STATES and not amendment.drafts.filter(number__gt=draft.number).exists()


def recorded_law(amendment: Amendment) -> StepDetails:
    """What the steps of the amendment say of its law: number and day of the signing, publication, entry into force."""
    signed = amendment.state_changes.filter(state=State.SIGNED).last()
    published = amendment.state_changes.filter(state=State.PUBLISHED).last()
    return StepDetails(
        signed.day if signed else None,
        signed.number if signed else "",
        published.source if published else "",
        published.in_force if published else None,
    )


def adopted_texts(user: Any, amendment: Amendment) -> list[Version]:
    """The texts of acts that it has become, as far as the person may read them."""
    sealed = Version.objects.visible_to(user).filter(text_of__draft__amendment=amendment)
    return list(sealed.select_related("instrument").order_by("text_of__order"))


def adoption_desk(amendment: Amendment) -> AdoptionDesk:
    """The last sealed draft beside the newest texts of its acts. An act that it leaves unchanged keeps its text."""
    draft = amendment.drafts.order_by("-number").first()
    sealed = Version.objects.filter(text_of__draft__amendment=amendment).select_related("instrument")
    return AdoptionDesk(
        amendment,
        draft,
        tuple(_acts(draft)) if draft else (),
        tuple(sealed.order_by("text_of__order")),
        _unsealed(draft) if draft else 0,
    )


def _unsealed(draft: Draft) -> int:
    """How many instructions stand otherwise in the working text than in the draft."""
    rows = VersionInstruction.objects.filter(version__draft=draft)
    sealed = dict(rows.values_list("instruction", "operation"))
    of_amendment = Instruction.objects.filter(amended_act__amendment=draft.amendment_id)
    taken = of_amendment.filter(status=Instruction.Status.TAKEN)
    standing = dict(taken.values_list("pk", "operation"))
    return sum(sealed.get(key) != standing.get(key) for key in sealed.keys() | standing.keys())


def _acts(draft: Draft) -> list[ActToAdopt]:
    sealed = Counter(
        VersionInstruction.objects.filter(version__draft=draft).values_list("version", flat=True)
    )
    versions = list(draft.versions.select_related("instrument").filter(pk__in=sealed))
    texts = Version.objects.filter(instrument__in=[row.instrument_id for row in versions], draft=None)
    newest = {text.instrument_id: text for text in texts.order_by("number")}
    return [ActToAdopt(row, newest[row.instrument_id], sealed[row.pk]) for row in versions]
