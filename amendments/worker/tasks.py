"""What the worker does for the law."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from amendments.actions.exporting.carry_out_export import CarryOutExport
from amendments.actions.importing.carry_out_import import CarryOutImport
from amendments.long_work.act_readings import asked_for, give_back, keep_reading, note_unreadable
from amendments.long_work.collector import no_collector
from amendments.long_work.progress import INDEXED, WRITTEN, watched
from amendments.models import ActImport, Export
from amendments.plugins.registry import scheme_for
from amendments.provisions.provision_errors import ProvisionError
from amendments.worker.answering import answering

State = ActImport.State


@task()
def import_act(pk: str) -> None:
    """Carry out a requested import. If another worker has taken it, stop."""
    if not _move(pk, State.READING, State.WAITING):
        return
    asked = ActImport.objects.select_related("section", "asked_by").get(pk=pk)
    with answering(asked.spoken, lambda why: _move(pk, State.FAILED, *ActImport.ACTIVE, error=why)):
        _carry_out(asked)


@task()
def read_act(digest: str) -> None:
    """Read a long act for its preview. If it cannot be read, the page reads it itself and says why."""
    act = asked_for(digest)
    if act is None:
        return
    try:
        with no_collector():
            keep_reading(act, scheme_for(act.country, act.language).parse(act.text))
    except ProvisionError:
        note_unreadable(act)
    except Exception:
        note_unreadable(act)  # else each question of the page would ask for it again
        raise  # to the worker, which logs it
    finally:
        give_back(act)


def _carry_out(asked: ActImport) -> None:
    parsed = scheme_for(asked.given["country"], asked.given["language"]).parse(asked.text)
    provisions = len(parsed.tree)
    if not _move(asked.pk, State.SAVING, State.READING, provisions=provisions):
        return  # it was cancelled while it was read
    with watched(str(asked.pk), provisions * (WRITTEN + INDEXED)):
        CarryOutImport(asked, parsed).execute()


def _move(pk: UUID | str, to: State, *origins: State, **more: Any) -> bool:
    """Move the import from one of these states to another. Returns whether it was in one of them."""
    standing = ActImport.objects.filter(pk=pk, state__in=origins)
    return bool(standing.update(state=to, moved_at=timezone.now(), **more))


@task()
def make_export(pk: str) -> None:
    """Make a file that somebody asked for. If another worker has taken it, or nobody waits any more, stop."""
    waiting = Export.objects.filter(pk=pk, state=Export.State.WAITING)
    if not waiting.update(state=Export.State.MAKING, moved_at=timezone.now()):
        return
    export = Export.objects.defer("content").select_related("asked_by").get(pk=pk)
    with answering(export.recipe["language"], lambda why: _give_up(pk, why)):
        CarryOutExport(export).execute()


def _give_up(pk: str, error: str) -> None:
    Export.objects.filter(pk=pk).update(state=Export.State.FAILED, moved_at=timezone.now(), error=error)
