"""The values that hits are counted by, under short codes that the entries carry.

Values that vary together share one code, so that fewer columns are read for each match.
"""

from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from django.db import models

from search.query.analysis import fold
from search.sources import Entry

COLUMNS = ("profile", "instrument", "origin", "right")
"""The columns of an entry that hold codes."""

NAME = "name"
"""Number and title of an act, as many as it has titles; of one of which not everybody may read, the number alone."""

NAME_FOR = "name for"
"""Number and title of an act and an audience token, whose holders alone know the title by it."""

_CURRENT = "current"
_KEPT_IN = {  # facet: column, and which of the values there
    "kind": ("profile", slice(0, 1)),
    "instrument": ("instrument", slice(None)),
    "status": ("profile", slice(2, 3)),
    "language": ("profile", slice(3, None)),
    "institution": ("origin", slice(0, 1)),
    "year": ("origin", slice(1, 2)),
    "right": ("right", slice(None)),
}
_BATCH = 500
_BETWEEN = "\x1f"  # the unit separator: stands in no value


def coded(source: str, entry: Entry) -> dict[str, tuple[str, ...]]:
    """The values of an entry by column."""
    languages = dict.fromkeys(text.language for text in entry.texts)
    return {
        "profile": (source, _CURRENT * entry.is_current, entry.status, *languages),
        "instrument": (entry.instrument,),
        "origin": (entry.institution, str(entry.date.year) if entry.date else ""),
        "right": tuple(dict.fromkeys(entry.rights)),
    }


def filed_under(source: str, entry: Entry) -> list[str]:
    """The terms under which the full text files an entry: each of its values, or that it has none, and its date."""
    values = coded(source, entry)
    terms = [value_term(facet, one) for facet, (column, at) in _KEPT_IN.items() for one in values[column][at]]
    return [*terms, month_term(entry.date), day_term(entry.date)] if entry.date else terms


def value_term(facet: str, value: str) -> str:
    """The term of entries with this value; "" is none."""
    return f"{facet}:{code(facet, (value,)):x}"


def month_term(day: date) -> str:
    """The term of what is dated in the month of this day."""
    return f"month:{day:%Y-%m}"


def day_term(day: date) -> str:
    """The term of what is dated on this day."""
    return f"day:{day.toordinal()}"


def act_code(entry: Entry) -> int:
    """The code of its act."""
    return code("instrument", (entry.instrument,))


def named(entry: Entry, *, is_public: bool) -> dict[str, tuple[str, ...]]:
    """The values that a query may name besides, with their own codes."""
    name = (entry.instrument, *((entry.instrument_title,) if is_public else ()))
    return {
        NAME: name if entry.instrument else (),
        "institution": (entry.institution,),
        "language": tuple(dict.fromkeys(text.language for text in entry.texts)),
    }


def named_for(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The values by which readers of an entry that is not public know its act."""
    if entry.instrument and entry.instrument_title:
        yield from ((entry.instrument, entry.instrument_title, token) for token in sorted(entry.audience))


def column_of(facet: str) -> str:
    """The column that holds the values of a facet."""
    return _KEPT_IN[facet][0]


def place_of(facet: str) -> slice:
    """Where its values stand among those that its column stands for; "" is none."""
    return _KEPT_IN[facet][1]


def is_current(profile: tuple[str, ...]) -> bool:
    """Whether a profile is of entries that speak for their group."""
    return profile[1] == _CURRENT


@lru_cache(maxsize=50_000)
def code(facet: str, values: tuple[str, ...]) -> int:
    """The code of values. It never changes; 0 stands for no value."""
    if not any(values):
        return 0
    digest = blake2b(f"{facet}:{_BETWEEN.join(values)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


_known: dict[int, tuple[str, ...]] = {0: ()}  # the meaning of a code never changes, so a process may cache it
_MOST_KNOWN = 100_000


def values_of(codes: AbstractSet[int]) -> Mapping[int, tuple[str, ...]]:
    """The values of these codes; the answer may contain further codes."""
    global _known
    known = _known
    if known.keys() >= codes:
        return known
    unknown = [code for code in codes if code and code not in known]
    if len(known) + len(unknown) > _MOST_KNOWN:
        known = _known = {0: ()}  # a new dict, because another answer may still use the old one
        unknown = [code for code in codes if code]
    for start in range(0, len(unknown), _BATCH):
        rows = FacetValues.objects.filter(code__in=unknown[start : start + _BATCH])
        known.update((row.code, row.values) for row in rows)
    return known


class FacetValues(models.Model):
    """The value of an entry in one facet, or its values together. Rows are never changed but for their label."""

    code = models.BigIntegerField(primary_key=True)
    facet = models.CharField(max_length=20)
    joined = models.TextField()
    folded = models.TextField()  # as typed filters compare it
    label = models.CharField(max_length=1000, blank=True)  # what an act is called beside its number

    class Meta:
        # whether the names of acts have changed is read from it alone (`search.known_acts`)
        indexes = [models.Index(fields=["facet", "code"], name="madda_facetvalues_facet")]

    def __str__(self) -> str:
        return f"{self.facet}: {', '.join(self.values)}"

    @property
    def values(self) -> tuple[str, ...]:
        """One value, or several."""
        return tuple(self.joined.split(_BETWEEN))


def remember(found: Iterable[tuple[str, tuple[str, ...], str]]) -> None:
    """Store what codes stand for: facet, values and their label."""
    meant = {code(facet, values): (facet, values, label) for facet, values, label in found if any(values)}
    known = dict(FacetValues.objects.filter(code__in=meant).values_list("code", "label"))
    FacetValues.objects.bulk_create(
        (
            FacetValues(
                code=new,
                facet=facet,
                joined=_BETWEEN.join(values),
                folded=fold(" ".join(values)),
                label=label,
            )
            for new, (facet, values, label) in meant.items()
            if new not in known
        ),
        ignore_conflicts=True,
    )
    for old, (_, _, label) in meant.items():
        if label and known.get(old, label) != label:
            FacetValues.objects.filter(code=old).update(label=label)


def forget_act(act: int) -> None:
    """Forget the name of the act with this code, so that queries no longer name it."""
    for row in FacetValues.objects.filter(code=act):
        number = row.joined
        names = models.Q(joined=number) | models.Q(joined__startswith=number + _BETWEEN)
        FacetValues.objects.filter(names, facet__in=(NAME, NAME_FOR)).delete()
