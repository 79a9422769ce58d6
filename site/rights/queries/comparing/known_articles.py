"""Which of the cited articles the vocabulary does not name, though it names others of the same instrument."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from consultations.models import ArticleReference
from consultations.rules.benchmarks import TreatyArticle
from rights.queries.comparing.gaps import article_numbers, in_order


@dataclass(frozen=True, slots=True)
class UnknownArticle:
    """The number of an article as it was cited, and the numbers that the vocabulary names."""

    cited: TreatyArticle
    known: tuple[str, ...]


def unknown_articles(cited: Iterable[TreatyArticle]) -> list[UnknownArticle]:
    """Those whose number no right names. One query. Instruments without a numbered article there cannot be checked."""
    cited = [one for one in cited if one.article]
    known: dict[str, set[str]] = defaultdict(set)
    rows = ArticleReference.objects.filter(treaty__code__in={one.treaty for one in cited})
    for treaty, article in rows.values_list("treaty__code", "article"):
        known[treaty].update(number for number in article_numbers(article) if number[0].isdigit())
    return [
        UnknownArticle(TreatyArticle(one.treaty, number), tuple(sorted(known[one.treaty], key=in_order)))
        for one in cited
        for number in article_numbers(one.article)
        if known[one.treaty] and number[0].isdigit() and number not in known[one.treaty]
    ]
