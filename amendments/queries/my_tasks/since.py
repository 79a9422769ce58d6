"""What happened in the drafting of law after a moment, as far as a person may read it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce
from itertools import zip_longest
from operator import or_
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.audiences import among
from amendments.links import Link
from amendments.models import Amendment, Draft, Instruction, ReadDraft, StateChange, Version
from amendments.permissions import amendments_where, sections_of
from amendments.queries.law.acts import visible_amendments
from amendments.queries.my_tasks.check_tasks import check_updates
from amendments.queries.showing.passages import LONGEST_PASSAGE, MOST_PASSAGES, first_passages, restated_texts
from amendments.redline.text_redline import diff_text
from amendments.states import PUBLIC_STATES
from amendments.text.kinds_in_names import name_on_screen
from amendments.work import MOST, ChangedPassage, Update

SHOWN_REDLINES = 2  # drafts and adopted texts whose first changes stand in the list
Shown = tuple[tuple[ChangedPassage, ...], bool]
NOTHING_SHOWN: Any = ((), False)
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
        .prefetch_related("releases", "versions")
        .order_by("-opened")[:MOST]
    )
    drafts = list(newest)
    before = _read_before(user, drafts)
    found = [_draft(draft, before.get(draft.amendment_id, 0)) for draft in drafts]
    texts = _texts_of(drafts[:SHOWN_REDLINES], before)
    return [
        replace(update, passages=passages, has_more=has_more)
        for update, (passages, has_more) in zip_longest(found, texts, fillvalue=NOTHING_SHOWN)
    ]


def _texts_of(drafts: Sequence[Draft], before: Mapping[int, int]) -> list[Shown]:
    """What each of these drafts changes in its acts, against the draft that the person read last or against the law."""
    found: list[Shown] = []
    for draft in drafts:
        earlier = before.get(draft.amendment_id, 0)
        read = {
            row.instrument_id: row.pk
            for row in Version.objects.filter(draft__amendment=draft.amendment_id, draft__number=earlier)
        }
        versions = sorted(draft.versions.all(), key=lambda version: version.order)
        found.append(_first_of(versions, read, draft.redline_url))
    return found


def _first_of(versions: Sequence[Version], read: Mapping[int, object], url: str) -> Shown:
    passages: list[ChangedPassage] = []
    has_more = False
    for version in versions:
        if len(passages) >= MOST_PASSAGES:
            return tuple(passages), True
        more, is_cut = first_passages(version, read.get(version.instrument_id, version.parent_id), url)
        passages += more
        has_more |= is_cut
    return tuple(passages[:MOST_PASSAGES]), has_more or len(passages) > MOST_PASSAGES


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
        draft.amendment.shown_title,
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
    found = list(rows)
    shown = [row.parent_id for row in found[:SHOWN_REDLINES] if row.parent_id]
    before = set(Version.objects.visible_to(user).filter(pk__in=shown).values_list("pk", flat=True))
    return [_text(row, before) for row in found]


def _text(row: Any, before: Collection[object]) -> Update:
    """`before` are the earlier texts against which changes are shown."""
    words = _("Adopted: %(version)s") if row.text_of_id else _("New: %(version)s")
    links: tuple[Link, ...] = ()
    shown: Shown = NOTHING_SHOWN
    if row.text_of_id and row.number > 1:
        address = f"{row.instrument.url}compare/{row.number - 1}/{row.number}/"
        links = (Link(_("Redline against the text before"), address),)
        if row.parent_id in before:
            shown = first_passages(row, row.parent_id, address)
    return Update(
        row.opened,
        words % {"version": row.label},
        row.url,
        row.instrument.shown_title,
        links=links,
        passages=shown[0],
        has_more=shown[1],
    )


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
            _("New state: %(state)s") % {"state": row.get_state_display()},
            row.amendment.url,
            row.amendment.shown_title,
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
    base = restated_texts([row for row in last.values() if row.op == "restate"])
    return [_edit(row, base.get(row.id)) for row in last.values()]


def _history(user: Any) -> "QuerySet[Any]":
    paths = sections_of(user)
    if not paths:
        return Instruction.history.none()
    own = reduce(or_, (Q(amended_act__amendment__path__startswith=path) for path in paths))
    return Instruction.history.filter(own)


def _edit(row: Any, base: str | None) -> Update:
    """`base` is the text in force of a provision that the instruction restates."""
    words = {
        Instruction.Status.PROPOSED: _("%(target)s: instruction proposed"),
        Instruction.Status.WITHDRAWN: _("%(target)s: instruction withdrawn"),
    }.get(row.status, _("%(target)s: instruction changed"))
    if row.history_type == "+" and row.status == Instruction.Status.TAKEN:
        words = _("%(target)s: instruction added")
    amendment = row.amended_act.amendment
    old, new = row.operation.get("old", ""), row.operation.get("new", "")
    is_short = isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) <= SHOWN_WORDS
    url = reverse("amendments_admin:instruction", args=[amendment.pk, row.id])
    target = name_on_screen(row.operation.get("target", "")) or row.get_op_display()
    passages: tuple[ChangedPassage, ...] = ()
    if base is not None and isinstance(new, str) and max(len(base), len(new)) <= LONGEST_PASSAGE:
        passages, is_short = (ChangedPassage(target, url, diff_text(base, new)),), False
    return Update(
        row.history_date,
        words % {"target": target},
        url,
        amendment.shown_title,
        who=row.actor_label,
        passages=passages,
        was=old if is_short else "",
        becomes=new if is_short else "",
    )
