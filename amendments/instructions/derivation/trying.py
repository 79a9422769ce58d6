"""Changes a text step by step into another one. Each operation is tried before it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from amendments.instructions.execution.anchors import find_words
from amendments.instructions.fragments import NUMBER, execute_on_text
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text


@dataclass
class Editing:
    """The text so far and the operations that have brought it there."""

    text: str
    level: str  # "heading", or "" for the text of a provision
    operations: list[Operation] = field(default_factory=list)
    below: Sequence[str] = ()  # the texts under the provision, in which its words are looked for too

    def attempt(self, operation: Operation, wanted: str) -> bool:
        """Take the operation if it finds its words without doubt and gives exactly the text that is wanted."""
        operation = replace(operation, target=NUMBER, level=operation.level or self.level)
        if self._stands_below(operation):
            return False
        try:
            given = execute_on_text(self.text, [operation])
        except Refused:
            return False
        if given != wanted:
            return False
        self.operations.append(operation)
        self.text = wanted
        return True

    def take(self, operation: Operation) -> bool:
        """Take the operation if it can be carried out, whatever text it gives."""
        operation = replace(operation, target=NUMBER, level=operation.level or self.level)
        try:
            self.text = execute_on_text(self.text, [operation])
        except Refused:
            return False
        self.operations.append(operation)
        return True

    def _stands_below(self, operation: Operation) -> bool:
        """Whether the words that it quotes stand under the provision as well, and it does not say which are meant."""
        words = operation.old or operation.anchor
        if not words or operation.level or operation.qualifier in ("first", "second"):
            return False
        return any(find_words(text, words, operation.new) for text in self.below)


def changed_share(before: str, after: str) -> float:
    """The share of the wording in force that is given up. Insertions give up nothing."""
    return deleted(before, after) / max(len(before), 1)


def deleted(before: str, after: str) -> int:
    """How many characters of the wording in force are given up."""
    return sum(len(span.text) for span in diff_text(before, after) if span.mark is Mark.DELETED)


def spliced(text: str, start: int, end: int, new: str) -> str:
    """The text with something else between two places."""
    return text[:start] + new + text[end:]
