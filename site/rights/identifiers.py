"""Words in a summary that would show who somebody is: addresses, telephone numbers, numbers of documents. Plain Python.

Only what has an unmistakable form is an identifier, which no summary may have. A name with a patronymic or a title and the
address of a house are only likely: the office is asked to look again. Other names have no form, so a person must look for them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rights.days_of_birth import DAY, GENERAL, OF_BIRTH
from rights.papers import ACT_ON_PAPERS, COUNTED, NUMBER_OF, NUMBERED_PAPER, PAPER

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")  # signs that part figures without being seen
_APART = r"[\s().\u2010-\u2015-]"  # what stands between the figures of a telephone number


class Identifier(StrEnum):
    """What kind of identifier it is."""

    EMAIL = "email"
    ACCOUNT = "account"  # in a network or a messenger
    BIRTH = "birth"
    PHONE = "phone"
    DOCUMENT = "document"
    NUMBER = "number"


_CAPITAL = r"[^\W\d_a-zа-яёəğıöşüç]"
_NETWORK = (
    r"(?:telegram|телеграмм?|whats\s?app|ватсап|instagram|instaqram|инстаграмм?|facebook|feysbuk|фейсбук|viber|вайбер"
    r"|skype|скайп|tiktok|тик-?ток|vk|вконтакте)"
)
_NOT_OURS = (
    r"(?!@?(?:az_?)?ombudsman(?:[_.]?az(?:erbaijan)?)?(?![\w-]|\.\w))"  # accounts of the office show nobody
)
_FORMS = (  # nothing is found as two kinds: the first one counts
    (
        Identifier.EMAIL,  # also "x (at) mail.az" and "x at mail dot az"
        re.compile(
            r"(?<![\w.+-])[\w.+-]{1,64}(?:[@\uff20]|\s?[\[(]\s?(?:at|@)\s?[\])]\s?|\sсобака\s)[\w-]{1,63}"
            r"(?:(?:\.|\s?[\[(]\s?dot\s?[\])]\s?)[\w-]{1,63})+"
            r"|(?<![\w.+-])[\w.+-]{1,64}\sat\s[\w-]{1,63}\sdot\s[a-z]{2,10}\b"
            # with blanks around its dots, too: "x . y @ mail . az"
            r"|(?<![\w.+-])[\w+-]{1,64}(?:(?:\.|\s\.\s?)[\w+-]{1,64}){0,4}\s?(?:@|[\[(]\s?(?:at|@)\s?[\])])\s?"
            r"[\w-]{1,63}(?:(?:\.|\s\.\s?)[\w-]{1,63}){0,3}(?:\.|\s\.\s?)[a-z]{2,10}\b",
            re.I,
        ),
    ),
    (
        Identifier.ACCOUNT,
        re.compile(
            rf"(?<![\w.@/])@{_NOT_OURS}[a-z][\w.]{{3,31}}(?!\w)"
            rf"|\b{_NETWORK}(?:\s+(?:account|profile?|nick(?:name)?|hesab[^\W\d_]{{0,3}}|аккаунт|профиль|ник))?\s?[:–—]\s?"
            rf"(?a:@?{_NOT_OURS}[a-z][\w.]{{2,31}})(?=\s*(?:[.,;)\n]|\Z))"
            rf"|\b(?:t\.me|(?:facebook|fb|instagram|tiktok|vk|ok)\.(?:com|ru))/{_NOT_OURS}[\w.@-]{{3,64}}",
            re.I,
        ),
    ),
    (Identifier.BIRTH, OF_BIRTH),
    (
        Identifier.NUMBER,  # of an account
        re.compile(
            r"(?<!\w)[A-Z]{2}\d\d(?!(?:\s(?:19|20)\d\d)+(?!\w))"  # "EU28 2004 2007 2013" is none
            r"(?:[A-Z0-9]{11,30}|(?:\s[A-Z0-9]{4}){3,7}(?:\s[A-Z0-9]{1,3})?)(?!\w)"
        ),
    ),
    (
        Identifier.PHONE,
        re.compile(
            rf"(?<![\w+])(?<!\d\s)(?:\+|00|\(?0)(?:{_APART}{{0,3}}\d){{8,14}}(?!\w)"
            r"|(?<!\w)8[\s-]?\(\d{3,5}\)[\s-]?\d{1,3}(?:[\s-]?\d\d){2}(?!\w)"
            r"|\b(?i:tel|phone|telephone|telefon|тел|телефон|mob|моб)[^\W\d_]{0,3}(?i:\s+(?:nömrə|number|номер)[^\W\d_]{0,4})?[\s.:№]{1,4}(?!8[\s-]?\(|0)"
            rf"\d(?:{_APART}{{0,2}}\d){{5,11}}(?!\w)"
        ),
    ),
    (
        Identifier.DOCUMENT,
        re.compile(
            # A paper with its number: up to three capitals and at least six figures, "AZE 1234567", or its word and figures.
            # A personal code such as the FIN of Azerbaijan: seven capitals and figures without I and O.
            rf"(?i:{PAPER}(?:[^\d\n.;]{{0,20}}{NUMBER_OF})?[\s:]{{0,3}}"
            rf"(?:\d\d\s\d\d[\s,]{{0,2}}{NUMBER_OF}?\s?\d{{6}}|\d\d(?:\d\d)?[\s,]{{0,2}}{NUMBER_OF}\s?\d{{6,7}}|\d{{7,10}})(?!\w))"
            rf"|(?i:{NUMBERED_PAPER})"
            r"|\b(?:(?i:снилс|snils|vöen|voen)|ИНН|TIN)\b[^\d\n.;]{0,20}\d(?:[ -]?\d){8,11}(?!\w)"
            rf"|(?<!\w){_CAPITAL}{{1,3}}(?:[\s-]?(?:No\.?|№))?[\s-]?\d{{6,10}}\b"
            r"|\b(?=[A-Z]*\d[A-Z]*\d)(?=\d*[A-Z])[A-HJ-NP-Z0-9]{7}\b"
            r"|\b(?i:fin|pin|фин|пин)(?i:[\s-]?(?:kod|code|код)[^\W\d_]{0,2})?(?:\s+\w{3,6})?\W{1,3}"
            r"(?=[^\W\d_]{0,6}\d)[^\W_]{7}\b"
            r"|(?<!\w)(?!19|20)\d{4}\s\d{6}(?!\w)"  # a passport of Russia
        ),
    ),
    (Identifier.NUMBER, re.compile(r"(?<!\w)(?:\d{9,}|(?!19|20)\d{4}(?:[ -]\d{4}){3})(?!\w)")),
)
_MONEY = r"(?:AZN|USD|EUR|RUB|RUR|GBP|CHF|TRY|TRL|GEL|KZT|UAH|BYN|UZS|IRR|CNY|JPY|AED)"
_PLAIN = re.compile(  # a day, a month, an hour, a part, a sum, and a number of an act or the Official Journal show nobody
    rf"(?i:{ACT_ON_PAPERS}|{COUNTED})|(?<!\d){DAY}(?!\d)|(?<![\d.])(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d(?!\d)"
    r"|(?<![\d.:])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d.:])|(?<!\w)0[.,]\d+(?!\w)"
    rf"|\b{_MONEY}[\s-]?(?:[1-9]\d{{0,2}}(?:[ \u00a0\u202f]\d{{3}})+(?![ \u00a0\u202f]?\d)|[1-9]\d{{0,8}})\b"
    r"|\bOJ\s+[LC]\s?\d{1,7}\b"
)

_NAME = rf"(?<!\w){_CAPITAL}[^\W\d_]{{1,39}}(?!\w)(?:-{_CAPITAL}[^\W\d_]{{1,39}}(?!\w))?"
_SHORT = rf"(?:{_NAME}|{_CAPITAL}\.)"
_SLAVIC = r"[^\W\d_]{2,}(?:(?:[оеё]в|ь|[иы])ич(?:а|у|ем|ом|е)?|(?:[оеё]в|ич|инич)н(?:а|ы|е|у|ой|ою))"
_TURKIC = r"(?:oğl[uı]|qız[ıi]|oglu|ogly|qizi|gizi|kyzy|kizi|оглы|оглу|кызы|гызы)[^\W\d_]{0,4}"
_TITLE = (
    r"(?:M(?:r|rs|s|iss)|Dr|Prof|[Cc]ənab|[Cc]enab|[Xx]an[ıi]m"
    r"|[Гг](?:-н|-на|-ну|-ном|-не|-жа|-жи|-же|-жу|-жой)|[Гг]осподин(?:а|у|ом|е)?|[Гг]оспож(?:а|и|е|у|ой))"
)
_GENITIVE = r"\w*n[ıiuü]n\s"  # "the son of the woman" in Azerbaijani
_HOUSE = r"(?:,? *(?:ev|bina|mənzil|m\.|house|building|flat|apartment|no\.?|№|д\.|дом|кв\.|корп\.))? *\d{1,4}[^\W\d_]?"
_STREET = r"(?:küçəsi|küç\.|prospekti|pr\.|döngəsi|dalanı|Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|улица|проспект|переулок)"
_LIKELY = (
    re.compile(rf"(?<!\w){_TITLE}(?:\.|\b)\s*{_SHORT}(?:\s+{_SHORT}){{0,2}}"),
    re.compile(rf"(?:{_NAME}\s+){{1,2}}(?!{_GENITIVE}){_NAME}\s+{_TURKIC}(?!\w)"),
    re.compile(rf"(?:{_SHORT}\s+){{1,2}}(?={_CAPITAL}){_SLAVIC}(?!\w)(?:\s+{_NAME})?"),
    re.compile(rf"(?:{_NAME}\s+){{1,3}}{_STREET}{_HOUSE}(?!\w)"),
    re.compile(rf"\d{{1,4}}[A-Z]?\s+(?:{_NAME}\s+){{1,3}}(?:Street|St|Avenue|Ave|Road|Rd|Lane)(?!\w)"),
    re.compile(
        rf"(?:ул\.|улиц[аеуы]|просп\.|проспекте?|пр-т|пер\.|переулке?)\s*{_NAME}(?:\s+{_NAME}){{0,2}}\s*+,?{_HOUSE}(?!\w)"
    ),
)


@dataclass(frozen=True, slots=True)
class FoundIdentifier:
    """The words that would show somebody, as they stand in the text."""

    kind: Identifier
    words: str


def identifiers_in(text: str) -> list[FoundIdentifier]:
    """What identifies somebody in the text, by kind; [] if nothing does."""
    return list(dict.fromkeys(_found(text)))


def likely_people_in(text: str) -> list[str]:
    """The words that look like the full name of a person or the address of a house, in three languages; [] if none do."""
    left = _UNSEEN.sub("", text)
    found = [match for form in _LIKELY for match in form.finditer(left)]
    widest: list[str] = []
    last = 0
    for match in sorted(found, key=lambda one: (one.start(), -one.end())):
        if match.end() > last:
            widest.append(match.group())
            last = match.end()
    return list(dict.fromkeys(widest))


def _found(text: str) -> Iterator[FoundIdentifier]:
    seen = _UNSEEN.sub("", text)
    left = GENERAL.sub(_left_of, seen)
    for kind, form in _FORMS:
        yield from (
            FoundIdentifier(kind, seen[slice(*match.span())].strip()) for match in form.finditer(left)
        )
        left = form.sub(_blank, left)  # nothing is found as two kinds
        if kind is Identifier.BIRTH:
            left = _PLAIN.sub(_blank, left)


def _left_of(day: re.Match[str]) -> str:
    """The day of one person stays, and so do the words before the day of a group."""
    group = day["group"] or ""
    return day["one"] or group + _blank(day)[len(group) :]


def _blank(match: re.Match[str]) -> str:
    return "/" * len(match.group())
