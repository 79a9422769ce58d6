"""What one instruction adds must be of one kind and stand at one place, unless the language can name it all together."""

from amendments.instructions.citations import bare_number, cited, in_place_of, steps
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import InstructionError, Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import Mood, Wording, carried, outermost
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Kind

_INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


def check_beside(operation: Operation) -> None:
    """Refuse a number without a place beside a new item: "60" beside 4(3), "E" beside 7(d) would be articles of the act.

    A letter beside a new article would be one too.
    """
    beside = cited(operation.target)
    if operation.op not in _INSERTIONS or beside.kind is not None:
        return
    is_item_of_the_act = operation.target.endswith(")") and not operation.target.startswith(Kind.ANNEX)
    for number in filter(None, (bare_number(each.number) for each in operation.children)):
        is_digit = number[0].isdecimal()  # in an annex that of a point
        if not beside.parent and not is_digit and beside.number[:1].isdecimal():
            raise _different()
        if beside.parent and (
            is_item_of_the_act if is_digit else not _are_letters_alike(number, beside.number)
        ):
            said = _(
                "“%(number)s” alone beside %(target)s could be an article. Write %(whole)s if that is meant, or an "
                "instruction of its own.",
                number=number,
                target=operation.target,
                whole=_whole(operation.target, number),
            )
            raise Refused("not_worded", said)


def _whole(target: str, number: str) -> str:
    """The name of a number beside an item; in a provision with a number of its own it is an item: 2.1.3(a)."""
    name = in_place_of(target, number)
    return name if name != number else f"{target}({number})"


def _are_letters_alike(one: str, other: str) -> bool:
    return other[:1].isalpha() and one.isupper() == other.isupper()


def check_announced(operation: Operation, wording: Wording | None) -> None:
    """Refuse new provisions of several kinds or places before they are saved, where a wording cannot say them again."""
    numbers = _announced(operation)
    chains = [steps(number) for number in numbers]
    if not all(chains) or len({(*chain[:-1], chain[-1].kind) for chain in chains}) < 2:
        return
    first, *others = (chain[-1].kind for chain in chains)
    is_bare = (
        first is not Kind.ARTICLE and Kind.ARTICLE in others
    )  # "4. …" beside a new part is hardly an article
    if wording is not None and not is_bare and _is_read_back(operation, numbers, wording):
        return
    raise _different()


def _different() -> Refused:
    return Refused(
        "not_worded",
        _(
            "Provisions of different kinds or places cannot be named together. Write one instruction for each kind "
            "and place."
        ),
    )


def _is_read_back(operation: Operation, numbers: tuple[str, ...], wording: Wording) -> bool:
    """Whether the sentence of a wording announces the same provisions when it is read."""
    try:
        read = wording.parse(wording.word(operation, Mood.IMPERATIVE))
        return [_announced(each) for each in read] == [numbers]
    except InstructionError:
        return False


def _announced(operation: Operation) -> tuple[str, ...]:
    if operation.op is Op.RENUMBER_AND_ADD:
        return outermost([each.number for each in redesignation(operation)[1]])
    return carried(operation) if operation.op in _INSERTIONS else ()
