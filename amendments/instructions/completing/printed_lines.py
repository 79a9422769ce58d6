"""What the lines of a provision are as the act prints them: its own words, or provisions with numbers of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.instructions.citations import in_place_of, parent_number, steps
from amendments.instructions.designations import is_dotted_article
from amendments.instructions.execution.tree_edits import candidates
from amendments.instructions.operations import NewElement
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.numbers import filed, plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import CELL_BORDER, Element, Kind, Tree

_ITEMS = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
_ANY_HEADING = "X"
_NEAR = 2  # items on each side
_IN_ANNEX = 2  # levels of the name of what an annex counts: "annex 1 point 3"
_ROWS = frozenset({Kind.TABLE, Kind.ROW})


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line that is printed like a provision; `place` counts the lines from 1.

    `provision` names it as an instruction does, None where no instruction can bring it; `is_below` says whether it
    lies under the provision in whose words it stands, `has_number` whether it begins with a number, as no heading does.
    """

    place: int
    printed: str
    provision: NewElement | None
    is_below: bool = True
    has_number: bool = True


def numbered_lines(tree: Tree, element: Element, name: str, scheme: Scheme) -> list[NumberedLine]:
    """The lines in the text of a provision that the act, as it is printed, has as provisions of their own.

    `name` is that of the provision in an instruction.
    """
    if element.kind is Kind.ARTICLE and not element.heading and element.text:
        element = replace(element, heading=_ANY_HEADING)  # else the first line would be read as the heading
        tree = tree.changed([element])
    is_annex = element.kind is Kind.ANNEX
    is_one_line = "\n" not in element.text and not element.heading and not is_annex
    if is_one_line or CELL_BORDER in element.text or element.kind in _ROWS:
        return []
    family = _printed_with(tree, element)
    read = scheme.parse(scheme.render(Tree(family))).tree
    element = next(each for each in family if each.key == element.key)
    own = _own(read, family, element)
    if own is None or (element.parent and not own.parent):
        return []
    lines = element.text.split("\n")
    found: list[NumberedLine] = []
    names = {own.key: name}
    following = next(iter(family[family.index(element) + 1 :]), None)
    for each in _beyond(read, own):
        if _is_unnumbered(each, element) and not found:
            continue
        # The first line stands right after the number where there is no heading
        first = 0 if element.heading or is_annex else 1
        after = found[-1].place if found else first
        place = _of_label(lines, _place(lines, each, after=after), each, after, scheme)
        if _is_next(following, each) and not (place > after and _is_numbered(lines[place - 1], each)):
            break
        is_beside = each.parent == own.parent and each.kind is own.kind is not Kind.ARTICLE
        names[each.key] = cited = in_place_of(name, each.number) if is_beside else _cited(read, each, names)
        if each.parent == own.key and _goes_on_elsewhere(tree, element, name, read.children(own.key)):
            names[each.key] = cited = f"{name}({each.number})"
        is_known = bool(cited) and each.kind in {*_ITEMS, Kind.NOTE} and not _is_bare(read, each)
        new = NewElement(cited, each.heading, each.text, scheme.label(each)) if is_known else None
        is_below = any(above.key == own.key for above in read.above(each))
        found.append(NumberedLine(place, lines[place - 1], new, is_below, _says(lines[place - 1], each)))
    return found


def _says(line: str, read: Element) -> bool:
    """Whether a line says the number of a provision; a note and many headings have none."""
    return bool(read.number) and plain(read.number).lower() in line.lower()


def _printed_with(tree: Tree, element: Element) -> list[Element]:
    """The provisions that show how the lines of one are read, in their order: those of its article.

    An item that lies in none, as in an annex, is read as plain words where it stands alone. So the annex is there too,
    and the items next to it, with their first lines. Where the first item of a chapter goes on with the numbers of the
    chapter before, the items next to it stand there too.
    """
    outer = [element, *tree.above(element)]
    top = next((each for each in reversed(outer) if each.kind in _ITEMS), element)
    if top.kind not in _ITEMS - {Kind.ARTICLE}:
        root = next((each for each in outer if each.kind is Kind.ARTICLE), element)
        return [replace(root, parent=""), *_under(tree, root)]
    annex = [replace(each, parent="", text="") for each in outer if each.kind is Kind.ANNEX][:1]
    parent = annex[0].key if annex else ""
    beside = [each for each in tree.children(top.parent) if each.kind is top.kind]
    if beside[0] is top:
        beside = [*_before_its_chapter(tree, top), *beside]
    place = beside.index(top)
    before, after = (
        [replace(each, parent=parent, text=each.text.partition("\n")[0]) for each in some]
        for some in (beside[max(0, place - _NEAR) : place], beside[place + 1 : place + 1 + _NEAR])
    )
    return [*annex, *before, replace(top, parent=parent), *_under(tree, top), *after]


def _under(tree: Tree, above: Element) -> list[Element]:
    """All that lies under a provision, also what stands before it in the act: 5.3 behind the 5.2 of article 4."""
    return [each for each in tree.family(above) if each is not above]


def _before_its_chapter(tree: Tree, item: Element) -> list[Element]:
    """The items of an earlier chapter with whose numbers those of an item's chapter go on."""
    outer = _holder(tree, item)
    alike = tree.in_order(each for each in tree.of_kind(item.kind) if _holder(tree, each) == outer)
    before = next((each for each in reversed(alike[: alike.index(item)]) if each.number), None)
    if before is None or filed(before.number) >= filed(item.number):
        return []
    return [each for each in tree.children(before.parent) if each.kind is item.kind]


