"""The forms of rows of the concordance: a row with its provisions and first degree, its content, a degree."""

from typing import Any, ClassVar, cast
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from amendments.models import Version
from consultations.models import Institution, Treaty
from consultations.models.vocabulary import on_offer
from consultations.rules.benchmarks import TreatyArticle
from rights.actions.concordance.row_content import ROW_WORDS, Judged, RowContent
from rights.forms.cited_articles import CitingForm
from rights.forms.covering import keys_of
from rights.forms.issue_form import LANGUAGES, LONGEST, QUOTED_IN, leading_bodies
from rights.forms.naming_rights import NamingRightsForm
from rights.forms.revised_form import RevisedForm
from rights.forms.showing_nobody import ShowingNobody
from rights.models import ConcordanceRow
from rights.models.concordance_row import LONGEST_ARTICLES, LONGEST_SUMMARY
from rights.powers import may_write_rows
from rights.queries.issue_opening import provisions_with
from rights.values import Degree

NAMES_RIGHTS = _("Your office writes rows that name a right. Choose at least one.")


class TreatyField(forms.ModelChoiceField):  # type: ignore[type-arg] # no subscript at run time
    """Instruments by their codes and names."""

    def label_from_instance(self, obj: Treaty) -> str:
        return f"{obj.code}: {obj}"


class NumbersField(forms.CharField):
    """Provisions of a text by their numbers. `version` is set by the form."""

    version: Version

    def clean(self, value: Any) -> Any:  # Any: as Django's
        """The keys of the provisions."""
        return keys_of(self.version, super().clean(value), provisions_with)


def numbers_field() -> NumbersField:
    """The numbers of national provisions."""
    return NumbersField(
        label=_("National provisions"),
        required=False,
        max_length=200,
        help_text=_(
            "Their numbers, with commas between them. Leave it empty where the act has no such provision."
        ),
    )


class JudgedForm(ShowingNobody):
    """A degree with its comment."""

    CHECKED: ClassVar[tuple[str, ...]] = ("comment",)

    degree = forms.ChoiceField(label=_("Degree"), choices=[("", _("Choose one")), *Degree.choices])
    comment = forms.CharField(
        label=pgettext_lazy("row", "Comment"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
    )

    @property
    def judged(self) -> Judged:
        """The degree of a valid form."""
        return Judged(Degree(self.cleaned_data["degree"]), self.cleaned_data["comment"])


class RowForm(NamingRightsForm, CitingForm, ShowingNobody):
    """What a row says beside its provisions and degrees."""

    CHECKED: ClassVar[tuple[str, ...]] = ROW_WORDS
    field_order = (  # as they stand on the page, and in the list of errors above it
        *("treaty", "articles", "as_cited", "summary", "quote", "quote_language"),
        *("provisions", "degree", "comment", "completion", "authority", "deadline", "sought", "rights"),
    )

    treaty = TreatyField(
        label=_("Comparator"), queryset=Treaty.objects.none(), to_field_name="code", empty_label=None
    )
    articles = forms.CharField(
        label=_("Article"), max_length=LONGEST_ARTICLES, help_text=_("As it is cited: 15(1), 16.")
    )
    summary = forms.CharField(label=_("What the article asks for"), max_length=LONGEST_SUMMARY)
    quote = forms.CharField(
        label=_("Quotation of the article"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
    )
    quote_language = forms.ChoiceField(
        label=_("Language of the quotation"), choices=LANGUAGES, required=False
    )
    completion = forms.CharField(
        label=_("Plan of completion"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        help_text=_("What is still to be done, by which act."),
    )
    authority = forms.ModelChoiceField(
        label=_("Responsible authority"), queryset=Institution.objects.none(), required=False
    )
    deadline = forms.DateField(
        label=_("Deadline"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, user: Any, row: ConcordanceRow | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_rights = not may_write_rows(user, ())
        if self.names_rights:
            self.rights_field.is_optional, self.rights_field.help_text = False, NAMES_RIGHTS
        held = [right.code for right in row.rights.all()] if row else []
        self.standing_articles = [f"{row.treaty.code} {row.articles}"] if row else []
        self.rights_field.hold(held)
        treaties = Treaty.objects.filter(on_offer([row.treaty.code] if row else [])).select_related("system")
        cast("TreatyField", self.fields["treaty"]).queryset = treaties
        self.offer_rows("authority", leading_bodies())

    def clean(self) -> dict[str, Any]:
        """The office of the Ombudsman writes rows that name a right. A quotation has a language."""
        data: dict[str, Any] = super().clean() or {}
        if self.names_rights and not data.get("rights") and "rights" not in self.errors:
            self.add_error("rights", NAMES_RIGHTS)
        if "treaty" in data and "articles" in data:
            cited = TreatyArticle(data["treaty"].code, data["articles"].strip())
            self.ask_about("articles", [cited], self.standing_articles)
        if data.get("quote") and not data.get("quote_language"):
            self.add_error("quote_language", QUOTED_IN)
        return data

    @property
    def content(self) -> RowContent:
        """The content of a valid form."""
        data = self.cleaned_data
        return RowContent(
            treaty=data["treaty"],
            articles=data["articles"],
            summary=data["summary"],
            quote=data["quote"],
            quote_language=data["quote_language"],
            rights=tuple(right.code for right in data["rights"]),
            completion=data["completion"],
            authority=data["authority"],
            deadline=data["deadline"],
        )


class WriteRowForm(JudgedForm, RowForm):
    """A new row, on a text of the act."""

    CHECKED = (*JudgedForm.CHECKED, *RowForm.CHECKED)
    provisions = numbers_field()
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("NumbersField", self.fields["provisions"]).version = version
        self.fields["key"].initial = uuid4


class ChangeRowForm(RevisedForm, RowForm):
    """The form of a row that stands."""


class JudgeRowForm(JudgedForm):
    """A degree for one of the texts of a row; `other` names other provisions of that text."""

    field_order = ("text",)  # before what it judges

    text = forms.ModelChoiceField(
        label=_("On which text?"), queryset=Version.objects.none(), empty_label=None
    )
    other = forms.CharField(
        label=_("Other national provisions"),
        required=False,
        max_length=200,
        help_text=_("Only where the row should name other ones from now on: their numbers in this text."),
    )
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, offered: list[tuple[Version, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Version]", self.fields["text"])
        keys = [version.pk for version, _name in offered]
        field.queryset = Version.objects.filter(pk__in=keys).order_by("sealed_at", "number")
        names = {version.pk: name for version, name in offered}
        field.label_from_instance = lambda one: names[one.pk]  # type: ignore[method-assign, assignment] # Django's own way
        field.queryset = field.queryset.select_related("instrument")

    def clean(self) -> dict[str, Any]:
        """The keys of other provisions in the text that was chosen; None for those that the row has."""
        data: dict[str, Any] = super().clean() or {}
        version, typed = data.get("text"), data.get("other", "")
        if version is None or not typed.strip():
            return data | {"provisions": None}
        field = numbers_field()
        field.version = version
        try:
            return data | {"provisions": field.clean(typed)}
        except forms.ValidationError as wrong:
            self.add_error("other", wrong)
            return data | {"provisions": None}


def initial_of_row(row: ConcordanceRow) -> dict[str, object]:
    """The initial values of the form for a row."""
    return {
        "treaty": row.treaty.code,
        "articles": row.articles,
        "summary": row.summary,
        "quote": row.quote,
        "quote_language": row.quote_language,
        "completion": row.completion,
        "authority": row.authority,
        "deadline": row.deadline,
        "rights": [right.code for right in row.rights.all()],
        "revision": row.revision,
    }
