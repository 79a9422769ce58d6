"""What happened in the drafting of law after a moment, as far as a person may read it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.audiences import among
from amendments.links import Link
from amendments.models import Amendment, Draft, Instruction, ReadDraft, StateChange, Version
from amendments.permissions import amendments_where, sections_of
from amendments.queries.acts import visible_amendments
from amendments.queries.check_tasks import check_updates
from amendments.states import PUBLIC_STATES
from amendments.work import MOST, Update

SHOWN_WORDS = 240  # letters of a replaced wording; the page of the instruction has all of them


def updates_for(user: Any, since: datetime) -> list[Update]:
    """Drafts and texts that became readable, steps of amendments, and what colleagues changed in the working text."""
    if not user.is_authenticated:
        return []
    found = [
        *_drafts(user, since),
        *_texts(user, since),
        *_steps(user, since),
        *_edits(user, since),
        *check_updates(user, since),
    ]
    return sorted(found, key=lambda update: update.at, reverse=True)[:MOST]


def _drafts(user: Any, since: datetime) -> list[Update]:
    newest = (
        Draft.objects.visible_to(user)
        .filter(amendment__live=True)
        .annotate(opened=Max("releases__at"))
        .filter(opened__gt=since)
        .select_related("amendment")
        .prefetch_related("releases")
        .order_by("-opened")[:MOST]
    )
    drafts = list(newest)
    before = _read_before(user, drafts)
    return [_draft(draft, before.get(draft.amendment_id, 0)) for draft in drafts]


def _draft(draft: Any, before: int) -> Update:
    widest = among(release.audience for release in draft.releases.all())[-1]
    links = [Link(_("Redline against the law"), draft.redline_url)]
    if 0 < before < draft.number:
        words = _("Redline against draft %(number)s, which you read last") % {"number": before}
        links.insert(0, Link(words, f"{draft.amendment.url}compare/{before}/{draft.number}/"))
    return Update(
        draft.opened,
        _("%(draft)s is released to: %(audience)s") % {"draft": draft.label, "audience": widest.label},
        draft.url,
        draft.amendment.title,
        links=tuple(links),
    )


def _read_before(user: Any, drafts: Iterable[Draft]) -> Mapping[int, int]:
    """By amendment, the newest draft that the person has opened and may still read."""
    read = ReadDraft.objects.filter(user=user, amendment__in={draft.amendment_id for draft in drafts})
    readable = Draft.objects.visible_to(user).filter(
        amendment=OuterRef("amendment"), number=OuterRef("number")
    )
    return dict(read.filter(Exists(readable)).values_list("amendment_id", "number"))


def _texts(user: Any, since: datetime) -> list[Update]:
    """Consolidated texts; one that came of an amendment is called adopted."""
    rows = (
        Version.objects.visible_to(user)
        .filter(draft=None, instrument__live=True)
        .annotate(opened=Max("releases__at"))
        .filter(opened__gt=since)
        .select_related("instrument")
        .order_by("-opened")[:MOST]
    )
    return [_text(row) for row in rows]


def _text(row: Any) -> Update:
    words = _("Adopted: %(version)s") if row.text_of_id else _("New: %(version)s")
    links: tuple[Link, ...] = ()
    if row.text_of_id and row.number > 1:
        address = f"{row.instrument.url}compare/{row.number - 1}/{row.number}/"
        links = (Link(_("Redline against the text before"), address),)
    return Update(row.opened, words % {"version": row.label}, row.url, row.instrument.title, links=links)


def _steps(user: Any, since: datetime) -> list[Update]:
    """Steps of amendments into states whose names the person may know."""
    where = amendments_where(user, "amendments.view_statechange")
    known = Q(state__in=PUBLIC_STATES) | Q(amendment__in=Amendment.objects.filter(where).values("pk"))
    for path in sections_of(user):
        known |= Q(amendment__path__startswith=path)
    rows = (
        StateChange.objects.filter(known, at__gt=since)
        .filter(amendment__in=visible_amendments(user).order_by().values("pk"))
        .exclude(by=user)
        .select_related("amendment")
        .order_by("-at")[:MOST]
    )
    return [
        Update(
            row.at,
            _("Now: %(state)s") % {"state": row.get_state_display()},
            row.amendment.url,
            row.amendment.title,
            detail=row.reason,
        )
        for row in rows
    ]


def _edits(user: Any, since: datetime) -> list[Update]:
    """What colleagues changed in the lists of the own body: the last change of each instruction."""
    rows = _history(user).filter(history_date__gt=since).exclude(history_user=user)
    last: dict[object, Any] = {}
    for row in rows.select_related("amended_act__amendment").order_by("-history_date", "-history_id")[:MOST]:
        last.setdefault(row.id, row)
    return [_edit(row) for row in last.values()]


def _history(user: Any) -> "QuerySet[Any]":
    paths = sections_of(user)
    if not paths:
        return Instruction.history.none()
    own = reduce(or_, (Q(amended_act__amendment__path__startswith=path) for path in paths))
    return Instruction.history.filter(own)


def _edit(row: Any) -> Update:
    words = {
        Instruction.Status.PROPOSED: _("%(target)s: instruction proposed"),
        Instruction.Status.WITHDRAWN: _("%(target)s: instruction withdrawn"),
    }.get(row.status, _("%(target)s: instruction changed"))
    if row.history_type == "+" and row.status == Instruction.Status.TAKEN:
        words = _("%(target)s: instruction added")
    amendment = row.amended_act.amendment
    old, new = row.operation.get("old", ""), row.operation.get("new", "")
    is_short = isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) <= SHOWN_WORDS
    return Update(
        row.history_date,
        words % {"target": row.operation.get("target") or row.get_op_display()},
        reverse("amendments_admin:instruction", args=[amendment.pk, row.id]),
        amendment.title,
        who=row.actor_label,
        was=old if is_short else "",
        becomes=new if is_short else "",
    )
