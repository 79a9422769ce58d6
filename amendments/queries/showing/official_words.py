"""What an operation says in the official words of its act."""

from django.utils.translation import gettext as _

from amendments.instructions.designations import shown_name
from amendments.instructions.entry_into_force import said_in_sentence
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.kinds_in_text import in_text, names_items
from amendments.instructions.operations import Op, Operation, from_json
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.wording import Mood, about, quoting_with
from amendments.models import Instrument, VersionInstruction
from amendments.plugins.registry import scheme_for, wording_for
from amendments.provisions.tree import Tree
from amendments.queries.showing.kept import sealed_tree
from amendments.text.cells import in_field
from amendments.text.saying import say
from amendments.text.sentence_case import capitalised


def official_words(instrument: Instrument, operation: Operation, text: Tree | None = None) -> str:
    """The official wording, with bars between cells; "" where the operation cannot be said in one sentence.

    What it names has the kinds that the new text gives it, and what it brings is quoted as printed there.
    """
    wording = about(wording_for(instrument.country, instrument.language), instrument.type)
    if text is not None:
        scheme = scheme_for(instrument.country, instrument.language)
        wording = quoting_with(wording, printed_labels([operation], text, scheme))
        operation = in_text(operation, text)
    if operation.op is Op.COMMENCEMENT:
        return said_in_sentence(operation.new, wording, instrument.type)
    try:
        said = wording.word(operation, Mood.IMPERATIVE)
    except Refused:
        return ""
    return capitalised(in_field(said), instrument.language)


def unsaid(instrument: Instrument, operation: Operation) -> str:
    """Why the amending act cannot say an operation, in the reader's language; "" where it can."""
    if operation.op is Op.COMMENCEMENT:
        return ""
    try:
        wording_for(instrument.country, instrument.language).word(operation, Mood.IMPERATIVE)
    except Refused as refusal:
        said = _("This instruction has no official wording in the language of the act. %(problem)s")
        return said % {"problem": say(refusal)}
    return ""


def worded(row: VersionInstruction) -> str:
    """The official wording; where there is none, the provision and the words that go and come, each in a line."""
    operation = from_json(row.operation)
    text = sealed_tree(row.version) if names_items(operation) else None
    if text is not None and row.version.parent is not None:
        operation = in_text(operation, text, sealed_tree(row.version.parent))
    parts = (shown_name(operation.target), operation.old, operation.new)
    return official_words(row.version.instrument, operation, text) or in_field("\n".join(filter(None, parts)))
