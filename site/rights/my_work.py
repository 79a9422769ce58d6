"""What rights issues add to the first page and to the navigation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from amendments.links import Link
from amendments.permissions import holds
from amendments.work import DateAhead, Task, Update, Work, WorkPanel
from rights.powers import Power, may_write_rows
from rights.queries.comparing.row_page import stale_rows
from rights.queries.desk import desk
from rights.queries.desk_lists import dates_for, tasks_for, updates_for
from rights.queries.new_by_right import new_by_right
from rights.queries.opinion_lists import (
    opinion_tasks,
    opinion_updates,
    recommendation_tasks,
    recommendation_updates,
)


class RightsWork(Work):
    """The desk of the Ombudsman's office."""

    slug = "rights"

    def places(self, user: Any) -> Sequence[Link]:
        """The list of issues, and the table of concordance for those who write in it."""
        issues = [Link(_("Rights"), reverse("rights:issues"))] if holds(user, Power.READ) else []
        rows = [Link(_("Concordance"), reverse("concordance:rows"))] if may_write_rows(user, ["any"]) else []
        return [*issues, *rows]

    def tasks(self, user: Any, now: datetime) -> Sequence[Task]:
        return [
            *tasks_for(user, now),
            *opinion_tasks(user),
            *recommendation_tasks(user, now),
            *_stale_rows(user),
        ]

    def updates(self, user: Any, since: datetime, now: datetime) -> Sequence[Update]:
        return [
            *updates_for(user, since),
            *opinion_updates(user, since),
            *recommendation_updates(user, since),
            *new_by_right(user, since),
        ]

    def dates(self, user: Any, now: datetime) -> Sequence[DateAhead]:
        return dates_for(user, now)

    def panels(self, request: HttpRequest, now: datetime) -> Sequence[WorkPanel]:
        """The texts to assess, each with three answers, and how the issues stand."""
        found = desk(request.user, now)
        if found is None:
            return []
        context = {"desk": found}
        beside = WorkPanel(render_to_string("madda/rights/desk_shares.html", context, request))
        if not found.rows and not found.undoable:
            return [beside]
        above = render_to_string("madda/rights/desk_texts.html", context, request)
        return [WorkPanel(above, is_beside=False, headline=found.headline), beside]


def _stale_rows(user: Any) -> list[Task]:
    """The rows of the concordance whose words changed, as a task for each act, which opens its table."""
    writes_all = may_write_rows(user, [])
    only = "stale" if writes_all else "mine"
    return [
        Task(
            _stale_words(count, writes_all=writes_all),
            f"{reverse('concordance:rows')}?act={act.pk}&only={only}",
            str(act.shown_title),
            action=_("See the rows"),
        )
        for act, count in stale_rows(user).items()
    ]


def _stale_words(count: int, *, writes_all: bool) -> str:
    """Who judges only rows with rights is told so."""
    if writes_all:
        words = ngettext(
            "%(count)d row of the table of concordance has other words in a new text",
            "%(count)d rows of the table of concordance have other words in a new text",
            count,
        )
    else:
        words = ngettext(
            "%(count)d row of the table of concordance that names a right has other words in a new text",
            "%(count)d rows of the table of concordance that name rights have other words in a new text",
            count,
        )
    return words % {"count": count}
