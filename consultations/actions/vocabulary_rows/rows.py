"""Finds and writes rows of vocabularies, for loading and for editing."""

from django.contrib.contenttypes.models import ContentType

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.access.permissions import keeps_rows_of
from consultations.errors import RowChanged
from consultations.models import ArticleReference, Cluster, Right, Term, Treaty
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import (
    ClusterRow,
    RightRow,
    Row,
    TermKind,
    TermRow,
    TreatyArticle,
    TreatyRow,
    name_of,
    state_of,
)

MODELS: dict[type[Row], type[VocabularyRow]] = {
    TermRow: Term,
    ClusterRow: Cluster,
    TreatyRow: Treaty,
    RightRow: Right,
}


class RowAction(BaseAction[VocabularyRow]):
    """A step on one row. `seen` is the state (`state_of`) that was shown; if it has changed, the step is refused."""

    instance: VocabularyRow

    def __init__(self, row: VocabularyRow, *, actor: Actor, seen: str = "") -> None:
        super().__init__(row, actor=actor)
        self.seen = seen

    def user_has_permission(self) -> bool:
        return keeps_rows_of(self.user, type(self.instance))

    def is_so(self, row: VocabularyRow) -> bool:
        """Whether the row already is as the step would make it."""
        raise NotImplementedError

    def done(self) -> VocabularyRow | None:
        """The row if the step would change nothing. Raises `RowChanged` if the row is not as it was shown."""
        row = self.instance
        row.refresh_from_db()
        if self.is_so(row):
            return row
        if self.seen and self.seen != state_of(row.given):
            raise RowChanged
        return None

    def save(self) -> VocabularyRow:
        """Save the row with the actor in its history."""
        row = self.instance
        attribute(row, self.actor)
        row.save()
        self.touched(row._meta.label_lower, [row.pk])
        return row


def hold_vocabularies() -> None:
    """Lock the vocabularies until the end of the transaction, so that nobody else loads or adds rows."""
    hold(ContentType.objects.get_for_model(Term))


class Shelf:
    """All rows in the database, read once."""

    def __init__(self) -> None:
        self.terms = {(row.kind, row.code): row for row in Term.objects.all()}
        self.clusters = {row.code: row for row in Cluster.objects.all()}
        self.treaties = {row.code: row for row in Treaty.objects.select_related("system")}
        rights = Right.objects.select_related("cluster").prefetch_related("references__treaty")
        self.rights = {row.code: row for row in rights}

    def find(self, given: Row) -> VocabularyRow | None:
        """The row with the code of this one; None if there is none."""
        if isinstance(given, TermRow):
            return self.terms.get((given.kind, given.code))
        if isinstance(given, ClusterRow):
            return self.clusters.get(given.code)
        return (self.rights if isinstance(given, RightRow) else self.treaties).get(given.code)

    @property
    def names(self) -> set[str]:
        """The names of all rows (`name_of`)."""
        kinds = (self.terms, self.clusters, self.treaties, self.rights)
        return {name_of(row.given) for rows in kinds for row in rows.values()}

    def put(self, row: VocabularyRow) -> None:
        """Add a row, so that rows that are written later find it."""
        if isinstance(row, Term):
            self.terms[row.kind, row.code] = row
        elif isinstance(row, Cluster):
            self.clusters[row.code] = row
        elif isinstance(row, Treaty):
            self.treaties[row.code] = row

    def write(self, row: VocabularyRow, given: Row, actor: Actor) -> None:
        """Save the row as given. The rows that it names must exist."""
        for name in ("code", "labels", "descriptions", "order"):
            setattr(row, name, getattr(given, name))
        if isinstance(row, Term) and isinstance(given, TermRow):
            row.kind = given.kind.value
        elif isinstance(row, Treaty) and isinstance(given, TreatyRow):
            row.system = self.terms[TermKind.SYSTEM, given.system]
            row.status, row.reference, row.adopted = given.status.value, given.reference, given.adopted
        elif isinstance(row, Right) and isinstance(given, RightRow):
            row.cluster = self.clusters[given.cluster]
            row.new_articles = given.articles
        attribute(row, actor)
        row.save()
        if isinstance(row, Right) and isinstance(given, RightRow):
            self._refer(row, given.articles)
        self.put(row)

    def _refer(self, right: Right, articles: tuple[TreatyArticle, ...]) -> None:
        ArticleReference.objects.filter(right=right).delete()
        getattr(right, "_prefetched_objects_cache", {}).pop("references", None)
        ArticleReference.objects.bulk_create(
            ArticleReference(right=right, treaty=self.treaties[one.treaty], article=one.article, order=place)
            for place, one in enumerate(articles)
        )
