"""Compares two trees of provisions. The result depends on the two trees alone."""

from collections.abc import Sequence

from amendments.provisions.tree import Element, Tree
from amendments.redline.alignment.blocks import Provisions
from amendments.redline.merged import Pairing, outline
from amendments.redline.provision_redline import Mark, ProvisionRedline, Redline, Span
from amendments.redline.text_redline import diff_text
from amendments.redline.vocabulary import Vocabulary


def compare(before: Tree, after: Tree) -> Redline:
    """The redline from one state of an act to another, provision by provision."""
    vocabulary = Vocabulary()
    steps = outline(Provisions(vocabulary, before), Provisions(vocabulary, after))
    return Redline(tuple(_redline(before, after, step) for step in steps))


def _redline(before: Tree, after: Tree, step: Pairing) -> ProvisionRedline:
    old = [before.elements[i] for i in step.old]
    new = [after.elements[j] for j in step.new]
    return ProvisionRedline(
        change=step.change,
        before=tuple(element.key for element in old),
        after=tuple(element.key for element in new),
        heading=diff_text(_joined(old, "heading"), _joined(new, "heading")),
        text=diff_text(_joined(old, "text"), _joined(new, "text")),
        number=_number(old, new),
        is_new_place=step.is_new_place,
    )


def _joined(elements: Sequence[Element], field: str) -> str:
    return "\n".join(filter(None, (getattr(element, field) for element in elements)))


def _number(old: Sequence[Element], new: Sequence[Element]) -> tuple[Span, ...]:
    """Numbers are shown whole: a lawyer reads "5 → 6", never a changed digit."""
    number_old, number_new = (", ".join(filter(None, (e.number for e in side))) for side in (old, new))
    if number_old == number_new:
        return _whole(Mark.KEPT, number_old)
    return _whole(Mark.DELETED, number_old) + _whole(Mark.INSERTED, number_new)


def _whole(mark: Mark, text: str) -> tuple[Span, ...]:
    return (Span(mark, text),) if text else ()
