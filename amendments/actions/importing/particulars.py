"""What is said of an act when it is imported, and whether the act is known already."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from amendments.errors import NotImportable
from amendments.models import Instrument
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import Tree
from amendments.queries.law.acts import visible_instruments
from amendments.queries.showing.trees import tree_of
from amendments.text.act_numbers import plain_number

_DAYS = ("date", "in_force", "as_of")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What stands on the title page of an act, and which state of its text this is.

    `as_of` is the day of the state and `by_law` the law that brought it; without them it is the text as adopted.
    """

    title: str
    number: str
    language: str
    country: str = ""
    type: str = "law"
    date: dt.date | None = None
    source: str = ""
    in_force: dt.date | None = None
    as_of: dt.date | None = None
    by_law: str = ""
    gazettes: str = ""  # the publications by which amending acts cite it

    @classmethod
    def of(cls, kept: Mapping[str, str | None]) -> Self:
        """The particulars that were stored until a worker takes up the import."""
        days = {name: (day := kept[name]) and dt.date.fromisoformat(day) for name in _DAYS}
        return cls(**{**kept, **days})  # type: ignore[arg-type]  # their own fields

    @property
    def valid_from(self) -> dt.date | None:
        """The first day on which this text was in force, None where nobody said it: an adoption is none."""
        return self.as_of or self.in_force

    def kept(self) -> dict[str, str | None]:
        """The same as JSON."""
        return asdict(self) | {name: (day := getattr(self, name)) and day.isoformat() for name in _DAYS}


def refuse_known(given: Particulars, user: Any) -> None:
    """An act is imported once; raises `NotImportable`. Two acts may bear one number only with two known dates."""
    known = known_act(given)
    if known is None:
        return
    if not visible_instruments(user).contains(known) and not known.is_drafted_by(user):
        raise NotImportable(_("Another body has imported an act with this number. Ask the secretariat."))
    raise NotImportable(
        _("This act was imported already: %(title)s. Open it to seal a newer text.") % {"title": known.title}
    )


def known_act(given: Particulars) -> Instrument | None:
    """The act that bears the number: written with other spaces, dashes or capitals it is the same number."""
    return next(
        (act for act in _numbered(given) if None in (act.date, given.date) or act.date == given.date), None
    )


def sealed_before(given: Particulars, tree: Tree, user: Any) -> Instrument | None:
    """The known act, if this person sealed it with this title and text, as when “Save” is pressed twice."""
    act = known_act(given)
    if act is None or act.title != given.title:
        return None
    first = act.text_versions().filter(sealed_by=user.pk).order_by("number").first()
    scheme = scheme_for(given.country, given.language)
    sealed, read = (scheme.render(each).rstrip() for each in (tree_of(first) if first else Tree([]), tree))
    return act if sealed == read else None


def acts_of_other_days(given: Particulars, user: Any) -> list[Instrument]:
    """The acts with the number of this one and another day of adoption, as far as the person may read them."""
    others = [
        act.pk for act in _numbered(given) if None not in (act.date, given.date) and act.date != given.date
    ]
    return list(visible_instruments(user).filter(pk__in=others)) if others else []


def _numbered(given: Particulars) -> list[Instrument]:
    """The acts of the country and type that bear the number."""
    number = plain_number(given.number)
    same = Instrument.objects.filter(country=given.country, type=given.type, discarded_at=None).order_by("pk")
    found = [pk for pk, known in same.values_list("pk", "number") if plain_number(known) == number]
    return list(same.filter(pk__in=found).select_related("drafting_body")) if found else []
