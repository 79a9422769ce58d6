"""Replacing words "in the appropriate grammatical form": a person confirms each form, nothing is guessed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from amendments.instructions.errors import Refused
from amendments.instructions.execution.word_operations import Spot, quoted, stems_in
from amendments.instructions.operations import Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Tree


def forms(tree: Tree, operation: Operation) -> Counter[str]:
    """Every form in which the words stand in the targets, with how often: "qurum", "qurumun", "qurumda"."""
    spots = {spot for target in operation.all_targets for spot in stems_in(tree, operation, target)}
    return Counter(_form(tree, spot) for spot in spots)


def confirmed(tree: Tree, operation: Operation, new_forms: Mapping[str, str]) -> list[Operation]:
    """One operation for each form that a person has worded; a form without wording is refused."""
    standing = forms(tree, operation)
    missing = [form for form in standing if not new_forms.get(form, "").strip()]
    if missing:
        raise Refused("every_case", _("No wording is confirmed for “%(words)s”.", words=missing[0]))
    if not standing:
        said = _(
            "“%(words)s” does not stand in the provisions that the instruction names.",
            words=quoted(operation),
        )
        raise Refused("missing_anchor", said)
    # The longest forms first: "qurumun" is not touched by the operation on "qurum".
    longest_first = sorted(standing.items(), key=lambda item: (-len(item[0]), item[0]))
    return [
        replace(
            operation,
            op=Op.GLOBAL_REPLACE,
            target="",
            targets=_targets_with(tree, operation, form),
            old=form,
            new=new_forms[form],
            qualifier="all",
            count=count,
        )
        for form, count in longest_first
    ]


def _targets_with(tree: Tree, operation: Operation, form: str) -> tuple[str, ...]:
    return tuple(
        target
        for target in operation.all_targets
        if any(_form(tree, spot) == form for spot in stems_in(tree, operation, target))
    )


def _form(tree: Tree, spot: Spot) -> str:
    """The words with the ending that stands after them."""
    text: str = getattr(tree.by_key[spot.key], spot.field)
    end = spot.end
    while end < len(text) and (text[end].isalpha() or text[end] in "'’"):
        end += 1
    return text[spot.start : end]
