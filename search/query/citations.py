"""Provisions cited by number in Azerbaijani, English and Russian: "12.3-cü maddə", "Article 12(3)", "ст. 12.3"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from search.query.analysis import fold
from search.query.ordinals import compound, ordinal_of
from search.query.plan import Citation, cite_key, cite_path, words_of

_RANKS = ("article", "part", "point", "subpoint")  # from the widest unit to the narrowest
_FORMS = {  # folded
    "article": "article articles art arts section sections sec sect s ss m mad ст статей",
    "part": "paragraph paragraphs para subsection subsections part parts h ч часть части частью частей",
    "point": "point points pt clause item b п",
    "subpoint": "subparagraph subpoint subclause пп",
}
_UNIT_OF = {form: unit for unit, forms in _FORMS.items() for form in forms.split()}
_BEGINNINGS = {  # of forms with any ending
    "madde": "article",
    "стать": "article",
    "hisse": "part",
    "bend": "point",
    "пункт": "point",
    "yarimbend": "subpoint",
    "подпункт": "subpoint",
}
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")  # 12¹ is printed for 12-1
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_IN_BRACKETS = (  # 1, 1.1, 1-1, 1A; a, d.1, aa; iii, iv
    r"\d{1,3}(?:[.-]\d{1,3})?[^\W\d_]?|[^\W\d_](?:\.\d{1,3})?|(?P<double>[^\W\d_])(?P=double)|[ivxIVX]{2,5}"
)
_PIECE = re.compile(
    rf"(?P<number>\d+[^\W\d_]?(?:[.-]\d+|(?<=\d)/\d{{1,3}}(?![\d/])|[⁰¹²³⁴-⁹]+)*(?:\.[^\W\d_](?![^\W_]))?(?:\s?\((?:{_IN_BRACKETS})\))*)"
    r"(?P<ordinal>(?:[- ]?|\s-\s?)[nN]?[cC][iıuüİIUÜ]|\s(?:[sS]aylı|[nN]ömrəli|[nN]omreli|[sS]ayli)|-(?:[ая]я|я|[оыи]?й|го|му))?(?!\w)\.?"
    r"|(?P<sign>§+)|\(?(?P<word>[^\W\d_]+)\)?\.?|(?P<other>\S)"
)
_UNREAD = re.compile(r"№|(?<!\w)[nN]o\b\.?(?=\s*\d)")  # before a number: "Article No. 12"
_BARE = re.compile(r"(?<![\w)])(?<!\d )\((\d{1,3})\)")  # "para. (3)"; in "Article 12 (3)" it is a level
_INSIDE = re.compile(
    r"(?<=['’ʼ\w])|(?<=[^\W\d_]-)"
)  # "the permit's 12 months" is no section 12, nor "C-M9234X" an article
_MOST_DIGITS = 4  # behind one letter; "S-44368C" is a submission
_NEXT_OF_SAME_UNIT = frozenset(("and", "ve", "и", "to", "–", "—", ",", "|"))
_LISTED = _NEXT_OF_SAME_UNIT - {"|"}
_TO = frozenset(("to", "–", "—"))
_MOST_BETWEEN = 10  # provisions of a range
_HYPHENED = re.compile(r"(\d{1,4})-(\d{1,4})")
_LETTERED = ("bend", "yarimbend", "пункт", "подпункт")  # "ç bəndi"; "a point" is no point a
_BINDS_UNITS = frozenset(("of", "the", ","))


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    number: str = ""
    path: str = ""  # of the number
    unit: str = ""
    is_ordinal: bool = False
    letter: str = ""  # as a key has it
    is_word: bool = False  # "third"

    @property
    def is_letter(self) -> bool:
        return len(self.text) == 1 and self.text.isalpha()


@dataclass(frozen=True, slots=True)
class _Level:
    """One numbered unit, "Article 12"; no unit where the number stood alone."""

    first: int  # pieces
    last: int
    unit: str
    number: str


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation and the stretch of the query it was read from."""

    start: int
    end: int
    citation: Citation


