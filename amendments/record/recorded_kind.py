"""A kind of row that the chain of the record covers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet


@dataclass(frozen=True, slots=True)
class RecordedKind:
    """`register_recorded_kinds`: one kind of row. `whole` says which are finished; from then on their content stands for good.

    `content` gives what is hashed of a row; `moment` names the field that says when it was finished.
    """

    slug: str
    model: type[Model]
    content: Callable[[Any], list[object]]
    moment: str  # the field that says when
    whole: Q = Q()  # noqa: RUF009 # never changed
    beside: tuple[str, ...] = ()  # what `content` reads beside the row

    def rows(self) -> QuerySet[Any]:
        """All finished rows."""
        return self.model._default_manager.filter(self.whole).select_related(*self.beside)
