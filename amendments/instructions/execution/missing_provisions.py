"""What a refusal says of a provision that the text does not have, and of what may be meant."""

from amendments.instructions.citations import cited
from amendments.provisions.messages import Message, message as _
from amendments.provisions.sentences import paragraphs
from amendments.provisions.tree import Element, Tree

_NAMED = 9  # numbers that a refusal names at most


def missing(tree: Tree, number: str, holder: Element | None) -> Message:
    """That there is no such provision; with its paragraph of that number, or the numbers that `holder` has instead."""
    parent, own = cited(number).parent, cited(number).number
    numbers = [child.number for child in tree.children(holder.key) if child.number] if holder else []
    if holder is None or not parent:
        return _("There is no provision %(number)s.", number=number)
    if numbers:
        return _(
            "There is no provision %(number)s. The numbers in %(parent)s are %(found)s.",
            number=number,
            parent=parent,
            found=", ".join(numbers[:_NAMED]) + ("…" if len(numbers) > _NAMED else ""),
        )
    if own.isdecimal() and 0 < int(own) <= len(paragraphs(holder.text)):
        return _(
            "There is no provision %(number)s: the paragraphs of %(parent)s have no numbers. If paragraph %(place)s is "
            "meant, name %(parent)s, and paragraph %(place)s as the part of it.",
            number=number,
            parent=parent,
            place=own,
        )
    return _("There is no provision %(number)s.", number=number)
