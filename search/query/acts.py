"""Acts named beside a citation: "Article 12 of the Migration Code", "M.M. 12.3", "12.3 of 27-L"."""

import math
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Set as AbstractSet
from dataclasses import replace
from functools import reduce
from itertools import groupby, islice, pairwise
from operator import attrgetter, or_

from search.query.bare_numbers import bare_numbers, numbers_beside_names
from search.query.cited import Citation, Phrase, act_key
from search.query.parse import MAX_WORDS
from search.query.plan import Plan, Word
from search.query.said_titles import SHORT_OF, Said, fitting, says_less
from search.query.several_acts import each_with_its_act
from search.query.states import states_beside, states_in
from search.query.stems import is_stop_word
from search.query.titles import (
    INITIALS_SIGN,
    KINDS,
    LAWS,
    Title,
    cut_term,
    in_full,
    may_be_title,
    names_kind,
    numbers_of,
    read_titles,
    state_term,
    title_terms,
    without_counted,
)

_MOST = 200  # titles that a word may stand in to call an act up: "law" alone names none
_READ = 40  # words beside the citations
_COUNTED = 16  # of those that stand in titles: the rarest
_FEW = 4  # acts that one name may be of: the parts of a civil code, two codes with the same initials

_CALLED = KINDS | title_terms(
    "constitution rules regulation regulations convention charter statute decree order konstitusiya qayda qaydalar "
    "konvensiya əsasnamə nizamnamə fərman qərar конституция правила конвенция положение устав указ постановление"
)
"""One of these words stands in the name of nearly every act: without one no name is looked for."""
_KIND = re.compile("^[зк]")  # «ЗоЗПП» is the закон о защите прав потребителей

_Forms = list[Mapping[int, int]]
"""For each form of a word of the query, in which titles it stands and where."""


_words = attrgetter("words")


def may_name(plan: Plan) -> bool:
    """Whether nothing but the name of an act may stand in a query."""
    has_other = plan.phrases or plan.formula or (plan.was_cut and not plan.typed)
    return not has_other and any(not _CALLED.isdisjoint(word.terms) for word in plan.words)


def _is_called(word: str) -> bool:
    return not _CALLED.isdisjoint(Word.of(word).terms)


