"""The page of administrators on the search server."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from search.backends.store import has_store
from search.enqueuing import retry
from search.queries.server import server_status

SEES = "madda_search.view_generation"
RETRIES = "madda_search.change_generation"


def may_see(user: Any) -> bool:
    """Whether the person has anything to do with the server of this site, if it has one."""
    return has_store() and user.has_perm(SEES)


@require_safe
@permission_required(SEES, raise_exception=True)
def server(request: HttpRequest) -> HttpResponse:
    """Show what waits, what was refused, and which indexes exist."""
    if not has_store():
        raise Http404
    return render(
        request,
        "madda/search/cms/server.html",
        {
            "status": server_status(),
            "may_retry": request.user.has_perm(RETRIES),
            "header_title": _("Search server"),
            "header_icon": "search",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": "", "label": _("Search server")},
            ],
        },
    )


@require_POST
@permission_required(RETRIES, raise_exception=True)
def retry_letters(request: HttpRequest) -> HttpResponse:
    """Put refused entries into the outbox again."""
    chosen = [int(pk) for pk in request.POST.getlist("letter") if pk.isdecimal()]
    count = retry(chosen)
    said = ngettext("%(count)s entry will be sent again.", "%(count)s entries will be sent again.", count)
    messages.success(request, said % {"count": count})
    return redirect("search_admin:server")
