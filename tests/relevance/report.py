"""How well the search finds, beside searches as they come: `make bench`, or `python -m tests.relevance.report`."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.tables import Target, at_least, at_most, print_table, print_targets

ASKED = 300  # queries of a set: about half of them are held out
SECRETS = 40  # provisions that are confidential in the set about permissions
OURS = "Madda"
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
    "citations as acts print them, az": 0.98,
    "citations with the act, az": 0.98,
    "citations with the act, en": 0.98,
    "citations with the act, ru": 0.98,
    "number and act alone, az": 0.98,
    "number and act alone, en": 0.98,
    "number and act alone, ru": 0.98,
    "citations with the act, written blind, az": 0.98,
    "citations with the act, written blind, en": 0.98,
    "citations with the act, written blind, ru": 0.98,
}
Scores = dict[str, dict[str, list[tuple[str, float]]]]  # set: {engine: [(name of the query, nDCG)]}


def run() -> None:
    """Print the nDCG@10 of every set, with what it is likely to be, and the goals beside ours."""
    from tests.relevance.corpus import DATA

    if not (DATA / "redline").is_dir():
        print(f"No real laws at {DATA}: set MADDA_DATA to their folder.")
        return
    start_django()
    from tests.benchmarks.search_site import own_registry, scratch_database
    from tests.relevance import everyday_report
    from tests.relevance.engines import Ours, bm25, elasticsearch, wagtail

    with scratch_database(), own_registry(), elasticsearch() as servers, wagtail() as backends:
        measured: list[Any] = [Ours(), *servers, *bm25(), *backends]
        kept = _permissions()
        scores = _scores(measured)
        everyday_report.report()
    _print(scores, measured, kept)


def _scores(engines: list[Any]) -> Scores:
    from tests.relevance import citations, corpus, queries
    from tests.relevance.citations_anew import ANEW

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
    } | {"citations as acts print them, az": queries.printed(provisions)}
    library, acts = corpus.library()
    code = [item for item in library if item.act == corpus.CODES[0]]
    named = (
        {
            f"{name}, {language}": queries.cited_in_acts(library, acts, language, forms)
            for name, written in (
                ("citations with the act", citations.WITH_ACT),
                ("number and act alone", citations.WITH_ACT_ALONE),
            )
            for language, forms in written.items()
        }
        | {
            f"citations with the act, written blind, {language}": queries.cited(
                code, filter(citations.names_act, forms)
            )
            for language, forms in citations.BLIND.items()
        }
        | {
            f"citations written anew, {language}": queries.cited(code, forms)
            for language, forms in ANEW.items()
        }
    )
    for engine in engines:
        for source, sets in (
            (corpus.Source(articles, with_headings=False), bare),
            (corpus.Source(articles), full),
            (corpus.Source(library, acts), named),
            (corpus.Source(provisions), numbers),
        ):
            engine.index(source)
            for name, asked in sets.items():
                scores[name][engine.name] = _asked(engine, asked)
        scores["judged needs"][engine.name] = _judged(engine, provisions)
    return scores


def _asked(engine: Any, queries: Sequence[Any]) -> list[tuple[str, float]]:
    from tests.relevance.measures import ndcg

    return [(query.name, ndcg(engine.ask(query.text), query.gains)) for query in _questions(engine, queries)]


def _judged(engine: Any, provisions: list[Any]) -> list[tuple[str, float]]:
    from tests.relevance.measures import ndcg
    from tests.relevance.queries import answering, needs

    items = {item.id: item for item in provisions}
    return [
        (need.name, ndcg(answering(engine.ask(need.text), need.gains, items), need.gains))
        for need in _questions(engine, needs(provisions))
    ]


def _questions(engine: Any, queries: Sequence[Any]) -> list[Any]:
    """The queries for an engine. A slow engine gets the first of the held-out ones; ours also gets the tuning half."""
    from tests.relevance.measures import is_held_out

    drawn = random.Random(1).sample(queries, len(queries))[:ASKED]  # noqa: S311 - no secret
    held = [query for query in drawn if is_held_out(query.name)][: engine.most_asked]
    return held + [query for query in drawn if engine.name == OURS and not is_held_out(query.name)]


def _permissions() -> Counter[str]:
    """How many confidential provisions are asked for, shown to others, and not among the first of those who may read."""
    from tests.relevance import corpus, queries
    from tests.relevance.engines import Ours

    class Member:
        tokens = ("org:7",)

    class Stranger:
        tokens = ("org:8",)

    articles = corpus.articles()
    known = queries.known_items(articles, "az")
    asked = known[:: len(known) // SECRETS]
    source = corpus.Source(articles)
    source.secret = {key: "org:7" for query in asked for key in query.gains}
    engine = Ours()
    engine.index(source)
    found = Counter({"asked": len(asked)})
    for query in asked:
        for spoil in (str, queries.in_ascii, queries.with_a_typo):
            text = spoil(query.text)
            for other in (None, Stranger()):
                found["shown"] += not source.secret.keys().isdisjoint(engine.ask(text, other))
            missed = "missed with a slip" if spoil is queries.with_a_typo else "missed"
            found[missed] += not query.gains.keys() <= set(engine.ask(text, Member()))
    return found


def _print(scores: Scores, engines: list[Any], kept: Counter[str]) -> None:
    from tests.relevance.measures import is_held_out

    rows, targets = [], list[Target]()
    for name, by_engine in scores.items():
        ours = dict(by_engine[OURS])
        tuned = [ours.pop(query) for query in list(ours) if not is_held_out(query)]
        peers = [_peer(ours, dict(by_engine[engine.name])) for engine in engines if engine.name != OURS]
        rows.append([name, str(len(ours)), _mean(list(ours.values())), *peers, f"{fmean(tuned):.3f}"])
        if name in _GOALS:
            targets.append(at_least(f"nDCG@10, {name}", fmean(ours.values()), _GOALS[name]))
    targets.append(at_most("confidential provisions shown to others", kept["shown"], 0))
    targets.append(at_most("confidential provisions not found by their readers", kept["missed"], 0))
    names = [
        engine.name + (f" ({engine.most_asked} of them)" if engine.most_asked < ASKED else "")
        for engine in engines
    ]
    print_table("Relevance", ["nDCG@10, held out", "queries", *names, f"{OURS}, tuning half"], rows)
    print(
        f"\nWith a slip, {kept['missed with a slip']} of {kept['asked']} confidential provisions are not among the first hits."
    )
    print_targets(targets)


def _mean(scores: list[float]) -> str:
    from tests.relevance.measures import interval

    mean, low, high = interval(scores)
    return f"{mean:.3f} ({low:.3f}–{high:.3f})"


def _peer(ours: dict[str, float], theirs: dict[str, float]) -> str:
    """The mean of a peer. ≈ means that neither is surely better at the same queries, < that the peer is."""
    from tests.relevance.measures import interval

    _, least, most = interval([ours[query] - score for query, score in theirs.items()])
    sign = "" if least > 0 else " <" if most < 0 else " ≈"
    return _mean(list(theirs.values())) + sign


if __name__ == "__main__":
    run()
