"""The vocabularies in the admin: the list of them, their rows, and one row with its next steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _

from amendments.permissions import holds
from consultations.access.permissions import keeps_rows_of
from consultations.access.powers import Power
from consultations.models import Cluster, Right, Term, Treaty
from consultations.models.vocabulary import VocabularyRow
from consultations.queries.vocabulary.vocabulary_choices import rights_to_choose, treaties_to_choose
from consultations.rules.benchmarks import state_of
from consultations.values import TERM_KIND_LABELS


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of rows of one kind: "rights", "treaties", "ground" …"""

    slug: str
    model: type[VocabularyRow]
    label: str | Promise

    @property
    def rows(self) -> QuerySet[Any]:
        """The rows, loaded with the rows that they name."""
        if self.model is Right:
            return rights_to_choose()
        if self.model is Treaty:
            return treaties_to_choose()
        return Cluster.objects.all() if self.model is Cluster else Term.objects.filter(kind=self.slug)


VOCABULARIES: Mapping[str, Vocabulary] = {
    each.slug: each
    for each in (
        Vocabulary("rights", Right, _("Rights")),
        Vocabulary("clusters", Cluster, _("Clusters of rights")),
        Vocabulary("treaties", Treaty, _("Treaties")),
        *(Vocabulary(kind.value, Term, label) for kind, label in TERM_KIND_LABELS.items()),
    )
}


def vocabulary_of(row: VocabularyRow) -> Vocabulary:
    """The vocabulary that the row belongs to."""
    if isinstance(row, Term):
        return VOCABULARIES[row.kind]
    return next(each for each in VOCABULARIES.values() if each.model is type(row))


@dataclass(frozen=True, slots=True)
class ReviewState:
    """The number of rows in use, and of those that no lawyer has signed."""

    rows: int
    unsigned: int


def review_state(vocabulary: Vocabulary) -> ReviewState:
    """For the notice above a list."""
    in_use = vocabulary.rows.filter(is_active=True).order_by()
    return ReviewState(**in_use.aggregate(rows=Count("pk"), unsigned=Count("pk", filter=Q(reviewed_on=None))))


@dataclass(frozen=True, slots=True)
class Words:
    """The name and description of a row in one language of the site."""

    language: str
    tag: str
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class RowPage:
    """Everything on the page of a row."""

    row: Any  # one of the models of vocabularies
    vocabulary: Vocabulary
    words: tuple[Words, ...]
    state: str  # the state that is shown; a step is refused if it has changed
    may_change: bool
    may_sign: bool
    may_unsign: bool


def row_page(user: Any, vocabulary: Vocabulary, row: VocabularyRow) -> RowPage:
    """The page of a row, with the steps that the reader may take."""
    words = tuple(
        Words(gettext(str(name)), tag, row.labels.get(tag, ""), row.descriptions.get(tag, ""))
        for tag, name in settings.LANGUAGES
    )
    return RowPage(
        row,
        vocabulary,
        words,
        state_of(row.given),
        may_change=keeps_rows_of(user, vocabulary.model),
        may_sign=holds(user, Power.SIGN) and not row.is_signed,
        may_unsign=holds(user, Power.SIGN) and row.is_signed,
    )
