"""Amending instructions in Russian, for acts of any country without a wording of its own."""

from copy import copy
from dataclasses import replace
from functools import partial
from typing import Self

from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import Operation
from amendments.instructions.previous_wording import previous_wording
from amendments.instructions.prose.grammar import Agreement, Grammar, Orders
from amendments.instructions.prose.prose_engine import Prose
from amendments.instructions.prose.russian_frame import RussianFrame, day_in_words
from amendments.instructions.prose.russian_prepositions import begun_without, with_vowels
from amendments.instructions.prose.russian_references import (
    CASES,
    Noun,
    gender,
    nest,
    ordinal_word,
    read_nested,
    read_reference,
    reference,
)
from amendments.instructions.wording import Mood, is_one_word, is_sign
from amendments.provisions.tree import Tree

_WORD = Noun(
    "n", ("слово", "слова", "слово", "словом", "слове"), ("слова", "слов", "слова", "словами", "словах")
)
_FIGURE = Noun(
    "f", ("цифра", "цифры", "цифру", "цифрой", "цифре"), ("цифры", "цифр", "цифры", "цифрами", "цифрах")
)
_SIGN = Noun(
    "m", ("знак", "знака", "знак", "знаком", "знаке"), ("знаки", "знаков", "знаки", "знаками", "знаках")
)
_PARTS = {
    "heading": ("n", ("наименование", "наименования", "наименование", "наименованием", "наименовании")),
    "text": ("m", ("текст", "текста", "текст", "текстом", "тексте")),
    "sanction": ("f", ("санкция", "санкции", "санкцию", "санкцией", "санкции")),
    "disposition": ("f", ("диспозиция", "диспозиции", "диспозицию", "диспозицией", "диспозиции")),
    "table": ("f", ("таблица", "таблицы", "таблицу", "таблицей", "таблице")),
    "sentence": ("n", ("предложение", "предложения", "предложение", "предложением", "предложении")),
    "paragraph": ("m", ("абзац", "абзаца", "абзац", "абзацем", "абзаце")),
}
# An order, then the report for a feminine, masculine, neuter and plural subject.
_VERBS = {
    "replaced": ("заменить", "заменена", "заменён", "заменено", "заменены"),
    "inserted": ("добавить", "добавлена", "добавлен", "добавлено", "добавлены"),
    "deleted": ("исключить", "исключена", "исключён", "исключено", "исключены"),
    "added": ("дополнить", "дополнена", "дополнен", "дополнено", "дополнены"),
    "restated": (
        "изложить в следующей редакции",
        "изложена в новой редакции",
        "изложен в новой редакции",
        "изложено в новой редакции",
        "изложены в новой редакции",
    ),
    "stop": ("точку заменить", "точка заменена", "", "", ""),
    "deemed": ("считать", "считается", "считается", "считается", "считаются"),
}
_REPEALED = {
    "f": ("признать утратившей силу", "признана утратившей силу"),
    "m": ("признать утратившим силу", "признан утратившим силу"),
    "n": ("признать утратившим силу", "признано утратившим силу"),
    "plural": ("признать утратившими силу", "признаны утратившими силу"),
}

_SENTENCES = {
    "global_replace": "По всему тексту {place.gen} {old.obj}{qualifier} {verb.replaced.old} {new.ins}.",
    "replace": "В {place.prep} {old.obj}{qualifier} {verb.replaced.old} {new.ins}.",
    "insert_after": "В {place.prep} после {anchor.gen}{qualifier} {verb.inserted.new} {new.obj}.",
    "insert_before": "В {place.prep} перед {anchor.ins}{qualifier} {verb.inserted.new} {new.obj}.",
    "delete_words": "В {place.prep} {old.obj}{qualifier} {verb.deleted.old}.",
    "append_element": "В конце {after.gen} {verb.stop.single} точкой с запятой и {verb.inserted.numbers} "
    "{numbers.obj}{block}.",
    "insert_first": "В начале {after.gen} {verb.inserted.numbers} {numbers.obj}{block}.",
    "insert_beside": "После {after.gen} {verb.inserted.numbers} {numbers.obj}{block}.",
    "insert_element": "{verb.inserted.numbers} {numbers.obj}{block}.",
    "add_sentence": "{place.obj} {verb.added.place} {step.ins}{block}.",
    "restate": "{place.obj} {verb.restated.place}{block}.",
    "renumber_and_add": "{what.obj} {verb.deemed.what} {number.ins} и {verb.inserted.numbers} {numbers.obj}{block}.",
    "renumber": "{what.obj} {verb.deemed.what} {number.ins}.",
    "repeal": "{place.obj} {verb.repealed.place}.",
    "delete_part": "{place.obj} {verb.deleted.place}.",
}
# An order supplements the provision that holds what is new.
_ORDERS = {
    "insert_after": "{place.acc} после {anchor.gen}{qualifier} дополнить {new.ins}.",
    "insert_before": "{place.acc} перед {anchor.ins}{qualifier} дополнить {new.ins}.",
    "append_element": "В конце {after.gen} точку заменить точкой с запятой и {owner}дополнить {own}{content}{block}.",
    "insert_first": "{first.acc} в начале дополнить {own}{content}{block}.",
    "insert_beside": "{owner}после {beside} дополнить {own}{content}{block}.",
    "insert_element": "{owner}дополнить {own}{content}{block}.",
    "add_sentence": "{place.acc} дополнить {step.ins}{content}{block}.",
    "renumber_and_add": "{what.acc} считать {number.ins} и {owner}дополнить {own}{content}{block}.",
}


