"""Why a change of a file has no place in the draft."""

from amendments.provisions.messages import Message, Told, message as _


class Unplaced(Told):
    """The change cannot be said as an instruction; the message says why."""


class ComesBack(Unplaced):
    """Provisions go and come at another place with the number that they have; `keys` are those of the draft."""

    def __init__(self, keys: frozenset[str]) -> None:
        super().__init__(moved())
        self.keys = keys


class AlreadyInDraft(Exception):
    """The draft says the same already."""


def in_draft() -> Message:
    """Whose change it was before somebody else's instruction said it."""
    return _("The draft says the same already.")


def not_of_draft() -> Message:
    """The file names a change one of the site, by an author and a minute that anybody can write."""
    return _("The file names this a change of the draft, and the draft does not have it.")


def lines_changed(words: str) -> Message:
    """An end of a line came or went, and no word; `words` are the first ones of the paragraph."""
    return _(
        "A paragraph is divided, or joined with the next one: “%(words)s”. Write an instruction where provisions change.",
        words=words,
    )


def unreadable() -> Message:
    """The text of the file is no act of the scheme."""
    return _("The text of the file cannot be read as this act.")


def elsewhere() -> Message:
    """The provision is not in the act."""
    return _("The act has no such provision.")


def no_law() -> Message:
    """The signature, the table of contents, notes of editors: printed with the act, and nothing amends them."""
    return _(
        "The words are printed with the act and are no law, as a signature or a table of contents. No instruction "
        "changes them."
    )


def footnote(words: str) -> Message:
    """A mark of a footnote comes or goes; `words` are the first ones of its paragraph."""
    return _(
        "A footnote at “%(words)s”: it is no law, and no instruction brings it or takes it away.", words=words
    )


def other_words() -> Message:
    """The draft changed the same words."""
    return _("The draft has other words in this place.")


def repealed(provision: str, key: str) -> Message:
    """Words come in a provision of which only the number is left; `key` is that of the provision in the draft."""
    return _(
        "%(provision)s is repealed. Withdraw the instruction that repeals it, or insert the words under another number.",
        provision=provision,
        key=key,
    )


def repealed_by(instruction: str, provision: str) -> Message:
    """As `repealed`, where the list has the instruction that does so."""
    return _(
        "Instruction %(instruction)s repeals %(provision)s. Withdraw it to keep the provision.",
        instruction=instruction,
        provision=provision,
    )


def number_changed() -> Message:
    """The change goes through a number or over several provisions."""
    return _("The change touches a number, or parts of several provisions. Write an instruction for it.")


def number_taken(number: str) -> Message:
    """Numbers never shift: what comes between two provisions needs one that no other has."""
    return _(
        "The act has a provision %(number)s in this place already. Write an instruction with a number of its own.",
        number=number,
    )


def no_provision() -> Message:
    """The new lines are read as no provision."""
    return _("The new lines are not read as provisions of the act. Write an instruction for them.")


def unread_number(line: str) -> Message:
    """A new line begins with a number and would be words of the provision above it."""
    return _(
        "The line “%(line)s” begins like a provision, but no provision has such a number in this place. Number it so that "
        "it fits, as 0-1 before 1 or 1-1 behind 1. If these are words of the provision above, write an instruction.",
        line=line,
    )


def on_no_words() -> Message:
    """A comment that the file sets beside no words."""
    return _("The comment stands on no words of the text.")


def moved() -> Message:
    """No instruction moves a provision, and one of the two places of the move has no other instruction."""
    return _(
        "Moved in the file: no instruction says it. Repeal the provision and insert it under a new number."
    )


def across_acts() -> Message:
    """The change takes words of two acts of the file away and brings others."""
    return _(
        "The change goes from one act of the file into the next one, and its words may belong to either. Write "
        "an instruction in each act for what changes there."
    )


def overwritten(author: str) -> Message:
    """One author deleted what another one inserted."""
    return _("These words were inserted by %(author)s in the same file and deleted again.", author=author)


def beside_text() -> Message:
    """The change stands in a text box, a header, a footer or a formula, which no act has."""
    return _(
        "Changed beside the text, as in a text box, a header or a footer. If the words are law, write an instruction."
    )


def in_deleted() -> Message:
    """Words that one author inserted into a provision that another one deleted."""
    return _("These words stand in a provision that is deleted in the same file.")


def other_text() -> Message:
    """As an instruction it would not give the words that the file has with the change accepted."""
    return _(
        "Proposed as it is marked, this would give another text than the file has. Write an instruction for it."
    )


def differs(provision: str) -> Message:
    """The file has other words, and nobody tracked the change; a title or a signature has no name."""
    if not provision:
        return _("The file differs from the draft here, and no change is marked.")
    return _("%(provision)s: the file differs from the draft, and no change is marked.", provision=provision)


def differs_in_many(count: int) -> Message:
    """So much that the file holds another text."""
    return _(
        "The file differs from the draft in %(count)s places where no change is marked. It may hold another text.",
        count=count,
    )
