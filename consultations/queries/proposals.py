"""A proposed text beside the provision on which it was written, as every page shows it."""

from dataclasses import dataclass

from amendments.models import Instrument
from amendments.plugins.registry import scheme_for
from amendments.redline.redline import Span
from amendments.redline.text_redline import diff_text
from consultations.queries.provision_texts import ProvisionWording
from consultations.rules.proposed import Proposed, read_proposed


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """What was proposed and its redline: against the commented words only where it replaces them."""

    proposed: Proposed
    spans: tuple[Span, ...]


def proposed_on(proposed: str, commented: ProvisionWording | None, instrument: Instrument) -> Proposed:
    """How a proposed text is read; without commented wording it is a wording of its own."""
    scheme = scheme_for(instrument.country, instrument.language)
    number, words = (commented.number, commented.words) if commented else ("", "")
    return read_proposed(proposed, number, words, scheme)


def shown_proposal(proposed: Proposed, words: str) -> ShownProposal:
    """The redline of what was proposed; `words` are the commented ones."""
    base = "" if proposed.is_new or proposed.is_words else words
    return ShownProposal(proposed, diff_text(base, proposed.text))
