"""Amending instructions in Russian, for acts of any country without a wording of its own."""

import re
from dataclasses import dataclass

from amendments.instructions.errors import Refused, Unread
from amendments.instructions.grammar import Agreement, Grammar
from amendments.instructions.operations import WHOLE_ACT
from amendments.instructions.prose import Prose
from amendments.instructions.wording import Mood, is_one_word
from amendments.provisions.messages import message as _


@dataclass(frozen=True, slots=True)
class _Noun:
    """Nominative, genitive, accusative, instrumental, prepositional; singular and plural."""

    gender: str
    singular: tuple[str, str, str, str, str]
    plural: tuple[str, str, str, str, str]


_CASES = ("nom", "gen", "acc", "ins", "prep")
_ARTICLE = _Noun(
    "f",
    ("статья", "статьи", "статью", "статьёй", "статье"),
    ("статьи", "статей", "статьи", "статьями", "статьях"),
)
_STRUCTURE = {
    "chapter": _Noun(
        "f", ("глава", "главы", "главу", "главой", "главе"), ("главы", "глав", "главы", "главами", "главах")
    ),
    "section": _Noun(
        "m",
        ("раздел", "раздела", "раздел", "разделом", "разделе"),
        ("разделы", "разделов", "разделы", "разделами", "разделах"),
    ),
    "division": _Noun(
        "m",
        ("параграф", "параграфа", "параграф", "параграфом", "параграфе"),
        ("параграфы", "параграфов", "параграфы", "параграфами", "параграфах"),
    ),
}
_WORD = _Noun(
    "n", ("слово", "слова", "слово", "словом", "слове"), ("слова", "слов", "слова", "словами", "словах")
)
_FIGURE = _Noun(
    "f", ("цифра", "цифры", "цифру", "цифрой", "цифре"), ("цифры", "цифр", "цифры", "цифрами", "цифрах")
)
_LAW = ("Закон", "Закона", "Закон", "Законом", "Законе")
_PARTS = {
    "heading": ("n", ("наименование", "наименования", "наименование", "наименованием", "наименовании")),
    "text": ("m", ("текст", "текста", "текст", "текстом", "тексте")),
    "sanction": ("f", ("санкция", "санкции", "санкцию", "санкцией", "санкции")),
    "disposition": ("f", ("диспозиция", "диспозиции", "диспозицию", "диспозицией", "диспозиции")),
    "sentence": ("n", ("предложение", "предложения", "предложение", "предложением", "предложении")),
    "paragraph": ("m", ("абзац", "абзаца", "абзац", "абзацем", "абзаце")),
}
_ORDINALS = ("перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ENDINGS = {
    "m": ("ый", "ого", "ый", "ым", "ом"),
    "n": ("ое", "ого", "ое", "ым", "ом"),
    "soft m": ("ий", "ьего", "ий", "ьим", "ьем"),
    "soft n": ("ье", "ьего", "ье", "ьим", "ьем"),
}
_STRESSED_ENDING = frozenset({2, 6, 7, 8})  # второй, шестой, седьмой, восьмой
_SOFT = 3  # третий

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
_CITATION = re.compile(r"[\w.()-]+")

_SENTENCES = {
    "global_replace": "По всему тексту {place.gen} {old.obj}{qualifier} {verb.replaced.old} {new.ins}.",
    "replace": "В {place.prep} {old.obj}{qualifier} {verb.replaced.old} {new.ins}.",
    "insert_after": "В {place.prep} после {anchor.gen}{qualifier} {verb.inserted.new} {new.obj}.",
    "insert_before": "В {place.prep} перед {anchor.ins}{qualifier} {verb.inserted.new} {new.obj}.",
    "delete_words": "В {place.prep} {old.obj}{qualifier} {verb.deleted.old}.",
    "append_element": "В конце {after.gen} {verb.stop.single} точкой с запятой и {verb.inserted.numbers} "
    "{numbers.obj}{block}.",
    "insert_beside": "После {after.gen} {verb.inserted.numbers} {numbers.obj}{block}.",
    "insert_element": "{verb.inserted.numbers} {numbers.obj}{block}.",
    "add_sentence": "{place.obj} {verb.added.place} {step.ins}{block}.",
    "restate": "{place.obj} {verb.restated.place}{block}.",
    "renumber_and_add": "{what.obj} {verb.deemed.what} {number.ins} и {verb.inserted.numbers} {numbers.obj}{block}.",
    "renumber": "{what.obj} {verb.deemed.what} {number.ins}.",
    "repeal": "{place.obj} {verb.repealed.place}.",
    "delete_part": "{place.obj} {verb.deleted.place}.",
}


