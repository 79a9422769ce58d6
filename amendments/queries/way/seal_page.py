"""What the drafters confirm before they seal: what is in the next draft, what is left out, and what stands in the way."""

from dataclasses import dataclass

from amendments.models import Amendment, Draft, Instruction
from amendments.queries.drafting.working_text import Sheet, working_text
from amendments.queries.way.checking import CheckStanding, TextState, check_standing


@dataclass(frozen=True, slots=True)
class SealPage:
    """The next draft of an amendment, as it would be sealed now."""

    amendment: Amendment
    number: int
    sheets: tuple[Sheet, ...]
    left_out: tuple[Instruction, ...]
    standing: CheckStanding
    refusal: str

    @property
    def may_seal(self) -> bool:
        """Whether exactly this text passed and nothing else stands in the way."""
        return self.standing.may_seal and not self.refusal

    @property
    def is_sealed_already(self) -> bool:
        """Whether the last draft is this text."""
        return self.standing.state == TextState.SEALED


def open_proposals(amendment: Amendment) -> list[Instruction]:
    """The proposals of others that nobody has taken into the draft or withdrawn."""
    rows = Instruction.objects.filter(
        amended_act__amendment=amendment, status=Instruction.Status.PROPOSED
    ).select_related("amended_act__instrument")
    return list(rows.order_by("amended_act__order", "order", "key"))


def seal_page(amendment: Amendment) -> SealPage:
    """The working text of all acts, and the proposals that are not part of it."""
    text = working_text(amendment)
    last = Draft.objects.filter(amendment=amendment).order_by("-number").first()
    return SealPage(
        amendment,
        last.number + 1 if last else 1,
        text.sheets,
        tuple(open_proposals(amendment)),
        check_standing(amendment, *(sheet.draft for sheet in text.sheets)),
        str(text.refusal or ""),
    )
