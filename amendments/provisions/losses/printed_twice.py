"""Finds numbers that stand twice in one line, and contents that were read as law.

The contents are numbered lines without any text, that are printed once more in the same order.
Behind their second printing stands text, so that the second ones are far apart. Lists that are alike are not.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from amendments.provisions.losses import codes
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import Message, counted as ngettext, message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.labels import Form
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

_NO_LETTER = re.compile(r"[\W\d_]+")
# Chosen on the real acts of docs/fidelity.md: none of them has such a run, acts whose contents were law had 20 to 200.
_FEWEST = 5  # lines in a row
_RANGE = re.compile(r"\([0-9]{1,4} ?[-–—] ?[0-9]{1,4}\)$")
_FEWEST_LETTERS = 6
_READ = 200  # characters
_COMPARED = 16  # letters, before all of them are
_MOST_ALIKE = 200  # lines with the same first letters: the work grows with the act, not with its square
_MOST_BETWEEN = 4  # lines: the rest of a heading, the number of a page
_FARTHER_APART = 3  # times, where they are law


def check_printed_twice(read: ReadAct) -> Iterator[Finding]:
    """One finding for all runs, and one for each number that stands twice side by side."""
    for provision in read.provisions:
        if len(provision.value) > 2 and _is_said_twice(provision):
            said = _("%(number)s is printed twice in this line.", number=provision.number)
            yield Finding(provision.line, codes.DUPLICATE_NUMBER, said, stops=True)
    yield from read.finding(codes.CONTENTS_IN_LAW, _with_ranges(read), _said, stops=True)
    candidates = list(_dense(read))
    if not candidates:
        return
    words = [_words(read, index) if index not in read.kinds else "" for index in range(len(read.act))]
    places: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(words):
        if own:
            places[own[:_COMPARED]].append(index)
    entries = [index for index in candidates if len(places.get(words[index][:_COMPARED], ())) > 1]
    lines = [index for run in _runs(read, entries, words, places) for index in run]
    yield from read.finding(codes.CONTENTS_IN_LAW, lines, _said, stops=True)


def _with_ranges(read: ReadAct) -> Iterator[int]:
    """Lines above the first article that name the articles of a chapter: "2. FORCE (3-4)", in an act that has contents."""
    if Kind.CONTENTS not in read.kinds.values():
        return
    articles = (provision.line for provision in read.provisions if provision.kind is Kind.ARTICLE)
    first = next(articles, 0)
    for index, line in enumerate(read.act.lines):
        if line.number >= first:
            return
        if index not in read.kinds and _RANGE.search(line.content):
            yield index


def _runs(
    read: ReadAct, entries: list[int], words: list[str], places: dict[str, list[int]]
) -> Iterator[list[int]]:
    """Entries close to one another, each of which is printed again behind the second printing of the one before."""
    run: list[int] = []
    again: list[int] = []
    for index in [*entries, len(read.act)]:
        is_near = bool(run) and index - run[-1] <= _MOST_BETWEEN and index < again[0]
        after = max(index, again[-1]) if is_near else index
        other = _again(words, places, index, after)
        if not is_near or other < 0:
            if len(run) >= _FEWEST and again[-1] - again[0] >= _FARTHER_APART * (run[-1] - run[0]):
                yield run
            if is_near:
                continue  # one that is left out below, or is the heading of a page
            run, again = [], []
        if other >= 0:
            run.append(index)
            again.append(other)


def _dense(read: ReadAct) -> Iterator[int]:
    """Lines that may be entries and stand as close to one another as entries do, some in a row."""
    run: list[int] = []
    for index in [*(index for index in sorted(read.opening) if _may_be_entry(read, index)), len(read.act)]:
        if run and (index - run[-1] > _MOST_BETWEEN or index == len(read.act)):
            yield from run if len(run) >= _FEWEST else ()
            run = []
        run.append(index)


def _may_be_entry(read: ReadAct, index: int) -> bool:
    """Whether a line begins as an article or a chapter does, and is no point of a list."""
    label = read.act.begins[index]
    is_heading = label is not None and (
        label.form is Form.HEADING or (label.form is Form.ITEM and label.readings[0].style == "arabic.")
    )
    content = read.act.content(index)
    return is_heading and len(content) <= _READ and not content.endswith((";", ",", ":"))


def _again(words: list[str], places: dict[str, list[int]], index: int, after: int) -> int:
    """The next line behind a place that begins with all the words of an entry; -1 for none."""
    if index >= len(words):
        return -1
    own = words[index]
    alike = places[own[:_COMPARED]]
    below = bisect_right(alike, after)
    return next((line for line in alike[below : below + _MOST_ALIKE] if words[line].startswith(own)), -1)


def _words(read: ReadAct, index: int) -> str:
    """The letters of a line behind its number; "" for too few, or for more than an entry of contents has."""
    label = read.act.begins[index]
    start = label.end if label is not None and label.value else 0
    letters = _NO_LETTER.sub("", read.act.folded[index][start : start + _READ])
    return letters if len(letters) >= _FEWEST_LETTERS else ""


def _said(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s heading without text is printed once more: contents may be read as law (%(places)s).",
        "%(count)s headings without text are printed once more: contents may be read as law (%(places)s).",
        count,
        places=places,
    )


def _is_said_twice(provision: Pending) -> bool:
    """Whether the number is printed twice side by side: "95.1.5. 95.1.5. Cash", "95.1.5.95.1.5. Cash"."""
    half = provision.value[: len(provision.value) // 2]
    is_run_on = len(half) > 2 and len(set(half)) > 1 and provision.value == 2 * half
    words = provision.paragraphs[0] if provision.paragraphs else ""
    rest = words.removeprefix(f"{provision.number}.")
    return is_run_on or (rest != words and not rest[:1].isdecimal())
