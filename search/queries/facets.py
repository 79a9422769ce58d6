"""The facets of a page of hits: the values in words, their counts, and the address that switches each on or off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote_plus

from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext_lazy as _

from search.backends.question import Answer
from search.models import FacetValues
from search.models.facets import code
from search.request import Request
from search.sources import rights, sources

LABELS: Mapping[str, str | Promise] = {
    "instrument": _("Act"),
    "status": _("Status"),
    "institution": _("Institution"),
    "right": _("Right"),
    "language": _("Language"),
    "year": _("Year"),
}
"""The facets that stand beside the hits; kinds are the tabs above them."""

Names = Mapping[str, str | Promise]  # what values are called

_SHOWN = 7
MOST = 100  # values of one facet on a page: nobody reads a longer list


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that hits can be narrowed to; `address` turns it on, or off where it is chosen."""

    facet: str
    value: str
    label: str | Promise
    number: int
    is_chosen: bool
    address: str
    is_about: bool = False  # the number is an estimate, though that of the hits is exact


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet, those that are chosen first."""

    name: str
    label: str | Promise
    choices: tuple[Choice, ...]

    @property
    def first(self) -> tuple[Choice, ...]:
        """Those that are shown at once."""
        return self.choices[:_SHOWN]

    @property
    def rest(self) -> tuple[Choice, ...]:
        """Those behind "more"."""
        return self.choices[_SHOWN:]


def facets_of(answer: Answer, request: Request, most: int | None = None) -> tuple[Facet, ...]:
    """The facets that have more than one value or a chosen value, each with so many values, those that are chosen first."""
    values = {name: _values(name, answer, request)[:most] for name in LABELS}
    # Of what the reader may read
    named = {"instrument": titles_of(values["instrument"]), "right": _right_names(answer, request)}
    facets = (
        Facet(name, label, _choices(name, values[name], answer, request, named.get(name, {})))
        for name, label in LABELS.items()
    )
    return tuple(facet for facet in facets if len(facet.choices) > 1 or request.chosen.get(facet.name))


def kinds_of(answer: Answer, request: Request, kinds: Iterable[str]) -> tuple[Choice, ...]:
    """Every kind of thing that the reader can find, with how many were."""
    counts, chosen, known = answer.counted("kind"), request.chosen.get("kind", ()), sources()
    return tuple(
        Choice(
            "kind",
            name,
            known[name].label,
            counts.get(name, 0),
            name in chosen,
            request.choosing("kind", name).address(),
            is_about="kind" in answer.about,
        )
        for name in kinds
    )


def titles_of(acts: Iterable[str]) -> dict[str, str]:
    """What acts are called, by their numbers."""
    codes = {code("instrument", (act,)): act for act in acts if act}
    rows = FacetValues.objects.filter(code__in=codes).values_list("code", "label")
    return {codes[row]: label for row, label in rows if label}


def _right_names(answer: Answer, request: Request) -> Names:
    """What rights are called, where there are any."""
    return rights() if answer.facets.get("right") or request.chosen.get("right") else {}


def _values(facet: str, answer: Answer, request: Request) -> list[str]:
    chosen = request.chosen.get(facet, ())
    known = dict.fromkeys(chosen) | dict.fromkeys(answer.counted(facet))
    in_order = sorted(known, reverse=True) if facet == "year" else known
    return sorted(in_order, key=lambda value: value not in chosen)


def _choices(
    facet: str, values: Iterable[str], answer: Answer, request: Request, names: Names
) -> tuple[Choice, ...]:
    chosen, numbers = request.chosen.get(facet, ()), answer.counted(facet)
    mark = f"{facet}=%00"  # no value is so and none of another facet ends so: there are hundreds of addresses
    before, _mark, after = request.turned(facet, "\0").address().rpartition(mark)
    return tuple(
        Choice(
            facet,
            value,
            _label(facet, value, names),
            numbers.get(value, 0),
            value in chosen,
            request.turned(facet, value).address()
            if value in chosen
            else f"{before}{facet}={quote_plus(value)}{after}",
            is_about=facet in answer.about,
        )
        for value in values
    )


def _label(facet: str, value: str, names: Names) -> str | Promise:
    if facet == "status":
        return next((one.statuses[value] for one in sources().values() if value in one.statuses), value)
    if facet == "right":
        return names.get(value, value)
    if facet == "language":
        return language_name(value)
    if facet == "instrument" and value in names:
        return f"{value} · {names[value]}"
    return value


def language_name(tag: str) -> str | Promise:
    """What a language is called in that of the page; its tag where Django does not know it."""
    try:
        name: Promise = get_language_info(tag)["name_translated"]
        return name
    except KeyError:
        return tag
