"""Takes a query apart for `citations`: numbers, units, signs and words, with where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.query.analysis import fold
from search.query.ordinals import cardinal_of, compound, ordinal_of, roman_of
from search.query.plan import cite_key, cite_path

ABOVE_ARTICLES = ("section", "chapter")  # bölmə, fəsil; a "section" of an English act is an article
_FORMS = {  # folded
    "section": "раздел раздела разделе разделу разделом разделы разделов разд",
    "chapter": "chapter chapters chap ch глава главы главе главу главой глав гл",
    "article": "article articles art arts section sections sec sect s ss m mad ст статей",
    "part": "paragraph paragraphs para subsection subsections part parts h ч часть части частью частей",
    "point": "point points pt clause item b п",
    "subpoint": "subparagraph subpoint subclause пп",
}
_UNIT_OF = {form: unit for unit, forms in _FORMS.items() for form in forms.split()}
_BEGINNINGS = {  # of forms with any ending
    "bolme": "section",
    "fesil": "chapter",
    "fesl": "chapter",
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
    rf"(?P<number>(?P<whole>\d+)[^\W\d_]?(?:\.\d+|\.[IVX]+(?![^\W_])|-(?!(?P=whole)\.)\d+|(?<=\d)/\d{{1,3}}(?![\d/])|[⁰¹²³⁴-⁹]+)*(?:\.[^\W\d_](?![^\W_]))?(?:\s?\((?:{_IN_BRACKETS})\))*)"
    r"(?P<ordinal>(?:[- ]?|\s-\s?)[nN]?[cC][iıuüİIUÜ]|\s(?:[sS]aylı|[nN]ömrəli|[nN]omreli|[sS]ayli)|-(?:[ая]я|я|[оыи]?й|го|му))?(?!\w)\.?"
    r"|(?P<sign>§+)|\(?(?P<word>[^\W\d_]+)(?:(?<=[IVX])-[nN]?[cC][iıuüİIUÜ](?!\w))?\)?\.?|(?P<other>\S)"
)
_NAME = re.compile(r"[^\W\d_]|(?P<double>[^\W\d_])(?P=double)|[ivx]{2,5}")  # of a point: a, aa, iii
_INSIDE = re.compile(r"(?<=['’ʼ\w])|(?<=[^\W\d_]-)")  # "the permit's 12 months" is no section 12
_PASSAGE = re.compile(r"(?P<numbered>абзац|abzas)\w*|предложени\w*|cumle(?!den)\w*|sentences?|indents?")
"""What has no number of its own in a provision; "o cümlədən" only includes."""

_QUOTED = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]*)[.,]?\s*[\"'“”„«‘’‚‹](?:\d{1,4}|[^\W\d_]{1,2}|[IVXivx]{3,5})[\"'“”»‘’›]\s*"
    r"(?=(?P<after>[^\W\d_]*))"
)
_UNQUOTED = str.maketrans(dict.fromkeys("\"'“”„«»‘’‚‹›", " "))


@dataclass(frozen=True, slots=True)
class CitedPiece:
    """A number, a unit, a sign or a word."""

    start: int
    end: int
    text: str
    number: str = ""
    path: str = ""  # of the number
    unit: str = ""
    is_ordinal: bool = False
    letter: str = ""  # as a key has it
    is_word: bool = False  # "third"
    count: str = ""  # that a word says, "three": a number behind "Article" or "Chapter" alone
    roman: str = ""  # that capitals say, "III": a number beside a part, chapter or section alone

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter alone."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def may_name(self) -> bool:
        """Whether a point may be called so: "a", "aa", "iii"."""
        return self.is_letter or bool(_NAME.fullmatch(self.text) and not self.unit)


def pieces_of(text: str) -> list[CitedPiece]:
    """The pieces of a text, where "on birinci", "twenty-first" and "twenty-five" are one."""
    joined: list[CitedPiece] = []
    for piece in _pieces(text):
        before = next((one for one in reversed(joined[-2:]) if one.text != "-"), None)
        number = compound(before.text, piece.text) if before else ""
        if before and number:
            del joined[joined.index(before) :]
            is_ordinal = piece.is_word
            piece = replace(
                piece,
                start=before.start,
                number=number if is_ordinal else "",
                count="" if is_ordinal else number,
            )
        joined.append(piece)
    return joined


def unquoted(text: str) -> str:
    """The text without the quotation marks around a number or letter beside its unit: “ç” bəndi."""
    return _QUOTED.sub(_without_marks, text)


def _without_marks(found: re.Match[str]) -> str:
    is_number = _unit(fold(found["before"])) or _unit(fold(found["after"]))
    return found[0].translate(_UNQUOTED) if is_number else found[0]


def without_passages(pieces: list[CitedPiece]) -> tuple[list[CitedPiece], list[slice]]:
    """The pieces without "the second sentence", and where these stand: what holds them is cited."""
    kept, passages, index = list[CitedPiece](), list[slice](), 0
    while index < len(pieces):
        piece, after = pieces[index], pieces[index + 1 : index + 2]
        passage = _PASSAGE.fullmatch(piece.text)
        if passage and after and (after[0].is_word or (passage["numbered"] and _is_plain(after[0], kept))):
            passages.append(slice(piece.start, after[0].end))
            index += 1
        elif passage and kept and kept[-1].is_ordinal:
            passages.append(slice(kept.pop().start, piece.end))
        else:
            kept.append(piece)
        index += 1
    return kept, passages


def _is_plain(number: CitedPiece, before: list[CitedPiece]) -> bool:
    """Whether "абзац 2" is said, not "2-й абзац"."""
    return bool(number.number) and not (before and before[-1].is_ordinal)


def _unit(folded: str) -> str:
    begun = (unit for beginning, unit in _BEGINNINGS.items() if folded.startswith(beginning))
    return _UNIT_OF.get(folded) or next(begun, "")


def _pieces(text: str) -> Iterator[CitedPiece]:
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if number := match["number"]:
            plain = _RAISED.sub(lambda raised: "-" + raised[0].translate(_LEVEL), number).replace("/", ".")
            is_ordinal = bool(match["ordinal"])
            yield CitedPiece(start, end, number, cite_key(plain), cite_path(plain), is_ordinal=is_ordinal)
        elif match["sign"]:
            yield CitedPiece(start, end, match["sign"], unit="article")
        else:
            folded = fold(match["word"] or match["other"])
            ordinal = ordinal_of(folded)
            yield CitedPiece(
                start,
                end,
                folded,
                number=ordinal,
                unit="" if _INSIDE.match(text, start) else _unit(folded),
                is_ordinal=bool(ordinal),
                letter=cite_key(match["word"] or ""),
                is_word=bool(ordinal),
                count=cardinal_of(folded),
                roman=roman_of(match["word"] or ""),
            )
