"""When an amending act enters into force: read from what a drafter wrote, and said as a sentence of any language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from amendments.instructions.wording import Wording

_IN_NUMBERS = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})",
)


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """The day; None for that of the publication. `articles` of the amending act, where it is not that of the whole.

    `time` are words that name another time, "3 months after its publication", and `language` is theirs.
    """

    day: date | None = None
    articles: tuple[int, ...] = ()
    time: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class EnteringWords:
    """How a language says a day and the entry into force: patterns, with the groups y, m and d of a day."""

    months: tuple[str, ...]
    days: tuple[str, ...]  # "{months}" stands for the name of any month
    sentence: str  # "{day}" stands for a day
    publication: str  # that it enters into force when it is published
    times: tuple[
        str, ...
    ] = ()  # of another `time`, in a sentence or alone, if the frame can say it of its articles

    def day(self, words: str) -> date | None:
        """The day that the words are; None for other words."""
        return self._day("{day}", words)

    def entry(self, words: str) -> EntryIntoForce | None:
        """What a sentence says; None for one that says more, or something else."""
        day = self._day(self.sentence, words)
        if day is None and not _match(self.publication, words):
            return None
        return EntryIntoForce(day)

    def time(self, words: str) -> str:
        """The other time that a sentence or the words alone name; "" for what says more."""
        found = next(filter(None, (_match(pattern, words) for pattern in self.times)), None)
        return _within_sentence(found["time"].strip(" ,")) if found else ""

    def no_day(self, words: str) -> str:
        """The first date in these words that no calendar has, as it is written; "" for none."""
        for pattern in (*_IN_NUMBERS, *self.days):
            named = pattern.replace("{months}", "|".join(self.months))
            for found in re.finditer(rf"(?<!\w){named}(?!\w)", " ".join(words.split()), re.IGNORECASE):
                if self._date(found) is None:
                    return found[0]
        return ""

    def _day(self, around: str, words: str) -> date | None:
        for pattern in (*_IN_NUMBERS, *self.days):
            named = pattern.replace("{months}", "|".join(self.months))
            found = _match(around.replace("{day}", named), words)
            if found:
                return self._date(found)
        return None

    def _date(self, found: re.Match[str]) -> date | None:
        name = found["m"]
        names = [month.casefold() for month in self.months]
        try:
            month = int(name) if name.isdecimal() else names.index(name.casefold()) + 1
            return date(int(found["y"]), month, int(found["d"]))
        except ValueError:  # no such day
            return None


@runtime_checkable
class EnteringFrame(Protocol):
    """A frame of an amending act (`ActFrame`) that can say when the act enters into force."""

    entering: EnteringWords

    def enters(self, kind: str, entry: EntryIntoForce) -> str:
        """The sentence; `kind` is that of the act that is amended, "law" or "decree", as `Instrument.type`."""
        ...


# What enters into force is an act: "this article" and "shall not" say something else.
_ACT = (
    r"This (?:(?:Constitutional|Federal|Presidential) )?"
    r"(?:Law|Act|Code|Constitution|Decree|Decision|Resolution|Order|Regulation)"
)
_RUSSIAN_ACT = (
    r"(?:Настоящий (?:(?:Конституционный|Федеральный) ){0,2}(?:Закон|Кодекс|Указ|Акт|Приказ)"
    r"|Настоящая Конституция|Настоящее (?:Решение|Постановление|Распоряжение|Положение))"
)
_TIME = r"(?P<time>(?:(?!\b(?:articles?|sections?|parts?|provisions?|except|save|force|effect)\b)[^.;:])+)"
_RUSSIAN_TIME = r"(?P<time>(?:(?!стать|\bчаст|\bпункт|\bположени|исключени|в силу)[^.;:])+)"
ENGLISH = EnteringWords(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    days=(
        r"(?P<d>\d{1,2}) (?P<m>{months}),? (?P<y>\d{4})",
        r"(?P<m>{months}) (?P<d>\d{1,2}),? (?P<y>\d{4})",
    ),
    sentence=rf"{_ACT} (?:shall )?(?:enters?|comes?) into (?:force|effect) (?:on|from) {{day}}",
    publication=(
        rf"{_ACT} (?:shall )?(?:enters?|comes?) into (?:force|effect) "
        r"(?:(?:on|from) the (?:day|date) of|upon|on) (?:its )?(?:official )?publication"
    ),
    times=(
        rf"{_ACT} (?:shall )?(?:enters?|comes?) into (?:force|effect) {_TIME}",
        rf"(?=.*publication){_TIME}",
    ),
)
RUSSIAN = EnteringWords(
    months=(
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    days=(r"(?P<d>\d{1,2}) (?P<m>{months}) (?P<y>\d{4})(?: года| г\.?)?",),
    sentence=rf"{_RUSSIAN_ACT} вступает в силу (?:с )?{{day}}",
    publication=(
        rf"{_RUSSIAN_ACT} вступает в силу "
        r"(?:со дня|с даты|в день) (?:его |её |ее )?(?:официального )?опубликования"
    ),
    times=(rf"{_RUSSIAN_ACT} вступает в силу {_RUSSIAN_TIME}", rf"(?=.*опубликовани){_RUSSIAN_TIME}"),
)


def entering_frame(wording: object) -> EnteringFrame | None:
    """The frame of a wording, if it can say the entry into force."""
    frame = getattr(wording, "act", None)
    return frame if isinstance(frame, EnteringFrame) else None


def said_in_sentence(words: str, wording: object, kind: str = "law") -> str:
    """A clause in the language of a wording; a bare day becomes a sentence, other words stay."""
    frame = entering_frame(wording)
    return (frame and entering_sentence(words, kind, frame, [])) or words.strip()


def entering_sentence(
    words: str, kind: str, frame: EnteringFrame, written_by: Sequence[EnteringFrame]
) -> str:
    """The sentence of a frame for a bare day, and for a sentence of one of the frames `written_by`; else ""."""
    entry = _entry([each.entering for each in written_by], words, [frame.entering])
    return frame.enters(kind, entry) if entry else ""


def entry_said(words: str, *wordings: object) -> EntryIntoForce | None:
    """What a clause says, if it is a day or such a sentence of one of the wordings; None for anything else."""
    return _entry([frame.entering for frame in map(entering_frame, wordings) if frame], words)


def time_said(words: str, *wordings: Wording) -> EntryIntoForce | None:
    """What a clause says of one time, if that is no day in words of the first language that reads it; None for more."""
    if entry := entry_said(words, *wordings):
        return entry
    for wording in wordings:
        frame = entering_frame(wording)
        if frame and (time := frame.entering.time(words)):
            return EntryIntoForce(time=time, language=wording.language)
    return None


def no_day_in(words: str, wording: object) -> str:
    """The first date of a clause that no calendar has, in the languages in which a bare day is read; "" for none."""
    frame = entering_frame(wording)
    languages = [*([frame.entering] if frame else []), ENGLISH, RUSSIAN]
    return next(filter(None, (each.no_day(words) for each in languages)), "")


def _entry(
    sentences: Sequence[EnteringWords], words: str, days: Sequence[EnteringWords] = ()
) -> EntryIntoForce | None:
    """What words say in languages whose sentences are read, and in those of which a bare day is read."""
    day = next(filter(None, (each.day(words) for each in [*days, *sentences, ENGLISH, RUSSIAN])), None)
    return EntryIntoForce(day) if day else next(filter(None, (each.entry(words) for each in sentences)), None)


def _within_sentence(words: str) -> str:
    """The words without the capital letter of a sentence."""
    is_word = words[1:2].islower()
    return f"{'i' if words[0] == 'İ' else words[0].lower()}{words[1:]}" if is_word else words


def _match(pattern: str, words: str) -> re.Match[str] | None:
    return re.fullmatch(rf"\W*{pattern}\W*", " ".join(words.split()), re.IGNORECASE)
