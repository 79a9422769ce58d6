"""What waits for a drafter: lists that changed since the last draft, and drafts that nobody has asked to release."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from amendments.links import Link
from amendments.models import Amendment, Draft, Instruction, LegalCheck, Release, ReleaseRequest
from amendments.permissions import sections_of
from amendments.queries.drafting.stops import last_edited, stops_of_sealing
from amendments.states import ADOPTED_STATES, State
from amendments.work import MOST, Task

ENDED = (*ADOPTED_STATES, State.WITHDRAWN, State.REJECTED)
SEAL, RELEASE = 30, 40  # rank: what one was working on comes before what can be asked of others


def drafting_tasks(user: Any) -> list[Task]:
    """The tasks in the amendments of the own bodies."""
    paths = sections_of(user)
    if not paths:
        return []
    own = reduce(or_, (Q(path__startswith=path) for path in paths))
    amendments = Amendment.objects.live().filter(own).exclude(state__in=ENDED)
    return [*_to_seal(user, amendments), *_to_release(amendments)]


def _to_seal(user: Any, amendments: "QuerySet[Amendment]") -> list[Task]:
    drafts = Draft.objects.filter(amendment=OuterRef("pk")).order_by("-number")
    written = Instruction.history.filter(amended_act__amendment=OuterRef("pk")).exclude(
        status=Instruction.Status.PROPOSED
    )
    under_check = LegalCheck.objects.open().filter(amendment=OuterRef("pk"))
    rows: QuerySet[Any] = (
        amendments.filter(~Exists(under_check))
        .annotate(
            number=Coalesce(Subquery(drafts.values("number")[:1]), 0),
            sealed=Subquery(drafts.values("sealed_at")[:1]),
            written=Subquery(
                written.order_by()
                .values("amended_act__amendment")
                .annotate(last=Max("history_date"))
                .values("last")
            ),
            standing=Count(
                "amended_acts__instructions",
                filter=Q(amended_acts__instructions__status=Instruction.Status.TAKEN),
            ),
        )
        .filter(Q(sealed=None) | Q(written__gt=Subquery(drafts.values("sealed_at")[:1])))
        .order_by("-written", "pk")[:MOST]
    )
    found = list(rows)
    stops = stops_of_sealing(found)
    last = last_edited(user, found)
    return [_seal(row, stops[row.pk], last.get(row.pk)) for row in found]


def _seal(row: Any, stops: Sequence[Link], last: Link | None) -> Task:
    number = row.number + 1
    if row.written is None:
        title, detail = _("Write the first instruction"), ""
    else:
        title = _("Finish and seal draft %(number)s") % {"number": number}
        count = ngettext("%(count)d instruction", "%(count)d instructions", row.standing) % {
            "count": row.standing
        }
        at = date_format(timezone.localtime(row.written), "DATETIME_FORMAT")
        detail = _("%(instructions)s. Last change: %(at)s.") % {"instructions": count, "at": at}
    address = reverse("amendments_admin:workspace", args=[row.pk])
    if row.written is None:
        return Task(title, address, row.shown_title, action=_("Go on"), rank=SEAL)
    if not stops:
        seals = reverse("amendments_admin:seal", args=[row.pk])
        title = _("Seal draft %(number)s") % {"number": number}
        return Task(title, seals, row.shown_title, detail=detail, action=_("Read and seal"), rank=SEAL)
    stop = ngettext("%(count)d check blocks sealing", "%(count)d checks block sealing", len(stops))
    return Task(
        title,
        last.url if last else address,
        row.shown_title,
        detail=detail,
        action=_("Go on at %(target)s") % {"target": last.label} if last and last.label else _("Go on"),
        rank=SEAL,
        stop=stop % {"count": len(stops)},
        stops=tuple(stops),
    )


def _to_release(amendments: "QuerySet[Amendment]") -> list[Task]:
    """The newest drafts that nobody can read and whose release nobody has asked for."""
    later = Draft.objects.filter(amendment=OuterRef("amendment"), number__gt=OuterRef("number"))
    rows = (
        Draft.objects.filter(~Exists(later), amendment__in=amendments.order_by().values("pk"))
        .filter(~Exists(Release.objects.filter(draft=OuterRef("pk"))))
        .filter(~Exists(ReleaseRequest.objects.filter(draft=OuterRef("pk"))))
        .select_related("amendment")
        .order_by("-sealed_at")[:MOST]
    )
    return [
        Task(
            _("Ask for the release of draft %(number)s") % {"number": row.number},
            row.amendment.url,
            row.amendment.shown_title,
            detail=_("It is sealed; only your body can read it."),
            rank=RELEASE,
        )
        for row in rows
    ]
