"""What the articles of an act are when none is called one: "§ 5", "Section 5", "5 Fees"; and Roman parts above points."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from amendments.provisions.numbers import Component
from amendments.provisions.recognising.labels import Form, Label, Reading
from amendments.provisions.recognising.lines import Line
from amendments.provisions.recognising.number_labels import read_number
from amendments.provisions.tree import Kind

BARE = "bare"  # the style of a number with neither full stop nor bracket
NUMBERED = "bare."  # of an article that is called by nothing but its number
_PARTS_BEHIND = re.compile(r"[.—–] ?\(1\) ")
_BARE_NUMBER = re.compile(
    r"(?P<number>[1-9][0-9]{0,3}(?:\.[0-9]{1,2})?(?:[A-Z]{1,2}(?=[ \xa0\t.—–]))?)(?P<after>\.?[—–](?=\()|[ \xa0\t]*(?=[“‘\"'(]*[A-Z]|\(1\)))"
)
_LEAD = re.compile(r"#{1,6} +")  # of a heading in Markdown
_DASH = re.compile(r" ?[—–] ?(?=\()")
_FEWEST = 2  # one number alone may be a date, a quantity
_RANK_OF_ROMAN = 2
_LONGEST_TITLE = 160
_SENTENCE_END = (".", ";", ":", ",")


def with_articles(
    labels: list[Label | None], lines: Sequence[Line], *, bare: bool, skipped: Collection[int] = ()
) -> list[Label | None]:
    """The labels, of which those that do the work of articles are such; lines that are skipped hold none."""
    if any(_is_article(label) for label in labels):
        return labels
    called = _called(labels)
    numbers = dict(_numbers(labels, lines, skipped)) if bare else {}
    if len(numbers) <= len(called):
        numbers = called
    return [numbers.get(index, label) for index, label in enumerate(labels)]


def _called(labels: Sequence[Label | None]) -> dict[int, Label]:
    """Every "§ 5", else every "Section 5", as an article; none if "1.", "2." go on from one to the next."""
    found = {index: label for index, label in enumerate(labels) if label and label.may_be_article}
    innermost = max((label.rank for label in found.values()), default=0)
    found = {
        index: replace(label, kind=Kind.ARTICLE) for index, label in found.items() if label.rank == innermost
    }
    return {} if _count_through(labels, found) else found


def without_references(labels: list[Label | None], lines: Sequence[Line]) -> list[Label | None]:
    """The labels but for "Section 3" right below "Schedule 1", which tells where the act speaks of the schedule."""
    return [None if index and _refers(labels, lines, index) else label for index, label in enumerate(labels)]


def _refers(labels: Sequence[Label | None], lines: Sequence[Line], index: int) -> bool:
    label, above = labels[index], labels[index - 1]
    if label is None or above is None or above.kind is not Kind.ANNEX or not label.may_be_article:
        return False
    is_alone = label.end == len(lines[index].content) and above.end == len(lines[index - 1].content)
    return is_alone and label.value[0].value > 1


def with_roman_sections(labels: list[Label | None], lines: Sequence[Line]) -> list[Label | None]:
    """The labels, of which "I. General provisions" right above "1." is a heading, where no article stands before it."""
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
                readings=(Reading("roman", roman.value),),
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
    seen = 0
    is_first = False
    for index, label in enumerate(labels):
        if index in headings:
            seen, is_first = seen + 1, True
        elif label is not None and is_first and label.form is Form.ITEM:
            is_first = False
            if seen > 1 and label.readings[0].style == "arabic." and label.value[0].value > 1:
                return True
    return False


def _numbers(
    labels: Sequence[Label | None], lines: Sequence[Line], skipped: Collection[int]
) -> Iterator[tuple[int, Label]]:
    """Numbers that count through the act, bare ones or those above "(1)"; bare ones of an annex are its points."""
    runs: list[list[tuple[int, Label]]] = [[]]
    for index, label in enumerate(labels):
        if index in skipped:
            continue
        if label is not None and label.kind is Kind.ANNEX:
            runs.append([])
        article = _bare_number(label, lines[index].content) or (
            _numbered(label, lines[index].content) if len(runs) == 1 else None
        )
        last = runs[-1][-1][1].value if runs[-1] else (Component(0),)
        if article and article.value > last and article.value[0].value - last[0].value <= 1:
            runs[-1].append((index, article))
    body, *annexes = runs
    if len(body) < _FEWEST or not any(_is_divided(label, labels, lines, index) for index, label in body):
        return
    yield from body
    for run in annexes:
        for index, label in run if len(run) >= _FEWEST else ():
            yield index, replace(label, form=Form.ITEM, kind=Kind.PART)


def _is_divided(article: Label, labels: Sequence[Label | None], lines: Sequence[Line], index: int) -> bool:
    """Whether a number is bare, or "(1)" stands behind or below it: "5. Fees.—(1) The fee …"."""
    if article.readings[0].style == BARE or _PARTS_BEHIND.search(lines[index].content):
        return True
    below = labels[index + 1] if index + 1 < len(labels) else None
    return (
        below is not None
        and bool(below.readings)
        and below.readings[0] == Reading("arabic()", (Component(1),))
    )


def _bare_number(label: Label | None, content: str) -> Label | None:
    lead = _LEAD.match(content)
    start = lead.end() if lead else 0
    match = _BARE_NUMBER.match(content, start) if label is None or not label.is_marked else None
    if match is None or "\t" in content[match.end() :]:
        return None
    reading = read_number(BARE, match["number"])
    if reading is None:
        return None
    bare = Label(Form.HEADING, Kind.ARTICLE, match["number"], 0, match.end() - start, (reading,), rank=0)
    return bare.shifted(start)


def _numbered(label: Label | None, content: str) -> Label | None:
    if label is None or label.form is not Form.ITEM or label.readings[0].style != "arabic.":
        return None
    dash = _DASH.match(content, label.end)
    end = dash.end() if dash else label.end
    reading = Reading(NUMBERED, label.value)
    return replace(label, form=Form.HEADING, kind=Kind.ARTICLE, readings=(reading,), rank=0, end=end)