def _case(case: str, mood: Mood) -> int:
    """What an order acts on stands in the accusative, what a report tells of in the nominative."""
    if case == "obj":
        case = "acc" if mood == Mood.IMPERATIVE else "nom"
    return _CASES.index(case)


def _noun_of(number: str) -> _Noun:
    return _STRUCTURE.get(number.partition(" ")[0], _ARTICLE)


def _reference(numbers: tuple[str, ...], case: str, mood: Mood) -> str:
    """ "статье 3.2", "статьям 3.2 и 4", "главе 5"; "Закона" for the whole act."""
    at = _case(case, mood)
    if numbers == (WHOLE_ACT,):
        return _LAW[at]
    noun = _noun_of(numbers[0])
    own = [number.rpartition(" ")[2] for number in numbers]
    if any(" " in number and _noun_of(number) is _ARTICLE for number in numbers):
        raise Refused("not_worded", _("%(number)s has no name in Russian.", number=numbers[0]))
    listed = own[0] if len(own) == 1 else f"{', '.join(own[:-1])} и {own[-1]}"
    return f"{(noun.plural if len(own) > 1 else noun.singular)[at]} {listed}"


def _read_reference(said: str) -> tuple[str, ...]:
    if said.lower() in {form.lower() for form in _LAW}:
        return (WHOLE_ACT,)
    word, __, listed = said.partition(" ")
    numbers = re.split(r", | и ", listed)
    kinds = [
        kind
        for kind, noun in (("", _ARTICLE), *_STRUCTURE.items())
        if word.lower() in (*noun.singular, *noun.plural)
    ]
    if not kinds or not all(_CITATION.fullmatch(number) for number in numbers):
        raise Unread(_("“%(said)s” names no provision.", said=said))
    return tuple(f"{kinds[0]} {number}".strip() for number in numbers)


def _part(step: str, case: str, mood: Mood) -> str:
    name, __, ordinal = step.partition(":")
    gender, forms = _PARTS[name]
    at = _case(case, mood)
    if not ordinal:
        return forms[at]
    if int(ordinal) > len(_ORDINALS):
        raise Refused("not_worded", _("There is no word for number %(number)s here.", number=ordinal))
    return f"{_ordinal(int(ordinal), gender, at)} {forms[at]}"


def _ordinal(n: int, gender: str, at: int) -> str:
    ending = _ENDINGS[f"soft {gender}" if n == _SOFT else gender][at]
    if n in _STRESSED_ENDING and ending == "ый":
        ending = "ой"
    return _ORDINALS[n - 1] + ending


def _quotation(words: str, case: str, is_figure: bool, mood: Mood) -> str:
    noun = _FIGURE if is_figure else _WORD
    forms = noun.singular if is_one_word(words) else noun.plural
    return f"{forms[_case(case, mood)]} «{words}»"


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
    labels={"article": "Статья", "chapter": "Глава", "section": "Раздел", "division": "Параграф"},
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
    cases=_CASES,
    reference=_reference,
    read_reference=_read_reference,
    part=_part,
    owner=" ",
    quotation=_quotation,
    quotation_pattern="(?P<{noun}>слов[а-яё]*|цифр[а-яё]*) «(?P<{words}>.+?)»",
    figure_noun="цифр",
    verb=_verb,
    verb_pattern=_verb_pattern,
    gender_of_part=lambda step: _PARTS[step.partition(":")[0]][0],
    gender_of_reference=lambda number: _noun_of(number).gender,
    gender_of_figure=_FIGURE.gender,
    gender_of_word=_WORD.gender,
)


class Russian(Prose):
    """Russian prose for (any, ru)."""

    def __init__(self) -> None:
        super().__init__("", "ru", GRAMMAR)
