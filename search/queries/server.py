"""How the search server stands: what waits for it, what it refuses, which indexes it has."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Min

from search.backends.engine import engine
from search.backends.store import store
from search.errors import EngineDownError
from search.models import Change, DeadLetter, Delivery, Generation

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """One look at the server and the outbox."""

    engine: str
    problem: str  # why it does not answer, "" where it does
    is_searched: bool  # some index is there for searches
    waiting: int
    failing: int  # of those waiting: what the server failed on and is offered again
    oldest: datetime | None
    last_delivery: datetime | None
    generations: tuple[Generation, ...]
    dead: int
    letters: tuple[DeadLetter, ...]  # the newest of the dead


def server_status() -> ServerStatus:
    """As it is now."""
    problem, live = _look()
    return ServerStatus(
        engine=engine().name,
        problem=problem,
        is_searched=live is not None,
        waiting=Change.objects.count(),
        failing=Change.objects.filter(attempts__gt=0).count(),
        oldest=Change.objects.aggregate(oldest=Min("noted_at"))["oldest"],
        last_delivery=Delivery.objects.aggregate(last=Max("at"))["last"],
        generations=tuple(Generation.objects.exclude(state=Generation.State.DROPPED).order_by("-pk")[:10]),
        dead=DeadLetter.objects.count(),
        letters=tuple(DeadLetter.objects.order_by("-at", "pk")[:_SHOWN]),
    )


def _look() -> tuple[str, int | None]:
    try:
        return "", store().live()
    except EngineDownError as down:
        return str(down), None
