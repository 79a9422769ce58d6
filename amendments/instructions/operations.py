"""The one shape of an amending operation, the same in the database, the API and on the command line."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from amendments.instructions.designations import WHOLE_ACT as WHOLE_ACT, Designation
from amendments.instructions.instruction_errors import BadOperation
from amendments.provisions.citing.citation_words import CitationWords
from amendments.provisions.messages import message as _


class Op(StrEnum):
    """The 15 kinds of amending operation."""

    REPLACE_WORDS = "replace_words"
    REPLACE_NUMBER = "replace_number"
    INSERT_AFTER = "insert_after"
    INSERT_BEFORE = "insert_before"
    DELETE_WORDS = "delete_words"
    RESTATE = "restate"
    RESTATE_HEADING = "restate_heading"
    RESTATE_SENTENCE = "restate_sentence"
    ADD_SENTENCE = "add_sentence"
    INSERT_ELEMENT = "insert_element"
    APPEND_ELEMENT = "append_element"
    REPEAL = "repeal"
    RENUMBER_AND_ADD = "renumber_and_add"
    GLOBAL_REPLACE = "global_replace"
    COMMENCEMENT = "commencement"


QUALIFIERS = frozenset({"first", "second", "both", "all", "every_case"})
LEVEL = re.compile(
    r"text|heading|sanction|disposition|table(?::[1-9]\d*)?|(?:paragraph:[1-9]\d*)(?:/sentence:[1-9]\d*)?|sentence:[1-9]\d*"
)
AT_THE_END = re.compile(r"(?:paragraph:[1-9]\d*/)?sentence|paragraph")
# What a stored instruction carries beside its operation.
BESIDE = frozenset({"id", "reason"})


@dataclass(frozen=True, slots=True)
class NewElement:
    """A further element that an insertion brings, placed by its number.

    `label` is its number as it was typed before the words, "1)", where the law would print another one.
    """

    number: str
    heading: str = ""
    text: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", Designation(self.number))


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    Provisions are named by `Designation`: `target` = printed number without ordinal suffix, "*" = the whole act; `targets` = several; `level` = "text",
    "heading", "sentence:n", "paragraph:n", "paragraph:n/sentence:m", "table" or "table:n", and of a liability provision
    "disposition" (what is punished) or "sanction" (how); where a sentence is added, "sentence", "paragraph" or
    "paragraph:n/sentence" is one more at the end; `qualifier` = first, second, both, all,
    every_case, and of a restatement "all" = what lies under the provision goes; `label` = as of a `NewElement`;
    `count` = how many times the words are expected in all targets together;
    `after` = number of the element after which a new one stands; `creates` = printed number → stable key that becomes
    one UUID.
    """

    op: Op
    target: str = ""
    targets: tuple[str, ...] = ()
    level: str = ""
    anchor: str = ""
    old: str = ""
    new: str = ""
    heading: str = ""
    children: tuple[NewElement, ...] = ()
    label: str = ""
    after: str = ""
    qualifier: str = ""
    count: int | None = None
    year: int | None = None
    creates: dict[str, str] = field(default_factory=dict)
    target_text_hash: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "target", Designation(self.target))
        object.__setattr__(self, "targets", tuple(map(Designation, self.targets)))
        object.__setattr__(self, "after", Designation(self.after))
        if self.creates:
            object.__setattr__(self, "creates", {Designation(n): key for n, key in self.creates.items()})

    @property
    def all_targets(self) -> tuple[str, ...]:
        """Every provision that the operation names; "*" beside a list of targets adds nothing."""
        if self.targets and self.target in ("", WHOLE_ACT):
            return tuple(dict.fromkeys(self.targets))
        return tuple(dict.fromkeys((self.target, *self.targets))) if self.target else self.targets

    @property
    def is_of_text_alone(self) -> bool:
        """Whether it restates the text of a provision without its heading and what lies under it."""
        return self.level == "text" and not (self.heading or self.children or self.takes_what_lies_under)

    @property
    def takes_what_lies_under(self) -> bool:
        """Whether it restates a provision with all that lies under it, of which nothing stays that it does not word."""
        return self.op is Op.RESTATE and self.level in ("", "text") and self.qualifier == "all"


def designated(operation: Operation, words: CitationWords | None) -> Operation:
    """The operation with every provision named as in the language of the act: "12.3-cü maddə" is 12.3."""
    if words is None:
        return operation
    return replace(
        operation,
        target=Designation(operation.target, words),
        targets=tuple(Designation(target, words) for target in operation.targets),
        after=Designation(operation.after, words),
        children=tuple(
            replace(child, number=Designation(child.number, words)) for child in operation.children
        ),
        creates={Designation(number, words): key for number, key in operation.creates.items()},
    )


