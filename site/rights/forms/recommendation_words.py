"""The forms of a recommendation: of an issue, or written on a provision without one."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from amendments.models import Version
from consultations.models import Institution
from rights.actions.issuing.edit_recommendation import RecommendationContent
from rights.forms.issue_form import LONGEST, leading_bodies
from rights.forms.naming_rights import NamingRightsForm
from rights.forms.revised_form import RevisedForm
from rights.forms.showing_nobody import ShowingNobody
from rights.models import Recommendation
from rights.models.issue import LONGEST_TITLE
from rights.queries.issue_opening import not_one, provisions_meant
from rights.queries.names_of_texts import names_of


class RecommendationWords(ShowingNobody):
    """What the office writes of every recommendation."""

    NOT_OPTIONAL = frozenset({"reasons", "addressee"})
    CHECKED = ("title", "reasons", "wording")

    title = forms.CharField(
        label=_("Title"),
        max_length=LONGEST_TITLE,
        help_text=_("Everybody reads these words once the opinion is issued."),
    )
    reasons = forms.CharField(
        label=_("Reasons"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_("Everybody reads these words once the opinion is issued. It is not issued without them."),
    )
    wording = forms.CharField(
        label=_("Recommended wording"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_(
            "The provision as it should read, with all its points or without any: then they stay as they are."
        ),
    )
    addressee = forms.ModelChoiceField(
        label=_("Addressee"),
        queryset=Institution.objects.none(),
        required=False,
        help_text=_("The opinion is not issued without it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows: QuerySet[Institution] = leading_bodies()
        self.offer_rows("addressee", rows)

    @property
    def content(self) -> RecommendationContent:
        """The content of a valid form."""
        data = self.cleaned_data
        rights = tuple(row.code for row in data["rights"]) if "rights" in data else None
        return RecommendationContent(
            data["title"], data["reasons"], data["wording"], data["addressee"], rights
        )


class RecommendationForm(RevisedForm, RecommendationWords):
    """A recommendation of an issue, which names the rights."""


class OwnWords(NamingRightsForm, RecommendationWords):
    """A recommendation without an issue names its rights itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rights_field.hold(self.initial.get("rights", []))


class EditOwnForm(RevisedForm, OwnWords):
    """The form of a recommendation without an issue that is written already."""


class NewRecommendationForm(OwnWords):
    """The form of a new recommendation without an issue, with its provision."""

    field_order = ("text", "number")  # before the words

    text = forms.ChoiceField(label=_("Text"))
    number = forms.CharField(label=_("Number of the provision"), max_length=60)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, texts: list[Version], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._texts = {str(row.pk): row for row in texts}
        names = names_of(texts)
        named = [
            (key, f"{names.short(row)}, {row.instrument.shown_title}") for key, row in self._texts.items()
        ]
        self.offer("text", named)
        self.fields["key"].initial = uuid4

    def clean(self) -> dict[str, Any]:
        """Find the provision in the text."""
        data = super().clean()
        version, number = self._texts.get(data.get("text", "")), data.get("number", "")
        if version is not None and number:
            found = provisions_meant(version, number)
            if len(found) == 1:
                data["provision"] = UUID(found[0].provision)
            else:
                self.add_error("number", not_one(found, number))
        return data

    @property
    def place(self) -> tuple[Version, UUID]:
        """The text and the key of the provision of a valid form."""
        return self._texts[self.cleaned_data["text"]], self.cleaned_data["provision"]

    @property
    def form_key(self) -> UUID | None:
        """The key of this form on the person's screen."""
        key: UUID | None = self.cleaned_data["key"]
        return key


def content_of(row: Recommendation) -> dict[str, object]:
    """The initial values of the form of a recommendation."""
    names = ("title", "reasons", "wording", "addressee", "rights")
    return {name: getattr(row, name) for name in names} | {"revision": row.opinion.revision}