class Acts:
    """What acts are called: by their numbers, and by any of their titles."""

    def __init__(self, names: Iterable[tuple[str, str | None]]) -> None:
        """Of pairs of a number and a title: "" where there is none, None where not everybody may know of the act."""
        every = list(names)
        self._numbers: dict[Phrase, set[str]] = defaultdict(set)
        # by what a number begins with, if the rest says “law”
        self._laws: dict[str, set[str]] = defaultdict(set)
        self._known = set[Phrase]()
        for act, written in every:
            for number in numbers_of(act):
                self._numbers[number].add(act)
                if written is not None:
                    self._known.add(number)
                    self._laws[number[0] if number[-1] in LAWS else ""].add(act)
        self._longest = max(map(len, self._numbers), default=0)
        self._titles = [(act, title) for act, written in every for title in read_titles(written or "")]
        self._places: dict[str, dict[int, int]] = defaultdict(dict)  # term: {title: places}
        for number_of_title, (_, title) in enumerate(self._titles):
            for term, places in title.places.items():
                self._places[term][number_of_title] = places
        self._acts = len({act for act, _ in self._titles})
        # an act may have a word in several titles
        self._having = {
            term: len({self._titles[title][0] for title in titles}) for term, titles in self._places.items()
        }
        self._states: dict[str, set[int]] = defaultdict(set)
        for act, title in self._titles:
            self._states[act].update(states_in(title.of_state))
        self._weights = [self._weighed(title) for _, title in self._titles]

    def named(self, plan: Plan) -> Plan:
        """The plan with the acts that are named beside its citations; a title in quotation marks is words."""
        runs = (*plan.beside, *plan.phrases)
        acts = self._named_in(runs, plan)
        plan = each_with_its_act(plan, lambda run: frozenset(self._named_in((run,), plan)))
        acts.update(act for citation in plan.citations for act in citation.acts)
        titles = self._titles_of(acts) if plan.phrases else []
        is_act = any(map(names_kind, plan.beside))
        quoted = [
            one for one in plan.phrases if (is_act and may_be_title(one)) or self._is_of(titles, one, plan)
        ]
        words = dict.fromkeys((*plan.words, *(Word.of(word) for phrase in quoted for word in phrase)))
        return replace(
            plan,
            words=tuple(words)[:MAX_WORDS],
            phrases=tuple(phrase for phrase in plan.phrases if phrase not in quoted),
            acts=tuple(sorted(acts)),
        )

    def _named_in(self, runs: tuple[Phrase, ...], plan: Plan) -> set[str]:
        numbered = set(self._by_number(runs))
        return {*numbered, *self._of_state(self._by_title(runs, plan, numbered), runs)}

    def cited(self, plan: Plan) -> Plan:
        """The plan with the provision that a number is, where nothing else stands but the name of an act: "MM 12".

        Of an act that everybody may know: who types the number of another must not see that it is one.
        """
        for citation, rest in () if plan.phrases else bare_numbers(plan):
            read = replace(
                plan,
                words=tuple(word for word in plan.words if word.exact in rest),
                typed=rest if len(set(rest)) > 1 else (),
                citations=(citation,),
                beside=(rest,),
            )
            named = self.named(read)
            titles = self._titles_of(named.acts)
            has_levels = bool(named.acts) and ")(" in citation.path  # «дали 158 ч. 3 УК»
            if (has_levels or self._is_alone(rest, named)) and not self._is_of(titles, (citation.key,), plan):
                return named
        return next(self._beside_names(plan), plan)

    def _beside_names(self, plan: Plan) -> Iterator[Plan]:
        for citation, name, rest in () if plan.phrases else numbers_beside_names(plan):
            words = tuple(word for word in plan.words if word.exact in rest)
            named = self.named(replace(plan, words=words, typed=rest, citations=(citation,), beside=(name,)))
            if named.acts and self._is_alone(name, named):
                yield named

    def spaced(self, plan: Plan) -> Plan | None:
        """The plan with the provision whose levels blanks may divide, where its act is named: "20 1 c access to information act"."""
        if not plan.spaced:
            return None
        words = {word.exact: word for word in plan.words}
        read = replace(plan.spaced, words=tuple(words.get(word.exact, word) for word in plan.spaced.words))
        named, said = self.named(read), tuple(word.exact for word in read.words)
        return named if named.acts and (not named.is_bare or self._is_alone(said, named)) else None

    def called(self, plan: Plan) -> Plan:
        """The plan with the act itself, where nothing but the name of one stands: "Migration Code"."""
        said = plan.typed or tuple(word.exact for word in plan.words)
        acts = self.named(replace(plan, beside=(said,))).acts
        is_one = len(acts) == 1 and self._is_alone(said, replace(plan, acts=acts))
        return replace(plan, citations=(Citation(act_key(acts[0]), ()),), acts=acts) if is_one else plan

    def _is_alone(self, said: Phrase, named: Plan) -> bool:
        """Whether words are the number of an act that is named, or all of one of its titles."""
        telling = tuple(word for word in said if KINDS.isdisjoint(Word.of(word).terms))
        is_number = said in self._known or telling in self._known
        return is_number or self._is_of(self._titles_of(named.acts), telling, named)

    def _titles_of(self, acts: Container[str]) -> list[int]:
        return [title for title, (act, _) in enumerate(self._titles) if act in acts]

    def _is_of(self, titles: Iterable[int], phrase: Phrase, plan: Plan) -> bool:
        """Whether a phrase is of one of these titles."""
        planned = {word.exact: word for word in plan.words}
        words = (planned.get(word) or Word.of(word) for word in phrase if not is_stop_word(word))
        forms = [self._forms(word) for word in words]
        return any(
            bool(forms) and all(any(title in form for form in said) for said in forms) for title in titles
        )

    def _by_number(self, runs: Iterable[Phrase]) -> Iterator[str]:
        for run in runs:
            for start, word in enumerate(run):
                for end in range(start + 1, min(start + self._longest, len(run)) + 1):
                    yield from self._numbers.get(run[start:end], ())
                if len(laws := self._laws.get(word, ())) == 1:  # «закон № 115»
                    before = next((one for one in reversed(run[:start]) if not is_stop_word(one)), "")
                    yield from laws if not LAWS.isdisjoint(Word.of(before).terms) else ()

    def _by_title(self, runs: Iterable[Phrase], plan: Plan, numbered: AbstractSet[str]) -> Iterator[str]:
        """Acts whose title is said; what says less of a query than another title does, names none.

        Of several that one title fits alike, a number that is said too tells which is meant.
        """
        tokens = self._tokens(runs, plan)
        said = sorted(self._said([forms for _, forms in tokens]), key=_words)
        every = (1 << len(tokens)) - 1
        laws = sum(1 << bit for bit, (word, _) in enumerate(tokens) if not LAWS.isdisjoint(word.terms))
        is_act = any(map(names_kind, runs)) and self._is_told(runs)
        groups = {
            words: fitting(list(group), is_all=words | laws == every, is_act=is_act)
            for words, group in groupby(said, key=_words)
        }
        for words, acts in groups.items():
            others = (other for other, some in groups.items() if some and other != words)
            if 0 < len(acts) <= _FEW and not any(says_less(words, other, laws) for other in others):
                yield from (acts & numbered) or acts

    def _of_state(self, acts: Iterable[str], runs: Iterable[Phrase]) -> Iterator[str]:
        """Those of the state that stands beside the noun for an act, and those whose titles name no state."""
        said = {state for run in runs for state in states_beside(run, _is_called, self._may_be_of_title)}
        states = self._states
        return (act for act in acts if not (said and states[act]) or said & states[act])

    def _may_be_of_title(self, word: str) -> bool:
        return is_stop_word(word) or bool(self._forms(Word.of(word)))

    def _is_told(self, runs: Iterable[Phrase]) -> bool:
        """Whether more of a title is said than that it is an act."""
        words = (Word.of(word) for run in runs for word in run if not is_stop_word(word))
        return any(KINDS.isdisjoint(word.terms) and self._forms(word) for word in words)

    def _tokens(self, runs: Iterable[Phrase], plan: Plan) -> list[tuple[Word, _Forms]]:
        """What is known of each word that stands in a title; a number that stands in none is of another act."""
        planned, runs = {word.exact: word for word in plan.words}, list(map(without_counted, runs))
        tokens = dict.fromkeys(word for run in runs for word in run if not is_stop_word(word))
        cut = {
            word
            for run in runs
            for word, after in pairwise(run)
            if not KINDS.isdisjoint(Word.of(in_full(after)).terms)
        }
        words = [planned.get(token) or Word.of(token) for token in islice(tokens, _READ)]
        known = [(word, self._forms(word, is_cut=word.exact in cut)) for word in words]
        counted = [one for one in known if one[1] or one[0].exact[0].isdecimal()]
        return sorted(counted, key=lambda one: sum(map(len, one[1])))[:_COUNTED]

    def _forms(self, word: Word, *, is_cut: bool = False) -> _Forms:
        initials = dict.fromkeys((word.exact, _KIND.sub("", word.exact)))
        terms = (*word.terms, *(INITIALS_SIGN + said for said in initials), state_term(word.exact))
        terms = (*terms, cut_term(word.exact)) if is_cut else (*terms, *Word.of(in_full(word.exact)).terms)
        return [self._places[term] for term in terms if term in self._places]

    def _said(self, tokens: list[_Forms]) -> Iterator[Said]:
        """What is said of each title."""
        telling = (said for forms in tokens for said in forms if len(said) <= _MOST)
        for title in set[int]().union(*telling):
            words = places = 0
            for bit, forms in enumerate(tokens):
                found = reduce(or_, (form.get(title, 0) for form in forms), 0)
                places |= found
                words |= (found > 0) << bit
            act, read = self._titles[title]
            shares = [
                sum(weight for place, weight in weights if places >> place & 1)
                / sum(weight for _, weight in weights)
                for weights in self._weights[title]
            ]
            if shares[-1]:
                share, own = (one * (SHORT_OF if read.is_short else 1) for one in shares)
                yield Said(act, words, places.bit_count(), share, own)

    def _weighed(self, title: Title) -> tuple[list[tuple[int, float]], ...]:
        """What each word weighs, all and those that tell what it is about."""
        every = [(place, self._weight(word)) for place, word in enumerate(title.words)]
        return every, [one for one in every if title.tells(title.words[one[0]])] or every

    def _weight(self, word: Word) -> float:
        """The rarer among acts, the more a word tells."""
        return math.log((self._acts + 1) / max(self._having[term] for term in word.terms))
