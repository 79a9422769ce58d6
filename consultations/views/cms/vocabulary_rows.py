"""One row of a vocabulary in the admin, and the steps on it. A row is never deleted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from amendments.errors import AmendmentsError
from amendments.permissions import holds
from consultations.access.permissions import keeps_rows_of
from consultations.access.powers import Power
from consultations.actions.vocabulary_rows.add_row import AddRow
from consultations.actions.vocabulary_rows.edit_row import EditRow
from consultations.actions.vocabulary_rows.restore_row import RestoreRow
from consultations.actions.vocabulary_rows.retire_row import RetireRow
from consultations.actions.vocabulary_rows.rows import RowAction
from consultations.actions.vocabulary_rows.sign_row import SignRow
from consultations.actions.vocabulary_rows.take_back_signature import TakeBackSignature
from consultations.errors import CodeTaken, ReasonNeeded
from consultations.forms.vocabulary_rows import StepForm, form_of
from consultations.models.vocabulary import VocabularyRow
from consultations.queries.vocabulary.vocabularies import Vocabulary, row_page
from consultations.rules.benchmarks import state_of
from consultations.views.cms.frame import FormPage, furniture, recorded
from consultations.views.cms.vocabularies import ROW, seen_vocabulary, trail_to_list

REFUSED_AT: dict[type[AmendmentsError], str] = {CodeTaken: "code", ReasonNeeded: "reason"}


def seen_row(request: HttpRequest, slug: str, code: str) -> tuple[Vocabulary, VocabularyRow]:
    """A row, for those who see the lists."""
    vocabulary = seen_vocabulary(request, slug)
    row: VocabularyRow = get_object_or_404(vocabulary.rows, code=code)
    return vocabulary, row


def trail_to(vocabulary: Vocabulary, row: VocabularyRow | None = None) -> list[tuple[str, str]]:
    """The breadcrumbs to a list, or to a row in it."""
    way = [trail_to_list(vocabulary)]
    return [*way, (reverse(ROW, args=[vocabulary.slug, row.code]), str(row))] if row else way


def row(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One row in every language, with its reviewer."""
    vocabulary, found = seen_row(request, slug, code)
    page = row_page(request.user, vocabulary, found)
    context = {"page": page, "row": found, **furniture(*trail_to(vocabulary, found), icon="list-ul")}
    return render(request, "madda/consultations/cms/vocabulary_row.html", context)


def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a row."""
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
    """Change a row."""
    vocabulary, found = seen_row(request, slug, code)
    if not keeps_rows_of(request.user, vocabulary.model):
        raise PermissionDenied
    make = form_of(vocabulary.model, slug)
    form = make(request.POST or None, initial=_shown(vocabulary, found), row=found)
    trail = trail_to(vocabulary, found)
    signed = (
        _("A lawyer has signed this entry. If you change it, the signature is removed.")
        if found.is_signed
        else ""
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
    """A step on a row: who may do it, the words on its button and afterwards."""

    action: type[RowAction]
    may: Callable[[Any, type[VocabularyRow]], bool]
    button: str | Promise
    done: str | Promise
    said: str | Promise = ""


STEPS: Mapping[str, RowStep] = {
    "sign": RowStep(
        SignRow,
        lambda user, _model: holds(user, Power.SIGN),
        gettext_lazy("Sign as reviewed"),
        gettext_lazy("The entry is signed."),
        gettext_lazy(
            "With your signature you confirm that the names, the descriptions and the articles are right as "
            "shown on the page of the entry."
        ),
    ),
    "unsign": RowStep(
        TakeBackSignature,
        lambda user, _model: holds(user, Power.SIGN),
        gettext_lazy("Take the signature back"),
        gettext_lazy("The signature is taken back."),
        gettext_lazy("The entry counts as not reviewed again. Its history keeps who had signed it."),
    ),
    "retire": RowStep(
        RetireRow,
        keeps_rows_of,
        gettext_lazy("Retire"),
        gettext_lazy("The entry is retired."),
        gettext_lazy("The entry can no longer be chosen. Comments that name it keep it."),
    ),
    "restore": RowStep(
        RestoreRow,
        keeps_rows_of,
        gettext_lazy("Take back into use"),
        gettext_lazy("The entry is in use again."),
    ),
}


def step(request: HttpRequest, slug: str, code: str, name: str) -> HttpResponse:
    """Sign a row, take the signature back, retire or restore the row, with a reason."""
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
