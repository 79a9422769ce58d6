"""A vocabulary as a file, and the import of one: first a dry run, then everything or nothing."""

import json

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from amendments.errors import AmendmentsError
from consultations.access.permissions import keeps_rows_of
from consultations.actions.vocabulary_rows.import_rows import ImportPlan, ImportRows, plan_import
from consultations.forms.vocabulary_file import ImportForm, VocabularyFileForm
from consultations.models import Cluster, Right, Treaty
from consultations.queries.vocabulary.vocabularies import Vocabulary
from consultations.rules.benchmarks import ClusterRow, RightRow, TermKind, TreatyRow
from consultations.rules.vocabulary_table import ListKind, cells_of, columns_of
from consultations.spreadsheets import MEDIA_TYPES, Table, written
from consultations.views.cms.frame import furniture, recorded
from consultations.views.cms.vocabularies import LIST, seen_vocabulary, trail_to_list

_KINDS: dict[object, ListKind] = {Right: RightRow, Cluster: ClusterRow, Treaty: TreatyRow}
_MOST_SHOWN = 200  # lines with faults


def kind_of(vocabulary: Vocabulary) -> ListKind:
    """The kind of the rows of a list."""
    return _KINDS.get(vocabulary.model) or TermKind(vocabulary.slug)


@require_safe
def export(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    """All rows in use and retired, in every language."""
    vocabulary = seen_vocabulary(request, slug)
    if suffix not in MEDIA_TYPES:
        raise Http404
    languages = [code for code, _name in settings.LANGUAGES]
    table = [columns_of(kind_of(vocabulary), languages)]
    table += [cells_of(row.given, languages) for row in vocabulary.rows]
    response = HttpResponse(written(table, suffix), content_type=MEDIA_TYPES[suffix])
    name = f"vocabulary-{slug}.{suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def import_rows(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file, look at what it would do, then do it."""
    vocabulary = seen_vocabulary(request, slug)
    if not keeps_rows_of(request.user, vocabulary.model):
        raise PermissionDenied
    if "table" in request.POST:
        return _import(request, vocabulary)
    form = VocabularyFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _dry_run(request, vocabulary, form.cleaned_data["file"])
    return _show(request, vocabulary, file_form=form, status=422 if form.is_bound else 200)


def _dry_run(request: HttpRequest, vocabulary: Vocabulary, table: Table) -> HttpResponse:
    plan = plan_import(kind_of(vocabulary), table)
    form = ImportForm(initial={"table": json.dumps(table)}) if plan.may_be_done else None
    status = 200 if plan.table.is_sound else 422
    return _show(request, vocabulary, plan=plan, form=form, status=status)


def _import(request: HttpRequest, vocabulary: Vocabulary) -> HttpResponse:
    form = ImportForm(request.POST)
    if not form.is_valid():
        table = form.cleaned_data.get("table")
        plan = plan_import(kind_of(vocabulary), table) if table else None
        return _show(request, vocabulary, plan=plan, form=form if plan else None, status=422)
    table = form.cleaned_data["table"]
    try:
        done = ImportRows(kind_of(vocabulary), table, actor=recorded(request, form)).execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        plan = plan_import(kind_of(vocabulary), table)
        return _show(request, vocabulary, plan=plan, form=form, status=422)
    words = _("Imported: %(added)s added, %(changed)s changed.")
    messages.success(request, words % {"added": done.added, "changed": done.changed})
    return redirect(reverse(LIST, args=[vocabulary.slug]))


def _show(
    request: HttpRequest,
    vocabulary: Vocabulary,
    *,
    file_form: VocabularyFileForm | None = None,
    plan: ImportPlan | None = None,
    form: ImportForm | None = None,
    status: int = 200,
) -> HttpResponse:
    wrong = [line for line in plan.table.lines if line.faults] if plan else []
    context = {
        "vocabulary": vocabulary,
        "file_form": file_form or VocabularyFileForm(),
        "plan": plan,
        "wrong": wrong[:_MOST_SHOWN],
        "more_wrong": len(wrong) - len(wrong[:_MOST_SHOWN]),
        "form": form,
        "suffixes": list(MEDIA_TYPES),
        **furniture(trail_to_list(vocabulary), ("", _("Import entries")), icon="list-ul"),
    }
    return render(request, "madda/consultations/cms/vocabulary_import.html", context, status=status)
