"""The page of administrators and auditors on the log of actions."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amendments.admin.log_readers import READS_LOG
from amendments.permissions import holds
from amendments.queries.proof.action_log import LoggedActions

PAGE_SIZE = 50


@require_safe
def action_log(request: HttpRequest) -> HttpResponse:
    """Who did what and when, the newest first."""
    if not holds(request.user, READS_LOG):
        raise PermissionDenied
    context = {
        "page": Paginator(LoggedActions(request.user), PAGE_SIZE).get_page(request.GET.get("page")),
        "header_title": _("Log of actions"),
        "header_icon": "history",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Log of actions")},
        ],
    }
    return render(request, "madda/amendments/cms/action_log.html", context)
