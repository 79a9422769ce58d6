"""What a drafter should look at again before the seal: instructions that can be carried out, perhaps not as meant.

What cannot be carried out, and two instructions on the same words, are refused or folded when an instruction is saved.
"""

from collections.abc import Iterator, Mapping

from amendments.instructions.completing.narrowed import kept_beside
from amendments.instructions.entry_into_force import no_day_in, said_in_sentence
from amendments.instructions.operations import Op, Operation
from amendments.provisions.messages import Message, message as _
from amendments.provisions.tree import Tree


def doubts(before: Tree, operation: Operation) -> Iterator[Message]:
    """What may not be meant; `before` is the text on which the operation is carried out."""
    for target in kept_beside(before, operation):
        yield _(
            "What lies under %(target)s stays, but the act will say that all of %(target)s is restated. Write what lies "
            "under it too, or restate its heading and each paragraph by an instruction of its own.",
            target=target,
        )
    if operation.op is Op.REPLACE_WORDS and _runs_together(operation):
        yield _("“%(words)s” would be joined to the word before it without a space.", words=operation.new)


def doubts_of_entry(words: str, others: Mapping[str, str], wording: object) -> Iterator[Message]:
    """What may not be meant of a clause on the entry into force; `others` are those of the amendment, by their codes.

    What several acts of the amendment repeat stands once in the amending act.
    """
    if day := no_day_in(words, wording):
        yield _("No calendar has the day “%(day)s”. Correct the entry into force.", day=day)
    for code, other in others.items():
        if said_in_sentence(other, wording) != said_in_sentence(words, wording):
            yield _(
                "Instruction %(key)s says another entry into force. Leave one of the two out, or say both in one "
                "instruction.",
                key=code,
            )


def _runs_together(operation: Operation) -> bool:
    """Whether a comma that stood close to the word before gives way to a word: "a, b" would become "ac"."""
    return operation.old.strip().startswith((",", ";", ":")) and operation.new.strip()[:1].isalnum()
