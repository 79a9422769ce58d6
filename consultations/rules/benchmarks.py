"""The rows that a plugin contributes to the vocabularies: rights in clusters, treaties, and lists such as grounds.

A row is identified by its code, which never changes. Labels and descriptions are given by language ({"az": "…"}).
"""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby

from amendments.provisions.messages import Message, message as _

LONGEST_CODE = 40
LONGEST_ARTICLE = 60
_CODE = re.compile(rf"[A-Za-z0-9][A-Za-z0-9-]{{0,{LONGEST_CODE - 1}}}")
_ARTICLE = re.compile(  # "5(1)(f)", "1F", "4bis", "10–12", "E", "P1-1(1)", "Appendix", "Annex II"; "" is the whole treaty
    r"(?:\d+(?:[A-Za-z]|bis|ter|quater|quinquies)?(?:\(\w{1,5}\))*(?:[-–]\d+|[-–]\(\d+\))?|[A-Z]{1,5}\d*(?:-\d+)?(?:\(\w{1,5}\))*"
    r"|(?:Annex|Appendix|Preamble|Protocol)(?: [\dIVX]{1,5})?)?"
)


class TermKind(StrEnum):
    """The list that a term belongs to."""

    SYSTEM = "system"  # who made a treaty: Council of Europe, United Nations …
    GROUND = "ground"  # a reason for which discrimination is prohibited
    FORM = "form"  # of discrimination
    AREA = "area"  # of life
    GROUP = "group"  # of persons affected
    STAGE = "stage"  # of migration
    CONFORMITY = "conformity"  # of a provision with a right


class TreatyStatus(StrEnum):
    """What a treaty is for the country."""

    PARTY = "party"
    SIGNED = "signed"
    NOT_PARTY = "not_party"
    CHECK = "check"  # not yet looked up
    BENCHMARK = "benchmark"  # a comparator that does not bind the country


