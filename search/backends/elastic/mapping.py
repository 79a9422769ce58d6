"""The fields that a server stores of an entry. The mapping is strict, so the server never guesses a field."""

from typing import Any

from elasticsearch import dsl

from search.backends.elastic.analyzers import EXACT, STEMMED

BY_STATISTICS = "BM25"
WITHOUT_STATISTICS = "boolean"  # entries of others cannot show in the order of one's own

_KEYWORDS = (
    *("source", "key", "object", "audience", "cite"),
    *("instrument", "law_order", "status", "institution", "right", "language", "year"),
)
_GAP = 100  # positions between texts, so that no phrase runs over from one into the next


def mapping(similarity: str) -> Any:
    """The fields. Words as they are written stand in `exact`, whatever text and language they are of."""
    made = dsl.Mapping()
    made.meta("dynamic", "strict")
    for name in _KEYWORDS:
        made.field(name, dsl.Keyword())
    made.field("group", dsl.Long())
    made.field("day", dsl.Integer())
    made.field("place", dsl.Integer())
    made.field("is_current", dsl.Boolean())
    made.field("valid_from", dsl.Date())
    made.field("valid_to", dsl.Date())
    made.field("exact", _text(EXACT, similarity))
    made.field("heading", _by_language(similarity))
    made.field("body", _by_language(similarity))
    return made


def body(similarity: str, *, shards: int, replicas: int) -> dict[str, Any]:
    """Settings, analysis and fields: what an index is created with."""
    index = dsl.Index("entries")
    index.mapping(mapping(similarity))
    index.settings(
        number_of_shards=shards,
        number_of_replicas=replicas,
        gc_deletes="1h",  # a late write of the back-fill must still find the version of the deletion
    )
    made: dict[str, Any] = index.to_dict()
    return made


def _by_language(similarity: str) -> Any:
    fields = {
        language: _text(analyzer, similarity, copy_to="exact") for language, analyzer in STEMMED.items()
    }
    fields["other"] = dsl.Text(index=False, copy_to="exact")
    return dsl.Object(dynamic="strict", properties=fields)


def _text(analyzer: Any, similarity: str, **options: Any) -> Any:
    return dsl.Text(analyzer=analyzer, similarity=similarity, position_increment_gap=_GAP, **options)
