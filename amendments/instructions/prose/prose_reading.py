"""Reads a sentence back by the grammar that wrote it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import WHOLE_ACT, NewElement, Op, Operation
from amendments.instructions.prose.grammar import Grammar
from amendments.instructions.prose.quoting import as_quoted, read as read_quoted
from amendments.instructions.wording import Mood
from amendments.provisions.messages import message as _

Found = Mapping[str, str]


def read(text: str, grammar: Grammar) -> Operation:
    """The one operation that the sentence says.

    A form that fits and names nothing known gives way to the next one. A sentence with two readings is refused.
    """
    if re.fullmatch(grammar.commencement, text):
        return Operation(Op.COMMENCEMENT, target=WHOLE_ACT, new=text)
    found: list[Operation] = []
    failures: list[Unread] = []
    for name, pattern in grammar.patterns:
        if match := pattern.fullmatch(text):
            groups = {key: value or "" for key, value in match.groupdict().items()}
            try:
                operation = _READ_BY[name](groups, grammar)
            except Unread as failure:
                failures.append(failure)
            else:
                found += [] if operation in found else [operation]
    if len(found) > 1:
        said = _(
            "The sentence has two readings: %(one)s; %(other)s.", one=_told(found[0]), other=_told(found[1])
        )
        raise Unread(said)
    if not found:
        raise failures[0] if failures else Unread(_("The sentence is not an instruction in a known form."))
    return found[0]


def _told(operation: Operation) -> str:
    """A reading in the words of the data: “replace_words 3: a → b”."""
    place = " ".join(filter(None, (", ".join(operation.all_targets), operation.level)))
    words = " → ".join(f"“{words}”" for words in (operation.anchor, operation.old, operation.new) if words)
    return f"{operation.op} {place}: {words}" if words else f"{operation.op} {place}"


def _placed(op: Op, found: Found, grammar: Grammar, name: str = "place") -> Operation:
    """An operation at the place that the sentence names."""
    said, steps = found[name], []
    while part := next((part for part in grammar.parts if _begins_with(said, part[0])), None):
        said = said[len(part[0]) :]
        steps.append(part[1])
    numbers = grammar.read_reference(said)
    if numbers == (WHOLE_ACT,) and steps == ["heading"]:
        return Operation(op, target="title")
    operation = Operation(op, level="/".join(reversed(steps)))
    if len(numbers) == 1:
        return replace(operation, target=numbers[0])
    return replace(operation, targets=numbers)


def _begins_with(said: str, part: str) -> bool:
    """Whether a place begins with a part of a provision; "table 1" names a table as a provision is named."""
    return said.lower().startswith(part) and not said[len(part) :][:1].isdigit()


def _qualifier(found: Found, grammar: Grammar) -> str:
    return next((name for name, said in grammar.qualifiers.items() if said == found["qualifier"]), "")


def _replace(found: Found, grammar: Grammar) -> Operation:
    nouns = (found["old_noun"].lower(), found["new_noun"].lower())
    are_figures = all(noun.startswith(grammar.figure_noun) for noun in nouns)
    operation = _placed(Op.REPLACE_NUMBER if are_figures else Op.REPLACE_WORDS, found, grammar)
    return replace(operation, old=found["old"], new=found["new"], qualifier=_qualifier(found, grammar))


def _replace_throughout(found: Found, grammar: Grammar) -> Operation:
    return replace(_replace(found, grammar), op=Op.GLOBAL_REPLACE)


def _inserted(op: Op) -> Callable[[Found, Grammar], Operation]:
    def reader(found: Found, grammar: Grammar) -> Operation:
        operation = _placed(op, found, grammar)
        qualifier = _qualifier(found, grammar)
        return replace(operation, anchor=found["anchor"], new=found["new"], qualifier=qualifier)

    return reader


def _delete(found: Found, grammar: Grammar) -> Operation:
    operation = _placed(Op.DELETE_WORDS, found, grammar)
    return replace(operation, old=found["old"], qualifier=_qualifier(found, grammar))


def _delete_part(found: Found, grammar: Grammar) -> Operation:
    operation = _placed(Op.DELETE_WORDS, found, grammar)
    if operation.level in ("", "text"):
        raise Unread(_("A provision is repealed, not deleted."))
    return operation


def _restate(found: Found, grammar: Grammar) -> Operation:
    operation = _placed(Op.RESTATE, found, grammar)
    if operation.level == "heading":
        operation = replace(operation, op=Op.RESTATE_HEADING)
    elif "sentence" in operation.level:
        operation = replace(operation, op=Op.RESTATE_SENTENCE)
    block = found["block"]
    if operation.level not in ("", "text"):
        return replace(operation, new=block)
    if not block:
        return operation
    try:
        first, *rest = elements = read_quoted(block, operation.all_targets, grammar.labels)
    except Unread:
        if not operation.is_of_text_alone or operation.targets:
            raise
        return replace(operation, new=block)
    if operation.targets:
        return replace(operation, children=tuple(elements))
    return replace(operation, new=first.text, heading=first.heading, children=tuple(rest))


def _add_sentence(found: Found, grammar: Grammar) -> Operation:
    operation = _placed(Op.ADD_SENTENCE, found, grammar)
    first, *__ = found["step"].lower().split(grammar.joint)
    step = _added_step(first, grammar)
    level = "/".join(part for part in (operation.level, step) if part)
    return replace(operation, level="" if level == "sentence" else level, new=found["block"])


def _added_step(said: str, grammar: Grammar) -> str:
    for part, step in grammar.parts:
        if part == said + grammar.owner:
            return step
    names = (
        (name, case, mood) for name in ("sentence", "paragraph") for case in grammar.cases for mood in Mood
    )
    if step := next((each[0] for each in names if grammar.part(*each).lower() == said), ""):
        return step
    raise Unread(_("“%(said)s” names no sentence and no paragraph.", said=said))


def _new_numbers(found: Found, grammar: Grammar) -> tuple[str, ...]:
    if grammar.orders and "own" in found:
        return grammar.orders.read_nested(found["own"], found.get("owner") or found.get("first") or "")
    return grammar.read_reference(found["numbers"]) if "numbers" in found else ()


def _after(found: Found, grammar: Grammar) -> str:
    if grammar.orders and "beside" in found:
        return grammar.orders.read_nested(found["beside"], found["owner"])[0]
    said = found.get("after") or found.get("first")
    return grammar.read_reference(said)[0] if said else ""


def _insert(found: Found, grammar: Grammar) -> Operation:
    numbers = _new_numbers(found, grammar)
    block = found["block"]
    numbers = as_quoted(numbers, block, grammar.labels)
    first, *rest = (
        read_quoted(block, numbers, grammar.labels) if block else [NewElement(number) for number in numbers]
    )
    return Operation(
        Op.INSERT_ELEMENT,
        target=first.number,
        new=first.text,
        heading=first.heading,
        children=tuple(rest),
        after=_after(found, grammar),
    )


def _append(found: Found, grammar: Grammar) -> Operation:
    return replace(_insert(found, grammar), op=Op.APPEND_ELEMENT)


def _repeal(found: Found, grammar: Grammar) -> Operation:
    operation = _placed(Op.REPEAL, found, grammar)
    if WHOLE_ACT in operation.all_targets:
        raise Unread(_("The whole act is no provision."))
    return operation


def _renumber(found: Found, grammar: Grammar) -> Operation:
    operation = _placed(Op.RENUMBER_AND_ADD, found, grammar, "what")
    if operation.level and grammar.orders:
        number = grammar.orders.read_nested(found["number"], found["what"].partition(" ")[2])[0]
    else:
        number = grammar.read_reference(found["number"])[0]
    added = _new_numbers(found, grammar)
    block = found.get("block", "")
    elements = read_quoted(block, added, grammar.labels) if block else [NewElement(each) for each in added]
    return replace(operation, level="", children=(NewElement(number), *elements))


_READ_BY: dict[str, Callable[[Found, Grammar], Operation]] = {
    "global_replace": _replace_throughout,
    "replace": _replace,
    "insert_after": _inserted(Op.INSERT_AFTER),
    "insert_before": _inserted(Op.INSERT_BEFORE),
    "delete_words": _delete,
    "append_element": _append,
    "insert_first": _insert,
    "insert_beside": _insert,
    "insert_element": _insert,
    "add_sentence": _add_sentence,
    "restate": _restate,
    "renumber_and_add": _renumber,
    "renumber": _renumber,
    "repeal": _repeal,
    "delete_part": _delete_part,
}
