"""Reads Azerbaijani instructions back into operations, one sentence at a time.

The reader never guesses. It raises `Unread` with the reason if it does not know a word, if an item has no verb, or if
two operations could take a quoted text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.messages import message as _
from azerbaijan.wordings.blocks import with_block
from azerbaijan.wordings.closing import Items, close, in_turn
from azerbaijan.wordings.cursor import Cursor
from azerbaijan.wordings.forms import Case
from azerbaijan.wordings.framing import bare
from azerbaijan.wordings.phrases import Phrase, PhraseReader
from azerbaijan.wordings.quotations import Group, QuotationReader
from azerbaijan.wordings.tokens import Sort, tokens
from azerbaijan.wordings.vocabulary import COMPOUND_VERBS, JOINTS, form, is_auxiliary, verb

_BLOCK = re.compile(r"(.*?(?:veril|edil|olun)\w+)\s*:\s*[“\"](.*)[”\"]\s*[.;]?\s*", re.DOTALL)
_COMMENCEMENT = re.compile(r"Bu\s+\w+\s[^“”\"]*qüvvəyə\s+min\w+\.", re.DOTALL)
_ANEW = (
    ("yeni", "redaksiyada"),
    ("aşağıdakı", "redaksiyada"),
    ("yeni", "məzmunda"),
    ("aşağıdakı", "məzmunda"),
)
_BESIDE = {Case.GENITIVE: "əvvəlinə", Case.ABLATIVE: "sonra"}
_IDLE = (("məzmunda",), ("müvafiq", "olaraq"), ("həmin",), ("yeni",))


def read(text: str, year: int | None) -> list[Operation]:
    """The operations of one instruction, in its order."""
    text = text.strip()
    if _COMMENCEMENT.fullmatch(text):
        return [Operation(Op.COMMENCEMENT, target=WHOLE_ACT, new=text, year=year)]
    said, block = text, ""
    if match := _BLOCK.fullmatch(text):
        said, block = match[1], match[2]
    operations = [replace(operation, year=year) for operation in _Sentence(bare(said)).read()]
    return with_block(operations, block) if block else operations


def _pairs(groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Old and new words before "ilə". "A B və C D ilə" is two pairs."""
    is_even = len(groups) % 2 == 0
    is_alternating = all(not group.follows_joint for group in groups[1::2]) or len(groups) == 2
    if not groups or not is_even or not is_alternating or any(group.side for group in groups):
        raise Unread(_("It is not certain which words take the place of which."))
    return [_paired(old, new) for old, new in zip(groups[::2], groups[1::2], strict=True)]


def _paired(old: Group, new: Group) -> tuple[Group, Group]:
    """The old and the new group. The qualifier may stand with either of them."""
    qualifiers = {old.qualifier, new.qualifier} - {""}
    if len(old.words) != len(new.words) or (len(qualifiers) > 1 and "every_case" not in qualifiers):
        raise Unread(_("It is not certain which words take the place of which."))
    qualifier = "every_case" if "every_case" in qualifiers else "".join(qualifiers)
    return replace(old, qualifier=qualifier), new


