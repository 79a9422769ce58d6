"""Amending instructions in English, for acts of any country without a wording of its own."""

import re
from collections.abc import Callable
from dataclasses import replace

from amendments.instructions import quoting
from amendments.instructions.errors import Refused, Unread
from amendments.instructions.operations import WHOLE_ACT, NewElement, Op, Operation
from amendments.instructions.placing import new_elements
from amendments.instructions.renumbering import redesignation
from amendments.instructions.wording import Mood, carried, is_figures, is_one_word, number_before

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
LABELS = {"article": "Article", "chapter": "Chapter", "section": "Section", "division": "Division"}
_QUALIFIERS = {
    "": "",
    "first": ", at the first place,",
    "second": ", at the second place,",
    "both": ", at both places,",
    "all": ", at every place,",
    "every_case": ", in the appropriate grammatical form,",
}


class English:
    """English prose for (any, en)."""

    country = ""
    language = "en"

    def word(self, operation: Operation, mood: Mood) -> str:
        """The operation as a sentence."""
        return _WORDED_BY[operation.op](operation, mood)

    def parse(self, text: str, year: int | None = None) -> list[Operation]:
        """The one operation that a sentence says."""
        for pattern, reader in _READ_BY:
            match = pattern.fullmatch(text.strip())
            if match:
                return [replace(reader(match), year=year)]
        raise Unread("The sentence is not an instruction in a known form.")


def reference(numbers: tuple[str, ...]) -> str:
    """ "Article 3.2", "Articles 3.2 and 4"; "the Law" for the whole act."""
    if numbers == (WHOLE_ACT,):
        return "the Law"
    if len(numbers) == 1:
        return f"Article {numbers[0]}"
    return f"Articles {', '.join(numbers[:-1])} and {numbers[-1]}"


def _place(operation: Operation) -> str:
    """The provision with the part that the level names: "the second sentence of Article 3.2"."""
    said = reference(operation.all_targets)
    for step in operation.level.split("/") if operation.level else []:
        said = f"the {_step(step)} of {said}"
    return said


def _step(step: str) -> str:
    name, _, ordinal = step.partition(":")
    if not ordinal:
        return name
    return f"{_ordinal(int(ordinal))} {name}"


def _ordinal(n: int) -> str:
    if n > len(_ORDINALS):
        raise Refused("not_worded", f"No word for the {n}th sentence or paragraph.")
    return _ORDINALS[n - 1]


def _quoted(words: str, qualifier: str = "", *, is_figure: bool = False) -> str:
    noun = "figure" if is_figure or is_figures(words) else "word"
    plural = "" if is_one_word(words) else "s"
    return f"the {noun}{plural} “{words.strip()}”{_QUALIFIERS[qualifier]}"


def _verb(mood: Mood, *, plural: bool) -> str:
    if mood == Mood.IMPERATIVE:
        return "shall be"
    return "have been" if plural else "has been"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _needs(words: str, what: str) -> str:
    if not words.strip():
        raise Refused("new_text_needed", f"{what} needed.")
    return words


def _replace(operation: Operation, mood: Mood) -> str:
    is_figure = operation.op is Op.REPLACE_NUMBER
    old = _quoted(_needs(operation.old, "Old words"), operation.qualifier, is_figure=is_figure)
    new = _quoted(_needs(operation.new, "New text"), is_figure=is_figure)
    verb = _verb(mood, plural=not is_one_word(operation.old))
    place = "throughout the Law" if operation.all_targets == (WHOLE_ACT,) else f"in {_place(operation)}"
    everywhere = "throughout " if operation.op is Op.GLOBAL_REPLACE and place != "throughout the Law" else ""
    return _capital(
        f"{everywhere or ''}{place.removeprefix('in ') if everywhere else place}, {old} {verb} replaced by {new}."
    )


def _insert(operation: Operation, mood: Mood) -> str:
    side = "after" if operation.op is Op.INSERT_AFTER else "before"
    anchor = _quoted(_needs(operation.anchor, "Anchor"), operation.qualifier)
    new = _quoted(_needs(operation.new, "New text"))
    verb = _verb(mood, plural=not is_one_word(operation.new))
    return f"In {_place(operation)}, {side} {anchor} {new} {verb} inserted."


