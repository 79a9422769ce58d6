"""What waits for a person in the drafting of law."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.models import Amendment, Instruction, OutgoingMail, Release, ReleaseRequest
from amendments.permissions import amendments_where, holds, sections_of
from amendments.queries.my_tasks.check_tasks import checks_to_answer, returned_texts
from amendments.work import OTHERS_WAIT, Task


def tasks_for(user: Any, now: datetime) -> list[Task]:
    """Texts to check and texts that came back, releases to make or to approve, proposed instructions."""
    if not user.is_authenticated:
        return []
    return [
        *checks_to_answer(user),
        *returned_texts(user),
        *_releases(user),
        *_proposals(user),
        *_mails(user),
    ]


def _mails(user: Any) -> list[Task]:
    """For administrators: what the mail server refused, or could not be sent for a day and a half."""
    if not holds(user, "amendments.change_outgoingmail"):
        return []
    count = OutgoingMail.objects.filter(state=OutgoingMail.State.FAILED).count()
    if not count:
        return []
    return [
        Task(
            _("Mails that were not delivered"),
            reverse("amendments_admin:mails"),
            detail=_("Their readers do not know of it. Have them sent again when the fault is repaired."),
            count=count,
            rank=OTHERS_WAIT,
        )
    ]


def _releases(user: Any) -> list[Task]:
    later = Release.objects.filter(
        Q(draft=OuterRef("draft")) | Q(version=OuterRef("version")), at__gte=OuterRef("requested_at")
    )
    rows = (
        ReleaseRequest.objects.filter(~Exists(later), release=None)
        .exclude(requested_by=user)
        .select_related("draft__amendment", "version__instrument")
    )
    needs_approval = getattr(settings, "MADDA_RELEASE_NEEDS_APPROVAL", False)
    tasks = []
    if holds(user, "amendments.release_version"):
        ready = rows.filter(_of_remit(user, "amendments.release_version"))
        ready = ready.exclude(approved_by=None) if needs_approval else ready
        tasks += [_release(row, _("Release %(version)s to: %(audience)s")) for row in ready]
    if needs_approval and holds(user, "amendments.approve_release"):
        waiting = rows.filter(_of_remit(user, "amendments.approve_release"), approved_by=None)
        tasks += [_release(row, _("Approve the release of %(version)s to: %(audience)s")) for row in waiting]
    return tasks


def _of_remit(user: Any, power: str) -> Q:
    """Requests for drafts and adopted texts of the amendments on which a power counts; imported texts belong to none."""
    amendments = Amendment.objects.filter(amendments_where(user, power)).values("pk")
    imported = Q(draft=None, version__text_of=None)
    return (
        Q(draft__amendment__in=amendments) | imported | Q(version__text_of__draft__amendment__in=amendments)
    )


def _release(row: ReleaseRequest, words: str) -> Task:
    page: Any = row.text.page
    words %= {"version": row.text.label, "audience": row.audience_label}
    return Task(words, page.url, page.shown_title, rank=OTHERS_WAIT)


def _proposals(user: Any) -> list[Task]:
    paths = sections_of(user)
    if not paths:
        return []
    rule = reduce(or_, (Q(path__startswith=path) for path in paths))
    rows = Amendment.objects.filter(rule, amended_acts__instructions__status=Instruction.Status.PROPOSED)
    return [
        Task(
            _("Take in or leave proposed instructions"),
            reverse("amendments_admin:workspace", args=[row.pk]),
            row.shown_title,
            count=row.waiting,
        )
        for row in rows.annotate(waiting=Count("amended_acts__instructions"))
    ]
