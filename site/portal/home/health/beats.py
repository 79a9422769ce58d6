"""Proofs that the site can write, and that its runner runs."""

import logging
from datetime import datetime, timedelta

from django.db import OperationalError, connection, transaction

from portal.home.models import Heartbeat

logger = logging.getLogger(__name__)
WRITE, RUNNER = "write", "periodic"
BETWEEN_WRITES = timedelta(seconds=2)  # whoever asks for the health check more often reads only
BACK = timedelta(minutes=1)  # less is the clocks of two machines
WAIT = 3  # seconds for the database; the balancer that asks waits longer
_LOCKED = "locked"  # SQLite: somebody else writes, so writing works


def beat(name: str, now: datetime) -> None:
    """Write the moment."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": now})


def last_beat(name: str) -> datetime | None:
    """When it last worked; None if never."""
    return Heartbeat.objects.filter(name=name).values_list("at", flat=True).first()


def try_to_write(now: datetime) -> None:
    """Write to the database, without waiting long. Raises `DatabaseError` if that fails."""
    last = last_beat(WRITE)
    if last is not None and timedelta() <= now - last < BETWEEN_WRITES:
        return
    try:
        _write(now)
    except OperationalError as trouble:
        if connection.vendor != "sqlite" or _LOCKED not in str(trouble):
            raise


def _write(now: datetime) -> None:
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = '{WAIT}s'")
            beat(WRITE, now)
        return
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")
        try:
            beat(WRITE, now)
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


class Beat:
    """A job: the runner shows that it runs, and tells when the clock went back, which other jobs and people may not see."""

    slug = "heartbeat"
    every = timedelta(seconds=20)

    def run(self, now: datetime) -> None:
        """Write the moment."""
        last = last_beat(RUNNER)
        if last is not None and now < last - BACK:
            logger.error(
                "The clock went back from %s to %s: sessions, links and rounds that were over may be open again. "
                "Set it by NTP; nothing is recorded until it has passed the last link of the chain.",
                f"{last:%Y-%m-%d %H:%M:%S}",
                f"{now:%Y-%m-%d %H:%M:%S}",
            )
        beat(RUNNER, now)
