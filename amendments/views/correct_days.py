"""The page on which drafters correct a recorded day of entry into force that has not come."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from amendments.actions.publication.correct_entry_days import CorrectEntryDays
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, DayTooEarly
from amendments.errors.of_days import DaysRecorded
from amendments.forms.correction_form import CorrectionForm
from amendments.permissions import may_draft
from amendments.queries.law.acts import visible_amendments
from amendments.queries.way.steps import Way
from amendments.views.steps import back_to


@login_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The days that have not come, each in a field, and the reason; it leads back to the page that offered it."""
    amendment = get_object_or_404(visible_amendments(request.user), pk=pk)
    if not may_draft(request.user, amendment):
        raise PermissionDenied
    way, back = Way(amendment), back_to(request, amendment)
    form = CorrectionForm(request.POST if request.method == "POST" else None, way=way)
    if request.method == "POST" and form.is_valid():
        actor = Actor.now(request.user, reason=form.cleaned_data["reason"])
        try:
            CorrectEntryDays(amendment, form.days(), form.cleaned_data["seen"], actor=actor).execute()
        except DaysRecorded as refusal:  # the page shows them when it is opened again
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.get_full_path())
        except DayTooEarly as refusal:
            form.add_error(refusal.asked, str(refusal))
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The day of entry into force is corrected."))
            return HttpResponseRedirect(back)
    context = {"page": amendment, "form": form, "back": back, "is_possible": bool(way.correctable)}
    return render(
        request, "madda/amendments/correct_days.html", context, status=422 if form.is_bound else 200
    )
