"""Writes operations as Azerbaijani prose: as an order in the amending act, as a report in the consolidated text."""

import re
from collections.abc import Callable
from dataclasses import replace

from amendments.instructions.citations import cited, stands_first
from amendments.instructions.designations import without_kind
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, NewElement, Op, Operation
from amendments.instructions.prose import quoting
from amendments.instructions.wording import (
    Mood,
    carried,
    is_figures,
    is_one_word,
    is_sign,
    number_before,
    outermost,
)
from amendments.provisions.messages import Message, message as _
from amendments.provisions.numbers import filed
from amendments.provisions.sentences import paragraphs, sentences
from azerbaijan.wordings.forms import Case, decline
from azerbaijan.wordings.places import (
    ACTS,
    OTHER_ACT,
    PARTS_OF_ACT,
    added,
    ordinal_words,
    part,
    place,
    provisions,
)

LABELS = {
    "article": "Maddə {}.",
    "chapter": "Fəsil {}.",
    "section": "Bölmə {}.",
    "division": "Paraqraf {}.",
    "annex": "{} nömrəli əlavə",
    "only annex": "Əlavə",
    "note": "Qeyd:",
}
SIGNS = {
    ".": "nöqtə",
    ",": "vergül",
    ";": "nöqtəli vergül",
    ":": "iki nöqtə",
    "–": "tire",
}
QUALIFIERS = {
    "first": "birinci halda",
    "second": "ikinci halda",
    "both": "hər iki halda",
    "all": "bütün hallarda",
    "every_case": "ismin müvafiq hallarında",
}
# Counted in real laws: 93 of 105 insertions from 2018 on take the dative (maddəyə), and 14 of 46 before.
FIRST_YEAR_OF_DATIVE = 2018
FIRST_YEAR_OF_DIGITS = 2018
YEARS_OF_PLURAL_CITATIONS = range(2010, 2022)

_CITATION = re.compile(r"\W*\d+(?:[.-]\d+)*-c[iıuü]\W*")


def say(operation: Operation, mood: Mood, labels: quoting.Labels = LABELS, kind: str = "law") -> str:
    """The operation on an act of a kind as a sentence; new provisions are quoted with these labels."""
    if operation.op in _QUOTED_BY:
        said = _QUOTED_BY[operation.op](operation, mood, labels)
    else:
        said = _SAID_BY[operation.op](operation, mood)
    if operation.all_targets in PARTS_OF_ACT and operation.op is not Op.COMMENCEMENT:
        return f"{decline(ACTS.get(kind, OTHER_ACT), Case.GENITIVE)} {said}"  # the place begins each sentence
    return said


def _verb(stem: str, mood: Mood) -> str:
    """ed-il-sin, edil-miş-dir: the stem in the voice that instructions use."""
    front = [letter for letter in stem if letter in "aıəieöüou"][-1] in "əieöü"
    if mood == Mood.IMPERATIVE:
        return stem + ("sin" if front else "sın")
    return stem + ("mişdir" if front else "mışdır")


def quoted(words: str, case: Case, operation: Operation) -> str:
    """Quoted words with their noun: “A” sözləri, “10” rəqəmi, nöqtə işarəsi."""
    words = words.strip()
    if words in SIGNS:
        return f"{SIGNS[words]} {decline('işarə', case, possessed=True)}"
    if is_sign(words):
        return f"“{words}” {decline('işarə', case, possessed=True)}"
    if operation.op is Op.REPLACE_NUMBER or is_figures(words):
        noun, plural = "rəqəm", _are_several_figures(words, operation.year)
    else:
        noun, plural = "söz", _are_several_words(words, operation.year)
    return f"“{words}” {decline(noun, case, plural=plural, possessed=True)}"


def _are_several_figures(words: str, year: int | None) -> bool:
    """Each digit is a figure ("10" rəqəmləri). Until 2017 the whole number was one figure ("10" rəqəmi)."""
    if year and year < FIRST_YEAR_OF_DIGITS and words.isdigit():
        return False
    return sum(c.isdigit() for c in words) > 1


def _are_several_words(words: str, year: int | None) -> bool:
    """Compounds ("inzibati-iqtisadi") are several words. Citations ("25.8-ci") are several words in some years."""
    if not is_one_word(words):
        return True
    if _CITATION.fullmatch(words):
        return year is None or year in YEARS_OF_PLURAL_CITATIONS
    first, hyphen, _ = words.partition("-")
    return any(c.isdigit() for c in words) or bool(hyphen and not first.isupper())


