"""A redline as Akoma Ntoso 3.0: one act in which `ins` holds what comes and `del` what goes.

Whoever leaves out every `del`, and each provision and row of which nothing is left, reads the new text; whoever leaves out every
`ins` the old one. `eol` is the end of a line that comes or goes. What moved stands in both places, at the old one as
deleted. A provision of the new text bears its eId and its UUID; one that goes has an eId of its own, `old_` and its UUID.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Kind
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.redline.text_redline import diff_text
from amendments.renderers.akoma_ntoso import NAMES, NAMESPACE, OURS, attribute, escaped, meta_of, nested
from amendments.renderers.paper.documents import PaperElement, PaperItem, SingleRedlineDocument
from amendments.renderers.paper.table_rows import IN_TABLES, aligned_rows

_TAGS = {Mark.KEPT: ("", ""), Mark.DELETED: ("<del>", "</del>"), Mark.INSERTED: ("<ins>", "</ins>")}


@dataclass(frozen=True, slots=True)
class _Node:
    """A provision of the merged text: of both sides, or of one."""

    before: PaperElement | None
    after: PaperElement | None

    @property
    def one(self) -> PaperElement:
        """The provision of the new text, else that of the old one."""
        found = self.after or self.before
        if found is None:
            raise LookupError("a provision of a redline stands on one side at least")
        return found


def as_akoma_redline(document: SingleRedlineDocument) -> bytes:
    """The act of the document."""
    act = document.acts[0]
    if act.facts is None:
        raise LookupError("an act in Akoma Ntoso says what identifies it")
    body = _MergedBody(act.items, act.language).written()
    written = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}" xmlns:madda="{OURS}">'
        f'<act name={attribute(act.facts.kind)} contains="multipleVersions">'
        f"{meta_of(document, act, act.facts)}<body>{body}</body></act></akomaNtoso>\n"
    )
    return written.encode()


class _MergedBody:
    """The provisions of both texts, each within the one under which it stands."""

    def __init__(self, items: Iterable[PaperItem], language: str) -> None:
        self.language = language
        self.nodes = [node for item in items for node in _nodes(item)]
        self.new = {node.after.element.key for node in self.nodes if node.after}
        standing = {self._key(node) for node in self.nodes}
        self.below: dict[str, list[_Node]] = defaultdict(list)
        holders = nested((self._key(node), self._above(node, standing)) for node in self.nodes)
        for node, holder in zip(self.nodes, holders, strict=True):
            self.below[holder].append(node)

    def written(self) -> str:
        return "".join(self._provision(node) for node in self.below[""]) or self._empty()

    def _empty(self) -> str:
        return '<hcontainer name="text"><content><p/></content></hcontainer>'

    def _above(self, node: _Node, standing: Container[str]) -> str:
        parent = node.one.element.parent
        return next((key for key in (parent, f"old_{parent}") if key in standing), "")

    def _key(self, node: _Node) -> str:
        key = node.one.element.key
        return key if node.after else f"old_{key}"

    def _provision(self, node: _Node) -> str:
        element = node.one.element
        name = NAMES.get(element.kind, "hcontainer")
        kind = f' name="{element.kind}"' if name == "hcontainer" else ""
        below = "".join(self._provision(each) for each in self.below[self._key(node)])
        head = "".join(self._part(node, part) for part in ("num", "heading"))
        return f"<{name}{kind}{self._identity(node)}>{head}{self._content(node, below)}</{name}>"

    def _identity(self, node: _Node) -> str:
        element = node.one.element
        if node.after:
            eid = attribute(element.eid or f"p_{element.key}")
            said = f" eId={eid} wId={attribute(element.key)} GUID={attribute(element.key)}"
            said += ' status="removed"' if element.repealed else ""
            said += f" madda:number={attribute(element.number)}" if element.number else ""
        else:
            guid = "" if element.key in self.new else f" GUID={attribute(element.key)}"
            said = f" eId={attribute(f'old_{element.key}')} wId={attribute(element.key)}{guid}"
        language = node.one.language
        return said + (f' xml:lang="{language}"' if language != self.language else "")

    def _part(self, node: _Node, part: str) -> str:
        before, after = (_words(each, part) for each in (node.before, node.after))
        marked = "".join(_marked(before, after))
        return f"<{part}>{marked}</{part}>" if marked else ""

    def _content(self, node: _Node, below: str) -> str:
        before, after = (_words(each, "text") for each in (node.before, node.after))
        if node.one.element.kind in IN_TABLES:
            own = _table(node)
        else:
            own = _paragraphs(diff_text(before, after)) if before or after else ""
        if below:
            return (f"<intro>{own}</intro>" if own else "") + below
        return f"<content>{own or '<p/>'}</content>"


def _nodes(item: PaperItem) -> Iterator[_Node]:
    """What moved stands in two items; what was split or merged is told as provisions that go and that come."""
    if item.change is Change.MOVED:
        if item.is_new_place:
            yield _Node(None, item.after[0])
        else:
            yield _Node(item.before[0], None)
    elif len(item.before) == len(item.after) == 1:
        yield _Node(item.before[0], item.after[0])
    else:
        yield from (_Node(each, None) for each in item.before)
        yield from (_Node(None, each) for each in item.after)


def _words(each: PaperElement | None, part: str) -> str:
    if each is None:
        return ""
    if part == "num":
        return each.scheme.label(each.element).strip()
    return each.element.heading if part == "heading" else each.element.text


def _table(node: _Node) -> str:
    rows = aligned_rows(_cells(node.before), _cells(node.after))
    written = "".join(
        f"<tr>{''.join(f'<td>{_paragraphs(cell.spans)}</td>' for cell in row.cells)}</tr>" for row in rows
    )
    return f"<table>{written}</table>" if written else ""


def _cells(each: PaperElement | None) -> list[tuple[str, ...]]:
    """The words of the cells of each row."""
    text = each.element.text if each else ""
    if each and each.element.kind is Kind.TABLE:
        return [
            tuple("\n".join(text[start:end] for start, end in cell) for cell in row) for row in grid(text)
        ]
    return [tuple(text.split(CELL_BORDER))] if text else []


def _paragraphs(spans: Iterable[Span]) -> str:
    return "".join(f"<p>{line}</p>" for line in _lines(spans))


def _marked(before: str, after: str) -> Iterator[str]:
    for mark, words in diff_text(before, after):
        opening, closing = _TAGS[mark]
        yield f"{opening}{escaped(words).replace(chr(10), '<eol/>')}{closing}"


def _lines(spans: Iterable[Span]) -> Iterator[str]:
    """The paragraphs: the end of a line that stays ends one, any other is an `eol` inside."""
    line = ""
    for mark, words in spans:
        opening, closing = _TAGS[mark]
        if mark is not Mark.KEPT:
            line += f"{opening}{escaped(words).replace(chr(10), '<eol/>')}{closing}"
            continue
        first, *others = words.split("\n")
        line += escaped(first)
        for other in others:
            yield line
            line = escaped(other)
    yield line
