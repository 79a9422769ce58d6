"""Which act a text means by a title: the act that has the title now, else the one that had it in an earlier text."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from amendments.models import Instrument, Version
from amendments.provisions.citing.act_names import is_named
from amendments.queries.law.act_titles import titles_in_texts


def acts_named(user: Any, names: Collection[str], acts: Collection[Instrument]) -> dict[str, Instrument]:
    """Of these acts the one that each name means; a name that two acts bear is none."""
    now = {name: [act for act in acts if is_named(name, act.number, act.title)] for name in names}
    left = [name for name in names if not now[name]]
    found = {**now, **(_formerly_named(user, left, acts) if left else {})}
    return {name: bearers[0] for name, bearers in found.items() if len(bearers) == 1}


def names_of_act(user: Any, act: Instrument, names: Iterable[str], others: Iterable[Instrument]) -> set[str]:
    """Of these names those that mean the act; others may bear now what was its title, and then mean theirs."""
    asked = set(names)
    own = {name for name in asked if is_named(name, act.number, act.title)}
    former = _named_in(asked - own, _titles(user, [act]).get(act.pk, ())) if asked - own else []
    if not former:
        return own
    meant = acts_named(user, former, [act, *(other for other in others if other.pk != act.pk)])
    return own | {name for name, bearer in meant.items() if bearer.pk == act.pk}


def _formerly_named(
    user: Any, names: Collection[str], acts: Collection[Instrument]
) -> dict[str, list[Instrument]]:
    titles = _titles(user, acts)
    return {name: [act for act in acts if _named_in([name], titles.get(act.pk, ()))] for name in names}


def _named_in(names: Iterable[str], titles: Collection[str]) -> list[str]:
    return [name for name in names if any(is_named(name, "", title) for title in titles)]


def _titles(user: Any, acts: Iterable[Instrument]) -> Mapping[int, Collection[str]]:
    """The titles of each act in the texts that the person may read."""
    return titles_in_texts(acts, Version.objects.visible_to(user).filter(draft=None))
