"""Takes a query apart for `citations`: numbers, units, signs and words, with where they stand."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from search.query.analysis import fold
from search.query.cited import cite_key, cite_path
from search.query.measures import MEASURE, is_measure
from search.query.ordinals import Spoken, roman_of, spoken

# bölmə, fəsil, paraqraf; a "section" of an English act is an article
ABOVE_ARTICLES = ("section", "chapter", "division", "subdivision")
ROMAN = frozenset(("part", "annex", *ABOVE_ARTICLES))  # whose numbers may be one capital
_FORMS = {  # folded
    "section": "раздел раздела разделе разделу разделом разделы разделов разд title",
    "chapter": "chapter chap ch глава главы главе главу главой глав гл",
    "division": "division div",
    "subdivision": "subdivision subdiv",
    "annex": "annex annexe schedule sched sch appendix appendice прил",
    "note": "note прим qeyd qeydi qeydin qeydinin qeydine qeydinde qeydler qeydleri qeydlerin qeydlerinin",
    "article": "article art section sec sect s ss m mad md ст стст статей rule r rr regulation reg правило",
    "part": "paragraph para par subarticle subsection subsec subs part h ч чч часть части частью частей частям частями частях",
    "point": "point pt clause cl item row lit b п",
    "subpoint": "subparagraph subpara subpoint subclause subcl пп подп п/п",
}
_UNIT_OF = {form: unit for unit, forms in _FORMS.items() for form in forms.split()}
RULES = ("rule", "regulation", "reg")  # one of them; several are an act
_BEGINNINGS = {  # of forms with any ending
    "bolme": "section",
    "fesil": "chapter",
    "fesl": "chapter",
    "paraqraf": "division",
    "параграф": "division",
    "elave": "annex",
    "приложени": "annex",
    "примечани": "note",
    "madde": "article",
    "стать": "article",
    "hisse": "part",
    "bend": "point",
    "setir": "point",
    "setr": "point",
    "строк": "point",
    "пункт": "point",
    "yarimbend": "subpoint",
    "подпункт": "subpoint",
}
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")  # 12¹ is printed for 12-1
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SAID = re.compile(r"[ -]*(?:(bis|ter|quater)|(?:прим(?:ечание)?\.?|prim)[ -]?(\d*))", re.IGNORECASE)
_INSERTED = (  # "12 bis", «12 прим. 1», which is said for 12¹; not «12 прим. 1 к ней»
    r"(?i:[ -]?(?:bis|ter|quater)(?!\w)|[ -](?!\w+\.?(?: \d+)? к )(?:прим\.?(?:[ -]?\d{1,2})?|prim(?:[ -]\d{1,2})?|примечание \d{1,2})(?![\w.]*\w))"
)
_IN_BRACKETS = (  # 1, 1.1, 1-1, 1A; a, d.1, aa; iii, iv
    r"\d{1,3}(?:[.-]\d{1,3})?[^\W\d_]?|[^\W\d_](?:\.\d{1,3})?|(?P<double>[^\W\d_])(?P=double)|[ivxIVX]{2,5}"
)
_PIECE = re.compile(
    rf"(?P<number>(?P<whole>\d+)[^\W\d_]?(?:\.\d+|\.[IVX]+(?![^\W_])|-(?!(?P=whole)\.)\d+|(?<=\d)(?:/\d{{1,3}}){{1,2}}(?![\d/])|[⁰¹²³⁴-⁹]+)*(?:\.[^\W\d_](?![^\W_])(?:\.(?:[ivx]{{1,4}}|\d{{1,3}})(?![^\W_]))?)?(?:{_INSERTED})?(?:\s?\((?:{_IN_BRACKETS})\))*)"
    r"(?P<ordinal>(?:[- ]?|\s-\s?)[nN]?[cC][iıuüİIUÜ]|\s(?:[sS]aylı|[nN]ömrəli|[nN]omreli|[sS]ayli)|\s?(?:№-?li|[nN]olu)|st|nd|rd|th|-(?:[ая]?я|[оые]?[ймю]|[ое]?го|[ое]?му|ую|[иы]?[ех]))?(?!\w)\.?"
    r"|(?P<sign>§+)|\(?(?P<word>(?<=\()[^\W\d_]\.\d{1,3}(?=\))|п/п|(?:(?:[Ss]ub|[Yy]ar[ıi]m|[Пп]од)-)?[^\W\d_]+)(?:(?<=[IVX])-[nN]?[cC][iıuüİIUÜ](?!\w))?\)?\.?|(?P<other>\S)"
)
_NAME = re.compile(r"[^\W\d_]|(?P<double>[^\W\d_])(?P=double)|[ivx]{2,5}")  # of a point: a, aa, iii
_INSIDE = re.compile(r"(?<=['’ʼ\w])|(?<=[^\W\d_]-)")  # "the permit's 12 months" is no section 12
_PASSAGE = re.compile(
    r"(?P<numbered>абз(?:ац\w*)?|abzas\w*)|предложени\w*|cumle(?!den)\w*|sentences?|indents?"
)
"""What has no number of its own in a provision; "o cümlədən" only includes."""

_QUOTED = re.compile(
    r"(?<![^\W\d_])(?<![:=])(?P<before>[^\W\d_]*)[.,:]?\s*[\"'“”„«‘’‚‹](?:\d{1,4}(?:[.-]\d{1,3})*|[^\W\d_]{1,2}|[^\W\d_](?:,\s?[^\W\d_])+|[IVXivx]{3,5})[\"'“”»‘’›]\s*"
    r"(?=(?P<after>[^\W\d_]*))"
)
_LISTED = re.compile(  # «п. а, «б» и «в»»; “Qeyd” hissəsi
    r"(?<![^\W_])[^\W\d_](?:\s*(?:,|и|və|and)\s*[\"“«][^\W\d_][\"”»])+|[\"“«](?:[Qq]eyd|[Пп]римечани[ея])[\"”»]"
)
_FROM_TO = re.compile(  # "68-dən 70-dək", "68-ci maddədən 70-ci maddəyədək"
    r"(?<![\w.])(\d{1,3})(?:-?[cC]\w{1,2}\s+m[aə]dd[əe])?-?d[əae]n\s+(\d{1,3})(?:-?[cC]\w{1,2}\s+m[aə]dd[əe]y[əe])?-?d[əae]k(?!\w)"
    r"(?:\s+m[aə]dd[əe]\w*)?"
)
_SPACED = re.compile(r"(?<=\d\s)-(?=\s\d+\s*(?P<after>[^\W\d_]*))")
_POINT = frozenset(("point", "noqte", "точка"))  # said of a number
_BINDING = frozenset(("of", "the", ",", "(", ")"))
_LETTER = re.compile(  # "70 b", which no word is; with a hyphen it is an act
    r"(?:^|(?<=[^\W\d_]{2}\s))(\d{1,3}(?:\.\d{1,3})*)\s(?:(?![веикосуя])([^\W\d_])|[\"“«]([^\W\d_])[\"”»])\s*$"
)
_BEHIND = re.compile(r"(?<=\d\))(?:([^\W\d_])|\s([b-h]))(?![\w.)-])")  # "54(1)b", "54 (1) b"
_UNQUOTED = str.maketrans(dict.fromkeys(":\"'“”„«»‘’‚‹›", " "))


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
    spoken: Spoken | None = None  # "third", "three"
    roman: str = ""  # that capitals say, "III": a number beside a part, chapter or section alone

    @property
    def is_word(self) -> bool:
        """Whether it is an ordinal in words: "third"."""
        return bool(self.spoken and self.spoken.is_ordinal)

    @property
    def count(self) -> str:
        """What other words say, "three": a number behind "Article" or "Chapter" alone."""
        return str(self.spoken.number) if self.spoken and not self.spoken.is_ordinal else ""

    @property
    def is_measure(self) -> bool:
        """Whether what numbers count is named: money, time or people."""
        return bool(MEASURE.fullmatch(self.text))

    def leading(self, unit: "CitedPiece") -> str:
        """Its number before a unit; "iyirmi beş maddə" is read as "25 maddə", "beş maddə" may be five of them."""
        has_words = self.end - self.start > len(self.text)
        return self.number or (self.count if has_words and unit.text.startswith("madde") else "")

    def roman_behind(self, unit: "CitedPiece") -> str:
        """The Roman number that it is behind a unit; "article I" may be the word for a person."""
        return self.roman if unit.unit in ROMAN or not self.is_letter else ""

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter alone."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def may_name(self) -> bool:
        """Whether a point may be called so: "a", "aa", "iii"."""
        return self.is_letter or bool(_NAME.fullmatch(self.text) and not self.unit)


def pieces_of(text: str) -> list[CitedPiece]:
    """The pieces of a text, where "on birinci", "twenty-five" and "one hundred and first" are one."""
    return _in_subsections(_pointed(_together(_together(_pieces(text), Spoken.times), Spoken.plus)))


def _pointed(pieces: Iterable[CitedPiece]) -> list[CitedPiece]:
    """The pieces, where "twenty-three point two" is the number 23.2."""
    joined: list[CitedPiece] = []
    for piece in pieces:
        if piece.count and len(joined) > 1 and joined[-1].text in _POINT and joined[-2].count:
            number = f"{joined[-2].count}.{piece.count}"
            piece = replace(
                piece, start=joined[-2].start, text=number, number=number, path=f"({number})", spoken=None
            )
            del joined[-2:]
        joined.append(piece)
    return joined


def _in_subsections(pieces: list[CitedPiece]) -> list[CitedPiece]:
    """The pieces, with paragraphs as points where a subsection is named beside them: these are parts of the section."""
    units = [place for place, piece in enumerate(pieces) if piece.unit and not piece.is_letter]
    for first, last in pairwise(units):
        is_one_citation = all(
            piece.number or piece.is_letter or piece.text in _BINDING for piece in pieces[first + 1 : last]
        )
        for one, other in ((first, last), (last, first)) if is_one_citation else ():
            if pieces[one].text.startswith("para") and pieces[other].text.startswith("subs"):
                pieces[one] = replace(pieces[one], unit="point")
    return pieces


def _together(
    pieces: Iterable[CitedPiece], join: Callable[[Spoken, Spoken], Spoken | None]
) -> list[CitedPiece]:
    joined: list[CitedPiece] = []
    for piece in pieces:
        before = next((one for one in reversed(joined[-2:]) if one.text not in ("-", "and")), None)
        both = join(before.spoken, piece.spoken) if before and before.spoken and piece.spoken else None
        is_list = (
            joined and joined[-1].text == "and" and before and before.spoken and before.spoken.number % 100
        )
        if before and both and not is_list:
            del joined[joined.index(before) :]
            piece = _in_words(replace(piece, start=before.start), both)
        joined.append(piece)
    return joined


def _in_words(piece: CitedPiece, said: Spoken | None) -> CitedPiece:
    is_ordinal = bool(said and said.is_ordinal)
    return replace(
        piece, spoken=said, number=str(said.number) if said and is_ordinal else "", is_ordinal=is_ordinal
    )


def plainly(text: str) -> str:
    """The text with "m 68-70" for "68-dən 70-dək maddələr", and with a dash in "68 - 70"; both are as long as before.

    Beside other words "68-dən 70-dək" may be an age.
    """

    def sign(found: re.Match[str]) -> str:
        is_cited = "madd" in fold(found[0]) or found[0] == text.strip()
        return "m" + "-".join(found.groups()).rjust(len(found[0]) - 1) if is_cited else found[0]

    return _FROM_TO.sub(sign, _SPACED.sub(_dash, text))


def _dash(found: re.Match[str]) -> str:
    """A dash, unless so many of something are counted: "10 - 12 days"."""
    return "-" if is_measure(found["after"]) else "–"


def unquoted(text: str) -> str:
    """The text without the quotation marks around a number or letter beside its unit, “ç” bəndi, and with 70(b) for 70 b."""
    plain = _LISTED.sub(lambda found: found[0].translate(_UNQUOTED), _QUOTED.sub(_without_marks, text))
    return _BEHIND.sub(r"(\1\2)", _LETTER.sub(r"\1(\2\3)", plain))


def is_unit(word: str) -> bool:
    """Whether a word is one for an article, or for what stands in or above articles."""
    return bool(unit_of(word))


def _without_marks(found: re.Match[str]) -> str:
    is_behind_colon = ":" in found[0]  # year:"2020" article 5
    has_unit = is_unit(found["before"]) or (is_unit(found["after"]) and not is_behind_colon)
    return found[0].translate(_UNQUOTED) if has_unit else found[0]


def without_passages(pieces: list[CitedPiece]) -> tuple[list[CitedPiece], list[slice]]:
    """The pieces without "the second sentence" and doubled words, and where these stand: what holds a sentence is cited."""
    kept, passages, index = list[CitedPiece](), list[slice](), 0
    while index < len(pieces):
        piece, after = pieces[index], pieces[index + 1 : index + 2]
        passage = _PASSAGE.fullmatch(piece.text)
        if passage and after and (after[0].is_word or (passage["numbered"] and _is_plain(after[0], kept))):
            passages.append(slice(piece.start, after[0].end))
            index += 2 if pieces[index + 2 : index + 3] and pieces[index + 2].text == ")" else 1
        elif passage and kept and kept[-1].is_ordinal:
            passages.append(slice(kept.pop().start, piece.end))
        elif after and piece.unit and after[0].text == piece.text:  # "ст.ст. 5 и 6" are several
            passages.append(slice(piece.start, after[0].start))
        else:
            kept.append(piece)
        index += 1
    return kept, passages


def _is_plain(number: CitedPiece, before: list[CitedPiece]) -> bool:
    """Whether "абзац 2" is said, not "2-й абзац"."""
    return bool(number.number) and not (before and before[-1].is_ordinal)


def unit_of(word: str) -> str:
    """The unit that a word is one for, "article" of "sections"; "" where it is for none."""
    return _unit(fold(word))


def _unit(folded: str) -> str:
    begun = (unit for beginning, unit in _BEGINNINGS.items() if folded.startswith(beginning))
    one = folded.removesuffix("s") if len(folded) > 2 else folded
    one = folded if one in RULES else one
    return _UNIT_OF.get(one) or _UNIT_OF.get(folded) or next(begun, "")


def _pieces(text: str) -> Iterator[CitedPiece]:
    closing = set[int]()  # brackets behind numbers, "подпункт 1)", that nothing opens
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if start in closing:
            continue
        if number := match["number"]:
            if text[end : end + 1] == ")" and text.count("(", 0, start) <= text.count(")", 0, start):
                closing.add(end)
                end += 1
            plain = _RAISED.sub(lambda raised: "-" + raised[0].translate(_LEVEL), number).replace("/", ".")
            plain = _SAID.sub(lambda said: "-" + (said[1] or said[2] or "1"), plain)
            is_ordinal = bool(match["ordinal"])
            yield CitedPiece(start, end, number, cite_key(plain), cite_path(plain), is_ordinal=is_ordinal)
        elif match["sign"]:
            yield CitedPiece(start, end, match["sign"], unit="article")
        else:
            folded = fold(match["word"].replace("-", "") if match["word"] else match["other"])
            word = CitedPiece(
                start,
                end,
                folded,
                unit="" if _INSIDE.match(text, start) else _unit(folded),
                letter=cite_key(match["word"] or ""),
                roman=roman_of(match["word"] or ""),
            )
            yield _in_words(word, spoken(folded))