def find_citations(text: str) -> list[FoundCitation]:
    """The provisions cited in a text, in order."""
    text = _UNREAD.sub(lambda unread: " " * len(unread[0]), _BARE.sub(r" \1 ", text))
    pieces = _compounds(list(_pieces(text)))
    named = [_found(text, pieces, levels) for levels in _joined(pieces, _levels(pieces)) if _is_whole(levels)]
    return [
        one
        for at, found in enumerate(named)
        for one in (*_between(text, named[at - 1 : at], found), found, *_within(found))
    ]


def lists(text: str, found: Sequence[FoundCitation]) -> Iterator[list[FoundCitation]]:
    """The citations of a text by the lists that they stand in: "Articles 12, 13 and 15" is one."""
    last: list[FoundCitation] = []
    for one in found:
        between = text[last[-1].end : one.start] if last else None
        if between is not None and (not between or fold(between).strip() in _LISTED):
            last.append(one)
            continue
        if last:
            yield last
        last = [one]
    if last:
        yield last


def _between(text: str, before: list[FoundCitation], last: FoundCitation) -> Iterator[FoundCitation]:
    """The provisions within a range: of "Articles 12 to 15", 13 and 14."""
    for first in before:
        keys = first.citation.key, last.citation.key
        if text[first.end : last.start].strip() in _TO and all(map(str.isdigit, keys)):
            for number in range(int(keys[0]) + 1, min(int(keys[1]), int(keys[0]) + _MOST_BETWEEN)):
                yield FoundCitation(last.start, last.start, Citation(str(number), ()))


def _within(found: FoundCitation) -> Iterator[FoundCitation]:
    """The provisions of a range with a hyphen: "Articles 12-15" names 12 to 15, though there may be an Article 12-15."""
    range_of = _HYPHENED.fullmatch(found.citation.key)
    if range_of and (first := int(range_of[1])) < (last := int(range_of[2])) <= first + _MOST_BETWEEN:
        for number in range(first, last + 1):
            yield FoundCitation(found.end, found.end, Citation(str(number), ()))


def _is_whole(levels: list[_Level]) -> bool:
    """Whether a provision is named: "point 2" without its article names none, "point 12.3.2" does."""
    in_article = any(level.unit in ("article", "") for level in levels)
    return in_article or (len(levels) == 1 and _is_compound(levels[0].number))


def _is_compound(number: str) -> bool:
    return "." in number or "-" in number


def _unit(folded: str) -> str:
    begun = (unit for beginning, unit in _BEGINNINGS.items() if folded.startswith(beginning))
    return _UNIT_OF.get(folded) or next(begun, "")


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if number := match["number"]:
            plain = _RAISED.sub(lambda raised: "-" + raised[0].translate(_LEVEL), number).replace("/", ".")
            is_ordinal = bool(match["ordinal"])
            yield _Piece(start, end, number, cite_key(plain), cite_path(plain), is_ordinal=is_ordinal)
        elif match["sign"]:
            yield _Piece(start, end, match["sign"], unit="article")
        else:
            folded = fold(match["word"] or match["other"])
            ordinal = ordinal_of(folded)
            yield _Piece(
                start,
                end,
                folded,
                number=ordinal,
                unit="" if _INSIDE.match(text, start) else _unit(folded),
                is_ordinal=bool(ordinal),
                letter=cite_key(match["word"] or ""),
                is_word=bool(ordinal),
            )


