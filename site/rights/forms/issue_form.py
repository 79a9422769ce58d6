"""The forms of an issue: to open it and to change it."""

import re
from functools import partial
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext, gettext_lazy as _

from amendments.permissions import holds
from consultations.actions.comments.anchoring import Chosen
from consultations.forms.vocabulary_fields import Fold, NamingForm, RowsField, TreatiesField
from consultations.forms.whole_form import WholeForm
from consultations.models import Comment, Institution, Term, Treaty
from consultations.queries.vocabulary.vocabulary_choices import (
    grounds_to_choose,
    rights_to_choose,
    treaties_to_choose,
)
from consultations.rules.benchmarks import TermKind
from consultations.rules.passages import Field
from consultations.values import InstitutionType
from rights import values
from rights.actions.issues.issue_content import IssueContent
from rights.forms.cited_articles import CitingForm
from rights.forms.covering import keys_of
from rights.forms.revised_form import RevisedForm
from rights.forms.suggested_folds import suggested_first
from rights.models import RightsIssue
from rights.models.issue import LONGEST_SOURCE, LONGEST_TITLE
from rights.powers import Power
from rights.queries.issue_opening import Opening
from rights.values import Conformity, Severity

LONGEST = values.LONGEST
_RANGE = re.compile(r"(\d{1,7}):(\d{1,7})")
LANGUAGES = [("", "–"), ("az", "Azərbaycanca"), ("en", "English"), ("ru", "Русский")]
QUOTED_IN = _("Say in which language the quotation is.")
KINDS = {
    "groups": TermKind.GROUP,
    "stages": TermKind.STAGE,
    "areas": TermKind.AREA,
    "grounds": TermKind.GROUND,
    "ways": TermKind.FORM,
}


def _terms(kind: TermKind) -> QuerySet[Term]:
    return Term.objects.filter(kind=kind)


def office_people() -> QuerySet[Any]:
    """The people to whom an issue can belong: those who write for the office."""
    app, code = Power.WRITE.split(".")
    granted = {"groups__permissions__codename": code, "groups__permissions__content_type__app_label": app}
    return get_user_model()._default_manager.filter(is_active=True, **granted).distinct().order_by("name")


def leading_bodies() -> QuerySet[Institution]:
    """The bodies that can answer an issue: those that draft, and those of the state. All of them are known to be."""
    kinds = (InstitutionType.MINISTRY, InstitutionType.STATE_BODY, InstitutionType.JUDICIAL_LAW_ENFORCEMENT)
    return Institution.objects.filter(Q(section__isnull=False) | Q(type__in=kinds)).order_by("name")


