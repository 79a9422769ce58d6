"""Texts that wait for their legal check, texts that came back from it, and what was answered of late."""

from datetime import datetime, time
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _, ngettext

from amendments.models import LegalCheck
from amendments.permissions import sections_of
from amendments.queries.way.checking import may_review
from amendments.states import NOT_DRAFTED_STATES
from amendments.work import MOST, OTHERS_WAIT, Task, Update


def checks_to_answer(user: Any) -> list[Task]:
    """For the named reviewer, until the end of the day by which the answer is due; at most `MOST`, the nearest first.

    Whether the person may still review is asked of the rules of plugins, for each.
    """
    rows = LegalCheck.objects.open().filter(reviewer=user).select_related("amendment").order_by("due")[:MOST]
    return [
        Task(
            _("Check the text for the legal service"),
            reverse("amendments:check", args=[row.pk]),
            row.amendment.shown_title,
            deadline=make_aware(datetime.combine(row.due, time.max)),
            detail=row.note,
            action=_("Read the text"),
            rank=OTHERS_WAIT,
        )
        for row in rows
        if may_review(user, row.amendment)
    ]


def returned_texts(user: Any) -> list[Task]:
    """For the drafters, until another check is asked for."""
    paths = sections_of(user)
    if not paths:
        return []
    own = reduce(or_, (Q(amendment__path__startswith=path) for path in paths))
    later = LegalCheck.objects.filter(amendment=OuterRef("amendment"), asked_at__gt=OuterRef("asked_at"))
    rows = (
        LegalCheck.objects.filter(own, ~Exists(later), result=LegalCheck.Result.RETURNED)
        .exclude(amendment__state__in=NOT_DRAFTED_STATES)
        .select_related("amendment")
        .annotate(left=Count("findings", filter=Q(findings__ticked_at=None)))
    )
    return [
        Task(
            ngettext("Returned with %(count)s finding", "Returned with %(count)s findings", left)
            % {"count": left},
            reverse("amendments_admin:workspace", args=[row.amendment_id]),
            row.amendment.shown_title,
            detail=row.answer,
        )
        for row in rows
        for left in [row.left]  # type: ignore[attr-defined] # annotated
    ]


def check_updates(user: Any, since: datetime) -> list[Update]:
    """Answers of reviewers on the texts of the own bodies. A return is a step of the amendment only while it is drafted."""
    paths = sections_of(user)
    if not paths:
        return []
    own = reduce(or_, (Q(amendment__path__startswith=path) for path in paths))
    answered = (LegalCheck.Result.PASSED, LegalCheck.Result.RETURNED)
    rows = (
        LegalCheck.objects.filter(own, result__in=answered, answered_at__gt=since)
        .select_related("amendment")
        .annotate(found=Count("findings"))
        .order_by("-answered_at")[:MOST]
    )
    return [_update(row, row.found) for row in rows]  # type: ignore[attr-defined] # annotated


def _update(row: LegalCheck, found: int) -> Update:
    words = _("The text passed the legal check")
    if not row.is_passed:
        words = ngettext(
            "The text came back from the legal check with %(count)s finding",
            "The text came back from the legal check with %(count)s findings",
            found,
        ) % {"count": found}
    return Update(
        row.answered_at or row.asked_at,
        words,
        reverse("amendments:check", args=[row.pk]),
        row.amendment.shown_title,
        who=row.reviewer_label,
        detail=row.answer,
    )