_NEW_TEXT = _("Write the new text.")
_WORDS_IN_FORCE = _("Write the words that the instruction changes.")


def _needs(words: str, message: Message = _NEW_TEXT) -> str:
    if not words.strip():
        raise Refused("new_text_needed", message)
    return words


def _where(operation: Operation, case: Case) -> str:
    """The place and the qualifier, which come before the quoted words."""
    if operation.op is Op.GLOBAL_REPLACE and operation.all_targets != (WHOLE_ACT,):
        owners = provisions(operation.all_targets, Case.GENITIVE)
        said = f"{owners} {part('heading', case)} və {part('text', case)}"
    else:
        said = place(operation, case)
    qualifier = QUALIFIERS.get(operation.qualifier, "")
    return f"{said} {qualifier}".rstrip()


def _replace(operation: Operation, mood: Mood) -> str:
    old = quoted(_needs(operation.old, _WORDS_IN_FORCE), Case.NOMINATIVE, operation)
    new = quoted(_needs(operation.new), Case.NOMINATIVE, operation)
    if operation.qualifier == "every_case":
        new = f"{QUALIFIERS['every_case']} {new}"
    return f"{_where(operation, Case.LOCATIVE)} {old} {new} ilə əvəz {_verb('edil', mood)}."


def _insert(operation: Operation, mood: Mood) -> str:
    side = "sonra" if operation.op is Op.INSERT_AFTER else "əvvəl"
    anchor = quoted(_needs(operation.anchor, _WORDS_IN_FORCE), Case.ABLATIVE, operation)
    new = quoted(_needs(operation.new), Case.NOMINATIVE, operation)
    case = Case.LOCATIVE if operation.year and operation.year < FIRST_YEAR_OF_DATIVE else Case.DATIVE
    return f"{_where(operation, case)} {anchor} {side} {new} əlavə {_verb('edil', mood)}."


def _delete(operation: Operation, mood: Mood) -> str:
    if not operation.old:
        return f"{place(operation, Case.NOMINATIVE)} {_verb('çıxarıl', mood)}."
    old = quoted(operation.old, Case.NOMINATIVE, operation)
    return f"{_where(operation, Case.ABLATIVE)} {old} {_verb('çıxarıl', mood)}."


def _with_text(said: str, text: str) -> str:
    joint = "\n" if "\n" in text else " "
    return f"{said}:{joint}“{text}”."


def _restate(operation: Operation, mood: Mood, labels: quoting.Labels) -> str:
    said = place(operation, Case.NOMINATIVE)
    if mood == Mood.PAST:
        return f"{said} yeni redaksiyada {_verb('veril', mood)}."
    said = f"{said} aşağıdakı redaksiyada {_verb('veril', mood)}"
    if operation.level not in ("", "text") or operation.is_of_text_alone:
        return _with_text(said, _needs(operation.new or operation.heading))
    elements = list(operation.children)
    if len(operation.all_targets) == 1:
        elements.insert(0, NewElement(operation.all_targets[0], operation.heading, operation.new))
    if not any(element.text or element.heading for element in elements):
        raise Refused("new_text_needed", _NEW_TEXT)
    return _with_text(said, quoting.printed(elements, labels))


def _restate_heading(operation: Operation, mood: Mood, labels: quoting.Labels) -> str:
    return _restate(replace(operation, level="heading"), mood, labels)


def _content(mood: Mood) -> str:
    return "aşağıdakı məzmunda" if mood == Mood.IMPERATIVE else "yeni məzmunda"


def _add_sentence(operation: Operation, mood: Mood) -> str:
    outer, _, step = operation.level.rpartition("/")
    name, _, number = step.partition(":")
    noun = "abzas" if name == "paragraph" else "cümlə"
    parts = paragraphs(operation.new) if name == "paragraph" else sentences(operation.new)
    what = ordinal_words(int(number), len(parts), noun) if number else noun
    is_at_end = bool(name) and not number
    where = place(replace(operation, level=outer), Case.GENITIVE if is_at_end else Case.DATIVE)
    where += " sonuna" if is_at_end else ""
    said = f"{where} {_content(mood)} {what} əlavə {_verb('edil', mood)}"
    return f"{said}." if mood == Mood.PAST else _with_text(said, _needs(operation.new))