@dataclass(frozen=True, slots=True)
class TreatyArticle:
    """An article of a treaty; "" is the whole treaty."""

    treaty: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.treaty} {self.article}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The fields of every row of a vocabulary. `order` is its place among the rows of its kind."""

    code: str
    labels: Mapping[str, str]
    descriptions: Mapping[str, str] = field(default_factory=dict)
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRow(Row):
    """A group of rights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightRow(Row):
    """A right, its cluster and the articles that protect it."""

    cluster: str
    articles: tuple[TreatyArticle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyRow(Row):
    """A treaty or another instrument with which the law is compared. `system` is the code of a term."""

    system: str
    status: TreatyStatus
    reference: str = ""
    adopted: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow(Row):
    """An entry of a list."""

    kind: TermKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmarks:
    """`register_benchmarks`: the rows of one plugin, each with labels in all of its languages."""

    slug: str
    languages: tuple[str, ...]
    terms: tuple[TermRow, ...] = ()
    clusters: tuple[ClusterRow, ...] = ()
    treaties: tuple[TreatyRow, ...] = ()
    rights: tuple[RightRow, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, each after the rows that it names."""
        return (*self.terms, *self.clusters, *self.treaties, *self.rights)


def read_article(text: str) -> TreatyArticle:
    """ "ECHR 5(1)(f)" is an article of the treaty with the code ECHR; "ECHR" is the whole treaty."""
    treaty, __, article = text.strip().partition(" ")
    return TreatyArticle(treaty, " ".join(article.split()))


def in_words(articles: Iterable[TreatyArticle]) -> str:
    """ "ECHR 14; ICCPR 2(1), 26"."""
    parts = groupby(articles, lambda one: one.treaty)
    return "; ".join(
        f"{treaty} {', '.join(one.article for one in named)}".rstrip() for treaty, named in parts
    )


def is_found(sought: str, text: str) -> bool:
    """Whether the text contains every word of `sought`. Case and accents do not matter."""
    folded = _folded(text)
    return all(word in folded for word in _folded(sought).split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i")).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


_KINDS = {
    "cluster": _("cluster %(code)s"),
    "right": _("right %(code)s"),
    "treaty": _("treaty %(code)s"),
    TermKind.SYSTEM: _("system %(code)s"),
    TermKind.GROUND: _("ground %(code)s"),
    TermKind.FORM: _("form of discrimination %(code)s"),
    TermKind.AREA: _("area %(code)s"),
    TermKind.GROUP: _("group %(code)s"),
    TermKind.STAGE: _("stage %(code)s"),
    TermKind.CONFORMITY: _("degree of conformity %(code)s"),
}


def faults(contributions: Iterable[Benchmarks]) -> list[Message]:
    """What is wrong in the vocabularies of all plugins together; [] if they can be loaded."""
    contributions = list(contributions)
    counted = Counter(name_of(row) for one in contributions for row in one.rows)
    return [
        *(_("%(plugin)s: names no language", plugin=one.slug) for one in contributions if not one.languages),
        *(
            _("%(plugin)s: %(fault)s", plugin=one.slug, fault=fault)
            for one in contributions
            for row in one.rows
            for fault in _in_itself(row, one)
        ),
        *(
            _("%(row)s stands %(count)s times", row=_named(*name.split(" ", 1)), count=number)
            for name, number in counted.items()
            if number > 1
        ),
        *(fault for one in contributions for row in one.rows for fault in _unknown(row, counted.keys())),
    ]


def row_faults(row: Row, languages: tuple[str, ...], known: Collection[str]) -> list[Message]:
    """What is wrong in one row. `known` holds the names (`name_of`) of the other rows."""
    return [*_in_itself(row, Benchmarks(slug="", languages=languages)), *_unknown(row, known)]


def name_of(row: Row) -> str:
    """ "right B01", "ground sex"."""
    kind = row.kind if isinstance(row, TermRow) else type(row).__name__.removesuffix("Row").lower()
    return f"{kind} {row.code}"


def state_of(row: Row) -> str:
    """A short hash of the contents of the row, which shows whether somebody changed it."""
    told = json.dumps(asdict(row), default=str, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _in_itself(row: Row, plugin: Benchmarks) -> Iterator[Message]:
    named = _named(*name_of(row).split(" ", 1))
    if not _CODE.fullmatch(row.code):
        yield _("%(row)s has no code of Latin letters, figures and hyphens", row=named)
    if lacking := [tag for tag in plugin.languages if not row.labels.get(tag, "").strip()]:
        yield _("%(row)s has no label in %(languages)s", row=named, languages=", ".join(lacking))
    lacking = [tag for tag in plugin.languages if not row.descriptions.get(tag, "").strip()]
    if lacking and row.descriptions:
        yield _("%(row)s has no description in %(languages)s", row=named, languages=", ".join(lacking))
    if isinstance(row, RightRow):
        yield from _in_articles(named, row.articles)


def _in_articles(named: Message, articles: Iterable[TreatyArticle]) -> Iterator[Message]:
    counted = Counter(articles)
    for article, number in counted.items():
        if number > 1:
            yield _("%(row)s names %(article)s twice", row=named, article=str(article))
    for article in counted:
        if not _ARTICLE.fullmatch(article.article) and len(article.article) <= LONGEST_ARTICLE:
            yield _(
                "%(row)s names “%(article)s”, which is no number of an article",
                row=named,
                article=str(article),
            )
    if any(len(article.article) > LONGEST_ARTICLE for article in counted):
        yield _(
            "%(row)s names an article of more than %(count)s characters", row=named, count=LONGEST_ARTICLE
        )


def _unknown(row: Row, known: Collection[str]) -> Iterator[Message]:
    named = _named(*name_of(row).split(" ", 1))
    for name in _named_by(row):
        if name not in known:
            unknown = _named(*name.split(" ", 1))
            yield _("%(row)s names the unknown %(named)s", row=named, named=unknown)


def _named_by(row: Row) -> list[str]:
    if isinstance(row, RightRow):
        return [f"cluster {row.cluster}", *dict.fromkeys(f"treaty {one.treaty}" for one in row.articles)]
    return [f"system {row.system}"] if isinstance(row, TreatyRow) else []


def _named(kind: str, code: str) -> Message:
    """The name of a row for people: "right B01"."""
    return Message(_KINDS[kind].template, {"code": code})
