"""Regular work of the site itself: sessions, finished tasks, tasks whose worker died, scheduled pages."""

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.core.management import call_command
from django.db.models import Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=14)  # finished tasks
LONGEST_TASK = timedelta(hours=6)  # a task that runs longer has lost its worker
LONGEST_INDEXING = timedelta(
    minutes=15
)  # so has one of Wagtail that fills its index, which takes less than a second
_INDEXING = Q(task_path__startswith="wagtail.") | Q(task_path__startswith="modelsearch.")


class ForgetSessions:
    """Deletes the sessions that are over."""

    slug = "old_sessions"
    every = timedelta(hours=6)

    def run(self, now: datetime) -> None:
        """Delete the rows."""
        import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


class ForgetTasks:
    """Deletes finished tasks, and closes those whose worker died. What they had to do is asked for again where it is.

    Nobody else asks for those of Wagtail's index, so that they wait again for another worker. To run twice does no harm.
    """

    slug = "old_tasks"
    every = timedelta(minutes=10)

    def run(self, now: datetime) -> None:
        """Delete and close rows."""
        DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()
        running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
        left = running.filter(_INDEXING, started_at__lt=now - LONGEST_INDEXING)
        left.update(status=TaskResultStatus.READY, started_at=None)
        lost = running.filter(started_at__lt=now - LONGEST_TASK)
        lost.update(status=TaskResultStatus.FAILED, finished_at=now, exception_class_path="portal.WorkerDied")


class PublishScheduled:
    """Publishes and withdraws pages at the times that their editors set."""

    slug = "scheduled_pages"
    every = timedelta(minutes=1)

    def run(self, now: datetime) -> None:
        """What Wagtail does by its own command."""
        call_command("publish_scheduled", verbosity=0)
