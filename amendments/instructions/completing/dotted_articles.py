"""New articles whose numbers have dots: "Article 5.2" behind an article 5.1 of the act is no part 5.2 of article 5."""

from collections.abc import Iterator
from dataclasses import replace

from amendments.instructions.completing.typed_lines import INSERTIONS
from amendments.instructions.designations import Designation, is_dotted_article, without_kind
from amendments.instructions.execution.placing import new_elements, with_elements
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Operation
from amendments.provisions.citing.address import annex_of
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Kind, Tree

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


def with_dotted_articles(tree: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """The operation with the name of an article for each new number that says one beside such articles of the act.

    Where only such articles stand beside it, a number without a word is refused, unless a heading says which it is. What
    an instruction created before keeps its name.
    """
    names = dict(_names(tree, operation, scheme)) if operation.op in INSERTIONS else {}
    elements = [
        replace(each, number=names.get(each.number, _plain(each.number))) for each in new_elements(operation)
    ]
    operation = replace(
        operation, after=_plain(operation.after), targets=tuple(map(_plain, operation.targets))
    )
    return replace(with_elements(operation, elements), target=elements[0].number)


def _names(tree: Tree, operation: Operation, scheme: Scheme) -> Iterator[tuple[str, str]]:
    """By the number that was typed, the name of each new provision that is an article, or was created before."""
    first = operation.target if operation.target in operation.creates else ""
    for each in new_elements(operation):
        number = without_kind(each.number)
        may_be = _are_articles(tree, number)
        may_be = may_be or (each.number == operation.target and _is_unlike_parts(tree, number))
        if each.number in operation.creates:
            yield each.number, each.number
        elif may_be and _is_article(tree, each, scheme, first):
            first = first or f"article {number}"
            yield each.number, f"article {number}"


def _is_article(tree: Tree, new: NewElement, scheme: Scheme, first: str) -> bool:
    """Whether a new provision is an article; `first` is the one that the instruction brings before it."""
    number = without_kind(new.number)
    if is_dotted_article(first) and first.rpartition(".")[0] == f"article {number.rpartition('.')[0]}":
        return True
    said = new.number.said if isinstance(new.number, Designation) else None
    if said not in (None, Kind.ARTICLE):
        return False
    if (
        said is Kind.ARTICLE
        or is_dotted_article(new.number)
        or new.heading
        or _is_worded_so(new.text, number, scheme)
    ):
        return True
    raise _doubtful(tree, number)


def _are_articles(tree: Tree, number: str) -> bool:
    """Whether the act has articles beside the number, 5.1 beside 5.2, and article 5 has no part that is so numbered."""
    return is_dotted_article(f"article {number}") and _kinds_beside(tree, number) == {Kind.ARTICLE}


def _is_unlike_parts(tree: Tree, number: str) -> bool:
    """Whether a number with dots is unlike those of the parts of its article: 3.4 where article 3 counts 1, 2, 3."""
    is_dotted = is_dotted_article(f"article {number}")
    return (
        is_dotted and not _kinds_beside(tree, number) and bool(_counted_in(tree, number.rpartition(".")[0]))
    )


def _kinds_beside(tree: Tree, number: str) -> set[Kind]:
    above = number.rpartition(".")[0]
    alike = [each for each in tree if plain(each.number).rpartition(".")[0] == above]
    return {each.kind for each in alike if annex_of(tree, each) is None and each.kind is not Kind.ROW}


def _counted_in(tree: Tree, article: str) -> list[str]:
    """The whole numbers by which an article of the act counts what lies in it: 1, 2, 3."""
    holders = [each for each in tree.numbered(article) if each.kind is Kind.ARTICLE]
    held = [child for each in holders if annex_of(tree, each) is None for child in tree.children(each.key)]
    return [each.number for each in held if each.kind in _ITEMS and each.number[:1].isdecimal()]


def _is_worded_so(text: str, number: str, scheme: Scheme) -> bool:
    """Whether the words begin with the word for an article and the number: "Article 5.2. Heading"."""
    first = next(iter(scheme.parse(text.partition("\n")[0]).tree), None) if text else None
    is_named = first is not None and first.kind is Kind.ARTICLE and plain(first.number) == number
    return is_named and not text.lstrip()[:1].isdecimal()


def _plain(name: str) -> str:
    return Designation(without_kind(name)) if is_dotted_article(name) else name


def _doubtful(tree: Tree, number: str) -> Refused:
    above, _dot, own = number.rpartition(".")
    counted = _counted_in(tree, above)
    said = _(
        "“%(number)s” can be an article beside %(above)s or a part of %(above)s. Write Article %(number)s for the "
        "article, or %(part)s for the part.",
        number=number,
        above=above,
        part=f"{above}({own if counted and own not in counted else number})",
    )
    return Refused("ambiguous_target", said)
