"""A line that a wording puts behind the last point of a list: it says something of the whole list, not of that point."""

from collections.abc import Iterator

from amendments.provisions.tree import CELL_BORDER, Element, Tree


def closing_line(before: Tree, after: Tree, worded: str) -> str:
    """The first such line that a changed text brings, "" without one; `worded` is the provision that is worded anew.

    A provision that is worded by itself has the lines that it is given. So has a point that had several already.
    """
    known = set(_further_lines(before))
    for key in sorted(after.differing(before)):
        element = after.by_key.get(key)
        if element is None or key == worded or not _ends_list(after, element):
            continue
        further = element.text.split("\n")[1:]
        found = next((line for line in further if line.strip() and line not in known), "")
        if found and not _had_several(before, key):
            return found
    return ""


def _ends_list(tree: Tree, element: Element) -> bool:
    """Whether it is the last one under a provision with words of its own, which open the list."""
    above = tree.by_key.get(element.parent)
    if above is None or not above.text or CELL_BORDER in element.text or "\n" not in element.text:
        return False
    standing = [each for each in tree.children(above.key) if not each.repealed]
    return bool(standing) and standing[-1].key == element.key


def _further_lines(tree: Tree) -> Iterator[str]:
    for element in tree:
        yield from element.text.split("\n")[1:]


def _had_several(before: Tree, key: str) -> bool:
    old = before.by_key.get(key)
    return old is not None and "\n" in old.text
