"""All examinations, one after the other."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from time import monotonic

from django.db import DatabaseError

from portal.home.health import chosen_settings, machine, site
from portal.home.health.findings import Finding, Grade, fault

Examination = Callable[[datetime], Iterator[Finding]]

EXAMINATIONS: tuple[Examination, ...] = (
    machine.tables,
    machine.database,
    machine.role,
    machine.clock,
    machine.disk,
    machine.shared_cache,
    machine.backups,
    chosen_settings.chosen,
    chosen_settings.mail_server,
    chosen_settings.demo_accounts,
    site.first_start,
    site.system_checks,
    site.worker,
    site.runner,
    site.mails,
    site.chain,
)


def examine(now: datetime, examinations: tuple[Examination, ...] = EXAMINATIONS) -> list[Finding]:
    """What all of them find. Without a database that works, only the machine is looked at."""
    found: list[Finding] = []
    began = monotonic()
    for examination in examinations:
        try:
            found += examination(now + timedelta(seconds=monotonic() - began))
        except (DatabaseError, OSError) as trouble:
            remedy = (
                "Mend the database first." if isinstance(trouble, DatabaseError) else "Look at its rights."
            )
            found.append(fault(examination.__name__, f"It could not be looked at: {trouble}", remedy))
    return found


def is_ill(found: list[Finding]) -> bool:
    """Whether something does not work."""
    return any(one.grade is Grade.FAULT for one in found)