class _Sentence:
    """Reads one sentence. It collects items until a verb says what is done with them."""

    def __init__(self, text: str) -> None:
        self.cursor = Cursor(tokens(text))
        self.phrases = PhraseReader(self.cursor)
        self.quotations = QuotationReader(self.cursor)
        self.items = Items()
        self.is_at_end = False  # "sonunda"

    def read(self) -> list[Operation]:
        """Read every clause up to the end."""
        while self.cursor.at < len(self.cursor.tokens):
            self._step()
        if not self.items.is_empty or self.quotations.waiting:
            raise Unread(_("The sentence ends before its verb."))
        if self.items.shifted_sentences:
            raise Unread(_("Sentences move, and none is added."))
        if not self.items.operations:
            raise Unread(_("The sentence holds no instruction."))
        return in_turn(self.items.operations)

    def _step(self) -> None:
        token = self.cursor.peek()
        if token.sort is Sort.MARK or token.is_word(*JOINTS):
            self._mark()
        elif not (self._verb() or self._adverb() or self._group() or self._phrase()):
            raise Unread(_("“%(word)s” is not understood.", word=token.text))

    def _mark(self) -> None:
        token = self.cursor.take()
        if token.text == "(":
            self._bracket()
        elif token.sort is Sort.MARK and token.text not in (",", ".", ";"):
            raise Unread(_("“%(word)s” is not understood.", word=token.text))

    def _bracket(self) -> None:
        """Read "(33.7.1 – 33.7.9-cu maddələr istisna olmaqla)", or a qualifier of the words before."""
        items = self.items
        if qualifier := self.quotations.qualifier():
            if not items.groups:
                raise Unread(_("The words in brackets are not understood."))
            items.groups[-1] = replace(items.groups[-1], qualifier=qualifier)
        else:
            excepted = self.phrases.read()
            if excepted is None or not self.cursor.words("istisna", "olmaqla") or not items.subjects:
                raise Unread(_("The words in brackets are not understood."))
            owner = items.subjects[-1].places[0].targets[0]
            if not all(
                target.startswith(f"{owner}.") for place in excepted.places for target in place.targets
            ):
                raise Unread(_("The exception is not part of what is restated."))
            items.is_own_text_only = True
        if not self.cursor.words(")"):
            raise Unread(_("The words in brackets are not understood."))

    def _verb(self) -> bool:
        token, after = self.cursor.peek(), self.cursor.peek(1)
        if token.sort is not Sort.WORD:
            return False
        said, length = verb(token.text), 1
        if token.text in COMPOUND_VERBS and is_auxiliary(after.text):
            said, length = COMPOUND_VERBS[token.text], 2
        for stem, meaning in COMPOUND_VERBS.items():
            if token.text.startswith(stem) and is_auxiliary(token.text.removeprefix(stem)):
                said = meaning
        if not said:
            return False
        self.cursor.at += length
        self._give_waiting_qualifier()
        close(said, self.items)
        self.phrases.is_closed = True
        self.is_at_end = False
        return True

    def _give_waiting_qualifier(self) -> None:
        """Give a qualifier before the verb to the words before it: "“a” sözü hər iki halda çıxarılmışdır"."""
        groups, waiting = self.items.groups, self.quotations.waiting
        if not waiting:
            return
        if not groups or groups[-1].qualifier:
            raise Unread(_("It is not certain which words the qualifier belongs to."))
        groups[-1] = replace(groups[-1], qualifier=waiting)
        self.quotations.waiting = ""

    def _adverb(self) -> bool:
        cursor = self.cursor
        if any(cursor.words(*words) for words in _ANEW):
            self.items.is_anew = True
        elif cursor.words("sonunda") or cursor.words("sonundakı"):
            self.is_at_end = True
        elif cursor.words("sonuna"):
            self.items.is_at_end = True
        elif cursor.words("ilə"):
            self.items.pairs.extend(_pairs(self.items.groups))
            self.items.groups.clear()
        elif qualifier := self.quotations.qualifier():
            self.quotations.waiting = qualifier
        else:
            return self._place() or any(cursor.words(*words) for words in _IDLE)
        return True

    def _place(self) -> bool:
        """Read the word that follows the provision beside which new ones stand."""
        said = form(self.cursor.peek(-1).text) if self.cursor.at else None
        places = self.phrases.current
        is_one = len(places) == 1 and len(places[0].targets) == 1 and not places[0].level
        if (
            said is None
            or said.case not in _BESIDE
            or not is_one
            or not self.cursor.words(_BESIDE[said.case])
        ):
            return False
        self.items.after = places[0].targets[0]
        self.items.is_first = said.case is Case.GENITIVE
        return True

    def _group(self) -> bool:
        group = self.quotations.read(self.phrases.current)
        if group is None:
            return False
        if self.is_at_end and group.noun != "işarə":
            raise Unread(_("It is not certain where the words stand."))
        self.items.groups.append(group)
        return True

    def _phrase(self) -> bool:
        phrase = self.phrases.read()
        if phrase is None:
            return False
        self.phrases.current, self.phrases.is_closed = phrase.places, False
        if phrase.case is Case.NOMINATIVE and (
            self.cursor.peek().sort is not Sort.QUOTE or self._is_another(phrase)
        ):
            self.items.subjects.append(phrase)
        return True

    def _is_another(self, phrase: Phrase) -> bool:
        """Whether a quotation is the letter of a further point: "“a” bəndi “d” bəndi hesab edilsin"."""
        after = form(self.cursor.peek(1).text)
        return after is not None and after.noun == phrase.noun
