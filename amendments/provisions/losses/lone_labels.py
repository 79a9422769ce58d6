"""Finds labels whose form alone says that something begins there: a number alone in its line, "ya)", "**E.**", "- d. Text".

Copies print the number of a section, of a row of a table and of a page in lines of their own.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.recognising.heading_labels import GERMAN_LEVEL
from amendments.provisions.recognising.labels import Form

_FIGURE = re.compile(r"(?P<number>[0-9]{1,3})[A-Za-z]?")
_LETTER = re.compile(
    r"(?:[-*•–][ \xa0]+)?(?:[^\W\d_]{1,3}\)(?=[ \xa0]|$)"
    r"|[^\W\d_A-ZА-ЯƏĞİÖŞÜÇ]\.(?:[ \xa0]+(?=[^\W\d_])|(?=[A-ZА-ЯƏĞİÖŞÜÇ][^\W\d_A-ZА-ЯƏĞİÖŞÜÇ]{2})))"
)
_CAPITAL = re.compile(r"(?P<letter>[A-Z])[.)][ \xa0]+(?=[^\W\d_])")
# "Sect. 12 Text", "s. 13 Text", "Reg. 11 Service": shortened words, which no grammar of a scheme knows as its own.
_SHORTENED = re.compile(
    r"(?:[Ss]ects?|[Ss]ecs?|[Ss]s?|SECTS?|SECS?|[Rr]egs?|REGS?|[Rr]r?|[Cc]ls?|[Pp]aras?|[Aa]rts?|ARTS?|[Oo]rd|[Ss]chs?)\.?[ \xa0]{1,2}"
    r"[A-Z]{0,2}[0-9]{1,4}[A-Z]{0,3}(?:-[0-9]{1,3})*(?: ?\(\w{1,4}\))*\.?[ \xa0—–-]+(?=[A-ZА-ЯƏĞİÖŞÜÇ])"
)
_LETTERED = re.compile(
    r"[A-Z]{1,2}\.? ?[0-9]{1,4}(?:-[0-9]{1,3}){1,4}(?: (?:[A-Z]|bis|ter|quater)(?!\w))?\.?[ \xa0—–-]+(?=[A-ZА-ЯƏĞİÖŞÜÇ])"
)  # "L111-4. The list", as an article of French codes
_COLLECTION = re.compile(
    r"[A-Z](?:\.?[A-Z]){1,5}\.? +[0-9]{1,4}[A-Z]?\.[0-9]{2,5}(?!\w|\.\w)(?: ?\(\w{1,3}\))*"  # "NRS 1.010"
)
# "##### § 38<sup>1</sup>.", "§ 12 a.", "§ 1º", "§§ 5 bis 9 (weggefallen)"
_SECTION = re.compile(
    r"#{0,6} ?§§? ?[0-9]{1,4}(?:<sup>\w{1,4}</sup>| ?[a-zæøå](?!\w)|[¹²³⁰⁴-⁹]{1,3}|[oº°](?!\w))?(?: ?\(\w{1,3}\))*"
    r"(?: ?(?:[,–-]|[^\W\d_]{1,4} ) ?§{0,2} ?[0-9]{1,4}[a-z]?(?!\w))*"
)
_AFTER = re.compile(r"[,;]|[ \xa0]?[-’']?(?P<letter>[^\W\d_])")
_IN_MARKS = re.compile(
    r"[*_][*_\"“”« ]{0,8}[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}\.? +[^\W\d_a-zа-яё]"
)  # "**“** **5.3 FEES"
_BOLD = re.compile(r"\*\*[A-ZА-Я]{1,4}\.?\*\*")
_ENDS_ITEM = ("…", ".", ";", ":", ",", "—", "–")
_MARKS = ("*", "_")
_FARTHEST = 3  # letters from the point before
_NEAR = 12  # lines from one row of a table to the next, where each cell has a line


def lone_labels(read: ReadAct, plain: Sequence[int], is_free: Callable[[int], bool]) -> Iterator[int]:
    """The lines; `is_free` says whether the line above has ended, so that a line begins something."""
    first = min(read.opening, default=len(read.act))
    figures: list[tuple[int, int]] = []
    yield from _capitals(read, [index for index in plain if index > first], is_free)
    yield from _behind_points(read, frozenset(plain), is_free)
    for index in plain:
        content = read.act.content(index)
        if index < first or _begins(read, index, content, is_free):
            if index > first:
                yield index
        elif match := _FIGURE.fullmatch(content):
            figures.append((index, int(match["number"])))
            if index in read.headed or is_free(index):
                yield index
    yield from _rows(figures)


def _begins(read: ReadAct, index: int, content: str, is_free: Callable[[int], bool]) -> bool:
    """Whether a line is a letter in bold print, or begins with one as the items of a list do."""
    if content.startswith(_MARKS):
        return _BOLD.fullmatch(content) is not None or _IN_MARKS.match(content) is not None
    if match := _SECTION.match(content) or _COLLECTION.match(content):
        return content.startswith("#") or (is_free(index) and _ends_label(content[match.end() :]))
    if _SHORTENED.match(content) or _LETTERED.match(content):
        return is_free(index)
    if not _LETTER.match(content):
        return False
    is_in_list = (label := read.act.begins[index]) is None or label.form is not Form.HEADING
    return is_in_list and is_free(index) and _ends(read, index - 1)


def _ends(read: ReadAct, above: int) -> bool:
    """Whether a line is the heading of a provision, or ends as the item of a list does."""
    label = read.act.label(above)
    is_heading = above in read.headed or (label is not None and label.form is Form.HEADING)
    return is_heading or read.act.content(above).endswith(_ENDS_ITEM)


def _capitals(read: ReadAct, plain: Sequence[int], is_free: Callable[[int], bool]) -> Iterator[int]:
    """Lines such as "C. for boats;" and "D. for ships." one below the other; one alone may be the initial of a person."""
    found = [
        (index, ord(match["letter"])) for index in plain if (match := _CAPITAL.match(read.act.content(index)))
    ]
    for (index, letter), (following, next_letter) in pairwise(found):
        if following == index + 1 and next_letter == letter + 1 and is_free(following):
            yield from (index, following)


def _behind_points(read: ReadAct, plain: Collection[int], is_free: Callable[[int], bool]) -> Iterator[int]:
    """Lines such as "G. for boats;" behind point E, where F is missing."""
    last = 0
    for index, label in enumerate(read.act.labels):
        if label is not None and label.form is Form.HEADING:
            last = 0
        elif label is not None and label.readings[:1] and label.readings[0].style == "large letter.":
            last = label.value[0].value
        elif (
            last and index in plain and (match := _CAPITAL.match(read.act.content(index))) and is_free(index)
        ):
            letter = ord(match["letter"]) - ord("A") + 1
            if last < letter <= last + _FARTHEST:
                last = letter
                yield index


def _ends_label(after: str) -> bool:
    """Whether a number is that of a heading: "§ 12 of the Code" and "§ 12 Absatz 1 gilt" go on as a sentence."""
    if GERMAN_LEVEL.match(after.lstrip()):
        return False
    match = _AFTER.match(after)
    return match is None or bool(match["letter"] and not match["letter"].islower())


def _rows(figures: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Numbers in lines of their own that go on by one, with the other cells of a row between them."""
    for place, (index, value) in enumerate(figures):
        near = figures[place + 1 : place + 1 + _NEAR]  # no two stand in one line
        after = (line for line, other in near if other == value + 1 and line - index <= _NEAR)
        if (following := next(after, -1)) >= 0:
            yield from (index, following)
