"""Which of the consolidated texts of an act is the law today: one that is adopted may enter into force later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When, prefetch_related_objects
from django.utils.timezone import localdate

from amendments.models import Commencement, Instrument, Version


@dataclass(frozen=True, slots=True)
class TextStanding:
    """How a consolidated text stands to the law of today; `present` is another text that is in force, None if there is none."""

    is_coming: bool
    day: date | None
    present: Version | None


def in_force_from(version: Version) -> date | None:
    """The day on which a consolidated text enters into force, as the last commencement says; None until it is known."""
    rows = list(version.commencements.all())
    return rows[-1].date if rows else None


def is_coming(version: Version) -> bool:
    """Whether it is adopted and its day has not come, or is not known."""
    return comes(version, in_force_from(version))


def comes(version: Version, day: date | None) -> bool:
    """The same for a day that was read already. Imported texts without a day are in force."""
    return version.text_of_id is not None if day is None else day > localdate()


def coming_among(versions: Iterable[Version]) -> list[tuple[Version, date | None]]:
    """The consolidated texts among these that are not in force yet, each with its day; one query."""
    texts = [version for version in versions if not version.is_draft]
    prefetch_related_objects(texts, "commencements")
    return [(text, in_force_from(text)) for text in texts if is_coming(text)]


def text_in_force(versions: Sequence[Version]) -> Version | None:
    """The last of them that is in force; `versions` are those of one act, the oldest first."""
    return next((version for version in reversed(versions) if not is_coming(version)), None)


def with_starts(versions: QuerySet[Version]) -> QuerySet[Version]:
    """The texts with `starts`, the day that the last row says: an earlier row was corrected."""
    days = Commencement.objects.filter(version=OuterRef("pk")).order_by("-recorded_at", "-pk").values("date")
    return versions.annotate(starts=Subquery(days[:1]))


def in_force_first(versions: QuerySet[Version]) -> QuerySet[Version]:
    """The consolidated texts of an act for a query: `text_in_force` is the first, or the newest if none is in force."""
    is_present = Q(starts__lte=localdate()) | Q(starts=None, text_of=None)
    order = Case(When(is_present, then=Value(0)), default=Value(1))
    return with_starts(versions).order_by(order, "-number")


def standing_of(user: Any, version: Version) -> TextStanding:
    """How it stands to the texts of its act that the person may read."""
    act: Instrument = version.instrument
    texts = Version.objects.visible_to(user).filter(instrument=act, draft=None).select_related("instrument")
    present = text_in_force(list(texts.prefetch_related("commencements").order_by("number")))
    other = None if present is None or present.pk == version.pk else present
    return TextStanding(is_coming(version), in_force_from(version), other)
