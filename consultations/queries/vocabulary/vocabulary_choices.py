"""The rows of the vocabularies that can be chosen, and their names."""

from collections.abc import Iterable

from django.db.models import QuerySet

from consultations.models import Right, Term, Treaty
from consultations.rules.benchmarks import TermKind, read_article


def rights_to_choose() -> QuerySet[Right]:
    """Rights in the order of their clusters, with their articles."""
    return Right.objects.select_related("cluster").prefetch_related("references__treaty")


def grounds_to_choose() -> QuerySet[Term]:
    """The grounds of discrimination."""
    return Term.objects.filter(kind=TermKind.GROUND)


def treaties_to_choose() -> QuerySet[Treaty]:
    """Treaties ordered by their makers."""
    return Treaty.objects.select_related("system")


def names_of(field: str, codes: Iterable[str]) -> dict[str, str]:
    """The names of the codes in a field of a comment. "ECHR 14" is a treaty with its article."""
    rows = {"rights": Right.objects.all(), "grounds": grounds_to_choose(), "treaties": Treaty.objects.all()}[
        field
    ]
    read = {code: read_article(code) for code in codes}
    found = {row.code: str(row) for row in rows.filter(code__in={one.treaty for one in read.values()})}
    return {
        code: ", ".join(filter(None, (found.get(one.treaty, one.treaty), one.article)))
        for code, one in read.items()
    }
