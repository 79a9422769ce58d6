"""What the site keeps of a person, as this person may see and download it (GDPR, Articles 15 and 20)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry


@runtime_checkable
class PersonalData(Protocol):
    """`register_personal_data`: one kind of what an app keeps of a person, shown to this person alone."""

    slug: str
    label: Promise  # what it is
    kept: Promise  # why it is kept, and until when

    def count(self, user: Any) -> int:
        """How many rows there are."""
        ...

    def rows(self, user: Any) -> Iterable[Mapping[str, Any]]:
        """The rows as values that Django writes as JSON. They hold nothing that the person may not read now."""
        ...


class StepsTaken:
    """What the person did. On what is not told: the person may not read it any more."""

    slug = "steps"
    label = _("Steps that you took")
    kept = _(
        "The history of the site names who did what, also who downloaded a text. Administrators and auditors read it. "
        "It is kept for good, as evidence."
    )

    def count(self, user: Any) -> int:
        """How many entries of all logs name the person."""
        return sum(entries.count() for entries in _entries(user))

    def rows(self, user: Any) -> Iterator[dict[str, Any]]:
        """The name of each step and its moment, log by log."""
        for entries in _entries(user):
            yield from entries.order_by("timestamp", "pk").values("timestamp", "action")


def _entries(user: Any) -> Iterator[QuerySet[Any]]:
    for model in registry.get_log_entry_models():
        yield model._base_manager.filter(user=user)
