"""The question of a reader as it stands in the address of the page, so that an address can be shared."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from search.backends.question import FACETS, Sort
from search.query.filters import read_date
from search.query.parse import MAX_LENGTH

LAST_PAGE = 50  # after a thousand hits a reader needs other words
_MOST_CHOSEN = 20  # values of one facet
_LONGEST_PAGE = 9  # digits
_LONGEST_TOLD = 40  # letters of a value that makes no sense
_LONGEST_VALUE = 300  # of a facet, and of the key of an entry


@dataclass(frozen=True, slots=True)
class Request:
    """A question as an address says it. Parameters that make no sense are ignored."""

    text: str = ""
    like: tuple[str, str] | None = None  # (source, id) of the entry that others shall be like
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    on: datetime.date | None = None
    since: datetime.date | None = None  # the first day of a range of dates
    until: datetime.date | None = None  # the last one
    sort: Sort = Sort.RELEVANCE
    by_act: bool = False
    page: int = 1
    is_long: bool = False  # not all that was typed is looked at
    ignored: tuple[str, ...] = ()  # parameters that make no sense, as they were given

    @classmethod
    def read(cls, given: QueryDict) -> "Request":
        """The question of an address."""
        text = given.get("q", "")
        source, _, key = given.get("like", "").partition(":")
        said = {name: read(given.get(name, "")) for name, read in _READ.items()}
        return cls(
            text=text[:MAX_LENGTH],
            like=(source, key) if source and _is_key(key) else None,
            chosen={facet: values for facet in FACETS if (values := _values(given, facet))},
            on=said["on"],
            since=said["since"],
            until=said["until"],
            sort=said["sort"] or Sort.RELEVANCE,
            by_act=bool(said["by"]),
            page=min(max(said["page"] or 1, 1), LAST_PAGE),
            is_long=len(text) > MAX_LENGTH,
            ignored=tuple(_ignored(given, said)),
        )

    def address(self) -> str:
        """The part of an address behind the question mark."""
        pairs = [("q", self.text), ("like", ":".join(self.like or ()))]
        pairs += [(facet, value) for facet, values in self.chosen.items() for value in values]
        days = (("on", self.on), ("since", self.since), ("until", self.until))
        pairs += [(name, day.isoformat() if day else "") for name, day in days]
        pairs += [
            ("sort", "" if self.sort is Sort.RELEVANCE else self.sort),
            ("by", "act" if self.by_act else ""),
            ("page", str(self.page) if self.page > 1 else ""),
        ]
        return urlencode([(name, value) for name, value in pairs if value])

    @property
    def is_backwards(self) -> bool:
        """Whether the first day of the range is behind its last one."""
        return bool(self.since and self.until and self.since > self.until)

    @property
    def is_narrowed(self) -> bool:
        """Whether something is asked for beside words."""
        return bool(self.chosen or self.since or self.until)

    def but(self, **changes: object) -> "Request":
        """The same question with changes, from its first page."""
        return replace(self, **({"page": 1} | changes))  # type: ignore[arg-type] # replace() checks the names

    def choosing(self, facet: str, *values: str) -> "Request":
        """The same question with these values of a facet; none takes the facet out."""
        chosen = {name: values if name == facet else self.chosen.get(name, ()) for name in FACETS}
        return self.but(chosen={name: some for name, some in chosen.items() if some})

    def turned(self, facet: str, value: str) -> "Request":
        """The same question with one value more, or without it where it was chosen."""
        before = self.chosen.get(facet, ())
        after = (one for one in before if one != value) if value in before else (*before, value)
        return self.choosing(facet, *after)


def _is_key(given: str) -> bool:
    return 0 < len(given) <= _LONGEST_VALUE and "\0" not in given


def _ignored(given: QueryDict, said: Mapping[str, object]) -> Iterator[str]:
    """What of an address makes no sense; empty fields ask for nothing."""
    for name, meant in said.items():
        if meant is None and (value := given.get(name, "")):
            yield f"{name}={value[:_LONGEST_TOLD]}"
    for facet in FACETS:
        used = _values(given, facet)
        left = (value for value in dict.fromkeys(given.getlist(facet)) if value and value not in used)
        yield from (f"{facet}={value[:_LONGEST_TOLD]}" for value in islice(left, 1))


def _values(given: QueryDict, facet: str) -> tuple[str, ...]:
    values = dict.fromkeys(value for value in given.getlist(facet) if value and len(value) <= _LONGEST_VALUE)
    return tuple(values)[:_MOST_CHOSEN]


def _page(given: str) -> int | None:
    return int(given[:_LONGEST_PAGE]) if given.isdecimal() else None


_READ: Mapping[str, Callable[[str], Any]] = {  # None where it makes no sense
    **dict.fromkeys(("on", "since", "until"), read_date),
    "sort": {sort.value: sort for sort in Sort}.get,
    "by": {"act": True}.get,
    "page": _page,
}
