"""The words around the instructions of an amending law of Azerbaijan, in three languages; only the first is official."""

import re
from datetime import date

from amendments.instructions.amending_act import NamedAct
from amendments.instructions.entry_into_force import EnteringWords, EntryIntoForce
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.prose.english_frame import EnglishFrame
from amendments.instructions.prose.russian_frame import RussianFrame
from azerbaijan.schemes import ordinal as suffix
from azerbaijan.wordings.footnotes import LAW, MONTHS
from azerbaijan.wordings.forms import Case, decline, ordinal, possessed_in
from azerbaijan.wordings.places import ACTS, OTHER_ACT

COUNTRY = "az"
BASIS = "94-cü maddəsinin I hissəsini"
"""What the Milli Majlis regulates: the basis of every law that names no point of it."""
_POINTS = re.compile(r"\d+(?:-\d+)?(?:\s*,\s*\d+(?:-\d+)?)*")
"""The points of that part alone, as drafters record them: "21", or "1, 21"."""
_POINT = re.compile(r"[1-9]\d?(?:-[1-9]\d?)?")
_AMENDING = {
    "code": "Qanun",
    "law": "Qanun",
    "constitution": "Konstitusiya Qanunu",
}  # by the kind that it amends
_ACT = r"Bu (?:Konstitusiya Qanunu|Qanun|Məcəllə|Konstitusiya|Fərman|Qərar|Sərəncam|Akt)"
_TIME = r"(?P<time>(?:(?!maddə|hissə|bənd|müddəa|istisna|qüvvə)[^.;:])+)"
ENTERING = EnteringWords(
    months=MONTHS,
    days=(
        r"(?P<y>\d{4})-c[iıuü] il(?:in)? (?P<m>{months})[ıiuü]n (?P<d>\d{1,2})-d[əa]n?",
        r"(?P<y>\d{4})-c[iıuü] il(?:in)? (?P<d>\d{1,2}) (?P<m>{months})(?:d[əa]n?| tarixind[əa]n?)?",
        r"(?P<d>\d{1,2}) (?P<m>{months}) (?P<y>\d{4})(?:-c[iıuü] il(?:d[əa]n?| tarixind[əa]n?)?)?",
    ),
    sentence=rf"{_ACT} {{day}}(?: etibarən)? qüvvəyə minir",
    publication=rf"{_ACT} dərc (?:edildiyi|olunduğu) gündən(?: etibarən)? qüvvəyə minir",
    times=(rf"{_ACT} {_TIME} qüvvəyə minir", rf"(?=.*dərc){_TIME}"),
)
_STATE = "Azərbaycan Respublikasının "
_QUOTED = re.compile(r"“[^“”]+”")
_BLANK = "______________________________"
# The name of a law stands in quotation marks before its kind: “X haqqında” Azərbaycan Respublikasının Qanunu.
_ABOUT = re.compile(
    r"(?P<name>.+ (?:haqqında|haqda|barədə|barəsində|dair)) (?P<by>(?:[^“”«»\"]+ )??)"
    r"(?P<kind>(?:Konstitusiya )?(?:Qanun|Fərman|Qərar|Sərəncam))[ıu]?"
)
# A title that ends with its kind and has no such name is declined; any other is quoted before the kind.
_ENDS_WITH_KIND = re.compile(
    r"(?:Qanunu|Məcəlləsi|Fərmanı|Qərarı|Konstitusiyası|Qaydaları|Əsasnaməsi|Sərəncamı|Proqramı)$"
)


class AzerbaijaniFrame:
    """The official frame; for acts of another country a plain one."""

    def takes_basis(self, country: str, basis: str) -> bool:
        """Whether these are numbers of points, which the formula declines, or nothing; of other acts any words."""
        return country != COUNTRY or not basis.strip() or _are_points(basis)

    def caption(self, country: str, title: str) -> str:
        return LAW if country == COUNTRY and not title.endswith(LAW) else ""

    def formula(self, country: str, basis: str) -> str:
        if country != COUNTRY:
            return "Aşağıdakılar qərara alınır:"
        return (
            "Azərbaycan Respublikasının Milli Məclisi Azərbaycan Respublikası Konstitusiyasının "
            f"{_basis(basis)} rəhbər tutaraq qərara alır:"
        )

    def opening(self, act: NamedAct, count: int) -> str:
        """ "Azərbaycan Respublikasının Miqrasiya Məcəlləsində (…) aşağıdakı dəyişikliklər edilsin:"."""
        changes = "dəyişiklik" if count == 1 else "dəyişikliklər"
        published = _published(act)
        said = f"{_named(act)} ({published})" if published else _named(act)
        return f"{said} aşağıdakı {changes} edilsin:"

    def article(self, number: int) -> str:
        return f"Maddə {number}."

    entering = ENTERING

    def enters(self, kind: str, entry: EntryIntoForce) -> str:
        """ "Bu Qanun 2027-ci il yanvarın 1-dən qüvvəyə minir.", "Bu Qanunun 1-ci maddəsi … qüvvəyə minir."."""
        noun = _AMENDING.get(kind) or ACTS.get(kind, OTHER_ACT)
        since = entry.time or (_since(entry.day) if entry.day else "dərc edildiyi gündən")
        if not entry.articles:
            return f"Bu {noun} {since} qüvvəyə minir."
        numbers = _listed([ordinal(str(number)) for number in entry.articles], "və")
        articles = decline("maddə", Case.NOMINATIVE, plural=len(entry.articles) > 1, possessed=True)
        return f"Bu {decline(noun, Case.GENITIVE)} {numbers} {articles} {since} qüvvəyə minir."

    def signature(self, country: str, signed: date | None, number: str, by: str = "") -> tuple[str, ...]:
        """A line for the name, the office, the place and the day, and the number of the law."""
        day = f"{_day(signed)} il." if signed else "“____” ______________ 20___-ci il."
        numbered = (f"№ {number}",) if number else ()
        if country != COUNTRY:
            return (by or _BLANK, day, *numbered)
        return (by or _BLANK, "Azərbaycan Respublikasının Prezidenti", f"Bakı şəhəri, {day}", *numbered)


