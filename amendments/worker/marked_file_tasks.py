"""Files with many marks: placed for their page, and taken in. What a worker began and did not end is taken up again."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _, override
from django_tasks import task

from amendments.actions.drafting.take_marked_changes import TakeMarkedChanges
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.long_work.collector import no_collector
from amendments.long_work.progress import Stopped, watched
from amendments.models import MarkedFile
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.marked_standing import is_silent, placing_name, steps_of
from amendments.queries.drafting.placings import note_failed, placing_of

State = MarkedFile.State
TRIED_FOR = timedelta(hours=1)  # what was cut off for so long waits for its drafter again


@task()
def place_marks(pk: str, language: str) -> None:
    """Place the marks of a file for its page, which finds them in the shared cache."""
    file = MarkedFile.objects.filter(pk=pk, state=State.READ).first()
    if file is None:
        return
    with override(language), no_collector(), watched(placing_name(file), steps_of(file)):
        try:
            placing_of(file, working_draft(file.amended_act))
        except Exception:
            note_failed(file)  # else the page would wait for ever
            raise  # to the worker, which logs it


@task()
def take_marks(pk: str) -> None:
    """Take in what a drafter chose of a file. If it was cancelled or another worker has done it, stop."""
    file = MarkedFile.objects.filter(pk=pk, state=State.TAKING).select_related("asked_by").first()
    if file is None:
        return
    with override(file.wish["language"]), no_collector():
        try:
            _take(file)
        except Stopped:
            return  # who cancelled it says so in the row
        except (AmendmentsError, PermissionDenied) as refusal:
            _give_back(pk, str(refusal))
        except Exception:
            _give_back(
                pk,
                _(
                    "An unexpected error occurred. Ask the operator of the site to look at the log of the worker."
                ),
            )
            raise  # to the worker, which logs it


def _take(file: MarkedFile) -> None:
    action = TakeMarkedChanges(
        file,
        actor=Actor.now(file.asked_by),
        changes=file.wish["changes"],
        notes=file.wish["notes"],
    )
    with watched(str(file.pk), 2 * steps_of(file)):
        action.execute()


def _give_back(pk: str, error: str) -> None:
    """Nothing was taken in: the file waits to be looked at again."""
    taking = MarkedFile.objects.filter(pk=pk, state=State.TAKING)
    taking.update(state=State.READ, moved_at=timezone.now(), error=error)


class TakeUpMarkedFiles:
    """A job: what a worker began and did not end, or never got, waits again for another one."""

    slug = "abandoned_marked_files"
    every = timedelta(minutes=1)

    def run(self, now: datetime) -> None:
        """Put them back, each in a transaction of its own."""
        for file in MarkedFile.objects.filter(state=State.TAKING).defer("markup"):
            if is_silent(file, now):
                _put_back(file, now)


@transaction.atomic
def _put_back(file: MarkedFile, now: datetime) -> None:
    """Of several runners only one does it."""
    same = MarkedFile.objects.filter(pk=file.pk, state=State.TAKING, moved_at=file.moved_at)
    if file.asked_at is None or file.asked_at < now - TRIED_FOR:
        with override(file.wish["language"]):
            error = _(
                "The work was cut off again and again. Ask the operator of the site, then take it in again."
            )
        same.update(state=State.READ, moved_at=now, error=error)
    elif same.update(moved_at=now):
        transaction.on_commit(lambda: take_marks.enqueue(str(file.pk)))
