"""The words around the instructions of an amending act in Russian, for acts of any country."""

import re
from datetime import date

from amendments.instructions.amending_act import NamedAct
from amendments.instructions.entry_into_force import RUSSIAN, EntryIntoForce
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.prose.russian_references import CASES, act_word

_AMENDING = {  # by the kind that it amends
    "code": "Настоящий Закон",
    "law": "Настоящий Закон",
    "constitution": "Настоящий Конституционный закон",
    "decree": "Настоящий Указ",
    "decision": "Настоящее Постановление",
}
_ADJECTIVES = r"(?:[\w-]+[ыио]й )*"
_BEGINS_WITH_KIND = re.compile(
    rf"{_ADJECTIVES}(?:закон|кодекс|указ)\b|(?:Постановление|Распоряжение|Конституция)\b", re.IGNORECASE
)
_NAME = re.compile(
    rf"({_ADJECTIVES}(?:закон|указ|постановление|распоряжение)\b[^«»]*?) (об?о?) (.+)", re.IGNORECASE
)
_QUOTED = re.compile(r"«[^«»]+»")
_BLANK = "______________________________"


class RussianFrame:
    """A plain frame: it names no parliament and no president, because it is of no country."""

    def caption(self, country: str, title: str) -> str:
        """The title says all."""
        return ""

    def formula(self, country: str, basis: str) -> str:
        """The provision on which it rests, if that is known."""
        return f"На основании {basis} постановляется:" if basis else "Постановляется следующее:"

    def opening(self, act: NamedAct, count: int) -> str:
        """ "Внести в Закон «О паромах» (№ 1-L) следующие изменения:"."""
        published = _published(act)
        said = f"{_named(act)} ({published})" if published else _named(act)
        return f"Внести в {said} {'следующее изменение' if count == 1 else 'следующие изменения'}:"

    def article(self, number: int) -> str:
        """ "Статья 2."."""
        return f"Статья {number}."

    entering = RUSSIAN

    def enters(self, kind: str, entry: EntryIntoForce) -> str:
        """ "Настоящий Закон вступает в силу с 1 мая 2027 года.", "Статья 1 настоящего Закона вступает …"."""
        noun = _AMENDING.get(kind, "Настоящий акт")
        since = entry.time or (f"с {day_in_words(entry.day)}" if entry.day else "со дня опубликования")
        if not entry.articles:
            return f"{noun} вступает в силу {since}."
        *others, last = map(str, entry.articles)
        named = f"Статьи {', '.join(others)} и {last}" if others else f"Статья {last}"
        return f"{named} {_in_genitive(noun)} вступа{'ют' if others else 'ет'} в силу {since}."

    def signature(self, country: str, signed: date | None, number: str, by: str = "") -> tuple[str, ...]:
        """A line for the name, the day and the number of the act."""
        day = day_in_words(signed) if signed else "«____» ______________ 20___ года"
        return (by or _BLANK, day, *((f"№ {number}",) if number else ()))


def _in_genitive(noun: str) -> str:
    """ "Настоящий Закон" → "настоящего Закона"."""
    *adjectives, kind = noun.split()
    said = [re.sub("(?:ий|ее)$", "его", re.sub("ый$", "ого", each)) for each in adjectives]
    return " ".join(
        [said[0].lower(), *said[1:], re.sub("е$", "я", kind) if kind.endswith("е") else f"{kind}а"]
    )


def _named(act: NamedAct) -> str:
    """The act in the accusative; the name of a law stands in quotation marks behind its kind."""
    title = " ".join(act.title.split())
    if act.language == "ru" and _BEGINS_WITH_KIND.match(title):
        if about := _NAME.fullmatch(title):
            kind, preposition, name = about.groups()
            return f"{kind} «{preposition.capitalize()} {name}»"
        return re.sub("^Конституция", "Конституцию", title)
    name = title if _QUOTED.fullmatch(title) else f"«{title}»"
    return f"{act_word(act.kind, CASES.index('acc'))} {name}"


def _published(act: NamedAct) -> str:
    number = f"№ {act.number}" if act.number else ""
    day = f"от {day_in_words(act.adopted)}" if act.adopted else ""
    own = act.gazettes or " ".join(filter(None, [number, day]))
    return "; ".join(filter(None, [own, *(_law(law) for law in act.later)]))


def _law(law: AmendingLaw) -> str:
    return law.gazettes or f"Закон № {law.number} от {day_in_words(law.adopted)}"


def day_in_words(day: date) -> str:
    return f"{day.day} {RUSSIAN.months[day.month - 1]} {day.year} года"
