"""What stops the work of a worker is told to whoever asked for it, and what is left behind waits again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _, override
from django_tasks.base import Task

from amendments.errors import AmendmentsError
from amendments.long_work.collector import no_collector
from amendments.long_work.progress import Stopped
from amendments.models import ActImport, Export, MarkedFile
from amendments.provisions.provision_errors import ProvisionError
from amendments.text.saying import say


@contextmanager
def answering(language: str, tell: Callable[[str], object]) -> Iterator[None]:
    """Work in the language of whoever asked; `tell` writes in the row why nothing came of it."""
    with override(language), no_collector():
        try:
            yield
        except Stopped:
            return  # who cancelled it says so in the row
        except (AmendmentsError, ProvisionError, PermissionDenied) as refusal:
            tell(say(refusal))
        except Exception:
            tell(
                _(
                    "An unexpected error occurred. Ask the operator of the site to look at the log of the worker."
                )
            )
            raise  # to the worker, which logs it


@transaction.atomic
def put_back(
    row: ActImport | Export | MarkedFile, now: datetime, task: Task[..., Any], **changes: object
) -> None:
    """Let a row wait again for the task. Of several runners only one does it."""
    same = type(row)._default_manager.filter(pk=row.pk, state=row.state, moved_at=row.moved_at)
    if same.update(moved_at=now, **changes):
        transaction.on_commit(lambda: task.enqueue(str(row.pk)))
