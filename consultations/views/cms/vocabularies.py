"""Vocabularies in the admin: the lists, one row, and every step on it. No row is ever deleted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _, gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton

from amendments.errors import AmendmentsError
from consultations.actions.vocabulary.add_row import AddRow
from consultations.actions.vocabulary.edit_row import EditRow
from consultations.actions.vocabulary.restore_row import RestoreRow
from consultations.actions.vocabulary.retire_row import RetireRow
from consultations.actions.vocabulary.rows import RowAction
from consultations.actions.vocabulary.sign_row import SignRow
from consultations.errors import CodeTaken, ReasonNeeded
from consultations.forms.vocabulary_rows import StepForm, form_of
from consultations.models import Right, Treaty
from consultations.models.vocabulary import VocabularyRow
from consultations.permissions import keeps_rows_of, sees_vocabularies, signs_vocabularies
from consultations.queries.vocabularies import VOCABULARIES, Vocabulary, review_state, row_page
from consultations.rules.benchmarks import state_of
from consultations.views.cms.frame import FormPage, furniture, recorded

LIST = "consultations_admin:vocabulary"
ROW = "consultations_admin:vocabulary_row"
REFUSED_AT: dict[type[AmendmentsError], str] = {CodeTaken: "code", ReasonNeeded: "reason"}


def seen_vocabulary(request: HttpRequest, slug: str) -> Vocabulary:
    """A vocabulary, for those who see the lists."""
    if not sees_vocabularies(request.user):
        raise PermissionDenied
    if slug not in VOCABULARIES:
        raise Http404
    return VOCABULARIES[slug]


def seen_row(request: HttpRequest, slug: str, code: str) -> tuple[Vocabulary, VocabularyRow]:
    """A row, for those who see the lists."""
    vocabulary = seen_vocabulary(request, slug)
    row: VocabularyRow = get_object_or_404(vocabulary.rows, code=code)
    return vocabulary, row


def trail_to(vocabulary: Vocabulary, row: VocabularyRow | None = None) -> list[tuple[str, str]]:
    """The way to a list, or to a row in it."""
    way = [(reverse(LIST, args=[vocabulary.slug]), str(vocabulary.label))]
    return [*way, (reverse(ROW, args=[vocabulary.slug, row.code]), str(row))] if row else way


class VocabularyList(IndexView):
    """The rows of one vocabulary, with links to the others."""

    any_permission_required = None  # said by `setup`: superuser status gives no right to it
    template_name = "madda/consultations/cms/vocabulary.html"
    header_icon = "list-ul"
    index_url_name = LIST
    index_results_url_name = "consultations_admin:vocabulary_results"
    default_ordering = None
    paginate_by = 40
    list_filter = ["is_active", "is_edited"]
    list_export: list[str] = []

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """For those who see the lists."""
        self.vocabulary = seen_vocabulary(request, kwargs["slug"])
        super().setup(request, *args, **kwargs)

    @cached_property
    def model(self) -> type[VocabularyRow]:
        """What it lists."""
        return self.vocabulary.model

    @property
    def page_title(self) -> str | Promise:
        """The name of the list."""
        return self.vocabulary.label

    @cached_property
    def search_fields(self) -> list[str]:
        """Codes, and names in every language."""
        return ["code", *(f"labels__{tag}" for tag, _name in settings.LANGUAGES)]

    def get_index_url(self) -> str:
        """The address of this list."""
        return reverse(LIST, args=[self.vocabulary.slug])

    def get_index_results_url(self) -> str:
        """The address of its rows alone."""
        return reverse(self.index_results_url_name, args=[self.vocabulary.slug])

    def get_base_queryset(self) -> Any:
        """The rows in their order."""
        return self.vocabulary.rows

    @cached_property
    def columns(self) -> list[Column]:
        """What is shown of each row."""
        return [
            TitleColumn(
                "name",
                label=pgettext_lazy("of an entry", "Name"),
                accessor=str,
                get_url=lambda row: reverse(ROW, args=[self.vocabulary.slug, row.code]),
            ),
            Column("code", label=gettext_lazy("Code")),
            *_COLUMNS.get(self.model, []),
            DateColumn("reviewed_on", label=gettext_lazy("Reviewed")),
            BooleanColumn("is_active", label=gettext_lazy("In use")),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """ "Add an entry", for those who keep the list."""
        if not keeps_rows_of(self.request.user, self.model):
            return []
        url = reverse("consultations_admin:add_vocabulary_row", args=[self.vocabulary.slug])
        return [HeaderButton(_("Add an entry"), url=url, icon_name="plus")]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With the other lists, and how much a lawyer has yet to review."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        review = review_state(self.vocabulary)
        return {**context, "vocabularies": VOCABULARIES.values(), "here": self.vocabulary, "review": review}


_COLUMNS: Mapping[type[VocabularyRow], list[Column]] = {
    Right: [Column("cluster", label=gettext_lazy("Cluster"))],
    Treaty: [
        Column("system", label=gettext_lazy("Made by")),
        Column("status", label=gettext_lazy("For the country"), accessor="get_status_display"),
    ],
}


def row(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One row: what it says in every language, and who has reviewed it."""
    vocabulary, found = seen_row(request, slug, code)
    page = row_page(request.user, vocabulary, found)
    context = {"page": page, "row": found, **furniture(*trail_to(vocabulary, found), icon="list-ul")}
    return render(request, "madda/consultations/cms/vocabulary_row.html", context)


