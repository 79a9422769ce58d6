"""The plan of a query, as values that every engine can answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from search.query.cited import Citation, Phrase, act_key
from search.query.filters import Filter
from search.query.stems import LANGUAGES, is_asking, is_stop_word, stems

_MOST_LEVELS = 8


@dataclass(frozen=True)
class Word:
    """One word of a query: as folded, and the stems of its forms in each language it may belong to."""

    exact: str
    stems: tuple[str, ...]
    meant: tuple[str, ...] = ()  # the words it is likely to be, where it stands nowhere as typed
    language: str = ""  # of the letters that were typed; "" where they may be of any

    @classmethod
    def of(cls, exact: str, language: str = "") -> "Word":
        """The word with its stems; those of one language, where its letters are of one: "şəxs" is no form of "sex"."""
        languages = (language,) if language else LANGUAGES
        found = tuple(term for each in languages for term in stems(exact, each))
        return cls(exact, found, language=language)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The terms that count as this word in an index."""
        others = (term for other in self.meant for term in Word.of(other, self.language).terms)
        return tuple(dict.fromkeys((*self.stems, self.exact, *others)))


@dataclass(frozen=True, slots=True)
class Term:
    """What must be said in one place of a formula: words, a quotation or a provision."""

    typed: str
    words: tuple[Word, ...] = ()
    is_quoted: bool = False
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """Parts that must all be said, or one of which is enough, and what must not be said beside them."""

    parts: tuple["Term | Formula", ...]
    is_any: bool = False
    left_out: tuple["Term | Formula", ...] = ()
    text: str = ""  # as typed, where it is a citation with the name of its act

    @property
    def typed(self) -> str:
        """How it was typed, without brackets."""
        return self.text or (" OR " if self.is_any else " ").join(part.typed for part in self.parts)

    @property
    def terms(self) -> Iterator[Term]:
        """What is looked for, in order."""
        for part in self.parts:
            yield from part.terms if isinstance(part, Formula) else (part,)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words outside quotations, each once."""
        found = (word for term in self.terms if not term.is_quoted for word in term.words)
        return tuple(dict.fromkeys(found))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that are cited, each once."""
        return tuple(dict.fromkeys(term.citation for term in self.terms if term.citation))

    @property
    def quotations(self) -> tuple[Phrase, ...]:
        """The quotations, each once."""
        found = (term.words for term in self.terms if term.is_quoted)
        return tuple(dict.fromkeys(tuple(word.exact for word in words) for words in found))


class Misread(StrEnum):
    """Why something that was typed is not searched for."""

    SIGN = "sign"  # no operator of this search
    STAR = "star"  # forms are found without one
    FILTER = "filter"  # no filter, or no value of it
    UNFIT = "unfit"  # a filter that no hit fits
    LACKING = "lacking"  # a filter that no hit fits, where there is nothing that it could fit
    SIDE = "side"  # nothing stands on one side of it
    BRACKET = "bracket"  # without its counterpart
    ONLY_OUT = "only out"  # a part that says nothing but what shall not stand
    ABSENT = "absent"  # a number that the named act does not have
    NOWHERE = "nowhere"  # a number that no act has
    MORE = "more"  # provisions than are searched for at once
    KEYBOARD = "keyboard"  # what the keys are on another layout is searched for
    CAPITALS = "capitals"  # NOT among capitals alone is a word


