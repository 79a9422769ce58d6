"""The vocabularies: rights in clusters, treaties, and lists such as the grounds of discrimination.

A row is identified by its code, which never changes. A row is retired, never deleted. Its labels are unreviewed until a
lawyer signs the row.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy as _

from amendments.audit.history import audited
from consultations.rules.benchmarks import (
    LONGEST_ARTICLE,
    LONGEST_CODE,
    ClusterRow,
    RightRow,
    Row,
    TermKind,
    TermRow,
    TreatyArticle,
    TreatyRow,
    TreatyStatus,
)
from consultations.values import TERM_KIND_LABELS, TREATY_STATUS_LABELS


def in_language(words: Mapping[str, str]) -> str:
    """The words in the language of the reader, else in English, else in any language."""
    return words.get((get_language() or "")[:2]) or words.get("en") or next(iter(words.values()), "")


def _signature(name: str) -> models.CheckConstraint:
    together = Q(reviewed_by=None, reviewed_on=None) | Q(reviewed_by__isnull=False, reviewed_on__isnull=False)
    return models.CheckConstraint(condition=together, name=name)


def on_offer(held: Iterable[str] = ()) -> Q:
    """A condition: the row can be chosen. It is in use, or its code is in `held`."""
    return Q(is_active=True) | Q(code__in=held)


class VocabularyRow(models.Model):
    """The fields of every row. Loading a vocabulary again does not change a row that a person has signed or edited."""

    code = models.CharField(_("code"), max_length=LONGEST_CODE, unique=True)
    labels = models.JSONField(_("names"))
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)
    order = models.PositiveIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)
    is_edited = models.BooleanField(_("edited on this site"), default=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("reviewed by")
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True)

    history: Any  # each model has a manager of its own

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return in_language(self.labels) or self.code

    @property
    def given(self) -> Row:
        """The row as a plugin gives it."""
        raise NotImplementedError

    @property
    def is_signed(self) -> bool:
        """Whether a lawyer has reviewed the row in its present form."""
        return self.reviewed_on is not None


class Term(VocabularyRow):
    """An entry of a list. Its code is unique in the list."""

    code = models.CharField(_("code"), max_length=LONGEST_CODE)
    kind = models.CharField(
        _("list"), max_length=20, choices=[(kind.value, label) for kind, label in TERM_KIND_LABELS.items()]
    )

    history = audited()

    class Meta:
        verbose_name = _("entry of a list")
        verbose_name_plural = _("entries of lists")
        ordering: ClassVar[list[str]] = ["order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "code"], name="term_code"),
            _signature("term_signature"),
        ]

    @property
    def given(self) -> TermRow:
        """The row as a plugin gives it."""
        return TermRow(kind=TermKind(self.kind), **_shared(self))


class Cluster(VocabularyRow):
    """A group of rights."""

    history = audited()

    class Meta:
        verbose_name = _("cluster of rights")
        verbose_name_plural = _("clusters of rights")
        ordering: ClassVar[list[str]] = ["order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [_signature("cluster_signature")]

    @property
    def given(self) -> ClusterRow:
        """The row as a plugin gives it."""
        return ClusterRow(**_shared(self))


class Treaty(VocabularyRow):
    """A treaty or another text with which the law is compared. "Act" and "instrument" mean a law that can be amended."""

    system = models.ForeignKey(Term, models.PROTECT, related_name="treaties", verbose_name=_("made by"))
    status = models.CharField(
        _("for the country"),
        max_length=20,
        choices=[(status.value, label) for status, label in TREATY_STATUS_LABELS.items()],
    )
    reference = models.CharField(_("reference"), max_length=60, blank=True)
    adopted = models.DateField(_("adopted"), null=True, blank=True)

    history = audited()

    class Meta:
        verbose_name = _("treaty")
        verbose_name_plural = _("treaties")
        ordering: ClassVar[list[str]] = ["system__order", "order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [_signature("treaty_signature")]

    @property
    def given(self) -> TreatyRow:
        """The row as a plugin gives it."""
        return TreatyRow(
            system=self.system.code,
            status=TreatyStatus(self.status),
            reference=self.reference,
            adopted=self.adopted,
            **_shared(self),
        )


class ArticlesOfRecord(models.Model):
    """The articles that protected a right, for each row of its history."""

    articles = models.JSONField(_("articles"), default=list)

    class Meta:
        abstract = True


class Right(VocabularyRow):
    """A human right."""

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="rights", verbose_name=_("cluster"))

    history = audited(ArticlesOfRecord)
    new_articles: tuple[TreatyArticle, ...] | None = None  # written after the row was saved

    class Meta:
        verbose_name = _("right")
        verbose_name_plural = _("rights")
        ordering: ClassVar[list[str]] = ["cluster__order", "cluster__code", "order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [_signature("right_signature")]
        permissions = [
            ("keep_vocabularies", "Can load and change every vocabulary"),
            ("keep_rights", "Can change rights and their clusters"),
            ("sign_vocabularies", "Can sign rows of vocabularies as reviewed"),
        ]

    @property
    def articles(self) -> tuple[TreatyArticle, ...]:
        """The articles that protect the right, in order."""
        return tuple(TreatyArticle(row.treaty.code, row.article) for row in self.references.all())

    def of_record(self) -> Mapping[str, object]:
        """What the history keeps besides the columns."""
        articles = self.articles if self.new_articles is None else self.new_articles
        return {"articles": [str(one) for one in articles]}

    @property
    def given(self) -> RightRow:
        """The row as a plugin gives it."""
        return RightRow(cluster=self.cluster.code, articles=self.articles, **_shared(self))


class ArticleReference(models.Model):
    """An article of a treaty that protects a right. "" is the whole treaty."""

    right = models.ForeignKey(Right, models.CASCADE, related_name="references")
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="references")
    article = models.CharField(max_length=LONGEST_ARTICLE, blank=True)
    order = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["right", "treaty", "article"], name="article_named_once")
        ]

    def __str__(self) -> str:
        return str(TreatyArticle(self.treaty.code, self.article))


def _shared(row: VocabularyRow) -> dict[str, Any]:  # Any: arguments of the plain rows
    return {name: getattr(row, name) for name in ("code", "labels", "descriptions", "order")}
