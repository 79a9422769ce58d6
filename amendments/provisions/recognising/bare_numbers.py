"""Finds articles that have a number but are not called article: "5 Fees", "5. Fees.—(1) …", "4 to 6 [Repealed]", "L5".

Many lines begin with a number. It is that of an article where the numbers go on through the act, and where the print
says so: a heading beside it or above it, a heading of Markdown, or "(1)" behind or below it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from amendments.provisions.numbers import Component
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.recognising.lines import Line
from amendments.provisions.recognising.number_labels import read_number
from amendments.provisions.tree import Kind

BARE = "bare"  # the style of a number with neither full stop nor bracket
NUMBERED = "bare."  # of an article that is called by nothing but its number
_LEAD = re.compile(r"#{1,6} +")  # of a heading in Markdown
_NUMBER = re.compile(
    r"(?P<number>(?:[A-Z]{1,2}[1-9][0-9]{0,3}(?:-[0-9]{1,3})+|(?:[A-Z]{1,2})?[1-9][0-9]{0,3})(?:\.[0-9]{1,3})*(?:[A-Z]{1,2}(?=[ \xa0\t.—–]|$))?(?P<range>[ \xa0](?:to|and)[ \xa0][0-9]{1,4}[A-Z]?|[–-][0-9]{1,4}(?![0-9-]))?)"
    r"(?P<after>\.?[—–](?=\()|[ \xa0\t]*(?=[“‘\"'(\[]*[A-Z]|\(1\))|[ \xa0\t]+(?=[\[(])|$)"
)
_PARTS_BEHIND = re.compile(r"[.—–] ?\(1\) ")
_DASH = re.compile(r" ?[—–](?: ?(?=\()|(?= *\[[0-9]|$))")
_DASHES = ("—", "–")
# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_FEWEST = 2  # one number alone may be a date, a quantity
_FEWEST_ALONE = 3  # of numbers that are all there is in their lines, as pages have them
_LONGEST_GAP = 20  # numbers that repealed articles may leave out
_ANY_GAP = 100_000  # a part may begin with 100
_SHARE_OF_TITLES = 0.6
_LONGEST_TITLE = 100
_SENTENCE_END = (".", ";", ":", ",", "—")
_SERIES_FROM = 1_000_000

Candidate = tuple[int, Label]


class BareNumbers:
    """Looks for such articles in an act in which no provision is called an article."""

    def __init__(
        self,
        labels: Sequence[Label | None],
        lines: Sequence[Line],
        skipped: Collection[int],
        is_repealed: Callable[[str], bool],
    ) -> None:
        self._labels = labels
        self._lines = lines
        self._skipped = skipped
        self._is_repealed = is_repealed

    def find(self) -> dict[int, Label]:
        """The articles by line; in an annex below them such numbers are its points."""
        runs = self._runs()
        chosen = [self._chosen(run) for run in runs]
        body = next((position for position, articles in enumerate(chosen) if articles), len(runs))
        found = dict(chosen[body]) if body < len(runs) else {}
        for run in runs[body + 1 :]:
            bare = [(index, label) for index, label in run if label.readings[0].style == BARE]
            for index, label in (point for list_ in _lists(bare) for point in list_):
                found[index] = replace(label, form=Form.ITEM, kind=Kind.PART)
        return found

    def _runs(self) -> list[list[Candidate]]:
        """Candidates before the first annex, and in each annex."""
        runs: list[list[Candidate]] = [[]]
        for index, label in enumerate(self._labels):
            if label is not None and label.kind is Kind.ANNEX:
                runs.append([])
            elif index not in self._skipped and (article := self._candidate(index, label)):
                runs[-1].append((index, article))
        return runs

    def _chosen(self, body: Sequence[Candidate]) -> list[Candidate]:
        """Headings of Markdown where there are some, else numbers with words, else numbers alone."""
        led = _chain([(index, label) for index, label in body if label.lead], longest_gap=_ANY_GAP)
        if len(led) >= _FEWEST:
            return led
        worded = _chain([(index, label) for index, label in body if not self._is_alone(index, label)])
        if len(worded) >= _FEWEST and self._are_articles(worded):
            return worded
        alone = _chain([(index, label) for index, label in body if self._is_alone(index, label)])
        return alone if len(alone) >= _FEWEST_ALONE and len(alone) > len(worded) else []

    def _candidate(self, index: int, label: Label | None) -> Label | None:
        content = self._lines[index].content
        if label is not None and label.form is Form.ITEM and label.readings[0].style == "arabic.":
            return _numbered(label, content)
        return self._bare(content) if label is None or not label.is_marked else None

    def _bare(self, content: str) -> Label | None:
        lead = _LEAD.match(content)
        start = lead.end() if lead else 0
        match = _NUMBER.match(content, start)
        if match is None or "\t" in content[match.end() :]:
            return None
        rest = content[match.end() :]
        if (
            rest
            and (match["range"] or rest[0] in "[(")
            and not (self._is_repealed(rest) or rest.startswith("(1)"))
        ):
            return None
        reading = read_number(BARE, match["number"])
        if reading is None:
            return None
        bare = Label(Form.HEADING, Kind.ARTICLE, match["number"], 0, match.end() - start, (reading,), rank=0)
        return bare.shifted(start) if start else bare

    def _is_alone(self, index: int, label: Label) -> bool:
        """Whether the line holds only the number, like that of a page.

        “[Repealed]” on the next line makes it an article, and so does a list there below a number with a full stop.
        """
        content = self._lines[index].content
        is_alone = label.end == len(content) and not content.endswith(_DASHES)
        return is_alone and not (self._is_repealed_below(index) or self._is_above_list(index, label))

    def _is_above_list(self, index: int, label: Label) -> bool:
        """Whether "(1)", "(a)" or the like stands below "2.": an act prints it beside the number, a file of ours below it."""
        below = self._label(index + 1)
        return (
            label.readings[0].style == NUMBERED
            and below is not None
            and below.form is Form.ITEM
            and any(
                reading.style.endswith(")") and reading.value == (Component(1),) for reading in below.readings
            )
        )

    def _is_repealed_below(self, index: int) -> bool:
        return index + 1 < len(self._lines) and self._is_repealed(self._lines[index + 1].content)

    def _are_articles(self, found: Sequence[Candidate]) -> bool:
        """Whether the act shows, by titles or by "(1)" below them, that the numbers are those of articles."""
        if any(label.readings[0].style == BARE or self._is_divided(index) for index, label in found):
            return True
        titled = sum(self._is_titled(index, label) or self._has_title_above(index) for index, label in found)
        return titled >= max(_FEWEST_ALONE, _SHARE_OF_TITLES * len(found))

    def _is_divided(self, index: int) -> bool:
        """Whether "(1)" stands behind or below a number: "5. Fees.—(1) The fee …"."""
        if _PARTS_BEHIND.search(self._lines[index].content):
            return True
        below = self._label(index + 1)
        return below is not None and below.readings[:1] == (NumberReading("arabic()", (Component(1),)),)

    def _is_titled(self, index: int, label: Label) -> bool:
        """Whether a title stands beside the number and a sentence without number below it."""
        title = self._lines[index].content[label.end :]
        is_above_words = index + 1 < len(self._lines) and self._labels[index + 1] is None
        return (
            _is_title(title)
            and is_above_words
            and self._lines[index + 1].content.endswith((".", ":", ";", "—"))
        )

    def _has_title_above(self, index: int) -> bool:
        """Whether a title stands above the number, which begins a sentence."""
        if not index or self._labels[index - 1] is not None or _is_title(self._lines[index].content):
            return False
        above = self._lines[index - 2].content if index > 1 else ""
        is_free = above.endswith((".", ":")) or above.isupper() or not above
        return _is_title(self._lines[index - 1].content) and is_free

    def _label(self, index: int) -> Label | None:
        return self._labels[index] if index < len(self._labels) else None


def _is_title(words: str) -> bool:
    return (
        bool(words)
        and words[0].isupper()
        and len(words) <= _LONGEST_TITLE
        and not words.endswith(_SENTENCE_END)
    )


def _lists(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The chains of an annex, of which each part counts from 1 again."""
    starts = [
        position
        for position, (__, label) in enumerate(candidates)
        if label.value == (Component(1),) or not position
    ]
    for start, stop in pairwise([*starts, len(candidates)]):
        chain = _chain(candidates[start:stop])
        if len(chain) >= _FEWEST:
            yield chain


