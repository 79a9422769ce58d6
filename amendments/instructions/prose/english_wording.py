"""Amending instructions in English, for acts of any country without a wording of its own."""

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import partial
from typing import Self

from amendments.instructions.designations import is_eid
from amendments.instructions.entry_into_force import ENGLISH
from amendments.instructions.instruction_errors import Refused, Unread
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import WHOLE_ACT, Operation
from amendments.instructions.previous_wording import previous_wording
from amendments.instructions.prose.english_frame import KINDS, EnglishFrame, act_word
from amendments.instructions.prose.grammar import Agreement, Grammar
from amendments.instructions.prose.prose_engine import Prose
from amendments.instructions.wording import Mood, is_one_word, is_sign
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Tree

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
_NAMES = {
    WHOLE_ACT: "the {act}",
    "title": "the title of the {act}",
    "preamble": "the preamble",
    "annex": "the annex",
}
_OF_ACT = re.compile(
    rf"(?:the )?(title of the )?(?:{'|'.join(KINDS.values())}|{act_word('')})", re.IGNORECASE
)
_PLURALS = {
    "article": "Articles",
    "chapter": "chapters",
    "section": "sections",
    "division": "divisions",
    "annex": "annexes",
}
_SINGULARS = {form.lower(): word for word, plural in _PLURALS.items() for form in (word, plural)}
_NUMBER = r"[\w.()-]+"
_PLAIN = re.compile(rf"(?:(?P<word>section|chapter|division|annex) (?!note$))?(?P<number>{_NUMBER})")
_LISTED = re.compile(
    rf"(?P<word>{'|'.join(_SINGULARS)}) (?P<numbers>{_NUMBER}(?:, {_NUMBER})*(?: and {_NUMBER})?)",
    re.IGNORECASE,
)
_JOINTS = re.compile(r", | and ")
# What lies in a note or an annex: as it is cited, and as it is said.
_NESTED = (
    (re.compile(r"(?P<above>.+) note(?P<own>)"), "the note to {above}"),
    (re.compile(r"(?P<above>.+) point (?P<own>\S+)"), "point {own} of {above}"),
    (re.compile(r"(?P<above>annex(?: \S+)?) article (?P<own>\S+)"), "Article {own} of {above}"),
    (re.compile(r"(?P<above>.+) row (?P<own>[^\s:]+):(?P<place>\d+)"), "the {place} row {own} of {above}"),
    (re.compile(r"(?P<above>.+) row (?P<own>\S+)"), "row {own} of {above}"),
    (re.compile(r"(?P<above>.+) table (?P<own>\S+)"), "table {own} of {above}"),
)
_SAID = (
    (re.compile(r"(?:the )?note to (?P<above>.+)(?P<own>)", re.IGNORECASE), "{above} note"),
    (re.compile(r"point (?P<own>\S+) of (?P<above>.+)", re.IGNORECASE), "{above} point {own}"),
    (
        re.compile(r"article (?P<own>\S+) of (?P<above>(?:the )?annex(?: \S+)?)", re.IGNORECASE),
        "{above} article {own}",
    ),
    (
        re.compile(
            rf"(?:the )?(?P<place>{'|'.join(_ORDINALS)}) row (?P<own>\S+) of (?P<above>.+)", re.IGNORECASE
        ),
        "{above} row {own}:{place}",
    ),
    (re.compile(r"row (?P<own>\S+) of (?P<above>.+)", re.IGNORECASE), "{above} row {own}"),
    (re.compile(r"table (?P<own>\S+) of (?P<above>.+)", re.IGNORECASE), "{above} table {own}"),
)

