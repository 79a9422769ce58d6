"""A proposed text beside the provision on which it was written, as every page shows it."""

from dataclasses import dataclass

from amendments.models import Instrument
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import CELL_BORDER
from amendments.queries.showing.table_lines import InTable, alone
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.models import Comment
from consultations.queries.comments.provision_texts import DraftTexts, ProvisionWording
from consultations.rules.proposed import Proposed, read_proposed


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """What was proposed and its redline: against the commented words only where it replaces them."""

    proposed: Proposed
    spans: tuple[Span, ...]
    in_table: InTable | None  # its cells, if the commented provision stands in a table


def proposed_on(proposed: str, commented: ProvisionWording | None, instrument: Instrument) -> Proposed:
    """How a proposed text is read; without commented wording it is a wording of its own."""
    scheme = scheme_for(instrument.country, instrument.language)
    number, words = (commented.number, commented.words) if commented else ("", "")
    return read_proposed(proposed, number, words, scheme)


def is_as_proposed(comment: Comment, wording: str, instrument: Instrument) -> bool:
    """Whether a wording takes the whole proposal; the number of the commented provision before one is no word of it."""
    anchor = comment.anchors.first()
    texts = DraftTexts.of(comment.submission.round.draft, [anchor.provision_id]) if anchor else None
    text = texts.draft(anchor.provision_id) if texts and anchor else None
    commented = text if text and not text.is_repealed else None
    taken, asked = (
        proposed_on(each, commented, instrument).text.split() for each in (wording, comment.proposal_shown)
    )
    return taken == asked


def shown_proposal(proposed: Proposed, commented: ProvisionWording | None) -> ShownProposal:
    """The redline of what was proposed."""
    replaces = commented is not None and not (proposed.is_new or proposed.is_words)
    spans = diff_text(commented.words if commented and replaces else "", proposed.text)
    is_row = commented is not None and CELL_BORDER in proposed.text
    return ShownProposal(proposed, spans, alone(commented.kind, spans) if commented and is_row else None)
