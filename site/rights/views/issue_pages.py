"""The list of issues, and the page of one."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from amendments.permissions import holds
from consultations.views.requests import page_of
from rights.powers import Power
from rights.queries.issue_lines import OUTDATED, filtered, filters_for, for_lines, lines, not_sought
from rights.values import IssueState, Severity
from rights.views.office import office_only, show_issue, visible_issue


@office_only
def issue_list(request: HttpRequest) -> HttpResponse:
    """All issues of the office, by filters."""
    chosen = request.GET.dict()
    rows = page_of(request, filtered(for_lines(request.user), request.user, chosen))
    filters = filters_for(request.user)
    context = {
        "lines": lines(request.user, rows),
        "rows": rows,
        "filters": filters,
        "chosen": chosen,
        "unknown_act": filters.unknown_act(chosen.get("act", "")),
        "not_sought": not_sought(chosen),
        "states": [*IssueState.choices, (OUTDATED, _("Newer text with other words to assess"))],
        "severities": Severity.choices,
        "is_filtered": any(
            chosen.get(name) for name in ("words", "state", "severity", "right", "act", "only", "provision")
        ),
        "may_write": holds(request.user, Power.WRITE),
    }
    return render(request, "madda/rights/issues.html", context)


@never_cache
@login_required
def issue(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of an issue."""
    return show_issue(request, visible_issue(request, pk))
