"""Operators of a query: "residence (permit OR visa) -refugee". OR joins what stands on either side of it, before all else.

In words they are written in capitals, because "or", "və ya" and "или" are words of every law. What is read as an
operator and cannot be followed is named (`Misread`) and never looked for.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from search.query.analysis import letters_of, tokens
from search.query.citations import FoundCitation, find_citations, lists
from search.query.plan import Formula, Misread, Term, Word
from search.query.ranges import MAX_CITATIONS
from search.query.stems import is_stop_word

QUOTED = r'"(?:[^"]*)"|“(?:[^”]*)”|„(?:[^“”]*)[“”]|«(?:[^»]*)»'
MAX_TERMS = 16  # of a formula
MAX_LEFT_OUT = 20  # words of one part that is left out
_SPOKEN = re.compile(
    rf"{QUOTED}"
    r"|(?<![^\s(])(?P<either>OR|VƏ YA|YAXUD|YA DA|ИЛИ|\|\|)(?![^\s(])"
    r"|(?<![^\s(])(?P<out>NOT|НЕ)(?:\s+(?=[^\s|)])|\s*$)"
    r"|(?<![^\s(])(?P<both>AND|&&)(?![^\s)])"
    r"|(?P<span>[\[{][^\s\[\]{}]+ TO [^\s\[\]{}]+[\]}])"
    r"|(?<![^\s(])(?P<sign>==?|[~^]+(?![^\s)])|!(?=[^\W_])|\+(?=[^\W\d_]))"
    r"|(?<![^\s(])(?P<near>[wnWN]/\d+(?!\S)|/[sp\d]\d?(?!\S))"
    r"|(?<![^\s(])(?P<foreign>XOR|ANDNOT|(?:NEAR|ADJ)(?:/?\d+)?)(?![^\s(])"
    r"|(?P<star>(?<=[^\W_])\*+|\*+(?=[^\W_])|(?<=[^\W_])\?(?=[^\W_]{1,3}(?![^\W_]))|(?<![^\W_]{4})(?<=[^\W_])\?(?=[^\W_]))|(?<=[^\W_]|[\"”»])(?P<after>[~^]\d*(?:\.\d+)?)"
)
_REASONS: Mapping[str | None, Misread] = {"star": Misread.STAR, "both": Misread.SIDE, "out": Misread.SIDE}
_NO_WORDS = ("OR", "||")  # operators among capitals too, so that there is a way to write an alternative there
_TOKEN = re.compile(
    rf"(?P<quoted>{QUOTED})|(?P<either>\|)|(?P<out>(?<![^\s(|])-(?=[^\W_]|[(\"“„«]))"
    r"|(?P<words>\(\w{1,4}\)|[^\s()|]+(?:\(\w+\))*)|(?P<opens>\()|(?P<closes>\))"
)
_BEFORE_BRACKET = re.compile(r"(?<![^\s(|])-(?=\()")  # a minus; in "3(1)(a)-(c)" it is a hyphen
_OUT = re.compile(r"(?:NOT|НЕ)(?!\S)")
_LABEL = re.compile(r"(?<!\w)\w{1,3}$")  # of a point: "a)"
Part = Term | Formula


@dataclass(slots=True)
class Reading:
    """What the operators of a query say. Without a formula, `text` is read as words, quotations and what is left out."""

    text: str
    formula: Formula | None = None
    left_out: list[Part] = field(default_factory=list)  # of the formula, or of a text that has nothing else
    misread: list[tuple[Misread, str]] = field(default_factory=list)
    was_cut: bool = False


def signs(text: str) -> tuple[str, list[tuple[Misread, str]]]:
    """The text with signs for the operators that are words, and what was taken out of it."""
    misread: list[tuple[Misread, str]] = []
    has_words = any(map(str.isalpha, _SPOKEN.sub("", text)))  # "12 ИЛИ 13" has none
    is_capitals = has_words and not any(map(str.islower, text))
    first, last = _ends(text)

    def sign(found: re.Match[str]) -> str:
        written, is_between = found[0].strip(), first < found.start() < last
        # "N/5" is a number of something where it stands between no words
        is_text = {None: True, "both": is_capitals or is_between, "near": not is_between}
        if is_text.get(found.lastgroup):
            return found[0]
        match found.lastgroup:
            case "either" if written in _NO_WORDS or not is_capitals:
                return " | "
            case "either" | "out" | "foreign" if is_capitals:
                misread.append((Misread.CAPITALS, written))
                return found[0]
            case "out" if found.end() < len(text) and not _OUT.match(text, found.end()):
                return "-"
            case kind if written != "+":  # all words must stand anyway
                misread.append((_REASONS.get(kind, Misread.SIGN), written))
        is_one = found.lastgroup in ("star", "after") and written != "?"  # "visa?fee" is two words
        return "" if is_one else " "

    return _SPOKEN.sub(sign, text), misread


def _ends(text: str) -> tuple[int, int]:
    """Where the first and the last letter of a text stand that are of no operator."""
    said = _SPOKEN.sub(lambda found: " " * len(found[0]) if found.lastgroup else found[0], text)
    places = [at for at, letter in enumerate(said) if letter.isalnum()] or [0]
    return places[0], places[-1]


def read(text: str) -> Reading:
    """Read the signs of a text; they make a formula where there is an alternative, or brackets that are left out."""
    if "|" not in text and not _BEFORE_BRACKET.search(text):
        return Reading(text, misread=_alone(text))
    reader = _Reader(text)
    reading = reader.read()
    if reader.is_formula and not reading.formula:
        reading.text = ""  # all of it is left out
    elif not reading.formula:
        reading.text = _BEFORE_BRACKET.sub("", text.replace("|", " "))
    return reading


def _alone(text: str) -> list[tuple[Misread, str]]:
    """Brackets and quotation marks without a counterpart. That behind a point of law, "a)", needs none."""
    depth, closes = 0, False
    quotes = [mark for mark in '"“«„' if mark in re.sub(QUOTED, " ", text)]
    text = re.sub(r"\(\w+\)", " ", text)
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "opens":
            depth += 1
        elif token.lastgroup == "closes":
            closes |= not (depth or _LABEL.search(text[: token.start()]))
            depth = max(depth - 1, 0)
    brackets = [sign for sign, is_alone in (("(", depth), (")", closes)) if is_alone]
    return [(Misread.BRACKET, sign) for sign in (*brackets, *quotes)]


@dataclass(slots=True)
class _Bracketed:
    """What stands between two brackets, as far as it is read."""

    clauses: list[list[Part]] = field(default_factory=list)  # each a part, or several of which one is enough
    left_out: list[Part] = field(default_factory=list)
    joins: bool = False  # behind OR
    leaves_out: bool = False  # behind a minus

    def take(self, part: Part) -> Misread | None:
        """Put a part in its place, or say why it has none."""
        joins, leaves_out = self.joins, self.leaves_out
        self.joins = self.leaves_out = False
        if leaves_out and joins:
            return Misread.ONLY_OUT
        if leaves_out:
            self.left_out.append(part)
        elif joins:
            self.clauses[-1].append(part)
        else:
            self.clauses.append([part])
        return None

    def formula(self) -> Formula | None:
        """What was read, if anything is looked for."""
        parts = [some[0] if len(some) == 1 else Formula(tuple(some), is_any=True) for some in self.clauses]
        return Formula(tuple(parts), left_out=tuple(self.left_out)) if parts else None


class _Reader:
    """Reads one text with signs."""

    def __init__(self, text: str) -> None:
        self.text = text
        # what stands in quotation marks is no citation, and brackets and alternatives end one
        self.cited = find_citations(_TOKEN.sub(_masked, text))
        self.levels = [_Bracketed()]
        self.reading = Reading(text)
        self.terms, self.is_formula = 0, False

    def read(self) -> Reading:
        """The formula, if there is one."""
        run: list[re.Match[str]] = []
        for token in _TOKEN.finditer(self.text):
            if token.lastgroup == "words":
                run.append(token)
                continue
            self._take_run(run, is_side=token.lastgroup == "either")
            run = []
            self._take_sign(token)
        self._take_run(run)
        while len(self.levels) > 1:
            self._misread(Misread.BRACKET, "(")
            self._close()
        level = self.levels[0]
        self._end(level)
        if self.is_formula:
            self.reading.formula, self.reading.left_out = level.formula(), level.left_out
        return self.reading

    def _take_sign(self, token: re.Match[str]) -> None:
        level = self.levels[-1]
        match token.lastgroup:
            case "quoted":
                words = _words(token[0])
                self._take(Term(token[0], words, is_quoted=True) if words else None)
            case "either":
                if level.joins or level.leaves_out or not level.clauses:
                    self._misread(Misread.SIDE, "OR")
                else:
                    level.joins = True
            case "out":
                level.leaves_out = True
            case "opens":
                self.levels.append(_Bracketed())
            case _ if len(self.levels) > 1:
                self._close()
            case _:
                self._misread(Misread.BRACKET, ")")

    def _take_run(self, run: Sequence[re.Match[str]], *, is_side: bool = False) -> None:
        """Words between two signs: each for itself, or together where a provision is cited among them.

        Words that count nowhere, say AND between two brackets, are taken where they are one side of an alternative.
        """
        if run and self.levels[-1].leaves_out:
            run = self._leave_out(run)
        if not run:
            return
        start, end = run[0].start(), run[-1].end()
        cited = [one for one in self.cited if start <= one.start < end]
        if cited:
            self._take(_citation(self.text, slice(start, end), cited[:MAX_CITATIONS]))
            if len(cited) > MAX_CITATIONS:
                self._misread(Misread.MORE, cited[MAX_CITATIONS].citation.name)
            return
        terms = [Term(token[0], words) for token in run if (words := _words(token[0]))]
        is_side |= self.levels[-1].joins
        for term in [term for term in terms if _counting(term.words)] or (terms if is_side else []):
            self._take(term)

    def _leave_out(self, run: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
        """Take the word behind a minus, or the provisions that are cited there; what follows them is looked for."""
        first, level = run[0], self.levels[-1]
        listed = lists(self.text, self.cited)
        cited = next((some for some in listed if first.start() <= some[0].start < first.end()), [])
        end = max(first.end(), cited[-1].end) if cited else first.end()
        joins = level.joins
        for part in (*provisions(self.text, cited),) or (left_out(first[0]),):
            level.joins, level.leaves_out = joins, True
            self._take(part)
        level.joins = level.leaves_out = False
        return [token for token in run if token.start() >= end]

    def _take(self, part: Part | None) -> None:
        level = self.levels[-1]
        if part is None:
            return
        if self.terms >= MAX_TERMS:
            self.reading.was_cut = True
            level.joins = level.leaves_out = False
            return
        self.terms += 1
        self.is_formula |= level.joins or level.leaves_out
        if reason := level.take(part):
            self._misread(reason, part.typed)

    def _close(self) -> None:
        level = self.levels.pop()
        self._end(level)
        if formula := level.formula():
            is_one = len(formula.parts) == 1 and not formula.left_out
            self.terms -= 1  # its terms are counted
            self._take(formula.parts[0] if is_one else formula)
        elif level.left_out:
            self._misread(Misread.ONLY_OUT, level.left_out[0].typed)
        if not formula:
            self.levels[-1].joins = self.levels[-1].leaves_out = False

    def _end(self, level: _Bracketed) -> None:
        """A sign behind which nothing stands."""
        if level.joins or level.leaves_out:
            self._misread(Misread.SIDE, "OR" if level.joins else "-")

    def _misread(self, reason: Misread, typed: str) -> None:
        self.reading.misread.append((reason, typed))


def provisions(text: str, cited: Iterable[FoundCitation]) -> list[Term]:
    """Each provision that a text cites; one within a range, which is not written, by its number."""
    return [Term(text[one.start : one.end] or one.citation.name, citation=one.citation) for one in cited]


def left_out(text: str) -> Term | None:
    """What stands behind a minus: a word in any of its forms, or as it is written a quotation or "re-entry"."""
    is_quoted = bool(re.match(QUOTED, text))
    words = _words(text)[:MAX_LEFT_OUT]
    return Term(text, words, is_quoted=is_quoted or len(words) > 1) if words else None


def _masked(token: re.Match[str]) -> str:
    if token.lastgroup == "quoted":
        return " " * len(token[0])
    return token[0] if token.lastgroup == "words" else "|"


def _citation(text: str, where: slice, cited: list[FoundCitation]) -> Formula:
    """Provisions that are cited, or the words beside them, as without operators."""
    rest, last = list[str](), where.start
    for one in cited:
        rest.append(text[last : one.start])
        last = max(last, one.end)
    words = _counting(_words(" ".join((*rest, text[last : where.stop]))))
    parts = provisions(text, cited)
    return Formula((*parts, *([Term("", words)] if words else ())), is_any=True, text=text[where])


def _counting(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(word for word in words if not is_stop_word(word.exact))


def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word.of(token.word, letters_of(text[token.start : token.end])) for token in tokens(text))
