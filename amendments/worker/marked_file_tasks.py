"""Files with many marks: placed for their page, and taken in. What a worker began and did not end is taken up again."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _, override
from django_tasks import task

from amendments.actions.drafting.take_marked_changes import TakeMarkedChanges
from amendments.audit.actor import Actor
from amendments.long_work.progress import watched
from amendments.models import MarkedFile
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.marked_standing import is_silent, steps_of
from amendments.queries.drafting.placings import note_failed, placing_name, placing_of
from amendments.worker.answering import answering, put_back

State = MarkedFile.State
TRIED_FOR = timedelta(hours=1)  # what was cut off for so long waits for its drafter again


@task()
def place_marks(pk: str, language: str) -> None:
    """Place the marks of a file for its page, which finds them in the shared cache."""
    file = MarkedFile.objects.filter(pk=pk, state=State.READ).first()
    if file is None:
        return
    note = answering(language, lambda _why: note_failed(file))  # else the page would wait for ever
    with note, watched(placing_name(file), steps_of(file)):
        placing_of(file, working_draft(file.amended_act))


@task()
def take_marks(pk: str) -> None:
    """Take in what a drafter chose of a file. If it was cancelled or another worker has done it, stop."""
    file = MarkedFile.objects.filter(pk=pk, state=State.TAKING).select_related("asked_by").first()
    if file is None:
        return
    chosen = {"changes": file.wish["changes"], "notes": file.wish["notes"]}
    with answering(file.wish["language"], lambda why: _give_back(file, why)):
        action = TakeMarkedChanges(file, actor=Actor.now(file.asked_by), **chosen)
        with watched(pk, 2 * steps_of(file)):
            action.execute()


def _give_back(file: MarkedFile, error: str) -> None:
    """Nothing was taken in: the file waits to be looked at again, if it was not asked for once more."""
    asked = MarkedFile.objects.filter(pk=file.pk, state=State.TAKING, asked_at=file.asked_at)
    asked.update(state=State.READ, moved_at=timezone.now(), error=error)


class TakeUpMarkedFiles:
    """A job: what a worker began and did not end, or never got, waits again for another one."""

    slug = "abandoned_marked_files"
    every = timedelta(minutes=1)

    def run(self, now: datetime) -> None:
        """Put them back, each in a transaction of its own."""
        for file in MarkedFile.objects.filter(state=State.TAKING).defer("markup"):
            if is_silent(file, now):
                _take_up(file, now)


def _take_up(file: MarkedFile, now: datetime) -> None:
    if file.asked_at is not None and file.asked_at >= now - TRIED_FOR:
        put_back(file, now, take_marks)
        return
    with override(file.wish["language"]):
        error = _(
            "The work was cut off again and again. Ask the operator of the site, then take it in again."
        )
    _give_back(file, error)
