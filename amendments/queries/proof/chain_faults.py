"""What is wrong with the chain of the record: links, rows, and the log of its heads."""

from collections.abc import Iterator
from typing import Any

from amendments.models import ChainHead, ChainLink
from amendments.record.anchor import kept_heads, log_path
from amendments.record.bad_rows import BadRow, read_each
from amendments.record.linking import content_hash, link_hash
from amendments.record.recorded_kind import RecordedKind
from amendments.record.recorded_kinds import recorded_kinds


def chain_faults() -> list[str]:
    """Each fault as a sentence; none hides another."""
    heads: dict[int, str] = {}
    contents: dict[tuple[str, str], str] = {}
    found = list(_links(heads, contents))
    for kind in recorded_kinds().values():
        found += [*_rows(kind, contents), *_disagreeing(kind)]
    found += (f"The {kind} {row} is gone: the chain knows it." for kind, row in contents)
    return [*found, *_head(heads)]


def _links(heads: dict[int, str], contents: dict[tuple[str, str], str]) -> Iterator[str]:
    """Walks along the chain, and collects the hash of each link and the content that each gives to a row."""
    number, previous = 0, ""
    for row in read_each(ChainLink.objects.order_by("number")):
        link = row
        if isinstance(row, BadRow):
            yield f"Link {row.pk} of the chain cannot be read ({row.fault})."
            link = ChainLink.objects.defer("at").get(pk=row.pk)  # the rest of it is a number and texts
        if link.number != number + 1:
            yield _gone(number + 1, link.number - 1)
        elif link.previous != previous:
            yield f"Link {link.number} of the chain does not follow the one before it."
        if not _gives_its_hash(link):
            yield f"Link {link.number} of the chain does not give its hash."
        number, previous = link.number, link.sha256
        heads[number] = previous
        contents[link.kind, link.row] = link.content


def _gives_its_hash(link: ChainLink) -> bool:
    try:
        return link_hash(link) == link.sha256
    except Exception:  # of whatever kind, as below
        return False


def _gone(first: int, last: int) -> str:
    if first == last:
        return f"Link {first} of the chain is gone."
    return f"Links {first} to {last} of the chain are gone."


def _rows(kind: RecordedKind, contents: dict[tuple[str, str], str]) -> Iterator[str]:
    """Takes the rows of the kind out of the contents; what remains there is gone from its table."""
    for row in read_each(kind.rows()):
        known = contents.pop((kind.slug, str(row.pk)), None)
        if known is None:
            yield f"The {kind.slug} {row.pk} stands in no link of the chain."
        elif isinstance(row, BadRow):
            yield f"The {kind.slug} {row.pk} cannot be read ({row.fault})."
        elif told := _wrong_with(kind, row, known):
            yield f"The {kind.slug} {row.pk} {told}."


def _wrong_with(kind: RecordedKind, row: Any, known: str) -> str:
    """What is wrong with a row, "" where it is as it was recorded. One that cannot be read hides no other."""
    try:
        found = content_hash(kind, row)
    except Exception as fault:  # of whatever kind: rows changed by hand break in any way
        return f"cannot be read ({type(fault).__name__})"
    return "" if found == known else "is not as it was recorded"


def _disagreeing(kind: RecordedKind) -> Iterator[str]:
    """What follows from the rows and is not as they say."""
    try:
        yield from kind.disagreeing()
    except Exception as fault:  # of whatever kind, as above
        yield f"What follows from rows of the kind {kind.slug} cannot be read ({type(fault).__name__})."


def _head(heads: dict[int, str]) -> Iterator[str]:
    last = max(heads, default=0)
    head = ChainHead.objects.filter(pk=1).first()
    if head is None:
        if heads:
            yield "The end of the chain is not known."
        return
    if head.number != last:
        yield f"The chain ends at link {last}, where link {head.number} should be the last one."
    elif head.sha256 != heads.get(last, ""):
        yield f"Link {last}, the last one of the chain, is not the one that was added."
    if log_path() is not None:
        yield from _log(str(head.chain), heads, last)


def _log(chain: str, heads: dict[int, str], last: int) -> Iterator[str]:
    newest = 0
    for kept in kept_heads():
        if not kept.is_genuine:
            yield f"Line {kept.line} of the log of heads was not written by this site."
        elif kept.chain == chain:
            newest = max(newest, kept.number)
            if heads.get(kept.number) != kept.sha256:
                yield f"The log of heads names another link {kept.number}: the chain was cut or computed anew."
    if newest < last:
        yield f"The log of heads ends at link {newest}, the chain at {last}."