def _case(case: str, mood: Mood) -> int:
    """What an order acts on stands in the accusative, what a report tells of in the nominative."""
    if case == "obj":
        case = "acc" if mood == Mood.IMPERATIVE else "nom"
    return CASES.index(case)


def _reference(numbers: tuple[str, ...], case: str, mood: Mood, kind: str = "law") -> str:
    """ "статье 3.2", "статьям 3.2 и 4", "главе 5"; "Закона" for the whole act."""
    return reference(numbers, _case(case, mood), kind)


def _part(step: str, case: str, mood: Mood) -> str:
    name, __, ordinal = step.partition(":")
    gender, forms = _PARTS[name]
    at = _case(case, mood)
    if not ordinal:
        return forms[at]
    return f"{ordinal_word(int(ordinal), gender, at)} {forms[at]}"


def _quotation(words: str, case: str, is_figure: bool, mood: Mood) -> str:
    noun = _SIGN if is_sign(words) else _FIGURE if is_figure else _WORD
    forms = noun.plural if _are_several(words, is_figure) else noun.singular
    return f"{forms[_case(case, mood)]} «{words}»"


def _are_several(words: str, is_figure: bool) -> bool:
    """Each digit is a figure: «цифру «7» заменить цифрами «14»."""
    if is_figure:
        return sum(sign.isdigit() for sign in words) > 1
    return not is_one_word(words)


def _verb(name: str, agreement: Agreement, mood: Mood) -> str:
    if name == "repealed":
        return _REPEALED["plural" if agreement.plural else agreement.gender][mood == Mood.PAST]
    forms = _VERBS[name]
    if mood == Mood.IMPERATIVE:
        return forms[0]
    return forms[4 if agreement.plural else 1 + "fmn".index(agreement.gender)]


def _verb_pattern(name: str) -> str:
    forms = [form for pair in _REPEALED.values() for form in pair] if name == "repealed" else _VERBS[name]
    return f"(?:{'|'.join(forms)})"


GRAMMAR = Grammar(
    labels={
        "article": "Статья {}.",
        "chapter": "Глава {}.",
        "section": "Раздел {}.",
        "division": "Параграф {}.",
        "annex": "Приложение № {}",
        "only annex": "Приложение",
        "note": "Примечание.",
    },
    quotes=("«", "»"),
    sentences=_SENTENCES,
    commencement=r"[^«»]* вступа(?:ет|ют) в силу[^«»]*\.",
    qualifiers={
        "first": " в первом случае",
        "second": " во втором случае",
        "both": " в обоих случаях",
        "all": " во всех случаях",
        "every_case": " в соответствующих падежах",
    },
    cases=CASES,
    reference=_reference,
    read_reference=read_reference,
    part=_part,
    owner=" ",
    joint=" и ",
    quotation=_quotation,
    are_several=_are_several,
    quotation_pattern="(?P<{noun}>слов[а-яё]*|цифр[а-яё]*|знак[а-яё]*) «(?P<{words}>.+?)»",
    figure_noun="цифр",
    verb=_verb,
    verb_pattern=_verb_pattern,
    gender_of_part=lambda step: _PARTS[step.partition(":")[0]][0],
    gender_of_reference=gender,
    gender_of_figure=_FIGURE.gender,
    gender_of_word=_WORD.gender,
    gender_of_sign=_SIGN.gender,
    orders=Orders(_ORDERS, nest, read_nested, " следующего содержания"),
)


class RussianRecord:
    """A plain record for acts of a kind in Russian."""

    def __init__(self, kind: str = "law") -> None:
        self.kind = kind

    law_name = "Закон"
    sources_heading = "СПИСОК ИСПОЛЬЗОВАННЫХ ИСТОЧНИКОВ"

    def changes_heading(self, kind: str, title: str) -> str:
        """The same for every act."""
        return "СПИСОК ИЗМЕНЕНИЙ"

    def source(self, law: AmendingLaw) -> str:
        """ "Закон № 2-L от 4 апреля 2027 года (…)"."""
        said = f"{law.name or self.law_name} № {law.number} от {day_in_words(law.adopted)}"
        return f"{said} ({law.gazettes})" if law.gazettes else said

    def numbered(self, number: str) -> str:
        """ "Закон № 9-L"."""
        return f"{self.law_name} № {number}"

    def footnote(self, operation: Operation, law: AmendingLaw, before: Tree) -> str:
        """The law, what it did, and the previous wording in paragraphs of its own."""
        said = f"{self.source(law)}: {Russian().about(self.kind).word(operation, Mood.PAST)}"
        previous = previous_wording(operation, before, GRAMMAR.labels)
        return "\n".join([said, "Прежняя редакция:", *previous] if previous else [said])


class Russian(Prose):
    """Russian prose for (any, ru)."""

    record = RussianRecord()
    act = RussianFrame()

    def __init__(self) -> None:
        super().__init__("", "ru", GRAMMAR)

    def about(self, kind: str) -> Self:
        """The same prose about an act of a kind: "по всему тексту Кодекса"."""
        other = copy(self)
        other.grammar = replace(self.grammar, reference=partial(_reference, kind=kind))
        other.record = RussianRecord(kind)
        return other

    def word(self, operation: Operation, mood: Mood) -> str:
        """ "Во втором предложении", not "В втором предложении"."""
        return with_vowels(super().word(operation, mood))

    def parse(self, text: str, year: int | None = None) -> list[Operation]:
        """The one operation that a sentence says."""
        return super().parse(begun_without(text.strip()), year)