def _insert_element(operation: Operation, mood: Mood, labels: quoting.Labels) -> str:
    owner, announced = added(carried(operation))
    owner = _beside(operation) or owner
    said = f"{owner} {_content(mood)} {announced} əlavə {_verb('edil', mood)}".lstrip()
    after = operation.after or number_before(without_kind(operation.target))
    if operation.op is Op.APPEND_ELEMENT and after and not stands_first(operation.target, after):
        said = f"{provisions((after,), Case.GENITIVE)} sonunda {_change_of_sign('.', ';', mood)} və {said}"
    if mood == Mood.PAST:
        return f"{said}."
    _needs(operation.new + operation.heading + "".join(child.text for child in operation.children))
    return _with_text(said, quoting.printed(new_elements(operation), labels))


def _beside(operation: Operation) -> str:
    """Where new provisions stand if their number does not say it: "V fəslin əvvəlinə", "25-ci maddədən sonra"."""
    target, after = operation.target, operation.after
    if not after or (operation.op is Op.APPEND_ELEMENT and not cited(after).kind):
        return ""
    if stands_first(target, after):
        is_by_number = cited(target).parent and not number_before(cited(target).number)
        return "" if is_by_number else f"{provisions((after,), Case.GENITIVE)} əvvəlinə"
    return "" if _follows_by_number(target, after) else f"{provisions((after,), Case.ABLATIVE)} sonra"


def _follows_by_number(target: str, after: str) -> bool:
    """Whether a new provision would be looked for behind the other one without being told."""
    own, other = cited(target), cited(after)
    if (own.parent, own.kind) != (other.parent, other.kind) or not (own.number and other.number):
        return True
    usual = number_before(own.number)
    return other.number == usual if usual else filed(other.number) <= filed(own.number)


def _change_of_sign(old: str, new: str, mood: Mood) -> str:
    sign = decline("işarə", Case.NOMINATIVE, possessed=True)
    return f"{SIGNS[old]} {sign} {SIGNS[new]} {sign} ilə əvəz {_verb('edil', mood)}"


def _repeal(operation: Operation, mood: Mood) -> str:
    return f"{place(operation, Case.NOMINATIVE)} ləğv {_verb('edil', mood)}."


def _renumber(operation: Operation, mood: Mood, labels: quoting.Labels) -> str:
    number, elements = redesignation(operation)
    target = operation.target
    is_text = number.startswith(f"{target}.")
    what = provisions((target,), Case.GENITIVE if is_text else Case.NOMINATIVE)
    what += f" {part('text', Case.NOMINATIVE)}" if is_text else ""
    said = f"{what} {added((number,))[1]} hesab {_verb('edil', mood)}"
    if not elements:
        return f"{said}."
    owner, numbers = added(outermost([element.number for element in elements]))
    addition = f"{owner} {_content(mood)} {numbers} əlavə {_verb('edil', mood)}".lstrip()
    said += f" və {addition}"
    return f"{said}." if mood == Mood.PAST else _with_text(said, quoting.printed(elements, labels))


def _commencement(operation: Operation, mood: Mood) -> str:
    return _needs(operation.new)


_SAID_BY: dict[Op, Callable[[Operation, Mood], str]] = {
    Op.REPLACE_WORDS: _replace,
    Op.REPLACE_NUMBER: _replace,
    Op.GLOBAL_REPLACE: _replace,
    Op.INSERT_AFTER: _insert,
    Op.INSERT_BEFORE: _insert,
    Op.DELETE_WORDS: _delete,
    Op.ADD_SENTENCE: _add_sentence,
    Op.REPEAL: _repeal,
    Op.COMMENCEMENT: _commencement,
}
_QUOTED_BY: dict[Op, Callable[[Operation, Mood, quoting.Labels], str]] = {
    Op.RESTATE: _restate,
    Op.RESTATE_HEADING: _restate_heading,
    Op.RESTATE_SENTENCE: _restate,
    Op.INSERT_ELEMENT: _insert_element,
    Op.APPEND_ELEMENT: _insert_element,
    Op.RENUMBER_AND_ADD: _renumber,
}