def _holder(tree: Tree, element: Element) -> Element | None:
    """What a provision lies in, chapters aside."""
    return next((above for above in tree.above(element) if above.kind not in UPPER_STRUCTURE), None)


def _is_unnumbered(read: Element, element: Element) -> bool:
    """Whether plain words of an annex were read: they are its own."""
    return element.kind is Kind.ANNEX and read.kind is Kind.PARAGRAPH and not read.number


def _is_bare(read: Tree, element: Element) -> bool:
    """Whether an article of an annex has no heading, without which it would be taken for a point."""
    is_article = element.kind is Kind.ARTICLE and not element.heading
    return is_article and any(above.kind is Kind.ANNEX for above in read.above(element))


def _own(read: Tree, family: Sequence[Element], element: Element) -> Element | None:
    """The provision itself in what was read: after others with its number whose words it begins with too."""
    earlier = sum(_is_alike(element, each) for each in family[: family.index(element)])
    alike = [each for each in read if _is_alike(element, each)]
    return alike[earlier] if earlier < len(alike) else None


def _is_alike(element: Element, read: Element) -> bool:
    return plain(read.number) == plain(element.number) and _begins(element, read)


def _begins(whole: Element, read: Element) -> bool:
    """Whether a provision reads as the beginning of what another one says, however its lines are broken.

    The heading of a part is not printed.
    """
    begun = f"{read.heading} {read.text}".split()
    said = (f"{whole.heading} {whole.text}".split(), whole.text.split())
    return any(words[: len(begun)] == begun for words in said)


def _beyond(read: Tree, own: Element) -> Iterator[Element]:
    """What was read after a provision, up to a table."""
    key = read.after(own)
    while key and read.by_key[key].kind not in _ROWS:
        yield read.by_key[key]
        key = read.after(read.by_key[key])


def _is_next(following: Element | None, read: Element) -> bool:
    """Whether the new lines read back with the same provision after them."""
    return following is not None and read.number == following.number and _begins(following, read)


def _is_numbered(line: str, read: Element) -> bool:
    """Whether a line says a provision again that stands below: its number, then its words."""
    words = (read.heading or read.text).split("\n")[0]
    return bool(read.number) and read.number in line.strip().removesuffix(words)


def _place(lines: Sequence[str], read: Element, *, after: int) -> int:
    words = (read.heading or read.text).split("\n")[0]
    places = (place for place in range(after + 1, len(lines) + 1) if lines[place - 1].strip().endswith(words))
    return next(places, after)


def _of_label(lines: Sequence[str], place: int, read: Element, after: int, scheme: Scheme) -> int:
    """The line with the label of an article whose heading stands on a line of its own: “Article 7”, then “Honey”."""
    above = next((each for each in range(place - 1, after, -1) if lines[each - 1].strip()), 0)
    if not (above and read.heading):
        return _where_begun(lines, place, read, after, scheme)
    alone = scheme.parse(lines[above - 1]).tree.elements
    is_label = [(each.kind, each.number, each.heading, each.text) for each in alone] == [
        (read.kind, read.number, "", "")
    ]
    return above if is_label else _where_begun(lines, place, read, after, scheme)


def _where_begun(lines: Sequence[str], place: int, read: Element, after: int, scheme: Scheme) -> int:
    """The line that begins with the label of what has a heading, where its words were found on another one."""
    if read.kind in _ITEMS - {Kind.ARTICLE}:
        return place  # "1" begins "1-0." too
    label = scheme.label(read).partition("\n")[0].rstrip(" .:").lower()
    begun = [at for at, line in enumerate(lines, start=1) if label and line.strip().lower().startswith(label)]
    return place if place in begun else next((at for at in begun if at > after), place)


def _goes_on_elsewhere(tree: Tree, element: Element, name: str, beside: Sequence[Element]) -> bool:
    """Whether decimals alone would go on from another item than the one that holds them: 1.1 in each chapter.

    Behind a list they are no items of an item: "chapter 1(1)(1.1)" would be "1.1)" of the list.
    """
    is_item = element.kind in _ITEMS - {Kind.ARTICLE} and steps(name)[0].kind in UPPER_STRUCTURE
    start = f"{plain(element.number)}."
    if not is_item or not all(plain(each.number).startswith(start) for each in beside):
        return False
    above = {each.key for item in beside for each in candidates(tree, parent_number(item.number))}
    return above != {element.key}


def _cited(read: Tree, element: Element, names: dict[str, str]) -> str:
    """How an instruction names a provision that was read: 4-1.2, 1(2)(a), annex 2(1.1), 4 note; "" where it cannot."""
    parent = read.by_key.get(element.parent)
    while parent is not None and parent.kind is Kind.PARAGRAPH:
        parent = read.by_key.get(parent.parent)
    above = "" if parent is None else names.get(parent.key) or _cited(read, parent, names)
    if element.kind is Kind.NOTE:
        return f"{above} note" if above else ""
    if not element.number:
        return ""
    is_in_annex = any(each.kind is Kind.ANNEX for each in read.above(element))
    if parent is None or (not is_in_annex and (element.kind is Kind.ARTICLE or "." in element.number)):
        names_article = is_dotted_article(next(iter(names.values()))) and element.kind is Kind.ARTICLE
        return f"article {element.number}" if names_article and "." in element.number else element.number
    if len(steps(above)) == _IN_ANNEX and element.number.startswith(f"{parent.number}."):
        return in_place_of(above, element.number)  # "annex 1(1)(1.1)" is "1.1)" of a list
    return f"{above}({element.number})" if above else ""
