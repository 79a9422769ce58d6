"""Finds out which act a citation names, from the titles and numbers of the acts that a reader may know."""

from collections import defaultdict
from collections.abc import Iterable, Set as AbstractSet
from dataclasses import dataclass, field

from django.db import connection

from search.models.facets import NAME, NAME_FOR, FacetValues
from search.query.acts import Acts, may_name
from search.query.bare_numbers import bare_numbers
from search.query.plan import Plan
from search.sources import PUBLIC, act_names

_Mark = tuple[int, int]
_Name = tuple[str, str | None]
_MARK = f"SELECT COUNT(*), COALESCE(SUM(code & 4294967295), 0) FROM {FacetValues._meta.db_table} WHERE facet IN ('{NAME}', '{NAME_FOR}')"  # noqa: S608
_MOST = 16  # readers with names of their own for whom acts are kept at once


@dataclass(slots=True)
class _Names:
    """The names of acts, and who may know those that are not public."""

    mark: _Mark = (0, 0)
    public: frozenset[_Name] = frozenset()
    by_token: dict[str, set[_Name]] = field(default_factory=lambda: defaultdict(set))
    acts: dict[frozenset[_Name], Acts] = field(default_factory=lambda: {frozenset(): Acts(())})

    def of(self, audience: AbstractSet[str]) -> Acts:
        """The acts as a reader with these tokens may name them."""
        held = audience & self.by_token.keys()
        names = self.public.union(*(self.by_token[token] for token in held)) if held else self.public
        acts = self.acts.get(names)
        if acts is None:
            acts = Acts(_in_all_languages(names))
            self.acts = {**(self.acts if len(self.acts) <= _MOST else {}), names: acts}
        return acts


_known = _Names()  # each process keeps the names and reads them again when they have changed


def with_acts(plan: Plan, audience: AbstractSet[str] = frozenset({PUBLIC})) -> Plan:
    """Add to the plan the acts that are named beside its citations, or alone, by titles that the holders of these tokens may read."""
    if plan.spaced and (spaced := _acts(audience).spaced(plan)):
        return spaced
    if plan.citations:
        return _acts(audience).named(plan) if plan.beside or plan.phrases else plan
    if any(bare_numbers(plan)):
        return _acts(audience).cited(plan)
    return _acts(audience).called(plan) if may_name(plan) else plan


def _acts(audience: AbstractSet[str]) -> Acts:
    global _known
    known, mark = _known, _mark()
    if known.mark != mark:
        known = _known = _read(mark)
    return known.of(audience)


def _read(mark: _Mark) -> _Names:
    rows = list(FacetValues.objects.filter(facet__in=(NAME, NAME_FOR)).only("facet", "joined"))
    public = [row.values for row in rows if row.facet == NAME]
    names = frozenset((act, " ".join(title) if title else None) for act, *title in public)
    known = _Names(mark, names, acts=_known.acts)
    for act, *title, token in (row.values for row in rows if row.facet == NAME_FOR):
        if (name := (act, " ".join(title))) not in names:
            known.by_token[token].add(name)
    return known


def _in_all_languages(names: Iterable[_Name]) -> list[_Name]:
    others = act_names()
    every = ((act, other) for act, title in names for other in (others.of(title) if title else (title,)))
    return sorted(set(every), key=lambda name: (name[0], name[1] or ""))


def _mark() -> _Mark:
    """A value that changes whenever a name changes: each code is computed from the name it stands for."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        count, codes = cursor.fetchone()
    return int(count), int(codes)
