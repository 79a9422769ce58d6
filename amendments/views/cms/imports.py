"""How the import of a long act stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.actions.importing.cancel_import import CancelImport
from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.errors import AmendmentsError
from amendments.models import ActImport
from amendments.queries.files.imports import imports_of, standing_of
from amendments.views.cms.frame import actor_of, furniture


def import_state(request: HttpRequest, pk: object) -> HttpResponse:
    """Where it stands, told anew by itself; a button where it may be asked for again."""
    imports = imports_of(request.user)
    if request.method == "POST":
        return _start_again(request, get_object_or_404(imports.defer(None), pk=pk))
    asked = get_object_or_404(imports, pk=pk)
    trail = (reverse("amendments_admin:import"), _("Import an act")), ("", str(asked))
    context = {"standing": standing_of(asked, timezone.now()), **furniture(*trail, icon="upload")}
    return render(request, "madda/amendments/cms/import_state.html", context)


@require_POST
def cancel(request: HttpRequest, pk: object) -> HttpResponse:
    """Stop it; its page then says that nothing is saved, or that the act was imported before."""
    asked = get_object_or_404(imports_of(request.user), pk=pk)
    CancelImport(asked, actor=actor_of(request)).execute()
    return redirect("amendments_admin:import_state", asked.pk)


def _start_again(request: HttpRequest, asked: ActImport) -> HttpResponse:
    if standing_of(asked, timezone.now()).may_start_again:
        action = RequestImport(
            asked.section,
            asked.text,
            Particulars.of(asked.given),
            actor=actor_of(request),
            confirmed=asked.confirmed,
        )
        try:
            action.execute()
        except AmendmentsError as refusal:
            messages.error(request, str(refusal))
    return redirect("amendments_admin:import_state", asked.pk)