@dataclass(frozen=True)
class Plan:
    """A query taken apart. `was_cut` tells that not all of what was typed is used."""

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Term | Formula, ...] = ()  # of a formula too
    citations: tuple[Citation, ...] = ()
    beside: tuple[Phrase, ...] = ()  # what stands beside the citations: it may name their act
    around: tuple[Phrase, ...] = ()  # of several citations: what stands before each, and behind the last
    acts: tuple[str, ...] = ()  # the numbers of the acts whose provisions are cited, where they are named
    filters: tuple[Filter, ...] = ()
    barred: tuple[tuple[str, str], ...] = ()  # (facet, value) that no hit has
    on: date | None = None  # only what is in force on this day
    least: int = 0  # wanted words that are enough, where it is not all of them
    was_cut: bool = False
    is_everything: bool = False  # no word is looked for: what is chosen in the facets is all
    formula: Formula | None = None  # where operators join the words; it has all words, phrases and citations
    misread: tuple[tuple[Misread, str], ...] = ()  # what was left out, as typed
    typed: Phrase = ()  # words as they stand, where they may be a heading or a quotation
    kin: frozenset[str] = frozenset()  # further terms that are worth a highlight
    spaced: "Plan | None" = None  # what it may mean: levels of a provision are typed with blanks alone
    is_bare: bool = False  # it is meant so only where nothing stands beside it but the name of its act
    is_above: bool = False  # the citations are of what would hold the provisions that were asked for

    @property
    def is_empty(self) -> bool:
        """Nothing to look for: no word, phrase or citation, and nothing chosen instead of them."""
        return not (self.words or self.phrases or self.citations or self.formula or self.is_everything)

    @cached_property
    def wanted(self) -> tuple[Word, ...]:
        """The words that count: stop words and what belongs to any question only when nothing else is asked for."""
        if self.formula:
            return self.words
        counting = tuple(word for word in self.words if not is_stop_word(word.exact))
        telling = tuple(word for word in counting if not is_asking(word.exact))
        return telling if self.citations else telling or counting or self.words

    @property
    def above(self) -> "Plan | None":
        """The plan for the provisions that hold the cited ones; None if nothing holds them."""
        if self.formula:
            return None
        held = tuple(dict.fromkeys(citation.above for citation in self.citations))
        return replace(self, citations=held, is_above=True) if held != self.citations else None

    def all_above(self) -> Iterator["Plan"]:
        """The same for what holds those, level by level. A number of more levels than law has asks no further.

        Before them, points as if their part 1 had no number: “п. 5 ч. 1 ст. 81” where the only part of 81 prints none, and
        what was inserted with a point for its small figure.
        """
        whole = tuple(citation.in_only_part for citation in self.citations)
        inserted = tuple(citation.as_inserted for citation in self.citations)
        for other in () if self.formula else (whole, inserted):
            if other != self.citations:
                yield replace(self, citations=other)
        held = self.above
        for _level in range(_MOST_LEVELS):
            if held is None:
                return
            yield held
            held = held.above

    @property
    def leads_to_act(self) -> bool:
        """Whether an act is asked for, and no provision of it."""
        return tuple(one.key for one in self.citations) == tuple(map(act_key, self.acts)) != ()

    @property
    def numbers_alone(self) -> "Plan":
        """The plan for the cited provisions themselves, whatever mentions them or has the words beside them."""
        cited = tuple(replace(citation, mention=()) for citation in self.citations)
        return replace(self, citations=cited, words=(), phrases=(), typed=())

    @property
    def without_citations(self) -> "Plan":
        """The plan for the words alone; it says that the act has no such provision, unless that is its own number: "27-L"."""
        if self.leads_to_act:
            return replace(self, citations=(), acts=())
        own = set(re.findall(r"\d+", " ".join(self.acts)))
        lacking = tuple((Misread.ABSENT, each.name) for each in self.citations if each.key not in own)
        return replace(self, citations=(), misread=(*self.misread, *lacking))

    @property
    def required(self) -> int:
        """How many wanted words a hit must have: all of them; looser hits follow where they are few (ADR 22)."""
        return min(self.least or len(self.wanted), len(self.wanted))

    @cached_property
    def together(self) -> Phrase:
        """The words as they stand, each as what it is likely to be."""
        meant = {word.exact: word.meant[0] for word in self.words if word.meant}
        return tuple(meant.get(word, word) for word in self.typed)

    @cached_property
    def marked(self) -> frozenset[str]:
        """Every single term that is worth a highlight."""
        return self.kin.union(term for word in self.wanted for term in word.terms)

    @property
    def sequences(self) -> tuple[Phrase, ...]:
        """Every sequence of words that is worth a highlight."""
        quoted = self.formula.quotations if self.formula else ()
        return (
            *self.phrases,
            *quoted,
            *(citation.mention for citation in self.citations if citation.mention),
        )
