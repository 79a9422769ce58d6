"""Finds law that was read as an annex: a word of a sentence, or a list of contents, seemed to be the label of one."""

from collections.abc import Iterator

from amendments.provisions.losses import codes
from amendments.provisions.losses.continuation import Value, is_next
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.headings import CONTAINERS
from amendments.provisions.recognising.labels import Form
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

Series = tuple[object, ...]


def check_annexes(read: ReadAct) -> Iterator[Finding]:
    """One finding for each annex whose first article, chapter or part goes on from the last one above the annexes."""
    last: dict[Series, Value] = {}
    annex: Pending | None = None
    seen: set[Series] = set()
    for provision in read.provisions:
        if provision.kind is Kind.ANNEX:
            annex, seen = provision, set()
        series = _series(provision)
        if not series:
            continue
        if annex is None:
            last[series] = provision.value
        elif series not in seen:
            seen.add(series)
            if is_next(provision.value, last.get(series, ())):
                said = _("The numbers of the law go on in an annex with %(number)s.", number=provision.number)
                yield Finding(provision.line, codes.LAW_IN_ANNEX, said, stops=True)


def _series(provision: Pending) -> Series:
    """What is numbered through an act: articles, chapters, "5.1." in article 5; () for what counts from 1 everywhere."""
    label = provision.label
    if label is None or not provision.value or provision.kind is Kind.ROW:
        return ()
    if label.form is Form.DECIMAL:
        return (Form.DECIMAL,)  # only the last one above the annex
    if provision.kind is Kind.ARTICLE:
        return (Kind.ARTICLE,)
    is_upper = provision.kind in CONTAINERS and provision.kind is not Kind.ANNEX
    return (provision.kind, label.rank) if is_upper else ()
