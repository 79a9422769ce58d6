"""Where one waits for a file of a big act."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from amendments.actions.exporting.cancel_export import CancelExport
from amendments.queries.files.kept_exports import export_standing, visible_exports


@never_cache
@require_safe
def export(request: HttpRequest, pk: object) -> HttpResponse:
    """How far the worker has come; the file is taken at its own address, which asks again who may read it."""
    found = get_object_or_404(visible_exports(request.user), pk=pk)
    to = request.GET.get("to", "")
    if not url_has_allowed_host_and_scheme(to, None):
        to = ""
    own = found.requests.filter(user=request.user).first() if request.user.is_authenticated else None
    context = {
        "standing": export_standing(found, timezone.now()),
        "text": found.draft or found.version,
        "own": own,
        "url": own.url if own else to,
    }
    return render(request, "madda/amendments/export.html", context)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: object) -> HttpResponse:
    """Wait no longer, on the page where the file was asked for."""
    found = get_object_or_404(
        visible_exports(request.user).filter(requests__user__pk=request.user.pk or 0), pk=pk
    )
    page = found.requests.get(user__pk=request.user.pk or 0).url.partition("download/")[0]
    CancelExport(found, request.user).execute()
    return redirect(page or "/")