def _delete(operation: Operation, mood: Mood) -> str:
    if not operation.old:
        return _capital(f"{_place(operation)} {_verb(mood, plural=_is_several(operation))} deleted.")
    verb = _verb(mood, plural=not is_one_word(operation.old))
    return f"In {_place(operation)}, {_quoted(operation.old, operation.qualifier)} {verb} deleted."


def _is_several(operation: Operation) -> bool:
    return len(operation.all_targets) > 1


def _restate(operation: Operation, mood: Mood) -> str:
    said = _capital(f"{_place(operation)} {_verb(mood, plural=_is_several(operation))} restated")
    if mood == Mood.PAST:
        return f"{said}."
    is_part = operation.level not in ("", "text")
    if is_part:
        return _with_text(said + " as follows", _needs(operation.new or operation.heading, "New text"))
    elements = list(operation.children)
    if not _is_several(operation):
        elements.insert(0, NewElement(operation.all_targets[0], operation.heading, operation.new))
    if not any(element.text or element.heading for element in elements):
        raise Refused("new_text_needed", "New text needed.")
    return _with_text(said + " as follows", quoting.printed(elements, LABELS))


def _with_text(said: str, text: str) -> str:
    joint = "\n" if "\n" in text else " "
    return f"{said}:{joint}“{text}”."


def _add_sentence(operation: Operation, mood: Mood) -> str:
    place = reference(operation.all_targets)
    what = f"a {_step(operation.level)}" if operation.level else "a sentence"
    said = f"{_capital(what)} {_verb(mood, plural=False)} added to {place}"
    if mood == Mood.PAST:
        return f"{said}."
    return _with_text(said, _needs(operation.new, "New text"))


def _insert_element(operation: Operation, mood: Mood) -> str:
    announced = carried(operation)
    verb = _verb(mood, plural=len(announced) > 1)
    said = f"The following {reference(announced)} {verb} inserted"
    if operation.op is Op.APPEND_ELEMENT:
        after = operation.after or number_before(operation.target)
        said = (
            f"At the end of {reference((after,))} the full stop {_verb(mood, plural=False)} replaced by a semicolon "
            f"and the following {reference(announced)} {verb} inserted"
        )
    elif operation.after:
        said = f"After {reference((operation.after,))} the following {reference(announced)} {verb} inserted"
    if mood == Mood.PAST:
        return f"{said}."
    return _with_text(said, quoting.printed(new_elements(operation), LABELS))


def _repeal(operation: Operation, mood: Mood) -> str:
    return _capital(f"{_place(operation)} {_verb(mood, plural=_is_several(operation))} repealed.")


def _renumber(operation: Operation, mood: Mood) -> str:
    number, added = redesignation(operation)
    target = operation.target
    what = f"The text of {reference((target,))}" if number.startswith(f"{target}.") else reference((target,))
    becomes = "shall become" if mood == Mood.IMPERATIVE else "has become"
    said = f"{what} {becomes} {reference((number,))}"
    if not added:
        return f"{said}."
    numbers = tuple(child.number for child in added)
    said += f" and the following {reference(numbers)} {_verb(mood, plural=len(numbers) > 1)} added"
    return f"{said}." if mood == Mood.PAST else _with_text(said, quoting.printed(added, LABELS))


def _commencement(operation: Operation, mood: Mood) -> str:
    return _needs(operation.new, "New text")


_WORDED_BY: dict[Op, Callable[[Operation, Mood], str]] = {
    Op.REPLACE_WORDS: _replace,
    Op.REPLACE_NUMBER: _replace,
    Op.GLOBAL_REPLACE: _replace,
    Op.INSERT_AFTER: _insert,
    Op.INSERT_BEFORE: _insert,
    Op.DELETE_WORDS: _delete,
    Op.RESTATE: _restate,
    Op.RESTATE_HEADING: _restate,
    Op.RESTATE_SENTENCE: _restate,
    Op.ADD_SENTENCE: _add_sentence,
    Op.INSERT_ELEMENT: _insert_element,
    Op.APPEND_ELEMENT: _insert_element,
    Op.REPEAL: _repeal,
    Op.RENUMBER_AND_ADD: _renumber,
    Op.COMMENCEMENT: _commencement,
}
_READ_BY: list[tuple["re.Pattern[str]", Callable[["re.Match[str]"], Operation]]] = []
