"""How Russian prose names provisions: "статья 3.2", "пункты «а» и «б» части 1 статьи 11", "примечание к статье 45"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amendments.instructions.citations import CitedLevel, is_letter, steps
from amendments.instructions.instruction_errors import Refused, Unread
from amendments.instructions.operations import WHOLE_ACT
from amendments.instructions.prose.grammar import Nested
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Kind

_ITEMS = (Kind.PART, Kind.POINT, Kind.SUBPOINT)
CASES = ("nom", "gen", "acc", "ins", "prep")
_GENITIVE, _ACCUSATIVE, _INSTRUMENTAL = map(CASES.index, ("gen", "acc", "ins"))


@dataclass(frozen=True, slots=True)
class Noun:
    """Nominative, genitive, accusative, instrumental, prepositional; singular and plural."""

    gender: str
    singular: tuple[str, str, str, str, str]
    plural: tuple[str, str, str, str, str]

    @property
    def dative(self) -> str:
        """Of one: "статье", "пункту", "приложению"."""
        if self.gender == "f":
            return self.singular[-1]
        return f"{self.singular[0]}у" if self.gender == "m" else f"{self.singular[0][:-1]}ю"


def _masculine(stem: str, genitive: str = "ов") -> Noun:
    singular = (stem, f"{stem}а", stem, f"{stem}ом", f"{stem}е")
    return Noun("m", singular, (f"{stem}ы", stem, f"{stem}ы", f"{stem}ами", f"{stem}ах"))


def _neuter(stem: str) -> Noun:
    singular = (f"{stem}ие", f"{stem}ия", f"{stem}ие", f"{stem}ием", f"{stem}ии")
    return Noun("n", singular, (f"{stem}ия", f"{stem}ий", f"{stem}ия", f"{stem}иями", f"{stem}иях"))


def _feminine(stem: str, plural: str, instrumental: str) -> Noun:
    singular = (f"{stem}а", f"{stem}{plural}", f"{stem}у", f"{stem}{instrumental}", f"{stem}е")
    several = f"{stem}{plural}"
    return Noun("f", singular, (several, stem, several, f"{stem}ами", f"{stem}ах"))


NOUNS = {
    Kind.ARTICLE: Noun(
        "f",
        ("статья", "статьи", "статью", "статьёй", "статье"),
        ("статьи", "статей", "статьи", "статьями", "статьях"),
    ),
    Kind.PART: Noun(
        "f", ("часть", "части", "часть", "частью", "части"), ("части", "частей", "части", "частями", "частях")
    ),
    Kind.POINT: _masculine("пункт"),
    Kind.SUBPOINT: _masculine("подпункт"),
    Kind.CHAPTER: Noun(
        "f", ("глава", "главы", "главу", "главой", "главе"), ("главы", "глав", "главы", "главами", "главах")
    ),
    Kind.SECTION: _masculine("раздел"),
    Kind.DIVISION: _masculine("параграф"),
    Kind.ANNEX: _neuter("приложен"),
    Kind.TABLE: _feminine("таблиц", "ы", "ей"),
    Kind.ROW: _feminine("строк", "и", "ой"),
    Kind.NOTE: _neuter("примечан"),
    Kind.PREAMBLE: Noun(
        "f",
        ("преамбула", "преамбулы", "преамбулу", "преамбулой", "преамбуле"),
        ("преамбулы", "преамбул", "преамбулы", "преамбулами", "преамбулах"),
    ),
}
_ORDINALS = (
    *("перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    *("одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат"),
    *("восемнадцат", "девятнадцат", "двадцат"),
)
_ENDINGS = {
    "m": ("ый", "ого", "ый", "ым", "ом"),
    "n": ("ое", "ого", "ое", "ым", "ом"),
    "f": ("ая", "ой", "ую", "ой", "ой"),
    "soft f": ("ья", "ьей", "ью", "ьей", "ьей"),
    "soft m": ("ий", "ьего", "ий", "ьим", "ьем"),
    "soft n": ("ье", "ьего", "ье", "ьим", "ьем"),
}
_STRESSED_ENDING = frozenset({2, 6, 7, 8})  # второй, шестой, седьмой, восьмой
_SOFT = 3  # третий
ACTS = {
    "code": ("Кодекс", "Кодекса", "Кодекс", "Кодексом", "Кодексе"),
    "law": ("Закон", "Закона", "Закон", "Законом", "Законе"),
    "decree": ("Указ", "Указа", "Указ", "Указом", "Указе"),
    "decision": ("Постановление", "Постановления", "Постановление", "Постановлением", "Постановлении"),
    "constitution": ("Конституция", "Конституции", "Конституцию", "Конституцией", "Конституции"),
}
"""The kinds of acts, in the cases."""
_OTHER_ACT = ("акт", "акта", "акт", "актом", "акте")
_SAID_OF_ACT = {form.lower() for forms in (*ACTS.values(), _OTHER_ACT) for form in forms}
_TITLE = ("наименование", "наименования", "наименование", "наименованием", "наименовании")
_NUMBER = r"(?:(?=[^\s,]*\d|(?:[^\W\d_]{1,2}|[IVXLCDM]+)(?!\w))[\w.()-]+|«[\w-]+»)"  # no word: "считать"
_SAID = re.compile(
    rf"(?P<noun>\w+)(?: (?P<numbers>{_NUMBER}(?:, {_NUMBER})*(?: и {_NUMBER})?))?(?P<rest> .+)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\((?P<word>\w+) по счёту\) ?")
_KINDS = {
    form.replace("ё", "е"): kind
    for kind, noun in NOUNS.items()
    for form in (*noun.singular, noun.dative, *noun.plural)
}


def act_word(kind: str, at: int) -> str:
    """How an act of a kind is called, in a case: "Кодекса"."""
    return ACTS.get(kind, _OTHER_ACT)[at]


def reference(numbers: Sequence[str], at: int, kind: str = "law") -> str:
    """The provisions of an act of a kind in a case; several of them share what they lie in."""
    if tuple(numbers) == (WHOLE_ACT,):
        return act_word(kind, at)
    if tuple(numbers) == ("title",):
        return f"{_TITLE[at]} {act_word(kind, _GENITIVE)}"
    owners, own = _apart(numbers)
    return _within(_listed(own, at), owners)


def nest(numbers: tuple[str, ...], after: str) -> Nested:
    """What an order adds provisions to, what it adds, and behind what: "статью 3 ", "пунктом 4", "пункта 3".

    Where they do not stand behind what lies beside them, all are named in full. So are articles that a chapter counts
    anew, for "главу 2 дополнить статьёй 4" is read of an article that the whole act counts.
    """
    behind = _said_steps(after)
    owners, own = ([], []) if numbers == ("title",) else _apart(numbers)
    is_beside = not after or behind[:-1] == owners
    is_of_chapter = bool(owners) and owners[-1].kind in UPPER_STRUCTURE and own[0].kind is Kind.ARTICLE
    if not owners or not is_beside or is_of_chapter:
        in_full = reference((after,), _GENITIVE) if after else ""
        return Nested("", reference(numbers, _INSTRUMENTAL), in_full)
    owner = _within(_listed(owners[-1:], _ACCUSATIVE), owners[:-1])
    beside = _listed(behind[-1:], _GENITIVE) if after else ""
    return Nested(f"{owner} ", _listed(own, _INSTRUMENTAL), beside)


def _apart(numbers: Sequence[str]) -> tuple[list[CitedLevel], list[CitedLevel]]:
    """What the provisions lie in, the outermost first, and what each of them is in it."""
    chains = [_said_steps(number) for number in numbers]
    if not all(chains) or any(step.kind not in NOUNS for chain in chains for step in chain):
        raise Refused("not_worded", _("%(number)s cannot be named in Russian.", number=numbers[0]))
    *owners, last = chains[0]
    if any(chain[:-1] != owners or chain[-1].kind is not last.kind for chain in chains):
        raise Refused(
            "not_worded",
            _(
                "Provisions of different kinds or places cannot be named together. Write one instruction for each kind "
                "and place."
            ),
        )
    return owners, [chain[-1] for chain in chains]


def _within(said: str, owners: Sequence[CitedLevel]) -> str:
    for owner in reversed(owners):
        said = f"{said} {_owner(owner, said)}"
    return said


def _said_steps(number: str) -> list[CitedLevel]:
    """The levels of a citation as they are called: what an annex is divided into are points and subpoints."""
    found = steps(number)
    if not found or found[0].kind is not Kind.ANNEX or any(step.kind is Kind.ARTICLE for step in found):
        return found
    items = [place for place, step in enumerate(found) if step.kind in _ITEMS]
    for depth, place in enumerate(items):
        found[place] = replace(found[place], kind=Kind.SUBPOINT if depth else Kind.POINT)
    return found


def gender(number: str) -> str:
    """The gender of what a citation names."""
    found = _said_steps(number)
    if not found or found[-1].kind is Kind.TITLE:
        return "n" if found else "f"
    return NOUNS[found[-1].kind].gender


def ordinal_word(n: int, gender: str, at: int) -> str:
    """ "вторая", "второй", "вторую"."""
    if n > len(_ORDINALS):
        raise Refused("not_worded", _("There is no word for number %(number)s here.", number=str(n)))
    ending = _ENDINGS[f"soft {gender}" if n == _SOFT else gender][at]
    if n in _STRESSED_ENDING and ending == "ый":
        ending = "ой"
    return _ORDINALS[n - 1] + ending


def _listed(own: Sequence[CitedLevel], at: int) -> str:
    noun = NOUNS[own[0].kind]
    numbers = [f"«{step.number}»" if is_letter(step.number) else _number(step, noun, at) for step in own]
    listed = numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} и {numbers[-1]}"
    return f"{(noun.plural if len(numbers) > 1 else noun.singular)[at]} {listed}".rstrip()


def _number(step: CitedLevel, noun: Noun, at: int) -> str:
    """Of rows that print one number: "строке 3 (второй по счёту)"."""
    counted = f" ({ordinal_word(step.place, noun.gender, at)} по счёту)" if step.place else ""
    return f"{step.number}{counted}"


def _owner(owner: CitedLevel, below: str) -> str:
    """What a provision lies in, in the genitive; a note is a note to it."""
    if below.split()[-1] in (*NOUNS[Kind.NOTE].singular, *NOUNS[Kind.NOTE].plural):
        own = f"«{owner.number}»" if is_letter(owner.number) else owner.number
        return f"к {NOUNS[owner.kind].dative} {own}".rstrip()
    return _listed([owner], CASES.index("gen"))


def read_nested(said: str, owner: str) -> tuple[str, ...]:
    """The citations of what an order names by what holds it; no provision of the act holds articles."""
    above = _one(owner.strip()) if owner else ""
    upper = above.partition(" ")[0] in {kind.value for kind in UPPER_STRUCTURE}
    is_article = _kind(said) is Kind.ARTICLE
    if above == WHOLE_ACT or (is_article and (upper or above[:1].isdecimal())):
        above = ""
    return read_reference(said, above)


def read_reference(said: str, above: str = "") -> tuple[str, ...]:
    """The citations that a reference names; what is named alone lies in the provision `above`."""
    if said.lower() in _SAID_OF_ACT:
        return (WHOLE_ACT,)
    match = _SAID.fullmatch(said.strip())
    kind = _kind(said)
    if match is None or kind is None:
        raise Unread(_("“%(said)s” names no provision.", said=said))
    numbers = [number.strip("«»") for number in re.split(r", | и ", match["numbers"] or "")]
    rest = (match["rest"] or "").strip()
    if counted := _COUNTED.match(rest):
        numbers[-1] += f":{_place(counted['word'], NOUNS[kind])}"
        rest = rest[counted.end() :]
    if not rest:
        return tuple(_cited(above, kind, number) for number in numbers)
    above = _one(rest.removeprefix("к "))
    return tuple(_cited(above, kind, number) for number in numbers)


def _one(said: str) -> str:
    """What holds a provision."""
    found = read_reference(said)
    if len(found) > 1:
        raise Unread(_("“%(said)s” names no provision.", said=said))
    return found[0]


def _kind(said: str) -> Kind | None:
    match = _SAID.fullmatch(said.strip())
    return _KINDS.get(match["noun"].lower().replace("ё", "е")) if match else None


def _place(said: str, noun: Noun) -> int:
    """The number of "второй" among the rows that print the same number."""
    for place in range(1, len(_ORDINALS) + 1):
        if said.lower() in {ordinal_word(place, noun.gender, at) for at in range(len(CASES))}:
            return place
    raise Unread(_("“%(said)s” names no provision.", said=said))


def _cited(above: str, kind: Kind, number: str) -> str:
    """The citation of a provision in another one."""
    if kind in (Kind.PREAMBLE, Kind.NOTE):
        return f"{above} {kind.value}".strip()
    if kind in (Kind.PART, Kind.POINT, Kind.SUBPOINT):
        if not above:
            raise Unread(_("“%(said)s” names no provision.", said=number))
        is_counted = above.endswith(" note") or steps(above)[-1:] == [CitedLevel(Kind.ANNEX, above[6:])]
        return f"{above} point {number}" if is_counted else f"{above}({number})"
    if kind in (Kind.TABLE, Kind.ROW):
        return f"{above} {kind.value} {number}".strip()
    if kind is Kind.ARTICLE:
        return f"{above} article {number}" if above else number
    return f"{kind.value} {number}".rstrip()
