"""Writes and reads instructions by the grammar of a language: one engine for every language that is data."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from typing import Self

from amendments.instructions.citations import parent_number, stands_first
from amendments.instructions.designations import without_kind
from amendments.instructions.entry_into_force import said_in_sentence
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, NewElement, Op, Operation
from amendments.instructions.prose import quoting
from amendments.instructions.prose.grammar import SLOT, Agreement, Grammar
from amendments.instructions.prose.prose_reading import read
from amendments.instructions.prose.quoting import Labels
from amendments.instructions.wording import Mood, carried, is_figures, is_sign, number_before, outermost
from amendments.provisions.messages import message as _
from amendments.provisions.sentences import paragraphs, sentences


class Prose:
    """A wording made of a grammar."""

    def __init__(self, country: str, language: str, grammar: Grammar) -> None:
        self.country = country
        self.language = language
        self.grammar = grammar

    @property
    def labels(self) -> Labels:
        """What stands before the numbers of provisions that are quoted."""
        return self.grammar.labels

    def quoting_with(self, labels: Labels) -> Self:
        """The same prose about acts that label their provisions so, in whichever language."""
        other = copy(self)
        other.grammar = replace(self.grammar, labels=labels)
        return other

    def word(self, operation: Operation, mood: Mood) -> str:
        """The operation as a sentence, with the new text below it where the mood orders."""
        if operation.op is Op.COMMENCEMENT:
            return said_in_sentence(_needed(operation.new), self)
        if operation.op is Op.RESTATE_HEADING:
            operation = replace(operation, level="heading")
        said = _Sentence(self.grammar, operation, mood).write()
        return said[:1].upper() + said[1:]

    def parse(self, text: str, year: int | None = None) -> list[Operation]:
        """The one operation that a sentence says."""
        return [replace(read(text.strip(), self.grammar), year=year)]


class _Sentence:
    """One operation on its way into words."""

    def __init__(self, grammar: Grammar, operation: Operation, mood: Mood) -> None:
        self.grammar = grammar
        self.operation = operation
        self.mood = mood
        self.renumbered, self.added = "", new_elements(operation)
        if operation.op is Op.RENUMBER_AND_ADD:
            self.renumbered, self.added = redesignation(operation)
        self.after = operation.after
        if operation.op is Op.APPEND_ELEMENT:
            self.after = operation.after or number_before(without_kind(operation.target))

    def write(self) -> str:
        """The sentence of the operation with its slots filled."""
        orders = self.grammar.orders if self.mood is Mood.IMPERATIVE else None
        sentences = {**self.grammar.sentences, **(orders.sentences if orders else {})}
        words = sentences[self._name()]
        return SLOT.sub(lambda slot: self._fill(*slot[1].partition(".")[::2]), words)

    def _name(self) -> str:
        operation = self.operation
        match operation.op:
            case Op.REPLACE_WORDS | Op.REPLACE_NUMBER:
                return "replace"
            case Op.DELETE_WORDS:
                return "delete_words" if operation.old else "delete_part"
            case Op.RESTATE_HEADING | Op.RESTATE_SENTENCE:
                return "restate"
            case Op.INSERT_ELEMENT | Op.APPEND_ELEMENT:
                if stands_first(operation.target, self.after):
                    return "insert_first"
                is_append = operation.op is Op.APPEND_ELEMENT
                return (
                    ("append_element" if is_append else "insert_beside") if self.after else "insert_element"
                )
            case Op.RENUMBER_AND_ADD:
                return "renumber_and_add" if self.added else "renumber"
            case _:
                return operation.op.value

    def _fill(self, name: str, form: str) -> str:
        grammar, operation = self.grammar, self.operation
        match name:
            case "old" | "new" | "anchor":
                words = _needed(getattr(operation, name))
                return grammar.quotation(words, form, self._is_figure(words), self.mood)
            case "qualifier":
                return grammar.qualifiers.get(operation.qualifier, "")
            case "verb":
                verb, _, subject = form.partition(".")
                return grammar.verb(verb, self._agreement(subject), self.mood)
            case "block":
                return self._block()
            case "step":
                return grammar.joint.join(grammar.part(step, form, self.mood) for step in self._steps())
            case "after" | "first":
                return grammar.reference((self.after,), form, self.mood)
            case "owner" | "own" | "beside" if grammar.orders:
                behind = self.after if self._name() == "insert_beside" else ""
                return str(getattr(grammar.orders.nest(self._announced(), behind), name))
            case "content" if grammar.orders:
                return grammar.orders.content
            case _:
                return self._place(name, form)

    def _place(self, name: str, form: str) -> str:
        operation = self.operation
        if name == "numbers":
            return self.grammar.reference(self._announced(), form, self.mood)
        if name == "number" and self.grammar.orders and self._level("what"):
            return self.grammar.orders.nest((self.renumbered,), "").own
        if name == "number":
            return self.grammar.reference((self.renumbered,), form, self.mood)
        return self._with_parts(operation.all_targets, self._level(name), form)

    def _level(self, name: str) -> str:
        """The level of a place: of what is deemed another, the text; of what gets a new part, the part around it."""
        operation = self.operation
        if name == "what":
            return "text" if parent_number(self.renumbered) == operation.target else ""
        return operation.level.rpartition("/")[0] if operation.op is Op.ADD_SENTENCE else operation.level

    def _with_parts(self, numbers: tuple[str, ...], level: str, form: str) -> str:
        steps = [step for step in level.split("/") if step]
        if steps and numbers == (WHOLE_ACT,) and steps != ["text"]:
            raise Refused(
                "not_worded", _("A part of the whole act cannot be put into words. Name a provision.")
            )
        grammar = self.grammar
        said = grammar.reference(numbers, "gen" if steps else form, self.mood)
        for i, step in enumerate(steps):
            case = form if i == len(steps) - 1 else "gen"
            said = f"{grammar.part(step, case, self.mood)}{grammar.owner}{said}"
        return said

    def _steps(self) -> list[str]:
        """The sentences or paragraphs that are added, each with its number."""
        step = self.operation.level.rpartition("/")[2] or "sentence"
        name, __, number = step.partition(":")
        if not number:
            return [step]
        parts = paragraphs if name == "paragraph" else sentences
        count = len(parts(self.operation.new))
        return [f"{name}:{each}" for each in range(int(number), int(number) + max(1, count))]

    def _announced(self) -> tuple[str, ...]:
        if self.operation.op is Op.RENUMBER_AND_ADD:
            return outermost([element.number for element in self.added])
        return tuple(map(without_kind, carried(self.operation)))

    def _is_figure(self, words: str) -> bool:
        return self.operation.op is Op.REPLACE_NUMBER or is_figures(words)

    def _agreement(self, subject: str) -> Agreement:
        grammar, operation = self.grammar, self.operation
        if subject in ("old", "new", "anchor"):
            words = getattr(operation, subject)
            is_figure = self._is_figure(words)
            gender = grammar.gender_of_sign if is_sign(words) else grammar.gender_of_word
            gender = grammar.gender_of_figure if is_figure else gender
            return Agreement(gender, plural=grammar.are_several(words, is_figure))
        if subject == "step":
            return Agreement(grammar.gender_of_figure, plural=len(self._steps()) > 1)
        if subject == "single":
            return Agreement(grammar.gender_of_figure)
        if subject == "numbers":
            numbers = self._announced()
            return Agreement(grammar.gender_of_reference(numbers[0]), plural=len(numbers) > 1)
        targets = operation.all_targets
        if level := self._level(subject):
            return Agreement(grammar.gender_of_part(level.rpartition("/")[2]))
        return Agreement(grammar.gender_of_reference(targets[0]), plural=len(targets) > 1)

    def _block(self) -> str:
        """The new text under an order; a footnote only reports that there is one."""
        if self.mood == Mood.PAST:
            return ""
        text = _needed(_new_text(self.operation, self.added, self.grammar))
        opening, closing = self.grammar.quotes
        return f":{chr(10) if chr(10) in text else ' '}{opening}{text}{closing}"


def _new_text(operation: Operation, added: Sequence[NewElement], grammar: Grammar) -> str:
    """The words that stand under an order: of a part as they are, of provisions with their numbers."""
    if operation.op is Op.ADD_SENTENCE or operation.level not in ("", "text") or operation.is_of_text_alone:
        return operation.new or operation.heading
    elements = list(added)
    if operation.op is Op.RESTATE and len(operation.all_targets) > 1:
        elements = list(operation.children)
    elif operation.op is Op.RESTATE:
        own = NewElement(operation.all_targets[0], operation.heading, operation.new)
        elements = [own, *operation.children]
    is_worded = any(element.text or element.heading for element in elements)
    return quoting.printed(elements, grammar.labels) if is_worded else ""


def _needed(words: str) -> str:
    if not words.strip():
        raise Refused("new_text_needed", _("Write the new text."))
    return words.strip()