def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A new row."""
    vocabulary = seen_vocabulary(request, slug)
    if not keeps_rows_of(request.user, vocabulary.model):
        raise PermissionDenied
    form = form_of(vocabulary.model, slug)(request.POST or None)
    words = _("Add an entry")
    return FormPage(
        form,
        lambda: AddRow(form.given(), actor=recorded(request, form)).execute(),
        words,
        _("The entry is added."),
        trail_to(vocabulary)[-1][0],
        furniture(*trail_to(vocabulary), ("", words), icon="list-ul"),
        refused_at=REFUSED_AT,
    ).answer(request)


def change(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Change what a row says."""
    vocabulary, found = seen_row(request, slug, code)
    if not keeps_rows_of(request.user, vocabulary.model):
        raise PermissionDenied
    make = form_of(vocabulary.model, slug)
    form = make(request.POST or None, initial=_shown(vocabulary, found), row=found)
    trail = trail_to(vocabulary, found)
    signed = (
        _("A lawyer has signed this entry. A change takes the signature away.") if found.is_signed else ""
    )
    return FormPage(
        form,
        lambda: EditRow(
            found, form.given(), actor=recorded(request, form), seen=form.cleaned_data["seen"]
        ).execute(),
        _("Save"),
        _("The entry is changed."),
        trail[-1][0],
        furniture(*trail, ("", _("Change")), icon="list-ul"),
        said=signed,
        refused_at=REFUSED_AT,
    ).answer(request)


def _shown(vocabulary: Vocabulary, found: VocabularyRow) -> dict[str, object]:
    form = form_of(vocabulary.model, vocabulary.slug)
    kind: Any = getattr(form, "func", form)  # the list of a term is bound to its form
    return {**kind.shown(found), "seen": state_of(found.given)}


@dataclass(frozen=True, slots=True)
class RowStep:
    """A step on a row: who may take it, its words on the button and afterwards."""

    action: type[RowAction]
    may: Callable[[Any, type[VocabularyRow]], bool]
    button: str | Promise
    done: str | Promise
    said: str | Promise = ""


STEPS: Mapping[str, RowStep] = {
    "sign": RowStep(
        SignRow,
        lambda user, _model: signs_vocabularies(user),
        gettext_lazy("Sign as reviewed"),
        gettext_lazy("The entry is signed."),
        gettext_lazy(
            "You sign that the names, the descriptions and the articles are right as shown on its page."
        ),
    ),
    "retire": RowStep(
        RetireRow,
        keeps_rows_of,
        gettext_lazy("Retire"),
        gettext_lazy("The entry is retired."),
        gettext_lazy("It is offered no more. Comments that name it keep it."),
    ),
    "restore": RowStep(
        RestoreRow,
        keeps_rows_of,
        gettext_lazy("Take back into use"),
        gettext_lazy("The entry is in use again."),
    ),
}


def step(request: HttpRequest, slug: str, code: str, name: str) -> HttpResponse:
    """Sign, retire or restore a row, with a reason."""
    vocabulary, found = seen_row(request, slug, code)
    if name not in STEPS:
        raise Http404
    taken = STEPS[name]
    if not taken.may(request.user, vocabulary.model):
        raise PermissionDenied
    form = StepForm(request.POST or None, initial={"seen": request.GET.get("seen", state_of(found.given))})
    trail = trail_to(vocabulary, found)
    return FormPage(
        form,
        lambda: taken.action(found, actor=recorded(request, form), seen=form.cleaned_data["seen"]).execute(),
        str(taken.button),
        str(taken.done),
        trail[-1][0],
        furniture(*trail, ("", str(taken.button)), icon="list-ul"),
        said=str(taken.said),
        refused_at=REFUSED_AT,
    ).answer(request)
