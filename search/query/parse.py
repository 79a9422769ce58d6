"""Turns what a reader types into a plan. Nothing is refused; what cannot be used is ignored."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import islice

from search.query.analysis import fold, letters_of, tokens
from search.query.citations import find_citations, lists
from search.query.cited import Citation, Phrase, words_of
from search.query.filters import NAME, Filter, read_filter
from search.query.operators import QUOTED, Reading, left_out, provisions, read, signs
from search.query.pieces import is_unit, unquoted
from search.query.plan import Formula, Misread, Plan, Term, Word
from search.query.ranges import MAX_CITATIONS
from search.query.spaced import spaced
from search.query.transliterated import in_cyrillic

MAX_LENGTH = 1_000  # letters read of a query
MAX_WORDS = 8  # the longest words are kept: they say most
MAX_PHRASES = 4
MAX_PHRASE_WORDS = 20
MAX_EXCLUDED = 8
MAX_FILTERS = 16
MAX_MISREAD = 8  # that are told

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_SINGLE = re.compile(r"(?<!\w)['‘‚](?=[^\W_])([^\"“”„«»]*?\w[.!?)]?)['’‘](?!\w)")  # and no apostrophe
_GLUED = re.compile(  # «N152-ФЗ»; «105ч2», «ч3пг», «ч3п"г"», «220нк»; “25hissə1”
    r"(?<!\w)N(?=\d)|(?<=\d)(?=(?:пп?|ч|ст)\.?(?:\d|[«“\"]?[а-яё][»”\"]?(?!\w))|(?i:[гунтжзсб]|[агу]п)[кК](?!\w))|(?<=\dп)(?=[а-яё](?!\w))"
    r"|(?<=\d)(?=(?i:hiss[əe]|b[əe]nd))"
)
_DATED = re.compile(
    r"(?<![\d.])\d{1,2}(?:\.\d{1,2}\.|\s+[^\W\d_]{3,}\s+)(?:19|20)\d\d(?!\d)(?:\s*(?:год[ау]?|г)\b\.?)?"
)
"""A day tells no more of an act than its number or title."""
_INITIALS = re.compile(r"(?<![\w.])[^\W\d_](?:\. ?[^\W\d_](?!\w|-\d))+\.?")
_STRANGERS = "title|intitle|allintitle|intext|allintext|inurl|allinurl|url|site|filetype|ext|author|tag|cache"
"""Filters of other engines. Before a colon any other word is a word: “Əmək Məcəlləsi:maddə 12”; not “cited-by:12”."""

_JOINED = "(?-i:[a-z]+(?:[-_][a-z]+)+)"
_CAPITAL = r"(?-i:(?<![\s\S])[A-ZƏĞİÖÜÇŞА-ЯЁ])?"  # that phones write at the beginning
_FIELD = rf"(?!(?:{_STRANGERS}):){_CAPITAL}(?:{_JOINED}|(?-i:[a-zəğıöüçşа-яё]{{0,20}}))(?<=\w)"
"""What may be meant for a filter before a quotation, whose words are then no words of the law."""

_ACTS = frozenset(fold("law code qanun məcəllə закон кодекс").split())  # Закон:"О библиотеках"
_DAY = r"(?:(?:19|20)\d\d(?:-\d\d?|[-./]\d\d?[-./]\d\d?)|\d\d?[./]\d\d?[./]\d{4})(?![\w./-])"
"""What no name makes a provision; "section:1101" and "article:1101.2" are some."""

_FILTER = re.compile(
    rf"{QUOTED}|(?<![^\s(])(?P<out>-)?(?:(?P<name>{NAME})[:=](?P<value>{QUOTED}|[^\s()]+)"
    rf"|(?P<dated>(?:since|until|before|after|daterange):(?:{QUOTED}|[^\s()]+)|[a-z]{{2,20}}:{_DAY})"
    rf"|(?P<field>{_FIELD}:(?:{QUOTED}))|(?P<stranger>{_STRANGERS}|{_JOINED}):(?(out)\S+|(?={QUOTED}|[^\W_]))"
    r"|(?P<unknown>(?-i:[a-z]{2,20})):(?=[^\W_]))",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(
    rf"((?<![^\s(])(?P<name>{NAME})[:=](?:{QUOTED}|[^\s()|]+))\s+\|\s+(?=(?P=name)[:=])", re.IGNORECASE
)
"""Values of one filter, which are alternatives anyway."""
_BARRED = re.compile(r"(?<!\S)-\([^()]*$")
_MINUS = re.compile(r"(?<!\S)-(?=[^\W_])")
_PART = re.compile(
    rf"(?<!\S)-(?P<excluded>{QUOTED}|[^\W_]\S*)"
    rf"|(?P<phrase>{QUOTED})",
    re.IGNORECASE,
)


def parse(text: str, kinds: Collection[str] = ()) -> Plan:
    """Take a query apart; `kinds` are the names that `kind:` may give."""
    printable = in_cyrillic(_UNPRINTABLE.sub(" ", text[:MAX_LENGTH]))
    printable = unquoted(_GLUED.sub(" ", printable).strip())
    meant = spaced(printable)
    plan = _read(meant.text if meant and meant.is_sure else printable, kinds)
    if meant and not meant.is_sure and not plan.formula:
        divided = replace(_read(meant.text, kinds), is_bare=meant.is_bare)
        plan = replace(plan, spaced=divided) if _levels(divided) > _levels(plan) else plan
    return replace(plan, was_cut=True) if len(text) > MAX_LENGTH else plan


def _levels(plan: Plan) -> int:
    """Of the citation that has most: in «ст. 158 п. «г» ч. 3» the п is no point of 158."""
    return max((citation.path.count("(") for citation in plan.citations), default=0)


def _read(printable: str, kinds: Collection[str]) -> Plan:
    found = _Parts(kinds)
    signed, misread = signs(_SINGLE.sub(r'"\1"', printable))
    reading = read(_FILTER.sub(found.take_filter, _ALTERNATIVES.sub(r"\1 ", signed)))
    rest = _PART.sub(found.take, found.without_provisions(reading.text))
    cited, around, beside, rest = _take_citations(rest)
    excluded, left = _excluded(reading, found)
    more = [(Misread.MORE, one.name) for one in (*cited[MAX_CITATIONS:][:1], *left)]
    plan = Plan(
        beside=beside,
        around=around,
        excluded=excluded,
        filters=tuple(dict.fromkeys(found.filters))[:MAX_FILTERS],
        on=found.on,
        misread=tuple(dict.fromkeys((*misread, *found.misread, *reading.misread, *more)))[:MAX_MISREAD],
        was_cut=reading.was_cut,
    )
    if formula := reading.formula:
        return replace(
            plan, words=formula.words, citations=formula.citations[:MAX_CITATIONS], formula=formula
        )
    typed = words_of(rest)
    words, words_were_cut = _words(typed, rest)
    return replace(
        plan,
        words=words,
        phrases=_phrases(found.phrases, MAX_PHRASES),
        citations=cited[:MAX_CITATIONS],
        was_cut=plan.was_cut or words_were_cut,
        typed=typed if len(set(typed)) > 1 and len(typed) <= MAX_PHRASE_WORDS else (),
    )


class _Parts:
    """Takes parts out of a query before its words are read."""

    def __init__(self, kinds: Collection[str]) -> None:
        self.kinds = kinds
        self.phrases: list[str] = []
        self.excluded: list[str] = []
        self.provisions: list[Term] = []  # excluded
        self.filters: list[Filter] = []
        self.misread: list[tuple[Misread, str]] = []
        self.on: date | None = None

    def without_provisions(self, text: str) -> str:
        """Take out each provision, or list of provisions, behind a minus, which stands before the first word alone."""
        open_text = re.sub(QUOTED, lambda quoted: " " * len(quoted[0]), text)
        if not _MINUS.search(open_text):
            return text
        without_minus = _MINUS.sub(" ", open_text)
        for cited in reversed(list(lists(without_minus, find_citations(without_minus)))):
            start, end = cited[0].start, cited[-1].end
            if _MINUS.match(open_text, start - 1):
                self.provisions[:0] = provisions(text, cited)
                text = f"{text[: start - 1]} {text[end:]}"
        return text

    def take(self, part: re.Match[str]) -> str:
        """Take a part out and keep it; the rest is read as words."""
        if part["excluded"]:
            self.excluded.append(part["excluded"])
        else:
            self.phrases.append(part["phrase"])
        return " "

    def take_filter(self, part: re.Match[str]) -> str:
        """Take a filter out; the words behind a name that is none are words, and so is what is said of an article or act."""
        if part["field"] and (is_unit(name := part["field"].partition(":")[0]) or fold(name) in _ACTS):
            return part[0]
        if part["unknown"] or part["dated"] or part["field"]:
            self.misread.append((Misread.FILTER, part[0]))  # its words are words, but no day or quotation is
        if part["dated"] or part["field"]:
            return " "
        if not (part["name"] or part["stranger"]):
            return part[0]
        wish = read_filter(part["name"], part["value"]) if part["name"] else None
        if _BARRED.search(part.string, 0, part.start()) or (part["out"] and isinstance(wish, date)):
            wish = None
        if isinstance(wish, date):
            self.on = wish
        elif wish and (wish.facet != "kind" or wish.value in self.kinds):
            self.filters.append(replace(wish, typed=part[0], is_out=bool(part["out"])))
        else:
            self.misread.append((Misread.FILTER, part[0]))
        return " "


def _take_citations(text: str) -> tuple[tuple[Citation, ...], tuple[Phrase, ...], tuple[Phrase, ...], str]:
    """The citations, what stands around each of several and beside all, and the text without them."""
    citations: dict[str, Citation] = {}
    rest, last = list[slice](), 0
    for found in find_citations(text):
        citations.setdefault(found.citation.key, found.citation)
        rest.append(slice(last, found.start))
        last = found.end
    rest.append(slice(last, None))
    beside = _beside(text, rest) if citations else ()
    around = tuple(words_of(text[part]) for part in rest) if 1 < len(citations) == len(rest) - 1 else ()
    return tuple(citations.values()), around, beside, " ".join(text[part] for part in rest)


def _beside(text: str, rest: list[slice]) -> tuple[Phrase, ...]:
    """Words, and initials as one word: in "M.M. 12" the act M.M., though the last is read as "m. 12" of an act M."""
    runs, cited = list[Phrase](), {part.stop for part in rest}
    without = _DATED.sub(lambda found: " " * len(found[0]), text)
    for found in _INITIALS.finditer(text):
        joined = re.sub("[. ]", "", found[0])
        letters = words_of(joined)
        is_units = any(map(is_unit, letters))  # «п.п. 1 и 2»
        is_cited = not cited.isdisjoint(range(*found.span()))
        if is_cited and not is_units:
            runs += [letters, *((word[:-1],) for word in letters if len(word) > 2)]
        said = "" if is_units or is_cited else joined  # "R.S.C. 1985, c. A-1" is "RSC 1985 c A-1"
        without = without[: found.start()] + said.ljust(len(found[0])) + without[found.end() :]
    return tuple(filter(None, (*runs, *(words_of(without[part]) for part in rest))))


def _words(typed: Phrase, text: str) -> tuple[tuple[Word, ...], bool]:
    distinct = list(dict.fromkeys(typed))
    kept = sorted(sorted(distinct, key=len, reverse=True)[:MAX_WORDS], key=distinct.index)
    letters = {token.word: letters_of(text[token.start : token.end]) for token in tokens(text)}
    return tuple(Word.of(word, letters.get(word, "")) for word in kept), len(distinct) > MAX_WORDS


def _excluded(reading: Reading, found: _Parts) -> tuple[tuple[Term | Formula, ...], list[Citation]]:
    """What no hit may have, and the first provision beyond those that can be left out at once."""
    if reading.formula or reading.left_out:
        return tuple(reading.left_out), []
    words = filter(None, map(left_out, found.excluded))
    provisions = list(dict.fromkeys(found.provisions))
    left = [one.citation for one in provisions[MAX_CITATIONS:][:1] if one.citation]
    return tuple(dict.fromkeys((*provisions[:MAX_CITATIONS], *islice(words, MAX_EXCLUDED)))), left


def _phrases(quoted: list[str], limit: int) -> tuple[Phrase, ...]:
    phrases = (words_of(text)[:MAX_PHRASE_WORDS] for text in quoted)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))[:limit]