def _chain(candidates: Sequence[Candidate], longest_gap: int = _LONGEST_GAP) -> list[Candidate]:
    """The candidates whose numbers continue. A gap is allowed if the missing numbers do not come later."""
    chain: list[Candidate] = []
    last: tuple[Component, ...] = (Component(0),)
    coming = _Coming([label.value for __, label in candidates])
    for position, (index, label) in enumerate(candidates):
        if label.value <= last:
            continue
        step = _step(label.value, last)
        if step <= 1 or (step <= longest_gap and coming.goes_on(position, last, label.value)):
            chain.append((index, label))
            end = _end(label.value)
            # after "1-2", which may be inserted after 1, comes 2; "2–30" are repealed
            is_range = end != label.value and not coming.comes(position, end)
            last = end if is_range else label.value
    return chain


class _Coming:
    """Which numbers come later. Each gap is looked at once, however often its number stands there."""

    def __init__(self, values: Sequence[tuple[Component, ...]]) -> None:
        self._values = values
        self._known: dict[tuple[tuple[Component, ...], tuple[Component, ...]], tuple[int, int]] = {}

    def goes_on(self, position: int, last: tuple[Component, ...], value: tuple[Component, ...]) -> bool:
        """Whether the number after `value` comes behind this position and the one after `last` does not."""
        if (last, value) not in self._known:
            between = self._last(lambda other: last < other < value and _step(other, last) <= 1)
            after = self._last(lambda other: other > value and _step(other, _end(value)) <= 1)
            self._known[last, value] = between, after
        between, after = self._known[last, value]
        return between <= position < after

    def comes(self, position: int, value: tuple[Component, ...]) -> bool:
        """Whether the number itself comes behind this position."""
        return self._last(lambda other: other == value) > position

    def _last(self, is_wanted: Callable[[tuple[Component, ...]], bool]) -> int:
        """The last position of such a number, -1 for none."""
        places = range(len(self._values) - 1, -1, -1)
        return next((place for place in places if is_wanted(self._values[place])), -1)


def _step(value: tuple[Component, ...], last: tuple[Component, ...]) -> int:
    if value[0].value < _SERIES_FROM:
        return value[0].value - last[0].value
    same_series = last[0] == value[0] and len(last) > 1
    if same_series:
        return value[1].value - last[1].value
    return 1 if value[1].inserted else value[1].value + 1  # L121-1 may come first, "A4" is the size of a page


def _end(value: tuple[Component, ...]) -> tuple[Component, ...]:
    """The last number of "4 to 6"."""
    own = value[0]
    is_range = bool(own.inserted) and own.value < own.inserted[-1] < _SERIES_FROM // 100
    return (Component(own.inserted[-1]),) if is_range else value


def _numbered(label: Label, content: str) -> Label:
    dash = _DASH.match(content, label.end)
    reading = NumberReading(NUMBERED, label.value)
    end = dash.end() if dash else label.end
    return replace(label, form=Form.HEADING, kind=Kind.ARTICLE, readings=(reading,), rank=0, end=end)
