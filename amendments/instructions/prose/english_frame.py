"""The words around the instructions of an amending act in English, for acts of any country."""

import re
from datetime import date

from amendments.instructions.amending_act import NamedAct
from amendments.instructions.entry_into_force import ENGLISH, EntryIntoForce
from amendments.instructions.law_record import AmendingLaw

KINDS = {
    "code": "Code",
    "law": "Law",
    "decree": "Decree",
    "decision": "Decision",
    "constitution": "Constitution",
}
_AMENDING = {"code": "Law", "law": "Law", "constitution": "Constitutional Law"}  # by the kind that it amends
_SAYS_ITS_KIND = re.compile(r"(?!On ).*\b(?:Law|Act|Code|Decree|Decision|Constitution|Regulations?|Rules)\b")
_NAME = re.compile(r"([^“”]*?\b(?:Law|Decree|Decision)(?: of [^“”]+?)?) (On .+)")
_QUOTED = re.compile(r"“[^“”]+”")
_BLANK = "______________________________"


def act_word(kind: str) -> str:
    """How an act of a kind is called: "Code"."""
    return KINDS.get(kind, "Act")


class EnglishFrame:
    """A plain frame: it names no parliament and no president, because it is of no country."""

    def caption(self, country: str, title: str) -> str:
        """The title says all."""
        return ""

    def formula(self, country: str, basis: str) -> str:
        """By which provision it is enacted, if that is known."""
        return f"Under {basis}, it is enacted as follows:" if basis else "It is enacted as follows:"

    def opening(self, act: NamedAct, count: int) -> str:
        """ "In the Law on Ferries (No. 1-L) the following amendments shall be made:"."""
        published = _published(act)
        said = f"{_named(act)} ({published})" if published else _named(act)
        return f"In {said} the following amendment{'' if count == 1 else 's'} shall be made:"

    def article(self, number: int) -> str:
        """ "Article 2."."""
        return f"Article {number}."

    entering = ENGLISH

    def enters(self, kind: str, entry: EntryIntoForce) -> str:
        """ "This Law enters into force on 1 May 2027.", "Articles 1 and 3 of this Law enter into force on …"."""
        noun = _AMENDING.get(kind) or act_word(kind)
        day = _day(entry.day) if entry.day else f"the day of {'' if entry.articles else 'its '}publication"
        time = entry.time or f"on {day}"
        if not entry.articles:
            return f"This {noun} enters into force {time}."
        *others, last = map(str, entry.articles)
        named = f"Articles {', '.join(others)} and {last}" if others else f"Article {last}"
        return f"{named} of this {noun} enter{'' if others else 's'} into force {time}."

    def signature(self, country: str, signed: date | None, number: str, by: str = "") -> tuple[str, ...]:
        """A line for the name, the day and the number of the act."""
        day = _day(signed) if signed else "____ ______________ 20___"
        return (by or _BLANK, day, *((f"No. {number}",) if number else ()))


def _named(act: NamedAct) -> str:
    title = " ".join(act.title.split())
    if act.language == "en" and _SAYS_ITS_KIND.match(title):
        title = _NAME.sub(r"\1 “\2”", title)
        return title if title.startswith("The ") else f"the {title}"
    name = title if _QUOTED.fullmatch(title) else f"“{title}”"
    return f"the {act_word(act.kind)} {name}"


def _published(act: NamedAct) -> str:
    number = f"No. {act.number}" if act.number else ""
    day = _day(act.adopted) if act.adopted else ""
    own = act.gazettes or " of ".join(filter(None, [number, day]))
    return "; ".join(filter(None, [own, *(_law(law) for law in act.later)]))


def _law(law: AmendingLaw) -> str:
    return law.gazettes or f"Law No. {law.number} of {_day(law.adopted)}"


def _day(day: date) -> str:
    return f"{day.day} {ENGLISH.months[day.month - 1]} {day.year}"
