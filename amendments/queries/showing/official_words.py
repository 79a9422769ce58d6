"""What an operation says in the official words of its act."""

from amendments.instructions.designations import shown_name
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.instructions.wording import Mood
from amendments.models import Instrument
from amendments.plugins.registry import wording_for
from amendments.text.sentence_case import capitalised


def official_words(instrument: Instrument, operation: Operation) -> str:
    """The official wording, "" where the operation cannot be said in one sentence."""
    try:
        said = wording_for(instrument.country, instrument.language).word(operation, Mood.IMPERATIVE)
    except Refused:
        return ""
    return capitalised(said, instrument.language)


def worded(instrument: Instrument, operation: Operation) -> str:
    """The official wording; where there is none, the provision and the words that go and come, each in a line."""
    parts = (shown_name(operation.target), operation.old, operation.new)
    return official_words(instrument, operation) or "\n".join(filter(None, parts))
