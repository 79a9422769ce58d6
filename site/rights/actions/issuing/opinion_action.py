"""What the steps on an opinion share."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.db.models import Model

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.models import VersionEntry
from amendments.permissions import holds
from rights.errors import ChangedMeanwhile, IssuedAlready
from rights.models import Opinion, Recommendation
from rights.powers import Power

R = TypeVar("R")
M = TypeVar("M", bound=Model)
AT_THE_END = 1_000_000  # what the text does not have


class OpinionAction(BaseAction[R]):
    """A step on an opinion that is not issued yet, by the office."""

    instance: Opinion

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office."""
        return holds(self.user, Power.READ) and holds(self.user, Power.WRITE)

    def read_again(self, revision: int | None = None) -> Opinion:
        """The opinion under the lock; refused once it is issued, or if somebody else saved it since `revision`."""
        opinion = self.instance
        opinion.refresh_from_db()
        if opinion.is_issued:
            raise IssuedAlready
        if revision is not None and opinion.revision != revision:
            raise ChangedMeanwhile
        return opinion

    def save(self, row: M) -> M:
        """Save a row with the actor in its history."""
        attribute(row, self.actor)
        row.save()
        return row

    def saved(self, opinion: Opinion) -> Opinion:
        """Count the save of the opinion or of its recommendations, and announce it."""
        opinion.revision += 1
        self.touched(Opinion._meta.label_lower, [opinion.pk])
        return self.save(opinion)

    def number_again(self, opinion: Opinion) -> None:
        """Number the recommendations from 1: in the order of the law, or as somebody has put them, with new ones behind."""
        rows = list(
            Recommendation.objects.filter(opinion=opinion)
            .select_related("version", "issue")
            .order_by("place", "pk")
        )
        order = _places(rows)
        by_law = sorted(rows, key=lambda one: order[one.pk])
        numbered = [row for row in rows if row.place]
        is_by_law = numbered == [row for row in by_law if row.place]
        self.number(by_law if is_by_law else [*numbered, *(row for row in by_law if not row.place)])

    def number(self, rows: Iterable[Recommendation]) -> None:
        """Number them from 1 as they stand."""
        for place, row in enumerate(rows, start=1):
            if row.place != place:
                row.place = place
                self.save(row)


def _places(rows: list[Recommendation]) -> Mapping[object, tuple[int, int, str]]:
    entries = VersionEntry.objects.filter(
        version__in={row.version_id for row in rows}, provision__in={row.provision_id for row in rows}
    )
    stands = {
        (version, provision): order
        for version, provision, order in entries.values_list("version", "provision", "order")
    }
    return {
        row.pk: (
            row.version.order,
            stands.get((row.version_id, row.provision_id), AT_THE_END),
            row.issue.reference if row.issue is not None else "",
        )
        for row in rows
    }
