"""Which numbered unit stands at a place of a query: "Article 12", "12-ci maddə", «ч. 3», "12.3"."""

import re

from search.query.levels import LETTERED, WHOLE, Level, is_compound, unit_of_list
from search.query.pieces import ROMAN, RULES, CitedPiece

_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")  # "the law of 25.07.2002"
_MOST_DIGITS = 4  # behind one letter; "S-44368C" is a submission
_MOST_LETTERS = 4  # before the number of an act
_OF_RULES = re.compile(r"\d{1,3}(?![\d/])")  # "Regulation 2016/679" is an act
_AZERBAIJANI = (
    "madde",
    "bolme",
    "fes",
    "hisse",
    "bend",
)  # "maddə on" is Article 10, "the article on visas" none


def level_at(pieces: list[CitedPiece], index: int) -> Level | None:
    """The unit with its number, or a number of several levels alone."""
    piece, after = pieces[index], pieces[index + 1 : index + 5]
    if (
        piece.unit not in ("", "note")
        and after
        and not _is_initial(pieces, index)
        and (number := _number_of(piece, *after[:2]))
        and not (after[0].count and piece.text == "part" and _may_be_of_code(pieces, index))
    ):
        return Level(index, index + 1, piece.unit, number)
    if (
        after
        and after[0].unit not in ("", "note")
        and (number := piece.leading(after[0]) or _count_behind_article(pieces, index))
        and _number_leads(pieces, index)
    ):
        return Level(index, index + 1, after[0].unit, number)
    if piece.roman and after and after[0].unit in ROMAN:
        return Level(index, index + 1, after[0].unit, piece.roman)
    if piece.may_name and after and after[0].unit and after[0].text.startswith(LETTERED):
        return Level(index, index + 1, after[0].unit, piece.letter)
    if (
        is_compound(piece.number)
        and not _DAY.fullmatch(piece.number)
        and not _is_lettered(pieces[max(index - 2, 0) : index + 1])
        # "12/3" beside words is the number of a letter or a date, and "24/7" is always
        and ("/" not in piece.text or (len(pieces) == 1 and piece.text != "24/7"))
    ):
        return Level(index, index, "", piece.number)
    if unit := unit_of_list(pieces, index):
        return Level(index, index, unit, piece.number or (unit in ROMAN and piece.roman) or piece.letter)
    return None


def _may_be_of_code(pieces: list[CitedPiece], index: int) -> bool:
    """Whether “part two” may be one of a code: it is none of an article that is cited beside it."""
    before, behind = pieces[max(index - 1, 0) : index], pieces[index + 2 : index + 4]
    is_of_article = len(behind) == 2 and behind[0].text == "of" and behind[1].unit == "article"
    return not is_of_article and not any(piece.number or piece.count for piece in before)


def _count_behind_article(pieces: list[CitedPiece], index: int) -> str:
    """The number in words of “əlli doqquz maddə üç hissə”, which alone may say how many parts there are."""
    is_inside = pieces[index + 1].text.startswith(("hisse", "bend"))
    is_behind = any(piece.unit == "article" for piece in pieces[max(index - 2, 0) : index])
    return pieces[index].count if is_inside and is_behind else ""


def _is_initial(pieces: list[CitedPiece], index: int) -> bool:
    """Whether a letter is one of the initials of an act: in "L.H. m. 30" the h is no part called m."""
    before, after = pieces[max(index - 1, 0) : index + 1], pieces[index : index + 2]
    if after[0].text == "п" and any(
        piece.unit or piece.text == "," for piece in pieces[index + 2 : index + 3]
    ):
        return False  # «п.а ч.2»
    if before[0].number and after[1:] and after[1].roman_behind(pieces[index]):
        return False  # "m. 60 h.I"
    return _are_joined(after) or (_are_joined(before) and bool(after[1:] and after[1].unit))


def _are_joined(two: list[CitedPiece]) -> bool:
    return len(two) == 2 and two[0].is_letter and two[1].is_letter and two[0].end == two[1].start


def _number_of(unit: CitedPiece, after: CitedPiece, counted: CitedPiece | None = None) -> str:
    if unit.is_letter and unit.end == after.start and len(re.findall(r"\d", after.text)) > _MOST_DIGITS:
        return ""
    if unit.text in RULES and not _OF_RULES.match(after.text):
        return ""
    if after.count:
        is_preposition = after.text == "on" and not unit.text.startswith(_AZERBAIJANI)
        return "" if is_preposition or (counted and counted.is_measure) else after.count
    if unit.unit == "annex" and counted and counted.is_measure:  # "əlavə 3 gün"
        return ""
    return (
        after.roman_behind(unit)
        or after.number
        or (after.letter if after.may_name and unit.unit not in WHOLE else "")
    )


def _is_lettered(last: list[CitedPiece]) -> bool:
    """Whether letters are joined to a number: "D-3.4" and "SOR/2002-227" are acts or files."""
    return (
        len(last) == 3
        and last[0].text.isalpha()
        and len(last[0].text) <= _MOST_LETTERS
        and last[1].text in "-/"
        and last[0].end == last[1].start
        and last[1].end == last[2].start
    )


def _number_leads(pieces: list[CitedPiece], index: int) -> bool:
    """Whether "12 maddə" is said: no number follows, or one that leads too. "12, maddə 5" and "HP-7 chapter II" say none."""
    unit, *after = pieces[index + 1 : index + 4]
    if unit.unit == "annex" and not pieces[index].is_ordinal:  # "2 əlavə gün"
        return False
    said = pieces[index].spoken
    is_russian = said is not None and said.language == "ru"  # «части первая и вторая статьи 5»
    if (
        (pieces[index].is_ordinal and not is_russian)
        or not after
        or not (after[0].number or after[0].roman_behind(unit))
    ):
        return True
    if len(after) < 2 or not after[1].unit or _is_lettered(pieces[max(index - 2, 0) : index + 1]):
        return False
    return unit.text.startswith("madde") or _number_leads(pieces, index + 2)  # "12 maddə 3 hissə 5 illik"
