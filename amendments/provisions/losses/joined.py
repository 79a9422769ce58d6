"""Finds provisions that are printed on the line of the one before: the next number stands in its words and nowhere else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amendments.provisions.losses import codes
from amendments.provisions.losses.printed_together import begins_with_further
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.losses.run_on import run_on_lines
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.joined_lines import following
from amendments.provisions.recognising.labels import Form
from amendments.provisions.recognising.lettered import may_hold_list
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

_COUNTED = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
_AFTER_SENTENCE = r"[.;:!?»”\]]\s+"
_ANYWHERE = r"\s"
_FIRST = re.compile(r"1[.)] +[^\W\d_]")
_FIRST_OF_LIST = re.compile(r"(?:\((?P<bracketed>[aA1i])\)|(?P<number>[aA1])[.)]) +(?P<letter>[^\W\d_])")
_APART = re.compile(r"(?:[0-9]{1,3} \. ?)+[^\W\d_]")
_SLOT = re.compile(r"\{number:[0-9]+\}")
_FIRST_INSERTED = ("-1", ".1", "¹", "1")  # the last where a copy loses that a figure was raised
_LONGEST_RUN = 20  # articles that are missing in a row and looked for


def check_joined(read: ReadAct) -> Iterator[Finding]:
    """One finding for all lines in which a further provision stands."""
    numbers = _Numbers()
    for provision in read.provisions:
        numbers.add(provision)
    indices = read.indices()
    provisions = (
        provision for provision in read.provisions if provision.kind in _COUNTED and provision.value
    )
    lines = {indices[provision.line] for provision in provisions if numbers.is_joined(provision)}
    lines.update(indices[provision.line] for provision in read.provisions if _begins_further(provision))
    lines.update(_joined_articles(read, numbers, indices))
    lines.update(run_on_lines(read))
    yield from read.finding(codes.JOINED_NUMBERS, sorted(lines), _said, stops=True)


@dataclass
class _Numbers:
    """The numbers of an act. Those of articles and decimal ones are unique in the law or in an annex, others in their owner."""

    known: set[tuple[object, str]] = field(default_factory=set)
    has_decimal: bool = False

    def add(self, provision: Pending) -> None:
        self.known.add((_scope(provision), provision.number))
        is_decimal = provision.label is not None and provision.label.form is Form.DECIMAL
        self.has_decimal = self.has_decimal or is_decimal

    def is_joined(self, provision: Pending) -> bool:
        """Whether the number that comes after this provision, or after one above it, stands only in its words."""
        owner: Pending | None = provision
        while owner is not None and owner.kind in _COUNTED:
            wanted = _next(owner.number)
            if self.lacks(owner, wanted) and _stands(provision, _label(owner).replace("{number}", wanted)):
                return True
            owner = owner.parent
        below = f"{provision.number}.1"
        is_above = self.has_decimal and provision.label is not None and provision.label.form is not Form.ITEM
        return is_above and (_annex(provision), below) not in self.known and _stands(provision, f"{below}.")

    def lacks(self, provision: Pending, wanted: str) -> bool:
        """Whether no provision has the number that would come next."""
        return bool(wanted) and (_scope(provision), wanted) not in self.known


def _begins_further(provision: Pending) -> bool:
    """Whether the words begin with a number: "Примечания. 1. …", "Section 5. (a) …", and "1 . 1 . 3 . …", of which one alone was read."""
    words = provision.heading or (provision.paragraphs[0] if provision.paragraphs else "")
    first = _FIRST_OF_LIST.match(words) if provision.label and may_hold_list(provision.label) else None
    if first and first["letter"].isupper() and (first["bracketed"] or first["number"]) != provision.number:
        return True
    if provision.kind is Kind.NOTE:
        return _FIRST.match(words) is not None
    is_further = _APART.match(words) is not None or begins_with_further(provision)
    return provision.kind in _COUNTED and is_further


def _joined_articles(read: ReadAct, numbers: _Numbers, indices: dict[int, int]) -> Iterator[int]:
    """Lines between two articles that hold the label of an article which is missing between them."""
    articles = [
        provision for provision in read.provisions if provision.kind is Kind.ARTICLE and provision.value
    ]
    ends = [*(indices[article.line] for article in articles[1:]), len(read.act)]
    for article, stop in zip(articles, ends, strict=False):
        for wanted in _wanted(article, numbers):
            lines = range(indices[article.line], stop)
            yield from (line for line in lines if line not in read.kinds and _holds(read, line, wanted))


def _wanted(article: Pending, numbers: _Numbers) -> Iterator[str]:
    """The numbers that are missing after article 22: 22-1 as it is printed, and 23, 24 … up to the next article."""
    first = [f"{article.number}{form}" for form in _FIRST_INSERTED]
    inserted = [following(article.number)] if "-" in article.number else first
    yield from (number for number in inserted if numbers.lacks(article, number))
    whole = following(article.number.partition("-")[0])
    for __ in range(_LONGEST_RUN):
        if not numbers.lacks(article, whole):
            return
        yield whole
        whole = following(whole)


def _holds(read: ReadAct, line: int, wanted: str) -> bool:
    """Whether the label of an article stands in the words of a line."""
    content = read.act.content(line)
    if wanted not in content:
        return False
    return any(
        (label := read.read(content[place.start(1) :])) is not None
        and label.kind is Kind.ARTICLE
        and label.is_marked
        for place in re.finditer(rf"{_ANYWHERE}(\S+\s+{re.escape(wanted)}\s?[^\w\s-])", content)
    )


def _label(provision: Pending) -> str:
    """The printed label with a slot for its number."""
    printed = "".join(provision.layout).partition("{heading")[0].partition("{text}")[0]
    return _SLOT.sub("{number}", printed.replace("{ordinal}", "")).strip()


def _scope(provision: Pending) -> object:
    is_item = provision.label is not None and provision.label.form is Form.ITEM
    return id(provision.parent) if is_item else _annex(provision)


def _annex(provision: Pending) -> int:
    """The identity of the annex in which a provision stands; 0 outside annexes."""
    owner = provision.parent
    while owner is not None and owner.kind is not Kind.ANNEX:
        owner = owner.parent
    return id(owner) if owner is not None else 0


def _next(number: str) -> str:
    """The number after this one: 5.2 → 5.3, c → d; "" where there is no such number."""
    is_letter = len(number) == 1 and "a" <= number < "z"
    return chr(ord(number) + 1) if is_letter else following(number)


def _stands(provision: Pending, label: str) -> bool:
    """Whether a label stands in the words: behind a sentence, in a heading behind any word."""
    end = re.escape(label) + r"\s+\S"
    places: Sequence[tuple[str, str]] = [(_AFTER_SENTENCE, text) for text in provision.paragraphs]
    return any(
        label in words and re.search(before + end, words) is not None
        for before, words in ((_ANYWHERE, provision.heading), *places)
    )


def _said(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line holds the number of a further provision in its words (%(places)s).",
        "%(count)s lines hold the number of a further provision in their words (%(places)s).",
        count,
        places=places,
    )