_SENTENCES = {
    "global_replace": "Throughout {place.in}, {old.obj}{qualifier} {verb.replaced.old} by {new.by}.",
    "replace": "In {place.in}, {old.obj}{qualifier} {verb.replaced.old} by {new.by}.",
    "insert_after": "In {place.in}, after {anchor.gen}{qualifier} {new.obj} {verb.inserted.new}.",
    "insert_before": "In {place.in}, before {anchor.gen}{qualifier} {new.obj} {verb.inserted.new}.",
    "delete_words": "In {place.in}, {old.obj}{qualifier} {verb.deleted.old}.",
    "append_element": "At the end of {after.gen} the full stop {verb.replaced.single} by a semicolon and the following "
    "{numbers.new} {verb.inserted.numbers}{block}.",
    "insert_first": "At the beginning of {after.gen} the following {numbers.new} {verb.inserted.numbers}{block}.",
    "insert_beside": "After {after.gen} the following {numbers.new} {verb.inserted.numbers}{block}.",
    "insert_element": "The following {numbers.new} {verb.inserted.numbers}{block}.",
    "add_sentence": "{step.new} {verb.added.step} to {place.in}{block}.",
    "restate": "{place.obj} {verb.restated.place}{block}.",
    "renumber_and_add": "{what.obj} {verb.deemed.what} {number.by} and the following {numbers.new} "
    "{verb.added.numbers}{block}.",
    "renumber": "{what.obj} {verb.deemed.what} {number.by}.",
    "repeal": "{place.obj} {verb.repealed.place}.",
    "delete_part": "{place.obj} {verb.deleted.place}.",
}


def _reference(numbers: tuple[str, ...], case: str, mood: Mood, act: str = KINDS["law"]) -> str:
    """ "Article 3.2", "Articles 3.2 and 4", "chapters 5 and 6", "the note to Article 45"; "the Law" for the whole act."""
    plain = [match for match in map(_PLAIN.fullmatch, numbers) if match]
    words = {match["word"] or "article" for match in plain}
    if len(numbers) > 1 and len(plain) == len(numbers) and len(words) == 1:
        return f"{_PLURALS[words.pop()]} {_listed([match['number'] for match in plain])}"
    said = _listed([_name(number, act) for number in numbers])
    return said.removeprefix("the ") if case == "new" else said


def _name(number: str, act: str) -> str:
    """One provision: what lies in a note or an annex is named before it."""
    if number in _NAMES:
        return _NAMES[number].format(act=act)
    for cited, said in _NESTED:
        if match := cited.fullmatch(number):
            place = match.groupdict().get("place")
            nth = _ordinal(place) if place else ""
            return said.format(above=_name(match["above"], act), own=match["own"], place=nth)
    match = _PLAIN.fullmatch(number)
    if match is None or is_eid(number):
        raise Refused("not_worded", _("%(number)s cannot be named in English.", number=number))
    return number if match["word"] else f"Article {number}"