def from_json(data: dict[str, Any], words: CitationWords | None = None) -> Operation:
    """Read the shape; an unknown op, key or type raises `BadOperation` naming it.

    With the `words` of the act's language provisions may be named as in its citations: "12.3-cü maddə".
    """
    if not isinstance(data, dict):
        raise BadOperation(_("An operation is an object."))
    given = {key: value for key, value in data.items() if key not in BESIDE and value is not None}
    for key in given:
        if key not in _READERS:
            raise BadOperation(_("Unknown key “%(key)s”.", key=key))
    if "op" not in given:
        raise BadOperation(_("“%(key)s” is missing.", key="op"))
    operation = Operation(**{key: _READERS[key](key, value) for key, value in given.items()})
    if not operation.all_targets:
        raise BadOperation(_("“%(key)s” is missing.", key="target"))
    if operation.op is not Op.ADD_SENTENCE and AT_THE_END.fullmatch(operation.level):
        raise _no_part(operation.level)
    return designated(operation, words)


def with_labels(operation: Operation, known: Mapping[str, Any]) -> Operation:
    """The operation with the labels that its elements have in a stored one: no form asks for them.

    The further ones have the same numbers there within the provision that is inserted.
    """
    was = known.get("target", "")
    given = {child["number"].removeprefix(was): child.get("label", "") for child in known.get("children", ())}
    labels = (given.get(each.number.removeprefix(operation.target), "") for each in operation.children)
    children = (
        replace(each, label=each.label or label)
        for each, label in zip(operation.children, labels, strict=True)
    )
    own = known.get("label", "") if was == operation.target else ""
    return replace(operation, label=operation.label or own, children=tuple(children))


def to_json(operation: Operation) -> dict[str, Any]:
    """Write the shape; keys that do not apply are absent."""
    written: dict[str, Any] = {}
    for item in fields(operation):
        value = getattr(operation, item.name)
        if value is None or value in ("", (), {}):
            continue
        written[item.name] = _written(value)
    return written


def _written(value: Any) -> Any:  # Any: a value of JSON
    if isinstance(value, Op):
        return value.value
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if isinstance(value, NewElement):
        said = {"number": value.number, "heading": value.heading, "text": value.text}
        return {**said, "label": value.label} if value.label else said
    return dict(value) if isinstance(value, dict) else value


def _op(key: str, value: object) -> Op:
    try:
        return Op(_text(key, value))
    except ValueError:
        raise BadOperation(_("“%(value)s” is no kind of instruction.", value=str(value))) from None


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadOperation(_("“%(key)s” must be a string.", key=key))
    return value


def _texts(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise BadOperation(_("“%(key)s” must be a list of strings.", key=key))
    return tuple(_text(key, item) for item in value)


def _level(key: str, value: object) -> str:
    level = _text(key, value)
    if level and not (LEVEL.fullmatch(level) or AT_THE_END.fullmatch(level)):
        raise _no_part(level)
    return level


def _no_part(level: str) -> BadOperation:
    return BadOperation(_("“%(level)s” is no part of a provision.", level=level))


def _qualifier(key: str, value: object) -> str:
    qualifier = _text(key, value)
    if qualifier and qualifier not in QUALIFIERS:
        raise BadOperation(_("“%(qualifier)s” does not say which occurrence is meant.", qualifier=qualifier))
    return qualifier


def _whole_number(key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BadOperation(_("“%(key)s” must be a whole number.", key=key))
    return value


def _children(key: str, value: object) -> tuple[NewElement, ...]:
    if not isinstance(value, list | tuple):
        raise BadOperation(_("“%(key)s” must be a list of elements.", key=key))
    return tuple(_child(item) for item in value)


def _child(item: object) -> NewElement:
    if not isinstance(item, dict) or not item.get("number"):
        raise BadOperation(_("Each of the “children” needs a “number”."))
    for key in item:
        if key not in ("number", "heading", "text", "label"):
            raise BadOperation(_("Unknown key “%(key)s” in “children”.", key=key))
    return NewElement(**{key: _text(key, value) for key, value in item.items()})


def _creates(key: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise BadOperation(_("“%(key)s” must map numbers to keys.", key=key))
    return {_text(key, number): _text(key, stable) for number, stable in value.items()}


_READERS: dict[str, Callable[[str, object], Any]] = {  # Any: the type of the field
    "op": _op,
    "target": _text,
    "targets": _texts,
    "level": _level,
    "anchor": _text,
    "old": _text,
    "new": _text,
    "heading": _text,
    "children": _children,
    "label": _text,
    "after": _text,
    "qualifier": _qualifier,
    "count": _whole_number,
    "year": _whole_number,
    "creates": _creates,
    "target_text_hash": _text,
}
