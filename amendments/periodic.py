"""Runs what has to be done again and again: mails, reminders, and what other apps register."""

import logging
from collections.abc import Sequence
from threading import Event
from time import monotonic

from django.db import close_old_connections
from django.utils import timezone

from amendments.hooks import PERIODIC_JOBS, PeriodicJob, collect

logger = logging.getLogger(__name__)


def jobs(only: Sequence[str] = ()) -> list[PeriodicJob]:
    """The jobs that are registered; if some are named, only those."""
    found: list[PeriodicJob] = collect(PERIODIC_JOBS)
    return [job for job in found if not only or job.slug in only]


def run(due: Sequence[PeriodicJob], stopped: Event) -> None:
    """Run each job at once and then every so often, until the event is set."""
    next_at = {job.slug: 0.0 for job in due}
    while due and not stopped.is_set():
        close_old_connections()
        for job in due:
            if next_at[job.slug] <= monotonic() and not stopped.is_set():
                run_once(job)
                next_at[job.slug] = monotonic() + job.every.total_seconds()
        stopped.wait(max(min(next_at.values()) - monotonic(), 0.0))


def run_once(job: PeriodicJob) -> None:
    """Run a job now. An error is logged: the other jobs go on, and this one is tried again at its next time."""
    try:
        job.run(timezone.now())
    except Exception:
        logger.exception("The periodic job %s failed", job.slug)
