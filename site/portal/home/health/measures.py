"""The state of the site in numbers, as Prometheus reads them. Nothing here names a person or a text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf

from django.db.models import Count, Model, Sum
from django_tasks_db.models import DBTaskResult

from amendments.models import ActImport, ChainHead, OutgoingMail
from portal.home.health.beats import RUNNER, last_beat
from portal.home.health.examination import examine
from portal.home.health.findings import Grade
from portal.users.models import FailedSignIn

Labels = tuple[tuple[str, str], ...]
_GRADES = (Grade.WELL, Grade.WARNING, Grade.FAULT)


@dataclass(frozen=True, slots=True)
class Measure:
    """One number, with what it says in words, and its values by label."""

    name: str
    says: str
    values: Sequence[tuple[Labels, float]]


def measures(now: datetime) -> Iterator[Measure]:
    """All measures of the site's health."""
    yield _findings(now)
    yield _by_state("madda_mails", "Mails by state.", OutgoingMail, "state")
    yield _by_state("madda_tasks", "Tasks of the worker by state.", DBTaskResult, "status")
    yield _by_state("madda_imports", "Imports of long acts by state.", ActImport, "state")
    oldest = (
        DBTaskResult.objects.ready().order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    )
    yield _one("madda_oldest_task_seconds", "How long the oldest task has waited.", _age(oldest, now))
    yield _one("madda_runner_silent_seconds", "Since the runner was seen, +Inf if never.", _silence(now))
    links = ChainHead.objects.filter(pk=1).values_list("number", flat=True).first()
    yield _one("madda_record_links", "Links of the chain of the record.", links or 0)
    wrong = FailedSignIn.objects.filter(last_at__gt=now - timedelta(hours=1)).aggregate(sum=Sum("failures"))
    yield _one(
        "madda_wrong_passwords", "Wrong passwords of the accounts tried in the last hour.", wrong["sum"] or 0
    )
    locked = FailedSignIn.objects.filter(locked_until__gt=now).count()
    yield _one("madda_locked_places", "Places that wait before they may sign in to an account.", locked)


def written(found: Iterator[Measure]) -> str:
    """The text of the format, one number a line."""
    lines = []
    for measure in found:
        lines += [f"# HELP {measure.name} {measure.says}", f"# TYPE {measure.name} gauge"]
        lines += [f"{measure.name}{_braced(labels)} {value}" for labels, value in measure.values]
    return "\n".join(lines) + "\n"


def _findings(now: datetime) -> Measure:
    worst: Counter[str] = Counter()
    for one in examine(now):
        worst[one.thing] = max(worst[one.thing], _GRADES.index(one.grade))
    values = [((("thing", thing),), grade) for thing, grade in sorted(worst.items())]
    return Measure("madda_finding", "What the doctor finds: 0 well, 1 a warning, 2 a fault.", values)


def _by_state(name: str, says: str, model: type[Model], column: str) -> Measure:
    counted = model._default_manager.order_by(column).values_list(column).annotate(rows=Count("pk"))
    return Measure(name, says, [((("state", str(state).lower()),), rows) for state, rows in counted])


def _one(name: str, says: str, value: float) -> Measure:
    return Measure(name, says, [((), value)])


def _silence(now: datetime) -> float:
    seen = last_beat(RUNNER)
    return _age(seen, now) if seen else inf


def _age(moment: datetime | None, now: datetime) -> float:
    """Seconds; 0 where nothing waits."""
    return max((now - moment).total_seconds(), 0) if moment else 0


def _braced(labels: Labels) -> str:
    inside = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels)
    return f"{{{inside}}}" if inside else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
