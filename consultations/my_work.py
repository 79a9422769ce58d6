"""What consultations add to the first page of a person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.links import Link
from amendments.permissions import holds
from amendments.work import DateAhead, Task, Update, Work, WorkPanel
from consultations.access.memberships import institutions_of
from consultations.access.powers import Power
from consultations.models import LetterSettings
from consultations.queries.my_tasks.ahead import dates_for
from consultations.queries.my_tasks.since import updates_for
from consultations.queries.my_tasks.waiting import tasks_for
from consultations.queries.rounds.watching import watched_rounds


class ConsultingWork(Work):
    """Comments to write, to sign off, to answer and to decide."""

    slug = "consultations"

    def places(self, user: Any) -> Sequence[Link]:
        """The desk of a secretary, and the page of a person's institutions."""
        found = []
        if holds(user, Power.WATCH_ROUND):
            found.append(Link(_("Secretariat"), reverse("consultations:manage")))
        if institutions_of(user):
            found.append(Link(_("My institution"), reverse("consultations:mine")))
        return found

    def tasks(self, user: Any, now: datetime) -> Sequence[Task]:
        return tasks_for(user, now)

    def updates(self, user: Any, since: datetime, now: datetime) -> Sequence[Update]:
        return updates_for(user, since, now)

    def subscriptions(self, user: Any) -> Sequence[Link]:
        """The secret addresses of the own calendar and feed, or where they are made."""
        own = LetterSettings.objects.filter(person=user).first()
        if own is None:
            return [Link(_("Calendar"), f"{reverse('consultations:letters')}#addresses-title")]
        return [
            Link(_("Calendar"), reverse("consultations:own_calendar", args=[own.token])),
            Link(_("Feed"), reverse("consultations:own_feed", args=[own.token])),
        ]

    def dates(self, user: Any, now: datetime) -> Sequence[DateAhead]:
        return dates_for(user, now)

    def panels(self, request: HttpRequest, now: datetime) -> Sequence[WorkPanel]:
        """The rounds that a secretary watches."""
        rounds = watched_rounds(request.user, now)
        if not rounds:
            return []
        return [
            WorkPanel(render_to_string("madda/consultations/work_panel.html", {"rounds": rounds}, request))
        ]
