"""Articles that have a heading alone: their text stands in their parts, of which the first one says how it begins."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, When

from amendments.models import EntryText, ProvisionText

_BARE = Q(entry__eid__startswith="art_", text__body="")
_FIRST = EntryText.objects.filter(
    entry__version=OuterRef("entry__version"),
    entry__parent=OuterRef("entry__provision"),
    entry__order=OuterRef("entry__order") + 1,
    language=OuterRef("language"),
)
Parts = Mapping[int, ProvisionText]


def with_first_parts(rows: QuerySet[EntryText]) -> QuerySet[EntryText]:
    """The rows, each with what `first_part` tells."""
    annotated: QuerySet[EntryText] = rows.annotate(
        part=Case(When(_BARE, then=Subquery(_FIRST.values("text"))))
    )
    return annotated


def first_part(row: EntryText) -> int:
    """The wording of the first part in the same version; 0 where the row has words of its own, or no parts."""
    return getattr(row, "part", None) or 0


def first_parts(wordings: Iterable[Sequence[EntryText]]) -> Parts:
    """The first parts of all rows of some wordings, with their translations."""
    keys = {part for rows in wordings for row in rows if (part := first_part(row))}
    return ProvisionText.objects.prefetch_related("translations").in_bulk(keys) if keys else {}


def led_by(texts: Collection[object]) -> set[int]:
    """The wordings with a heading alone of which one of these texts is, or was, the first part."""
    parts = EntryText.objects.filter(text_id__in=[str(pk) for pk in texts]).values("entry__parent")
    return set(EntryText.objects.filter(_BARE, entry__provision__in=parts).values_list("text_id", flat=True))
