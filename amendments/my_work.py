"""What the drafting of law adds to the first page of a person."""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.links import Link
from amendments.permissions import sections_of
from amendments.queries.drafting.marked_standing import own_taken_files
from amendments.queries.files.imports import own_imports
from amendments.queries.files.kept_exports import files_of
from amendments.queries.law.acts import visible_amendments
from amendments.queries.my_tasks.ahead import dates_for
from amendments.queries.my_tasks.drafting_tasks import drafting_tasks
from amendments.queries.my_tasks.since import updates_for
from amendments.queries.my_tasks.waiting import tasks_for
from amendments.queries.my_tasks.way_tasks import way_tasks
from amendments.states import ADOPTED_STATES, State
from amendments.work import DateAhead, Task, Update, Work, WorkPanel

SHOWN = 5
ENDED = (*ADOPTED_STATES, State.WITHDRAWN, State.REJECTED)


class DraftingWork(Work):
    """The drafters' desk, releases, and what became readable."""

    slug = "drafting"

    def places(self, user: Any) -> Sequence[Link]:
        """The desk of the drafters."""
        return [Link(_("Drafting"), reverse("amendments_admin:index"))] if sections_of(user) else []

    def tasks(self, user: Any, now: datetime) -> Sequence[Task]:
        return [*tasks_for(user, now), *drafting_tasks(user), *way_tasks(user)]

    def updates(self, user: Any, since: datetime, now: datetime) -> Sequence[Update]:
        return updates_for(user, since)

    def dates(self, user: Any, now: datetime) -> Sequence[DateAhead]:
        return dates_for(user, now)

    def panels(self, request: HttpRequest, now: datetime) -> Sequence[WorkPanel]:
        """The amendments of the own bodies that are not law yet, and the imports and files that were asked for."""
        return [
            *_own_amendments(request),
            *_own_imports(request, now),
            *_own_marked_files(request, now),
            *_own_files(request),
        ]


def _own_imports(request: HttpRequest, now: datetime) -> list[WorkPanel]:
    if not sections_of(request.user) or not (imports := own_imports(request.user, now, SHOWN)):
        return []
    return [WorkPanel(render_to_string("madda/amendments/imports_panel.html", {"imports": imports}, request))]


def _own_marked_files(request: HttpRequest, now: datetime) -> list[WorkPanel]:
    if not sections_of(request.user) or not (files := own_taken_files(request.user, now, SHOWN)):
        return []
    return [
        WorkPanel(render_to_string("madda/amendments/marked_files_panel.html", {"files": files}, request))
    ]


def _own_files(request: HttpRequest) -> list[WorkPanel]:
    files = files_of(request.user, SHOWN)
    html = render_to_string("madda/amendments/files_panel.html", {"files": files}, request) if files else ""
    return [WorkPanel(html)] if html else []


def _own_amendments(request: HttpRequest) -> list[WorkPanel]:
    paths = sections_of(request.user)
    if not paths:
        return []
    own = reduce(or_, (Q(path__startswith=path) for path in paths))
    rows = visible_amendments(request.user).filter(own).exclude(state__in=ENDED)
    found = list(rows.prefetch_related("drafts").order_by("-latest_revision_created_at", "-pk")[: SHOWN + 1])
    lines = [
        (row, max(row.drafts.all(), key=lambda draft: draft.number, default=None)) for row in found[:SHOWN]
    ]
    context = {"lines": lines, "has_more": len(found) > SHOWN}
    return [WorkPanel(render_to_string("madda/amendments/work_panel.html", context, request))]
