"""A provision that was split, as the provisions into which it was split: each has its own number and words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amendments.provisions.tree import Element, Tree
from amendments.redline.provision_redline import Change, Mark, ProvisionRedline, Span


def split_apart(item: ProvisionRedline, before: Tree, after: Tree) -> list[ProvisionRedline]:
    """One redline for each provision of the split; anything else stays as it is."""
    if item.change is not Change.SPLIT:
        return [item]
    parts = [after.by_key[key] for key in item.after]
    old = ", ".join(before.by_key[key].number for key in item.before)
    headings = _shared(item.heading, [part.heading for part in parts])
    texts = _shared(item.text, [part.text for part in parts])
    return [
        _own(item, part, old, heading, text)
        for part, heading, text in zip(parts, headings, texts, strict=True)
    ]


def _own(
    item: ProvisionRedline, part: Element, old: str, heading: tuple[Span, ...], text: tuple[Span, ...]
) -> ProvisionRedline:
    own = replace(item, after=(part.key,), heading=heading, text=text)
    if part.number != old:
        stays = part.parent in item.after  # the article of a new part keeps its number
        numbers = (Span(Mark.DELETED, "" if stays else old), Span(Mark.INSERTED, part.number))
        return replace(own, number=tuple(number for number in numbers if number.text))
    is_kept = all(span.mark is Mark.KEPT for span in (*heading, *text))
    change = Change.UNCHANGED if is_kept else Change.EDITED
    return replace(own, change=change, number=(Span(Mark.KEPT, old),))


def _shared(spans: Sequence[Span], words: Sequence[str]) -> list[tuple[Span, ...]]:
    """The spans of the words that were joined by line breaks, for each of them; what was deleted stays where it stood."""
    ends = list(_ends(words))
    found: list[list[Span]] = [[] for _ in words]
    at = part = 0
    for mark, text in spans:
        while mark is not Mark.DELETED and part < len(words) - 1 and at + len(text) > ends[part]:
            cut = ends[part] - at
            found[part] += [Span(mark, text[:cut])] if cut > 0 else []
            text, at, part = text[max(cut, 0) :], max(at, ends[part]), part + 1
            if text.startswith("\n") and at and words[part]:
                text, at = text[1:], at + 1
        if text:
            found[part].append(Span(mark, text))
        at += len(text) if mark is not Mark.DELETED else 0
    return [tuple(each) for each in found]


def _ends(words: Sequence[str]) -> Iterator[int]:
    """Where each of the words ends in all of them, joined by line breaks; what is empty takes no place."""
    at = 0
    for each in words:
        at += len(each) + (1 if at and each else 0)
        yield at