def _listed(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _read_reference(said: str) -> tuple[str, ...]:
    if match := _LISTED.fullmatch(said):
        word = _SINGULARS[match["word"].lower()]
        numbers = _JOINTS.split(match["numbers"])
        return tuple(number if word == "article" else f"{word} {number}" for number in numbers)
    return tuple(_read_name(name) for name in _JOINTS.split(said))


def _read_name(said: str) -> str:
    if match := _OF_ACT.fullmatch(said):
        return "title" if match[1] else WHOLE_ACT
    for number, name in _NAMES.items():
        if said.lower().removeprefix("the ") == name.lower().removeprefix("the "):
            return number
    for pattern, cited in _SAID:
        if match := pattern.fullmatch(said):
            place = match.groupdict().get("place")
            nth = _ORDINALS.index(place.lower()) + 1 if place else ""
            return cited.format(above=_read_name(match["above"]), own=match["own"], place=nth)
    match = _LISTED.fullmatch(said)
    if match is None or not match["word"]:
        raise Unread(_("“%(said)s” names no provision.", said=said))
    return _read_reference(said)[0]


def _part(step: str, case: str, mood: Mood) -> str:
    name, __, ordinal = step.partition(":")
    article = "a" if case == "new" else "the"
    if not ordinal:
        return f"{article} {name}"
    return f"{article} {_ordinal(ordinal)} {name}"


def _ordinal(number: str) -> str:
    if int(number) > len(_ORDINALS):
        raise Refused("not_worded", _("There is no word for number %(number)s here.", number=number))
    return _ORDINALS[int(number) - 1]


def _quotation(words: str, case: str, is_figure: bool, mood: Mood) -> str:
    noun = "sign" if is_sign(words) else "figure" if is_figure else "word"
    return f"the {noun}{'s' if _are_several(words, is_figure) else ''} “{words}”"


def _are_several(words: str, is_figure: bool) -> bool:
    """A whole number is one figure."""
    return not is_one_word(words)


def _verb(name: str, agreement: Agreement, mood: Mood) -> str:
    if name == "deemed":
        return "shall become" if mood == Mood.IMPERATIVE else "has become"
    order = "as follows" if name == "restated" else ""
    if mood == Mood.IMPERATIVE:
        return f"shall be {name} {order}".rstrip()
    return f"{'have' if agreement.plural else 'has'} been {name}"


def _verb_pattern(name: str) -> str:
    if name == "deemed":
        return "(?:shall|has) become"
    return rf"(?:shall be|has been|have been) {name}(?: as follows)?"


GRAMMAR = Grammar(
    labels={
        "article": "Article {}.",
        "chapter": "Chapter {}.",
        "section": "Section {}.",
        "division": "Division {}.",
        "annex": "Annex {}",
        "only annex": "Annex",
        "note": "Note:",
    },
    quotes=("“", "”"),
    sentences=_SENTENCES,
    commencement=r"[^“”]* enters? into force[^“”]*\.",
    qualifiers={
        "first": ", at the first occurrence,",
        "second": ", at the second occurrence,",
        "both": ", at both occurrences,",
        "all": ", at every occurrence,",
        "every_case": ", in the appropriate grammatical form,",
    },
    cases=("obj", "new"),
    reference=_reference,
    read_reference=_read_reference,
    part=_part,
    owner=" of ",
    joint=" and ",
    quotation=_quotation,
    are_several=_are_several,
    quotation_pattern="the (?P<{noun}>words?|figures?|signs?) “(?P<{words}>.+?)”",
    figure_noun="figure",
    verb=_verb,
    verb_pattern=_verb_pattern,
    gender_of_part=lambda step: "n",
    gender_of_reference=lambda number: "n",
    gender_of_figure="n",
    gender_of_word="n",
    gender_of_sign="n",
)


class EnglishRecord:
    """A plain record for acts of a kind in English."""

    def __init__(self, kind: str = "law") -> None:
        self.kind = kind

    law_name = "Law"
    sources_heading = "LIST OF SOURCE DOCUMENTS"

    def changes_heading(self, kind: str, title: str) -> str:
        """The same for every act."""
        return "LIST OF AMENDMENTS"

    def source(self, law: AmendingLaw) -> str:
        """The law with its number, date and publications."""
        day = f"{law.adopted.day} {ENGLISH.months[law.adopted.month - 1]} {law.adopted.year}"
        said = f"{law.name or self.law_name} No. {law.number} of {day}"
        return f"{said} ({law.gazettes})" if law.gazettes else said

    def numbered(self, number: str) -> str:
        """ "Law No. 9-L"."""
        return f"{self.law_name} No. {number}"

    def footnote(self, operation: Operation, law: AmendingLaw, before: Tree) -> str:
        """The law, what it did, and the previous wording in paragraphs of its own."""
        said = f"{self.source(law)}: {English().about(self.kind).word(operation, Mood.PAST)}"
        previous = previous_wording(operation, before, GRAMMAR.labels)
        return "\n".join([said, "The previous wording was:", *previous] if previous else [said])


class English(Prose):
    """English prose for (any, en)."""

    record = EnglishRecord()
    act = EnglishFrame()

    def __init__(self) -> None:
        super().__init__("", "en", GRAMMAR)

    def about(self, kind: str) -> Self:
        """The same prose about an act of a kind: "throughout the Code"."""
        other = copy(self)
        other.grammar = replace(self.grammar, reference=partial(_reference, act=act_word(kind)))
        other.record = EnglishRecord(kind)
        return other