def _points(basis: str) -> list[str]:
    """The points that are recorded by their numbers."""
    return re.split(r"\s*,\s*", basis.strip()) if _POINTS.fullmatch(basis.strip()) else []


def _are_points(basis: str) -> bool:
    points = _points(basis)
    return bool(points) and all(map(_POINT.fullmatch, points))


def _basis(basis: str) -> str:
    """ "94-cü maddəsinin I hissəsinin 21-ci bəndini"; what is no number of a point stands as it was written."""
    points = _points(basis)
    if not points:
        return basis or BASIS
    noun = "bəndini" if len(points) == 1 else "bəndlərini"
    return f"94-cü maddəsinin I hissəsinin {_listed([ordinal(each) for each in points], 'və')} {noun}"


def _listed(words: list[str], conjunction: str) -> str:
    *others, last = words
    return f"{', '.join(others)} {conjunction} {last}" if others else last


def _named(act: NamedAct) -> str:
    """The act in the locative."""
    title = " ".join(act.title.split())
    is_official = act.language == "az"
    if is_official and (about := _ABOUT.fullmatch(title)):
        by = about["by"] or _STATE
        return f"“{about['name']}” {by}{decline(about['kind'], Case.LOCATIVE, possessed=True)}"
    if is_official and _ENDS_WITH_KIND.search(title):
        return possessed_in(title)
    kind = decline(ACTS.get(act.kind, OTHER_ACT.lower()), Case.LOCATIVE, possessed=is_official)
    name = title if _QUOTED.fullmatch(title) else f"“{title}”"
    return f"{name} {_STATE if is_official else ''}{kind}"


def _published(act: NamedAct) -> str:
    own = act.gazettes or ", ".join(
        filter(
            None, [f"№ {act.number}" if act.number else "", _day(act.adopted) + " il" if act.adopted else ""]
        )
    )
    return "; ".join(filter(None, [own, *(_law(law) for law in act.later)]))


def _law(law: AmendingLaw) -> str:
    """A law by its publications; by its day and number where it is not published yet."""
    if law.gazettes:
        return law.gazettes
    year = ordinal(str(law.adopted.year))
    day = f"{law.adopted.day} {MONTHS[law.adopted.month - 1]}"
    return f"Azərbaycan Respublikasının {year} il {day} tarixli {law.number} nömrəli Qanunu"


def _since(day: date) -> str:
    """ "2027-ci il yanvarın 1-dən"."""
    month = decline(MONTHS[day.month - 1], Case.GENITIVE)
    ending = "dən" if suffix(str(day.day)).endswith(("i", "ü")) else "dan"
    return f"{ordinal(str(day.year))} il {month} {day.day}-{ending}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {ordinal(str(day.year))}"


def _in_english(basis: str) -> str:
    points = _points(basis)
    return f" point{'' if len(points) == 1 else 's'} {_listed(points, 'and')}," if points else ""


def _in_russian(basis: str) -> str:
    """ "пунктом 21 части I статьи 94": the part stands in another case behind a point."""
    points = _points(basis)
    if not points:
        return "частью I"
    return f"пункт{'ом' if len(points) == 1 else 'ами'} {_listed(points, 'и')} части I"


class AzerbaijaniFrameInEnglish(EnglishFrame):
    """The frame of a law of Azerbaijan, read in English."""

    def caption(self, country: str, title: str) -> str:
        return "Law of the Republic of Azerbaijan"

    def formula(self, country: str, basis: str) -> str:
        return (
            f"The Milli Majlis of the Republic of Azerbaijan, guided by Article 94, Part I,{_in_english(basis)} of the "
            "Constitution of the Republic of Azerbaijan, decides:"
        )

    def signature(self, country: str, signed: date | None, number: str, by: str = "") -> tuple[str, ...]:
        blank, day, *numbered = super().signature(country, signed, number, by)
        return (blank, "President of the Republic of Azerbaijan", f"Baku, {day}", *numbered)


class AzerbaijaniFrameInRussian(RussianFrame):
    """The frame of a law of Azerbaijan, read in Russian."""

    def caption(self, country: str, title: str) -> str:
        return "Закон Азербайджанской Республики"

    def formula(self, country: str, basis: str) -> str:
        return (
            f"Милли Меджлис Азербайджанской Республики, руководствуясь {_in_russian(basis)} статьи 94 "
            "Конституции Азербайджанской Республики, постановляет:"
        )

    def signature(self, country: str, signed: date | None, number: str, by: str = "") -> tuple[str, ...]:
        blank, day, *numbered = super().signature(country, signed, number, by)
        return (blank, "Президент Азербайджанской Республики", f"город Баку, {day}", *numbered)
