"""How well the search finds, beside searches as they come: `make bench`, or `python -m tests.relevance.report`."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from statistics import fmean
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.tables import Target, at_least, at_most, print_table, print_targets

SECRETS = 40  # provisions that are confidential in the set about permissions
_GOALS = {  # nDCG@10 on what was held out
    "az, text only": 0.70,
    "en, text only": 0.52,
    "az, full, ASCII": 0.99,
    "az, full, one typo": 0.98,
    "en, full, one typo": 0.98,
    "citations, az": 0.98,
    "citations, en": 0.98,
    "citations, ru": 0.98,
    "citations written blind, az": 0.98,
    "citations written blind, en": 0.98,
    "citations written blind, ru": 0.98,
}
Scores = dict[str, dict[str, list[tuple[str, float]]]]  # set: {engine: [(name of the query, nDCG)]}


def run(engines: Iterable[str] = ("Madda", "Wagtail", "Elasticsearch")) -> None:
    """Print the nDCG@10 of every set, with what it is likely to be, and the goals beside ours."""
    from tests.relevance.corpus import DATA

    if not (DATA / "redline").is_dir():
        print(f"No real laws at {DATA}: set MADDA_DATA to their folder.")
        return
    start_django()
    from tests.benchmarks.search_site import own_registry, scratch_database
    from tests.relevance.engines import Ours, elasticsearch, wagtail

    with scratch_database(), own_registry(), wagtail() as database, elasticsearch() as server:
        measured = [engine for engine in (Ours(), database, server) if engine and engine.name in engines]
        scores = _scores(measured)
        told = _leaks()
    _print(scores, [engine.name for engine in measured], told)


def _scores(engines: list[Any]) -> Scores:
    from tests.relevance import citations, corpus, queries

    scores: Scores = defaultdict(dict)
    articles, provisions = corpus.articles(), corpus.provisions()
    spoilt: dict[str, Callable[[str], str]] = {
        "": str,
        ", ASCII": queries.in_ascii,
        ", capitals": queries.in_capitals,
        ", one typo": queries.with_a_typo,
    }
    full = {
        f"{language}, full{how}": queries.known_items(articles, language, spoil)
        for language in ("az", "en")
        for how, spoil in (spoilt | {", other endings": queries.with_other_endings(language)}).items()
        if language == "az" or how not in (", ASCII", ", capitals")
    }
    bare = {f"{language}, text only": queries.known_items(articles, language) for language in ("az", "en")}
    numbers = {
        f"{name}, {language}": queries.cited(provisions, forms[language])
        for name, forms in (("citations", citations.FORMS), ("citations written blind", citations.BLIND))
        for language in ("az", "en", "ru")
    }
    for engine in engines:
        for source, sets in (
            (corpus.Source(articles, with_headings=False), bare),
            (corpus.Source(articles), full),
            (corpus.Source(provisions), numbers),
        ):
            engine.index(source)
            for name, asked in sets.items():
                scores[name][engine.name] = _asked(engine, asked)
        scores["judged needs"][engine.name] = _judged(engine, provisions)
    return scores


def _asked(engine: Any, asked: list[Any]) -> list[tuple[str, float]]:
    from tests.relevance.measures import ndcg

    chosen = random.Random(1).sample(asked, len(asked))[: engine.most_asked]  # noqa: S311 - no secret
    return [(query.name, ndcg(engine.ask(query.text), query.gains)) for query in chosen]


def _judged(engine: Any, provisions: list[Any]) -> list[tuple[str, float]]:
    from tests.relevance import queries
    from tests.relevance.measures import ndcg

    items = {item.id: item for item in provisions}
    return [
        (text, ndcg(queries.answering(engine.ask(text), gains, items), gains))
        for text, gains in queries.needs(provisions)
    ]


def _leaks() -> int:
    """How many confidential provisions are shown to those who may not read them, or kept from those who may."""
    from tests.relevance import corpus, queries
    from tests.relevance.engines import Ours

    class Member:
        tokens = ("org:7",)

    class Stranger:
        tokens = ("org:8",)

    articles = corpus.articles()
    asked = queries.known_items(articles, "az")[:: len(articles) // SECRETS]
    source = corpus.Source(articles)
    source.secret = {key: "org:7" for query in asked for key in query.gains}
    engine = Ours()
    engine.index(source)
    wrong = 0
    for query in asked:
        for text in (query.text, queries.in_ascii(query.text), queries.with_a_typo(query.text)):
            wrong += sum(
                not source.secret.keys().isdisjoint(engine.ask(text, user)) for user in (None, Stranger())
            )
            wrong += not query.gains.keys() <= set(engine.ask(text, Member()))
    return wrong


def _print(scores: Scores, engines: list[str], wrong: int) -> None:
    from tests.relevance.measures import interval, is_held_out

    rows, targets = [], list[Target]()
    for name, by_engine in scores.items():
        cells = []
        for engine in engines:
            held = [score for query, score in by_engine[engine] if is_held_out(query)]
            mean, low, high = interval(held)
            cells.append(f"{mean:.3f} ({low:.3f}–{high:.3f})")
            if engine == "Madda" and name in _GOALS:
                targets.append(at_least(f"nDCG@10, {name}", mean, _GOALS[name]))
        tuned = fmean(score for query, score in by_engine[engines[0]] if not is_held_out(query))
        rows.append([name, str(len(held)), *cells, f"{tuned:.3f}"])
    targets.append(at_most("confidential provisions shown or missed", wrong, 0))
    header = ["nDCG@10, held out", "queries", *engines, f"{engines[0]}, tuning half"]
    print_table("Relevance", header, rows)
    print_targets(targets)


if __name__ == "__main__":
    run()
