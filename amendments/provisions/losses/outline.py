"""What can be seen from the finished outline: numbers left out, printed twice, in the wrong place."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.losses.codes import (
    DUPLICATE_NUMBER,
    FOREIGN_NUMBER,
    GAP,
    MISSING_HEADING,
    MISSING_PARENT,
    OUT_OF_ORDER,
    UNPARSED_LINE,
)
from amendments.provisions.losses.punctuation import check_punctuation
from amendments.provisions.messages import Message, message as _
from amendments.provisions.numbers import Component
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.bare_numbers import BARE, NUMBERED
from amendments.provisions.recognising.headings import CONTAINERS
from amendments.provisions.recognising.labels import Form
from amendments.provisions.recognising.lines import Line
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

_LISTED = frozenset({Kind.POINT, Kind.SUBPOINT})
_ANNOUNCES = (":", "—", "–")
_SIGNS = ".()°º"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_FIGURES = "123456789"
_UNIQUE = CONTAINERS | {Kind.ARTICLE}  # no two of one number stand side by side
_OF_ARTICLES = frozenset({NUMBERED, "arabic"})
_LATEST_START = 3  # of the first part or chapter where one is lost before it
_LATEST_OF_LIST = 50  # “2.500” is a quantity
_FEWEST_STEPS = 5
_TO = re.compile(r"\) ?[-–—] ?(?P<last>[0-9]+)")  # of points repealed together: "3) - 6-3"


def unplaced_label(line: Line) -> Finding:
    """A line that looks like the beginning of a provision but fits nowhere."""
    start = line.content[:40]
    return Finding(
        line.number,
        UNPARSED_LINE,
        _("“%(start)s” looks like a number or heading but was read as text.", start=start),
        stops=True,
    )


def check(provisions: Sequence[Pending]) -> Iterator[Finding]:
    """Everything that can be seen from the finished outline."""
    items = {
        (id(provision.parent), provision.value) for provision in provisions if _has_form(provision, Form.ITEM)
    }
    is_counted = any(provision.parent is None for provision in provisions if _has_form(provision, Form.ITEM))
    divided = {
        id(owner) for provision in provisions if (owner := provision.parent) and owner.line == provision.line
    }
    for provision in provisions:
        is_upper = provision.kind in CONTAINERS - {Kind.ANNEX} and id(provision) not in divided
        if is_upper and not provision.heading and provision.number:
            yield Finding(provision.line, MISSING_HEADING, _without_heading(provision))
        if _has_form(provision, Form.DECIMAL) and (id(provision.parent), provision.value[:-1]) not in items:
            yield from _check_place(provision, is_counted=is_counted)
    yield from _check_headings(provisions)
    yield from _check_owners(provisions)
    nested = {id(above) for above, here in pairwise(provisions) if _goes_on_inside(above, here)}
    for siblings in _sequences(provisions):
        yield from _check_sequence(siblings, nested)
        if siblings[0].kind in _LISTED:
            yield from check_punctuation(siblings)


def _without_heading(provision: Pending) -> Message:
    if provision.kind is Kind.SECTION:
        return _("The section %(number)s has no heading.", number=provision.number)
    if provision.kind is Kind.CHAPTER:
        return _("The chapter %(number)s has no heading.", number=provision.number)
    return _("The division %(number)s has no heading.", number=provision.number)


def _check_place(provision: Pending, *, is_counted: bool) -> Iterator[Finding]:
    """A decimal number has to continue that of the article or part it stands in by one level.

    `is_counted` says that the act itself counts "1.", "2.", so that 3.1 needs a 3.
    """
    owner = provision.parent
    if owner is None and is_counted:
        said = _("%(number)s stands below no provision whose number it continues.", number=provision.number)
        yield Finding(provision.line, MISSING_PARENT, said)
    if owner is None or not owner.value or owner.kind in CONTAINERS:
        return
    value, above = provision.value, owner.value
    if value[: len(above)] != above:
        said = _(
            "%(number)s stands in %(owner)s and does not continue its number.",
            number=provision.number,
            owner=owner.number,
        )
        yield Finding(provision.line, FOREIGN_NUMBER, said)
    elif len(value) - len(above) > 1:
        said = _(
            "%(number)s stands directly in %(owner)s: a level is missing.",
            number=provision.number,
            owner=owner.number,
        )
        yield Finding(
            provision.line, MISSING_PARENT, said, stops=value[-1] == Component(1) and value[-2].value > 0
        )


def _has_form(provision: Pending, form: Form) -> bool:
    return provision.label is not None and provision.label.form is form


def _sequences(provisions: Sequence[Pending]) -> Iterator[list[Pending]]:
    """Runs of numbered siblings: articles through the whole act, everything else within its owner."""
    runs: dict[tuple[object, ...], list[Pending]] = {}
    for provision in provisions:
        if not provision.value:
            continue
        owner = _annex(provision) if provision.kind is Kind.ARTICLE else provision.parent
        style = "decimal" if _has_form(provision, Form.DECIMAL) else provision.style
        style = (
            BARE if style in _OF_ARTICLES else style
        )  # "3  Object" between "2." and "4.", or "Section 2" and "Section 4"
        runs.setdefault((id(owner), provision.kind, style, len(provision.value)), []).append(provision)
    yield from runs.values()


def _annex(provision: Pending) -> Pending | None:
    owner = provision.parent
    while owner is not None and owner.kind is not Kind.ANNEX:
        owner = owner.parent
    return owner


def _check_headings(provisions: Sequence[Pending]) -> Iterator[Finding]:
    """Parts and chapters count from 1, or on from the last one before: "Chapter 2" below "Part I" has lost Chapter 1.

    An act may be printed alone out of a larger one, as Title 18 of a code.
    """
    last: dict[tuple[object, ...], Pending] = {}
    is_whole = True
    for provision in provisions:
        if provision.kind not in UPPER_STRUCTURE or not provision.value or provision.label is None:
            continue
        series = (_annex(provision), provision.kind, provision.label.rank)
        before = last.get(series)
        number = provision.value[0].value
        is_whole = is_whole if last else number == 1
        last[series] = provision
        is_sibling = before is not None and before.parent is provision.parent
        starts_late = is_whole and 1 < number <= _LATEST_START
        leaves_out = number > before.value[0].value + 1 if before else starts_late
        if leaves_out and not is_sibling:
            yield Finding(provision.line, GAP, _comes_first(provision), stops=True)


def _check_owners(provisions: Sequence[Pending]) -> Iterator[Finding]:
    """Report each N whose N.1 is printed while there is no article, part or chapter N: its heading is lost."""
    known = {(_annex(owner), owner.value[0].value) for owner in provisions if len(owner.value) == 1}
    for provision in provisions:
        if not _has_form(provision, Form.DECIMAL) or provision.kind is Kind.ROW:
            continue
        own = (_annex(provision), provision.value[0].value)
        if own not in known:
            known.add(own)
            said = _(
                "%(number)s stands below no provision whose number it continues.", number=provision.number
            )
            yield Finding(provision.line, MISSING_PARENT, said, stops=True)


def _counts_in_steps(siblings: Sequence[Pending]) -> bool:
    """Whether numbers are left free between most sections, as collections do: 1.010, 1.020, 1.025."""
    numbers = [provision.value[-1].value for provision in siblings]
    is_whole = len(siblings[0].value) == 1 or siblings[0].kind is not Kind.ARTICLE
    steps = sum(after > before + 1 for before, after in pairwise(numbers))
    return not is_whole and len(numbers) >= _FEWEST_STEPS and 2 * steps > len(numbers)


def _is_smaller(here: Pending, before: Pending, has_gaps: bool) -> bool:
    """Whether a number comes before the one above it. In a collection 1.0305 stands between 1.030 and 1.050."""
    return here.number < before.number if has_gaps else here.value < before.value


def _goes_on_inside(above: Pending, here: Pending) -> bool:
    """Whether the first number in a provision goes on from that of the provision itself: "1)", "(2)", "3)"."""
    if here.parent is not above or here.label is None or len(above.value) != 1:
        return False
    wanted = (Component(above.value[0].value + 1),)
    return any(
        reading.value == wanted and reading.style.rstrip(_SIGNS) == above.style.rstrip(_SIGNS)
        for reading in here.label.readings
    )


def _check_sequence(siblings: Sequence[Pending], nested: Collection[int]) -> Iterator[Finding]:
    """`nested`: provisions in which the number after their own was read, so that it begins no list."""
    has_gaps = _counts_in_steps(siblings)
    if _begins_late(siblings[0]) and id(siblings[0].parent) not in nested:
        yield Finding(siblings[0].line, GAP, _comes_first(siblings[0]), stops=True)
    seen = {siblings[0].value: siblings[0]}
    for place, (before, here) in enumerate(pairwise(siblings)):
        old, new = before.value, here.value
        first = seen.setdefault(new, here)
        if old[:-1] != new[:-1] and new > old:
            continue
        if new == old or (first is not here and here.kind in _UNIQUE):
            said = _(
                "%(number)s is printed twice, first in line %(line)s.", number=here.number, line=first.line
            )
            yield Finding(here.line, DUPLICATE_NUMBER, said, stops=True)
        elif _is_smaller(here, before, has_gaps):
            said = _("%(number)s follows %(before)s.", number=here.number, before=before.number)
            is_announced = bool(before.paragraphs) and before.paragraphs[-1].endswith(_ANNOUNCES)
            begins_again = new[-1] == Component(1) and old[:-1] == new[:-1] and not is_announced
            goes_back = place > 0 and _is_stray(siblings[place - 1], before, here)
            is_wrong = here.kind is Kind.ANNEX or goes_back
            yield Finding(here.line, OUT_OF_ORDER, said, stops=begins_again or is_wrong)
        elif new[-1].value > _reached(siblings, place) + 1 and not has_gaps:
            is_lowered = _is_lowered(before, here)
            may_be = (
                _comes_later(before, here, siblings[place + 2 :]) if is_lowered else _may_lack(before, here)
            )
            said = _lowered(before, here) if is_lowered else _left_out(before, here)
            yield Finding(here.line, GAP, said, stops=not may_be)


def _reached(siblings: Sequence[Pending], place: int) -> int:
    """The number that was reached: 18.4 for "18.4", "18.3-1", of which the second was inserted later."""
    last = _last_of(siblings[place])
    is_inserted = place > 0 and bool(siblings[place].value[-1].inserted)
    return max(last, siblings[place - 1].value[-1].value) if is_inserted else last


def _may_lack(before: Pending, here: Pending) -> bool:
    """Whether numbers are left free: "ç" between c) and d), as many acts do, and the rows of a list of votes."""
    old, new = before.number, here.number
    is_letter = len(old) == len(new) == 1 and old.isalpha() and new.isalpha()
    return here.style == BARE or (is_letter and ord(new) <= ord(old) + 1)


def _begins_late(first: Pending) -> bool:
    """Whether the list of an article begins with (c) or with part 3."""
    owner, label = first.parent, first.label
    if owner is None or label is None or owner.kind in CONTAINERS or first.kind is Kind.ROW:
        return False
    is_next_level = label.form is Form.DECIMAL and first.value[:-1] == owner.value
    return (is_next_level or label.form is Form.ITEM) and 1 < first.value[-1].value <= _LATEST_OF_LIST


def _comes_first(provision: Pending) -> Message:
    return _("%(number)s comes first here: a number is left out.", number=provision.number)


def _comes_later(before: Pending, here: Pending, rest: Sequence[Pending]) -> bool:
    """Whether what seems to be left out stands behind."""
    return any(before.value < other.value < here.value for other in rest)


def _is_lowered(before: Pending, here: Pending) -> bool:
    """Whether 151 behind 15 may be 15¹, whose figure a copy did not raise, or 7910 behind 799 is 79¹⁰."""
    base = before.number[:-1]
    is_tenth = base != "" and here.number == f"{base}10" and before.number.endswith("9")
    return is_tenth or (here.number[:-1] == before.number and here.number[-1] in _RAISED_FIGURES)


def _lowered(before: Pending, here: Pending) -> Message:
    base = before.number if here.number.startswith(before.number) else before.number[:-1]
    raised = base + here.number.removeprefix(base).translate(_RAISED)
    return _(
        "%(number)s follows %(before)s: it may be %(raised)s.",
        number=here.number,
        before=before.number,
        raised=raised,
    )


def _left_out(before: Pending, here: Pending) -> Message:
    return _("%(number)s follows %(before)s: a number is left out.", number=here.number, before=before.number)


def _is_stray(above: Pending, before: Pending, here: Pending) -> bool:
    """Articles 1, 5, 2: “Статья 5 Закона …” begins a sentence. 98, 981, 99 is 98¹ whose digit was not raised."""
    is_lowered = before.number.startswith(above.number)
    return here.kind is Kind.ARTICLE and above.value < here.value and not is_lowered


def _last_of(provision: Pending) -> int:
    """The value of a number. It is 7 for "5–7", three provisions that were repealed together."""
    own = provision.value[-1]
    if match := _TO.search(provision.number):
        return int(match["last"]) if provision.repealed else own.value
    return max(own.value, *own.inserted) if provision.repealed and own.inserted else own.value
