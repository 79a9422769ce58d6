"""What narrows a search beside its words: `institution:Ombudsman`, `qurum:"…"`, `on:2023-05-01`."""

import datetime
import re
from dataclasses import dataclass, field

from search.query.analysis import fold

_NAMES = {  # folded, in the languages of the site
    "kind": "kind nov вид",
    "instrument": "in instrument act akt акт",
    "status": "status veziyyet статус",
    "institution": "institution qurum учреждение",
    "right": "right huquq право",
    "language": "language lang dil язык",
    "year": "year il год",
    "on": "on date tarix дата",
}
_FACET_OF = {name: facet for facet, names in _NAMES.items() for name in names.split()}
NAME = "|".join(("növ", "vəziyyət", "hüquq", *sorted(_FACET_OF, key=len, reverse=True)))
"""Every name of a filter, as part of a regular expression."""

_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)|(?P<d>\d\d?)[./](?P<m>\d\d?)[./](?P<y>\d{4})"
)
_QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Filter:
    """A wish that a reader typed: the facet, and folded what its value contains."""

    facet: str
    value: str
    typed: str = field(default="", compare=False)  # with the name
    is_out: bool = False  # behind a minus: no hit may have it


def read_date(typed: str) -> datetime.date | None:
    """A day as it is written in the languages of the site: 2023-05-01, 01.05.2023."""
    match = _DATE.fullmatch(typed.strip())
    if not match:
        return None
    year, month, day = (match[a] or match[b] for a, b in (("year", "y"), ("month", "m"), ("day", "d")))
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_filter(name: str, typed: str) -> Filter | datetime.date | None:
    """A filter, a day, or nothing where this is no value of such a filter."""
    facet, value = _FACET_OF[fold(name)], fold(typed.strip(_QUOTES)).strip()
    if facet == "on":
        return read_date(typed.strip(_QUOTES))
    if not value or (facet == "year" and not value.isdecimal()):
        return None
    return Filter(facet, value)
