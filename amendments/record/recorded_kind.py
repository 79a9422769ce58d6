"""A kind of row that the chain of the record covers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Model, Q, QuerySet


@dataclass(frozen=True, slots=True)
class RecordedKind:
    """`register_recorded_kinds`: one kind of row. `whole` says which are finished; from then on their content stands for good.

    `content` gives what is hashed of a row; `moment` names the field that says when it was finished. `disagreeing` names,
    one sentence each, what follows from the rows and is not as they say.
    """

    slug: str
    model: type[Model]
    content: Callable[[Any], list[object]]
    moment: str  # the field that says when
    whole: Q = Q()  # noqa: RUF009 # never changed
    beside: tuple[str, ...] = ()  # what `content` reads beside the row
    disagreeing: Callable[[], Iterable[str]] = tuple

    def rows(self) -> QuerySet[Any]:
        """All finished rows."""
        return self.model._default_manager.filter(self.whole).select_related(*self.beside)


def values_of(row: Any, *names: str) -> Iterator[str]:
    """The values of these fields as text, in one form on every database."""
    for name in names:
        value = getattr(row, name)
        if isinstance(value, datetime):
            yield value.astimezone(UTC).isoformat()
        elif isinstance(value, date):
            yield value.isoformat()
        else:
            yield "" if value is None else str(value)
