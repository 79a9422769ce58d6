"""The embedded search on 100,000 provisions and 100,000 comments: how long a page, a save and a rebuild take."""

import gc
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from statistics import quantiles
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.search_site import own_registry, scratch_database
from tests.benchmarks.tables import Target, at_most, print_table, print_targets
from tests.search.hostile import HOSTILE

COUNT = 100_000  # of each
ASKED = 200  # narrow queries
COMMON = 60  # words in more than any other entries
SAVED = 200
_CHANCE = 5


class Member:
    """A reader of everything that some institution may read."""

    tokens = ("org:7", "role:secretary", "version:7")


def run(count: int = COUNT) -> None:
    """Print what a page, a save and a rebuild cost."""
    from tests.benchmarks import search_corpus

    if not (search_corpus.DATA / "redline").is_dir():
        print(f"No real laws at {search_corpus.DATA}: set MADDA_DATA to their folder.")
        return
    start_django()
    with scratch_database(), _only_sources(count) as sources:
        _report(sources)


def _report(sources: list[Any]) -> None:
    from django.db import connection

    from search import indexing
    from tests.relevance import everyday

    took = sum(_seconds(lambda source=source: indexing.rebuild(source, _silent)) for source in sources)
    took += _seconds(indexing.settle)
    narrow, broad = _narrow(sources), _broad()
    kinds = (
        ("narrow", narrow, (6, 40)),
        ("broad", broad, (None, 150)),
        ("looser hits of everyday needs", everyday.asked()[::3], (None, 150)),
    )
    gc.freeze()  # as `portal.wsgi` does: the corpus that stands beside the database here is none of the site's
    rows, targets = [], [at_most("rebuild", took, 90, " s")]
    for who, reader in (("the public", None), ("a member", Member())):
        for kind, queries, limits in kinds:
            half, most, worst = _page(queries, reader)
            rows.append([f"{kind}, {who}", *(f"{value:.1f}" for value in (half, most, worst))])
            targets += _limits(f"{kind}, {who}", (half, most), limits)
    alone = _database_alone(narrow)
    rows.append(["narrow, the public: the database alone", *(f"{value:.1f}" for value in alone)])
    half, most, worst = _page(list(HOSTILE.values()), Member())
    rows.append(["hostile queries, a member", *(f"{value:.1f}" for value in (half, most, worst))])
    targets.append(at_most("hostile queries, the worst", worst, 100, " ms"))
    half, most, worst = _saves(sources[1])
    rows.append(["a save", *(f"{value:.1f}" for value in (half, most, worst))])
    targets.append(at_most("a save, half of them", half, 5, " ms"))
    entries = sum(source.count for source in sources)
    print_table(
        f"Embedded search on {connection.vendor}, {entries:,} entries: milliseconds",
        ["", "p50", "p95", "worst"],
        rows,
    )
    print_targets(targets)


def _limits(what: str, measured: tuple[float, float], limits: tuple[float | None, float]) -> list[Target]:
    return [
        at_most(f"{what}, {part}", value, limit, " ms")
        for part, value, limit in zip(("p50", "p95"), measured, limits, strict=True)
        if limit
    ]


def _page(queries: list[str], reader: Any) -> tuple[float, float, float]:
    """A page of hits with counts, facets and highlights; everything was asked once before."""
    from search.queries import search
    from search.request import Request

    def ask(text: str) -> None:
        search(Request(text=text), reader)

    for text in queries:
        ask(text)
    return _spread([_seconds(lambda text=text: ask(text)) for text in queries])


def _database_alone(queries: list[str]) -> tuple[float, float, float]:
    """The peer: the best 20 keys as the database ranks them, with no count, facet, text or highlight beside them."""
    from django.db import connection

    from search.backends.dialect import PUBLIC_SCOPE as SCOPE
    from search.backends.embedded import dialect
    from search.backends.statement import Statement
    from search.queries.results import question_of
    from search.request import Request

    words = dialect()
    best = (
        f"SELECT {words.id_column} FROM {SCOPE.text} WHERE {words.fits(SCOPE, 'matching')}"
        f" ORDER BY {words.score(SCOPE)} LIMIT 20"
    )
    asked = [Statement(words, question_of(Request(text=text), None)).parameters() for text in queries]

    def ask(parameters: dict[str, Any]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(best, parameters)
            cursor.fetchall()

    for parameters in asked:
        ask(parameters)
    return _spread([_seconds(lambda one=one: ask(one)) for one in asked])


def _saves(source: Any) -> tuple[float, float, float]:
    from search.indexing import replace

    chance = random.Random(_CHANCE)  # noqa: S311 - no secret
    ids = [str(chance.randrange(source.count)) for _ in range(SAVED)]
    return _spread([_seconds(lambda one=one: replace(source, [one])) for one in ids])


def _spread(seconds: list[float]) -> tuple[float, float, float]:
    parts = quantiles(seconds, n=20)
    return parts[9] * 1000, parts[18] * 1000, max(seconds) * 1000


def _narrow(sources: list[Any]) -> list[str]:
    """What somebody types who looks for one thing: three words of it, two of them as a phrase, or its number."""
    from search.query.analysis import words
    from search.query.stems import is_stop_word

    chance = random.Random(_CHANCE)  # noqa: S311 - no secret
    queries = []
    while len(queries) < ASKED:
        entry = chance.choice(sources).entry(chance.randrange(sources[0].count))
        telling = [
            word
            for word in words(entry.texts[0].body)
            if len(word) > 4 and word.isalpha() and not is_stop_word(word)
        ]
        if len(telling) < 8:
            continue
        first = chance.randrange(len(telling) - 3)
        three = telling[first : first + 3]
        shapes = (
            " ".join(three),
            f'"{three[0]} {three[1]}" {three[2]}',
            f"Article {(entry.cite or ('7.1',))[0]} {three[0]}",
        )
        queries.append(shapes[len(queries) % 3])
    return queries


def _broad() -> list[str]:
    """The words that stand in most entries, alone and in pairs."""
    from search.models import PublicTerm
    from search.query.stems import is_stop_word

    common = PublicTerm.objects.filter(length__gt=3).order_by("-entries").values_list("pk", flat=True)
    chosen = [word for word in common[: COMMON * 2] if not is_stop_word(word)][:COMMON]
    return [*chosen, *map(" ".join, pairwise(chosen))]


def _seconds(act: Callable[[], object]) -> float:
    """CPU time where the database works in this process, so that other work on the machine does not count."""
    from django.db import connection

    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    started = clock()
    act()
    return clock() - started


def _silent(done: int) -> None:
    """Nobody watches."""


@contextmanager
def _only_sources(count: int) -> Iterator[list[Any]]:
    """The registry with nothing but laws and comments on them."""
    from search import sources
    from tests.benchmarks.search_corpus import Laws, Remarks

    laws = Laws(count)
    with own_registry():
        for source in (laws, Remarks(count, laws)):
            sources.register(source)
        sources.register_reader(lambda user: getattr(user, "tokens", ()))
        yield list(sources._sources.values())


if __name__ == "__main__":
    run()