def _compounds(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces, where "on birinci" and "twenty-first" are one."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = next((one for one in reversed(joined[-2:]) if one.text != "-"), None)
        number = compound(before.text, piece.text) if before and piece.is_word else ""
        if before and number:
            del joined[joined.index(before) :]
            piece = replace(piece, start=before.start, number=number)
        joined.append(piece)
    return joined


def _levels(pieces: list[_Piece]) -> Iterator[_Level]:
    index = 0
    while index < len(pieces):
        level = _level_at(pieces, index)
        piece = pieces[index]
        is_next = index and pieces[index - 1].text in _NEXT_OF_SAME_UNIT
        if level is None and is_next and piece.number and not piece.is_word:
            level = _Level(index, index, "", pieces[index].number)
        if level:
            yield level
        index = level.last + 1 if level else index + 1


def _level_at(pieces: list[_Piece], index: int) -> _Level | None:
    piece, after = pieces[index], pieces[index + 1 : index + 4]
    if piece.unit and after and (number := _number_of(piece, after[0])):
        return _Level(index, index + 1, piece.unit, number)
    if piece.number and after and after[0].unit and _number_leads(piece, after):
        return _Level(index, index + 1, after[0].unit, piece.number)
    if piece.is_letter and after and after[0].unit and after[0].text.startswith(_LETTERED):
        return _Level(index, index + 1, after[0].unit, piece.letter)
    if _is_compound(piece.number) and ("/" not in piece.text or _is_all(piece, pieces)):
        return _Level(index, index, "", piece.number)
    if piece.is_ordinal and len(after) > 2 and after[0].text in _NEXT_OF_SAME_UNIT and after[1].number:
        # The unit is said once: "12-ci və 13-cü maddələr"
        return _Level(index, index, after[2].unit, piece.number)
    return None


def _number_of(unit: _Piece, after: _Piece) -> str:
    if unit.is_letter and unit.end == after.start and len(re.findall(r"\d", after.text)) > _MOST_DIGITS:
        return ""
    return after.number or (after.letter if _names(unit, after) else "")


def _is_all(piece: _Piece, pieces: list[_Piece]) -> bool:
    """Whether "12/3" is the whole query; beside words it is the number of a letter or a date, and "24/7" is always."""
    return len(pieces) == 1 and piece.text != "24/7"


def _names(unit: _Piece, letter: _Piece) -> bool:
    return letter.is_letter and unit.unit != "article"


def _number_leads(number: _Piece, after: list[_Piece]) -> bool:
    """Whether "12 maddə" is said, not "12, maddə 5": no number follows, or one with a unit of its own."""
    if number.is_ordinal or len(after) < 2 or not after[1].number:
        return True
    return len(after) > 2 and bool(after[2].unit)


def _joined(pieces: list[_Piece], levels: Iterable[_Level]) -> list[list[_Level]]:
    """Levels that name one provision together: "paragraph 3 of Article 12"."""
    citations: list[list[_Level]] = []
    for level in levels:
        last = citations[-1][-1] if citations else None
        if last and last.unit == "article" and _is_sign(pieces, level) and not _is_sign(pieces, last):
            level = _Level(level.first, level.last, "part", level.number)  # "Article 12 § 3"
        between = [piece.text for piece in pieces[last.last + 1 : level.first]] if last else []
        if not last:
            if level.unit or not level.number.isdigit():
                citations.append([level])
        elif level.unit and last.unit and level.unit not in {known.unit for known in citations[-1]}:
            if all(text in _BINDS_UNITS for text in between):
                citations[-1].append(level)
            else:
                citations.append([level])
        elif level.unit or not level.number.isdigit():
            citations.append([level])
        elif last.unit and len(between) == 1:
            citations.append([_Level(level.first, level.last, last.unit, level.number)])
    return citations


def _is_sign(pieces: list[_Piece], level: _Level) -> bool:
    return pieces[level.first].text.startswith("§")


def _found(text: str, pieces: list[_Piece], levels: list[_Level]) -> FoundCitation:
    start, end = pieces[levels[0].first].start, pieces[levels[-1].last].end
    key = path = ""
    for level in sorted(levels, key=lambda level: _RANKS.index(level.unit or "article")):
        if key and level.number.startswith(key + "."):  # "Article 12, part 12.3"
            path += "".join(f"({number})" for number in level.number[len(key) + 1 :].split("."))
            key = level.number
        else:
            path += _path(pieces, level)
            key = f"{key}.{level.number}".removeprefix(".")
    mention = words_of(key if _is_compound(key) else text[start:end])
    names_unit = len(mention) > 1 and any(level.first < level.last for level in levels)
    tells_enough = _is_compound(key) or names_unit  # a bare 12 stands in every act
    return FoundCitation(start, end, Citation(key, mention if tells_enough else (), path))


def _path(pieces: list[_Piece], level: _Level) -> str:
    paths = (piece.path for piece in pieces[level.first : level.last + 1] if piece.number == level.number)
    return next(filter(None, paths), f"({level.number})")