class IssueForm(NamingForm, CitingForm, WholeForm):
    """What the office writes of an issue. `issue` is the one that is changed."""

    field_order = (  # as they stand on the page, and in the list of errors above it; the others follow
        *("passages", "also", "title", "conformity", "severity", "lead"),
        *("sought", "rights", "grounds", "treaties", "as_cited"),
    )

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    severity = forms.ChoiceField(label=_("Severity"), choices=Severity.choices, widget=forms.RadioSelect)
    lead = forms.ModelChoiceField(
        label=_("Lead institution"),
        queryset=Institution.objects.none(),
        required=False,
        help_text=_("The institution that your office asks for a reply."),
    )
    sought = forms.CharField(
        label=_("Find a right or a treaty"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    rights = RowsField(
        rights_to_choose,
        is_optional=False,
        label=_("Rights"),
        help_text=_("Choose at least one right that the provision touches."),
    )
    treaties = TreatiesField(
        treaties_to_choose,
        label=_("Treaties"),
        help_text=_("Choose treaties, and name their articles if you wish."),
    )
    groups = RowsField(partial(_terms, TermKind.GROUP), label=_("Affected groups"))
    stages = RowsField(partial(_terms, TermKind.STAGE), label=_("Stages of migration"))
    areas = RowsField(partial(_terms, TermKind.AREA), label=_("Areas of life"))
    grounds = RowsField(grounds_to_choose, label=_("Grounds of discrimination"))
    ways = RowsField(partial(_terms, TermKind.FORM), label=_("Forms of discrimination"))
    analysis = forms.CharField(
        label=_("Analysis"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_("Read by the Ombudsman's office alone."),
    )
    extract = forms.CharField(
        label=_("Quotation from a standard"), required=False, widget=forms.Textarea, max_length=LONGEST
    )
    extract_of = forms.ModelChoiceField(
        label=_("Quoted from"),
        queryset=Treaty.objects.none(),
        required=False,
        to_field_name="code",
        help_text=_("A treaty of the vocabulary, if the quotation is from one."),
    )
    extract_language = forms.ChoiceField(
        label=_("Language of the quotation"), choices=LANGUAGES, required=False
    )
    extract_source = forms.CharField(
        label=_("Source of the quotation"),
        required=False,
        max_length=LONGEST_SOURCE,
        help_text=_("Edition, page or address, so that others find the words."),
    )
    recommended_text = forms.CharField(
        label=_("Recommended wording"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_(
            "The provision as it should read, with all its points or without any: then they stay as they are."
        ),
    )
    comments = forms.CharField(
        label=_("Comments on the same matter"),
        required=False,
        max_length=1_000,
        help_text=_("Their references, with commas between them."),
    )
    owner = forms.ModelChoiceField(label=_("Analyst"), queryset=Institution.objects.none(), required=False)
    due = forms.DateField(
        label=_("Due"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, user: Any, issue: RightsIssue | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        named = initial_of(issue) if issue else {}
        self.standing_articles = cast("list[str]", named.get("treaties", []))
        for name in ("rights", "treaties", *KINDS):
            field = cast("RowsField", self.fields[name])
            field.hold([str(code).partition(" ")[0] for code in cast("list[str]", named.get(name, []))])
        self._offer("extract_of", Treaty.objects.select_related("system"))
        self._offer("lead", leading_bodies())
        self._offer("owner", office_people())
        if not holds(user, Power.ASSIGN):
            del self.fields["owner"]

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows

    def clean_comments(self) -> tuple[Comment, ...]:
        """The comments with these references that the person may read."""
        wanted = [one for one in re.split(r"[\s,;]+", self.cleaned_data["comments"]) if one]
        rows = Comment.objects.visible_to(self.user).filter(reference__in=wanted, submitted_at__isnull=False)
        found = {row.reference: row for row in rows}
        if unknown := [one for one in wanted if one not in found]:
            words = gettext("There is no comment %(reference)s that you may read.")
            raise forms.ValidationError(words % {"reference": unknown[0][:40]})
        return tuple(found.values())

    def clean(self) -> dict[str, Any]:
        """Ask about articles that the vocabulary does not name. A quotation has a language."""
        data: dict[str, Any] = super().clean() or {}
        self.ask_about("treaties", data.get("treaties", ()), self.standing_articles)
        if data.get("extract") and not data.get("extract_language"):
            self.add_error("extract_language", QUOTED_IN)
        return data

    def clean_rights(self) -> Any:
        """At least one."""
        chosen = self.cleaned_data["rights"]
        if not chosen:
            raise forms.ValidationError(gettext("Choose at least one right that the provision touches."))
        return chosen

    @property
    def content(self) -> IssueContent:
        """The content of a valid form."""
        data = self.cleaned_data
        return IssueContent(
            title=data["title"],
            severity=Severity(data["severity"]),
            rights=tuple(row.code for row in data["rights"]),
            articles=data["treaties"],
            terms=tuple(row for name in KINDS for row in data[name]),
            comments=data["comments"],
            analysis=data["analysis"],
            extract=data["extract"],
            extract_of=data["extract_of"],
            extract_source=data["extract_source"],
            extract_language=data["extract_language"],
            recommended_text=data["recommended_text"],
            lead=data["lead"],
            owner=data.get("owner"),
            due=data["due"],
        )


def initial_of(issue: RightsIssue) -> dict[str, object]:
    """The initial values of the form for an issue. Comments that the person may not read are left out by the page."""
    names = issue.named()
    terms = cast("list[str]", names["terms"])
    by_kind = {
        name: [term.partition(" ")[2] for term in terms if term.startswith(f"{kind.value} ")]
        for name, kind in KINDS.items()
    }
    return {
        "title": issue.title,
        "severity": issue.severity,
        "rights": names["rights"],
        "treaties": names["articles"],
        **by_kind,
        "analysis": issue.analysis,
        "extract": issue.extract,
        "extract_of": issue.extract_of,
        "extract_source": issue.extract_source,
        "extract_language": issue.extract_language,
        "recommended_text": issue.recommended_text,
        "lead": issue.lead,
        "owner": issue.owner,
        "due": issue.due,
        "revision": issue.revision,
    }


class EditForm(RevisedForm, IssueForm):
    """The form of an issue that stands."""


class OpenForm(IssueForm):
    """The form that opens an issue on a provision of a text."""

    passages = forms.MultipleChoiceField(
        label=_("Which words?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose nothing for the whole provision with everything below it."),
    )
    also = forms.CharField(
        label=_("Also covers"),
        required=False,
        max_length=200,
        help_text=_("The numbers of other provisions of the same text, with commas between them."),
    )
    conformity = forms.ChoiceField(
        label=_("How does this text stand to the right?"),
        choices=Conformity.choices,
        initial=Conformity.DOES_NOT,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, opening: Opening, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opening = opening
        self.fields["key"].initial = uuid4
        self.offer("passages", [(f"{r.start}:{r.end}", words) for r, words in opening.sentences])

    def clean_also(self) -> list[str]:
        """The keys of the other provisions."""
        keys = keys_of(self.opening.version, self.cleaned_data["also"])
        return [key for key in keys if key != str(self.opening.provision.pk)]

    @property
    def rights_folds(self) -> list[Fold]:
        """The rights by cluster, before them those that the words of the provision suggest."""
        every = super().rights_folds
        return suggested_first(every, self.opening.suggested) if not self.sought_words else every

    @property
    def chosen(self) -> list[Chosen]:
        """The words on which the issue is raised."""
        key, field = str(self.opening.provision.pk), Field(self.opening.field)
        ranges = [m for value in self.cleaned_data["passages"] if (m := _RANGE.fullmatch(value))]
        own = [Chosen(key, int(m[1]), int(m[2]), field) for m in ranges] or [Chosen(key, field=field)]
        return [*own, *(Chosen(other) for other in self.cleaned_data["also"])]

    @property
    def form_key(self) -> UUID | None:
        """The key of this form on the person's screen."""
        key: UUID | None = self.cleaned_data["key"]
        return key
