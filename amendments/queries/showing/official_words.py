"""What an operation says in the official words of its act."""

from amendments.instructions.designations import shown_name
from amendments.instructions.entry_into_force import said_in_sentence
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import Mood
from amendments.models import Instrument
from amendments.plugins.registry import wording_for
from amendments.text.cells import in_field
from amendments.text.sentence_case import capitalised


def official_words(instrument: Instrument, operation: Operation) -> str:
    """The official wording, with bars between cells; "" where the operation cannot be said in one sentence."""
    wording = wording_for(instrument.country, instrument.language)
    if operation.op is Op.COMMENCEMENT:
        return said_in_sentence(operation.new, wording, instrument.type)
    try:
        said = wording.word(operation, Mood.IMPERATIVE)
    except Refused:
        return ""
    return capitalised(in_field(said), instrument.language)


def worded(instrument: Instrument, operation: Operation) -> str:
    """The official wording; where there is none, the provision and the words that go and come, each in a line."""
    parts = (shown_name(operation.target), operation.old, operation.new)
    return official_words(instrument, operation) or in_field("\n".join(filter(None, parts)))
