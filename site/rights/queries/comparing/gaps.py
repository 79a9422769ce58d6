"""The gap view: articles of an instrument that the vocabulary names and no row of the concordance does."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consultations.models import ArticleReference, Treaty

_ARTICLE = re.compile(r"\s*(?:Art(?:icle)?\.?\s*)?([0-9]+[a-z]?|[A-Z]+)\b")


@dataclass(frozen=True, slots=True)
class Gap:
    """An article without a row, as the vocabulary cites it, with the rights that it protects."""

    article: str
    cited: tuple[str, ...]
    rights: tuple[str, ...]


def article_numbers(articles: str) -> list[str]:
    """The articles in a citation without their paragraphs: "15(1), 16" gives 15 and 16."""
    parts = re.split(r"[,;]", articles)
    return list(dict.fromkeys(found[1] for part in parts if (found := _ARTICLE.match(part))))


def gaps_in(covered: Mapping[Treaty, Iterable[str]]) -> dict[Treaty, list[Gap]]:
    """The articles that none of the citations names, by instrument and in its order. One query, however many there are."""
    references = ArticleReference.objects.filter(treaty__in=covered, right__is_active=True)
    by_treaty: dict[object, list[ArticleReference]] = {}
    for row in references.select_related("right"):
        by_treaty.setdefault(row.treaty_id, []).append(row)
    return {treaty: _gaps(by_treaty.get(treaty.pk, []), cited) for treaty, cited in covered.items()}


def _gaps(references: Iterable[ArticleReference], covered: Iterable[str]) -> list[Gap]:
    have = {number for articles in covered for number in article_numbers(articles)}
    found: dict[str, tuple[set[str], set[str]]] = {}
    for row in references:
        for number in article_numbers(row.article):
            cited, rights = found.setdefault(number, (set(), set()))
            cited.add(row.article)
            rights.add(row.right.code)
    return [
        Gap(number, tuple(sorted(cited, key=in_order)), tuple(sorted(rights)))
        for number, (cited, rights) in sorted(found.items(), key=lambda one: in_order(one[0]))
        if number not in have
    ]


def in_order(article: str) -> tuple[int, str]:
    """A key that puts articles in their order: 9 before 10, and 2(2)(a) before 2(3)."""
    number = re.match(r"\d+", article)
    return int(number[0]) if number else 10**6, article
