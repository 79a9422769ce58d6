"""What the articles of an act are when none is called one: "§ 5", "Section 5", "5 Fees"; and Roman parts above points."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from amendments.provisions.recognising.bare_numbers import BareNumbers
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

_RANK_OF_ROMAN = 2
_LONGEST_TITLE = 160
FARTHEST = 3  # numbers from one article to the next: repealed ones may be left out
_SENTENCE_END = (".", ";", ":", ",")


def with_articles(
    labels: list[Label | None],
    lines: Sequence[Line],
    *,
    bare: bool,
    skipped: Collection[int],
    is_repealed: Callable[[str], bool],
) -> list[Label | None]:
    """The labels. Those that serve as articles are made articles; skipped lines have no label.

    Articles below an annex alone are those of a treaty or of rules that it prints, and the act has numbers of its own.
    """
    annex = next(
        (index for index, label in enumerate(labels) if label and label.kind is Kind.ANNEX), len(labels)
    )
    if any(map(_is_article, labels[:annex])):
        return _with_parts(labels)
    called = _called(labels[:annex] if any(map(_is_article, labels)) else labels)
    numbers = BareNumbers(labels, lines, skipped, is_repealed).find() if bare else {}
    articles = numbers if len(numbers) > len(called) else called
    articles = called | numbers if _is_one_series(called, numbers) else articles
    return [articles.get(index, label) for index, label in enumerate(labels)]


def _is_one_series(called: Mapping[int, Label], numbers: Mapping[int, Label]) -> bool:
    """Whether "3  Object" stands between "Section 2" and "Section 4": the numbers of both go on through the act."""
    values = [label.value for __, label in sorted({**called, **numbers}.items())]
    go_on = (
        before < after and after[0].value - before[0].value <= FARTHEST for before, after in pairwise(values)
    )
    return bool(called) and bool(numbers) and all(go_on)


def _called(labels: Sequence[Label | None]) -> dict[int, Label]:
    """Every "§ 5", else every "Section 5", as an article; none if "1.", "2." go on from one to the next."""
    found = {index: label for index, label in enumerate(labels) if label and label.may_be_article}
    innermost = max((label.rank for label in found.values()), default=0)
    found = {
        index: replace(label, kind=Kind.ARTICLE) for index, label in found.items() if label.rank == innermost
    }
    return {} if _count_through(labels, found) else found


def _with_parts(labels: list[Label | None]) -> list[Label | None]:
    """The labels. "Section 1", "Section 2" that count from 1 in each of several articles become the parts of these."""
    parts: dict[int, Label] = {}
    divided: set[int] = set()
    article = -1  # the last one, unless a chapter has begun since
    last = max(index for index, label in enumerate(labels) if _is_article(label))
    for index, label in enumerate(labels):
        if label is None or label.form is not Form.HEADING:
            continue
        if not label.may_be_article:
            article = index if label.kind is Kind.ARTICLE else -1
        elif article < 0 and index > last:
            continue  # "AMENDMENT XIV", "Section 1." behind the articles of a constitution
        elif article < 0 or (article not in divided and label.value[0].value != 1):
            return labels  # it stands above articles
        else:
            divided.add(article)
            parts[index] = replace(label, kind=Kind.PART)
    return [parts.get(index, label) for index, label in enumerate(labels)] if len(divided) > 1 else labels


def without_references(labels: list[Label | None], lines: Sequence[Line]) -> list[Label | None]:
    """The labels without "Section 3" directly below "Schedule 1" or "Schedule 1 — Fees": it names where the act mentions the schedule."""
    return [None if index and _refers(labels, lines, index) else label for index, label in enumerate(labels)]


def without_broken_sentences(labels: list[Label | None], lines: Sequence[Line]) -> list[Label | None]:
    """The labels without "annex" or "part 2" in small letters where the line above goes on: a copy broke the sentence."""
    return [
        None if index and _goes_on_from_above(labels, lines, index) else label
        for index, label in enumerate(labels)
    ]


def _goes_on_from_above(labels: Sequence[Label | None], lines: Sequence[Line], index: int) -> bool:
    label, above = labels[index], labels[index - 1]
    if label is None or label.form not in {Form.HEADING, Form.UNTITLED}:
        return False
    if label.kind is Kind.ARTICLE and label.is_marked:
        return False
    is_heading = above is not None and above.form in {Form.HEADING, Form.UNTITLED}
    first, before = lines[index].content[0], lines[index - 1].content
    is_date = above is None and before[0].isdecimal()
    is_free = is_date or is_heading or _stands_apart(label, lines, index)
    return first.islower() and before[-1].islower() and not is_free


def _stands_apart(label: Label, lines: Sequence[Line], index: int) -> bool:
    """Whether a label has a line of its own below a blank one, and a title below: "chapter i" above "GENERAL"."""
    is_alone = label.end == len(lines[index].content) and index + 1 < len(lines)
    return is_alone and lines[index].gap.count("\n") > 1 and lines[index + 1].content[0].isupper()


def _refers(labels: Sequence[Label | None], lines: Sequence[Line], index: int) -> bool:
    label, above = labels[index], labels[index - 1]
    if label is None or above is None or above.kind is not Kind.ANNEX or not label.may_be_article:
        return False
    is_alone = label.end == len(lines[index].content)
    return is_alone and label.value[0].value > 1


def with_roman_sections(labels: list[Label | None], lines: Sequence[Line]) -> list[Label | None]:
    """The labels. "I. General provisions" directly above "1." becomes a heading, if no article stands before it."""
    found = list(labels)
    is_in_article = False
    for index, label in enumerate(labels):
        if _is_article(label):
            is_in_article = True
        elif label is not None and label.kind is Kind.ANNEX:
            is_in_article = False
        elif label is not None and not is_in_article and _heads_points(label, labels, lines, index):
            roman = next(reading for reading in label.readings if reading.style == "large roman.")
            found[index] = replace(
                label,
                form=Form.HEADING,
                kind=Kind.SECTION,
                rank=_RANK_OF_ROMAN,
                readings=(NumberReading("roman", roman.value),),
            )
    return found


def _is_article(label: Label | None) -> bool:
    return label is not None and label.form is Form.HEADING and label.kind is Kind.ARTICLE


def _heads_points(label: Label, labels: Sequence[Label | None], lines: Sequence[Line], index: int) -> bool:
    title = lines[index].content[label.end :]
    is_roman = label.form is Form.ITEM and any(reading.style == "large roman." for reading in label.readings)
    if not is_roman or not title or len(title) > _LONGEST_TITLE or title.endswith(_SENTENCE_END):
        return False
    following = index + 1
    if (
        following + 1 < len(labels)
        and labels[following] is None
        and not lines[following].content.endswith(_SENTENCE_END)
    ):
        following += 1
    below = labels[following] if following < len(labels) else None
    return (
        below is not None
        and bool(below.readings)
        and below.readings[0].style.startswith(("arabic.", "decimal"))
    )


def _count_through(labels: Sequence[Label | None], headings: Mapping[int, Label]) -> bool:
    """Whether "1.", "2." go on from one heading to the next, so that they are what is cited."""
    firsts: list[int] = []
    is_first = False
    for index, label in enumerate(labels):
        if index in headings:
            is_first = True
        elif label is not None and is_first and label.form is Form.ITEM:
            is_first = False
            if label.readings[0].style == "arabic.":
                firsts.append(label.value[0].value)
    going_on = sum(before < after for before, after in pairwise(firsts))
    return going_on > 0 and 2 * going_on >= len(firsts) - 1
