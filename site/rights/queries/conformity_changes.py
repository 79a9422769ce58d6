"""How the values of the table of conformity stand to those of the text in force and of the text as raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from amendments.models import Version
from amendments.queries.law.in_force_now import is_coming, text_in_force
from rights.models.unanswered import OVER
from rights.queries.office_texts import office_texts
from rights.values import Conformity

WEAKEST_FIRST = (
    Conformity.DOES_NOT,
    Conformity.SILENT,
    Conformity.PARTLY,
    Conformity.CONFORMS,
    Conformity.EXCEEDS,
    Conformity.NOT_APPLICABLE,
)


def weakest(values: Iterable[Conformity]) -> Conformity | None:
    """The weakest of them."""
    return min(values, key=WEAKEST_FIRST.index, default=None)


@dataclass(frozen=True, slots=True)
class ConformityChange:
    """A cell whose value differs from that of an earlier text."""

    is_better: bool
    is_in_force: bool  # against the text in force, else against the text on which the issues were raised
    is_of_some: bool = False  # the weakest value is no worse, but that of one of the issues is

    @property
    def sign(self) -> str:
        """What the cell shows beside its value."""
        better, worse = ("▲", "▼") if self.is_in_force else ("↑", "↓")
        return better if self.is_better else worse

    @property
    def words(self) -> str:
        """The same in words."""
        if self.is_of_some:
            in_force = _("worse than in force for some of its issues")
            return in_force if self.is_in_force else _("worse than the text as raised for some of its issues")
        if self.is_in_force:
            return _("better than in force") if self.is_better else _("worse than in force")
        return _("better than the text as raised") if self.is_better else _("worse than the text as raised")


def changes_since(
    pairs: Iterable[tuple[Conformity | None, Conformity | None]], *, is_in_force: bool
) -> tuple[ConformityChange, ...]:
    """Of issues with a value now: how the weakest value changed, and whether one of them is worse while that is not."""
    assessed = [(was, now) for was, now in pairs if now]
    better = _is_better(assessed)
    found = () if better is None else (ConformityChange(better, is_in_force),)
    if better is False or not any(_is_worse(was, now) for was, now in assessed if was):
        return found
    return (*found, ConformityChange(is_better=False, is_in_force=is_in_force, is_of_some=True))


def _is_better(assessed: list[tuple[Conformity | None, Conformity]]) -> bool | None:
    """Whether the weakest value is better.

    None if it is the same, if one of the issues had no value before, or if none applied or applies.
    """
    known = [was for was, _now in assessed if was]
    before = weakest(was for was in known if was != Conformity.NOT_APPLICABLE)
    after = weakest(now for _was, now in assessed)
    if before is None or after in (before, Conformity.NOT_APPLICABLE) or len(known) < len(assessed):
        return None
    return weakest(filter(None, (before, after))) == before


def _is_worse(was: Conformity, now: Conformity) -> bool:
    """Whether the value of one issue is worse. "Not applicable" is neither better nor worse."""
    return Conformity.NOT_APPLICABLE not in (was, now) and WEAKEST_FIRST.index(now) < WEAKEST_FIRST.index(was)


def in_force_before(user: Any, version: Version) -> Version | None:
    """The text in force to which a later text is compared, of those that the person may read.

    For a draft of an amendment that goes on it is the law of today, for an adopted text that is not in force yet the text that
    it replaces. None for other texts. Two queries.
    """
    laws = office_texts(user).filter(instrument=version.instrument_id, draft=None)
    texts = laws.select_related("instrument", "draft", "text_of").prefetch_related("commencements")
    known = list(texts.order_by("number"))
    if version.draft is not None:
        return None if version.draft.amendment.state in OVER else text_in_force(known)
    own = next(one for one in known if one.pk == version.pk)
    if own.text_of is None or not is_coming(own):
        return None
    return next((one for one in known if own.text_of and one.pk == own.text_of.parent_id), None)
