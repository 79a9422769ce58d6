"""Why an instruction cannot be read, executed or put into words."""

from amendments.provisions.messages import Message, Told


class InstructionError(Told):
    """An amending instruction cannot be used."""


class BadOperation(InstructionError):
    """The data do not have the shape of an operation."""


class Refused(InstructionError):
    """An operation cannot be executed on this text, or cannot be worded: `code` is stable, `message` is for people.

    `index` is the place of the operation in the list that was executed, counted from 0.
    """

    def __init__(self, code: str, message: Message | str, index: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.index = index


class Unread(InstructionError):
    """The sentence does not say one thing only in the grammar that we know; nothing is guessed."""
