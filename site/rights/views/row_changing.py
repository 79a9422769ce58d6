"""Steps on rows of the concordance: write, change, judge, take out and back."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from amendments.models import Instrument, Version
from amendments.queries.law.named_provisions import name_to_type
from consultations.views.requests import actor_of, looks_only, run
from rights.actions.concordance.change_row import ChangeRow
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.remove_row import BringBackRow, RemoveRow
from rights.actions.concordance.row_content import Judged
from rights.actions.concordance.take_back_judgement import TakeBackJudgement
from rights.actions.concordance.write_row import WriteRow
from rights.forms.row_form import ChangeRowForm, JudgeRowForm, WriteRowForm, initial_of_row
from rights.models import ConcordanceRow, Judgement
from rights.powers import may_write_rows
from rights.queries.comparing.row_page import row_page
from rights.queries.issue_opening import texts_to_open_on
from rights.values import Degree
from rights.views.office import typed_reason, unknown_text
from rights.views.rows import row_to_remove, show, visible_row


@never_cache
@login_required
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a new row on an act."""
    if not may_write_rows(request.user, ["any"]):
        raise PermissionDenied
    act = get_object_or_404(Instrument, pk=pk)
    offered = texts_to_open_on(Version.objects.visible_to(request.user), act)
    if not offered:
        raise Http404
    chosen = request.GET.get("text", "")
    text = next((one for one in offered if str(one.version.pk) == chosen), offered[0])
    initial = _initial(request, text.version)
    form = WriteRowForm(request.POST or None, user=request.user, version=text.version, initial=initial)
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        data = form.cleaned_data
        action = WriteRow(
            text.version,
            data["provisions"],
            form.content,
            form.judged,
            actor=actor_of(request),
            key=data["key"],
        )
        try:
            row = action.execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(reference)s is in the table.") % {"reference": row.reference})
            return redirect(row.url)
    context = {
        "act": act,
        "offered": offered,
        "text": text,
        "unknown_text": unknown_text(request, text.version),
        "form": form,
        "errors": form.errors if is_checked else None,
    }
    return render(request, "madda/rights/row_new.html", context, status=422 if context["errors"] else 200)


def _initial(request: HttpRequest, version: Version) -> dict[str, str]:
    """What the address names: the treaty, its articles, the provision by its key."""
    given = {name: request.GET.get(name, "")[:100] for name in ("treaty", "articles")}
    provision = request.GET.get("provision", "")
    return given | {"provisions": name_to_type(version, provision)} if provision else given


@never_cache
@login_required
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of a row."""
    row = visible_row(request, pk)
    if not may_write_rows(request.user, row.rights.all()):
        raise PermissionDenied
    form = ChangeRowForm(request.POST or None, user=request.user, row=row, initial=initial_of_row(row))
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        try:
            ChangeRow(row, form.content, form.cleaned_data["revision"], actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.refuse(refusal, row)
        else:
            messages.success(request, _("%(reference)s is saved.") % {"reference": row.reference})
            return redirect(row.url)
    context = {"row": row, "form": form, "errors": form.errors if is_checked else None}
    return render(request, "madda/rights/row_edit.html", context, status=422 if context["errors"] else 200)


@login_required
@require_POST
def judge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a degree; `holds` gives the newest one again to the text whose words changed."""
    row = visible_row(request, pk)
    if not may_write_rows(request.user, row.rights.all()):
        raise PermissionDenied
    page = row_page(request.user, row)
    form = JudgeRowForm(request.POST, offered=list(page.offered))
    if not form.is_valid():
        return show(request, row, form=form, status=422)
    data, judged, newest = form.cleaned_data, form.judged, page.degrees.newest
    if "holds" in request.POST and newest is not None:
        judged = Judged(Degree(newest.degree), newest.comment)
    action = JudgeRow(
        row,
        data["text"],
        judged,
        actor=actor_of(request),
        provisions=data["provisions"],
        seen=data["seen"],
    )
    try:
        done = action.execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        return show(request, row, form=form, status=422)
    words = {"reference": row.reference, "degree": done.get_degree_display()}
    messages.success(request, _("%(reference)s: %(degree)s.") % words)
    return redirect(row.url)


@login_required
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the newest degree back."""
    rows = ConcordanceRow.objects.visible_to(request.user)
    readable = Judgement.objects.visible_to(request.user).select_related("row__written_on")
    judgement = get_object_or_404(readable, pk=pk, row__in=rows.order_by())
    return run(
        request,
        lambda: TakeBackJudgement(judgement, actor=actor_of(request)).execute(),
        _("The degree of %(reference)s is taken back.") % {"reference": judgement.row.reference},
        judgement.row.url,
    )


@login_required
@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a row out of the table. The message leads back."""
    row = row_to_remove(request, pk)
    actor = actor_of(request, reason=request.POST.get("reason", ""))
    table = f"{reverse('concordance:rows')}?act={row.instrument_id}"
    return run(
        request,
        lambda: RemoveRow(row, actor=actor).execute(),
        _("%(reference)s is out of the table.") % {"reference": row.reference},
        f"{table}&removed={row.pk}",
        again=lambda refusal: _not_removed(request, row, refusal),
    )


def _not_removed(request: HttpRequest, row: ConcordanceRow, refusal: AmendmentsError) -> HttpResponse:
    """The page of the row with the reason as it was typed; of a row that is out, the reason alone."""
    typed = typed_reason(request, "removal", refusal)
    if row.removed_at is None:
        return show(request, row, typed=typed, status=422)
    context = {
        "typed": typed,
        "called": row.reference,
        "back": f"{reverse('concordance:rows')}?act={row.instrument_id}",
    }
    return render(request, "madda/rights/out_already.html", context, status=422)


@login_required
@require_POST
def bring_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Undo the removal of a row."""
    rows = ConcordanceRow.objects.standing_or_removed(request.user).select_related("written_on")
    row = get_object_or_404(rows, pk=pk)
    return run(
        request,
        lambda: BringBackRow(row, actor=actor_of(request)).execute(),
        _("%(reference)s is in the table again.") % {"reference": row.reference},
        row.url,
        failed=reverse("concordance:rows"),
    )
