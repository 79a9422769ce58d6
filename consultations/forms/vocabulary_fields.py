"""Fields for choosing rights, grounds and treaties by name, and the groups in which they are shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, QuerySet
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.translation import gettext, gettext_lazy as _

from amendments.errors import AmendmentsError
from amendments.text.visible_text import refuse_hidden
from consultations.errors import NotInVocabulary
from consultations.models.vocabulary import VocabularyRow, on_offer
from consultations.rules.benchmarks import (
    LONGEST_ARTICLE,
    LONGEST_CODE,
    TreatyArticle,
    is_found,
    read_article,
)


class RowsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # no subscript at run time
    """Rows of a vocabulary by their codes. A retired row can be chosen if the comment names it already."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, rows: Callable[[], QuerySet[Any]], *, is_optional: bool = True, **kwargs: Any) -> None:
        super().__init__(queryset=rows().none(), required=False, to_field_name="code", **kwargs)
        self._rows = rows
        self.is_optional = is_optional  # as the page says; the form refuses in words of its own

    def hold(self, codes: Iterable[str]) -> None:
        """Offer the rows in use, and retired rows with these codes."""
        self.queryset = self._rows().filter(on_offer(codes))

    def clean(self, value: Any) -> Any:  # Any: as Django's
        """Check that every value can be chosen. The error names the one that cannot."""
        chosen = [str(one) for one in value or ()]
        try:
            refuse_hidden(chosen)
        except AmendmentsError as refusal:
            raise forms.ValidationError(str(refusal)) from None
        offered: QuerySet[Any] = self.queryset  # type: ignore[assignment] # `hold` comes first
        found = list(offered.filter(code__in=[code for code in chosen if len(code) <= LONGEST_CODE]))
        if unknown := sorted(set(chosen) - {row.code for row in found}):
            raise forms.ValidationError(str(NotInVocabulary(unknown[0])))
        return found


class TreatyBoxes(forms.CheckboxSelectMultiple):
    """Checkboxes of treaties, each with a field for its articles. A value is "ECHR", or "ECHR 14" with an article."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """The treaties that are ticked, with the articles typed beside them."""
        given = super().value_from_datadict(data, files, name) or []
        return [str(_typed(data, name, read_article(str(one)))) for one in given]

    def optgroups(self, name: str, value: list[Any], attrs: dict[str, Any] | None = None) -> list[Any]:
        """The boxes, each with its articles."""
        articles = {one.treaty: one.article for one in map(read_article, value)}
        groups = super().optgroups(name, list(articles), attrs)
        for _name, options, _place in groups:
            for option in options:
                option["articles"] = articles.get(str(option["value"]), "")
        return groups


def _typed(data: Any, name: str, one: TreatyArticle) -> TreatyArticle:
    typed = data.get(f"{name}-{one.treaty}")
    return one if typed is None else read_article(f"{one.treaty} {typed}")


class TreatiesField(RowsField):
    """Treaties with their articles."""

    widget = TreatyBoxes

    def clean(self, value: Any) -> Any:  # Any: as Django's
        """The chosen treaties as `TreatyArticle`, each once."""
        named = {one.treaty: one for one in map(read_article, value or ())}
        super().clean(list(named))
        for one in named.values():
            if len(one.article) > LONGEST_ARTICLE:
                words = _("Give the articles of %(treaty)s in no more than %(limit)s characters.")
                raise forms.ValidationError(words % {"treaty": one.treaty, "limit": LONGEST_ARTICLE})
        return tuple(named.values())


@dataclass(frozen=True, slots=True)
class OfferedBox:
    """A checkbox of a fold. One that a search did not find is hidden, so that other words can find it in the page."""

    widget: BoundWidget
    is_shown: bool
    why: str = ""  # it is offered first


@dataclass(frozen=True, slots=True)
class Fold:
    """The checkboxes of one cluster of rights, of one maker of treaties, or of one kind of institutions."""

    name: str
    boxes: tuple[OfferedBox, ...]
    is_open: bool  # one of them is ticked or was found

    @property
    def is_shown(self) -> bool:
        """Whether a search left one of its boxes."""
        return any(box.is_shown for box in self.boxes)

    @classmethod
    def of(cls, name: str, boxes: Sequence[BoundWidget], sought: str, words: Callable[[Any], str]) -> "Fold":
        """The boxes; in a search those are shown that were found in their words, or are ticked."""
        ticked = [bool(box.data["selected"]) for box in boxes]
        if not sought:
            return cls(name, tuple(OfferedBox(box, is_shown=True) for box in boxes), any(ticked))
        shown = (
            is_ticked or is_found(sought, words(box)) for box, is_ticked in zip(boxes, ticked, strict=True)
        )
        return cls(name, tuple(map(OfferedBox, boxes, shown)), is_open=True)


def row_of(box: BoundWidget) -> VocabularyRow:
    """The row of a checkbox."""
    row: VocabularyRow = box.data["value"].instance
    return row


def folds(field: BoundField, group_of: Callable[[Any], Model], sought: str = "") -> list[Fold]:
    """The checkboxes by group. In a search, those are shown that were found or are ticked."""
    parts = [
        (str(group), list(boxes))
        for group, boxes in groupby(field.subwidgets, lambda box: group_of(row_of(box)))
    ]
    return [Fold.of(name, boxes, sought, partial(_words, name)) for name, boxes in parts]


def _words(group: str, box: BoundWidget) -> str:
    return searched(row_of(box), group)


def searched(row: VocabularyRow, group: str) -> str:
    """The text in which a checkbox is found: code, group, names in all languages, and the articles of a right."""
    articles = [str(one) for one in getattr(row, "articles", ())]
    return " ".join([row.code, group, *row.labels.values(), *articles])


class NamingForm(forms.Form):
    """Names rows of the vocabularies: what the fields `NAMED` and the box of words `sought` show."""

    NAMED: ClassVar[tuple[str, ...]] = ("rights", "grounds", "treaties")

    @property
    def sought_words(self) -> str:
        """The words to find in the lists."""
        return str(self["sought"].value() or "").strip()

    @property
    def rights_folds(self) -> list[Fold]:
        """The rights that can be chosen, by cluster."""
        return folds(self["rights"], lambda right: right.cluster, self.sought_words)

    @property
    def treaty_folds(self) -> list[Fold]:
        """The treaties that can be chosen, by maker."""
        return folds(self["treaties"], lambda treaty: treaty.system, self.sought_words)

    @property
    def unreviewed(self) -> str:
        """How many of the rows that can be chosen no lawyer has signed, as a sentence; "" if all are signed."""
        signed = [row_of(box).is_signed for name in self.NAMED for box in self[name].subwidgets]
        if all(signed):
            return ""
        if not any(signed):
            return gettext("No lawyer has reviewed these names and articles yet.")
        named = {"signed": sum(signed), "all": len(signed)}
        return gettext("A lawyer has reviewed %(signed)s of these %(all)s names with their articles.") % named
