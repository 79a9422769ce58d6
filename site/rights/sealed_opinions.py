"""What the database and the chain of the record keep of opinions: all of them, from the moment they are issued."""

from django.db.models import Q

from amendments.record.recorded_kind import RecordedKind, values_of
from amendments.record.sealed_table import SealedTable, stands
from rights.models import Opinion, Recommendation

_OPINION = (
    "number",
    "amendment_id",
    "instrument_id",
    "title",
    "text",
    "language",
    "reply_by",
    "issued_at",
    "issued_by_id",
)
_RECOMMENDATION = (
    "place",
    "issue_id",
    "version_id",
    "provision_id",
    "title",
    "reasons",
    "wording",
    "addressee_id",
)


def sealed_of_rights() -> list[SealedTable]:
    """An opinion stands once it has its moment; its recommendations stand with it."""
    replaced = "s.issued_at IS NOT NULL AND (s.id = NEW.id OR s.number = NEW.number OR s.created_key = NEW.created_key)"
    is_issued = "OLD.issued_at IS NOT NULL"
    of_old, of_new = _issued("OLD.opinion_id"), _issued("NEW.opinion_id")
    same = f"(s.id = NEW.id OR s.created_key = NEW.created_key) AND {_issued('s.opinion_id')}"
    return [
        SealedTable(Opinion._meta.db_table, stands(Opinion, replaced), is_issued, is_issued),
        SealedTable(
            Recommendation._meta.db_table,
            f"{of_new} OR {stands(Recommendation, same)}",
            f"{of_old} OR {of_new}",
            of_old,
        ),
    ]


def recorded_of_rights() -> list[RecordedKind]:
    """An issued opinion is a link of the chain, with its recommendations."""
    return [RecordedKind("opinion", Opinion, _opinion, "issued_at", Q(issued_at__isnull=False))]


def _opinion(row: Opinion) -> list[object]:
    said = [
        [*values_of(one, *_RECOMMENDATION), list(one.rights), list(one.articles)]
        for one in row.recommendations.order_by("place", "pk")
    ]
    return [*values_of(row, *_OPINION), said]


def _issued(key: str) -> str:
    """Whether the opinion with this key is issued."""
    return f"EXISTS (SELECT 1 FROM {Opinion._meta.db_table} o WHERE o.id = {key} AND o.issued_at IS NOT NULL)"
