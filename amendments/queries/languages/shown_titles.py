"""The titles of amendments in the language of the reader, where rows hold their keys only."""

from collections.abc import Collection

from amendments.models import Amendment


def shown_titles(amendments: Collection[int]) -> dict[int, str]:
    """By key. One query; none for none."""
    rows = Amendment.objects.only("title", "titles").in_bulk(set(amendments)) if amendments else {}
    return {key: row.shown_title for key, row in rows.items()}
