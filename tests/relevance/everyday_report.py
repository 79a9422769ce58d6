"""Needs in people's own words: `python -m tests.relevance.everyday_report`; a part of the report on relevance.

`python -m tests.search.nodes python -m tests.relevance.everyday_report` measures the search servers too, and MADDA_DATABASE_URL
names a PostgreSQL server for the embedded engine. With `tuning` it prints the half that the ranking may be tuned on, with the name of a file of needs those of the file.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.tables import print_table

_OURS = "Madda"


def run(which: str = "") -> None:
    """Print the nDCG@10 of each language and of all, and by how much ours differs from the better of the plain ones."""
    start_django()
    from tests.benchmarks.search_site import own_registry, scratch_database

    with scratch_database(), own_registry():
        report(which)


def report(which: str = "") -> None:
    """The table, within a site."""
    from tests.relevance import everyday
    from tests.relevance.engines import Ours, bm25
    from tests.relevance.measures import interval, is_held_out, ndcg

    is_tuning = which == "tuning"
    needs = [need for need in everyday.needs() if is_held_out(need.name) is not is_tuning]
    if which and not is_tuning:
        needs = everyday.needs(which)
    source, scores, wrong = everyday.source(), dict[str, dict[str, float]](), 0
    ours = Ours()
    for engine in (ours, *bm25()):
        engine.index(source)
        scores[engine.name] = {need.name: ndcg(engine.ask(need.text), need.gains) for need in needs}
        if engine is ours:
            wrong = sum(bool(_suggestion(need.text)) for need in everyday.needs())
            with _without_synonyms():
                scores["without synonyms"] = {
                    need.name: ndcg(ours.ask(need.text), need.gains) for need in needs
                }
        for name, found in _on_servers(ours, needs) if engine is ours else ():
            scores[name] = found
    rows = []
    for language in (*everyday.LANGUAGES, "all"):
        names = [need.name for need in needs if language in (need.language, "all")]
        if not names:
            continue
        columns = [interval([found[name] for name in names]) for found in scores.values()]
        better = max(
            (engine.name for engine in bm25()), key=lambda name: sum(scores[name][need] for need in names)
        )
        gain = interval([scores[_OURS][name] - scores[better][name] for name in names])
        cells = [f"{mean:.3f} ({low:.3f}–{high:.3f})" for mean, low, high in columns]
        rows.append([language, str(len(names)), *cells, f"{gain[0]:+.3f} ({gain[1]:+.3f} to {gain[2]:+.3f})"])
    half = {"": "held out", "tuning": "tuning half"}.get(which, which)
    print_table(
        "Everyday needs", [f"nDCG@10, {half}", "needs", *scores, "against the better of the plain"], rows
    )
    print(f"\nOf {len(everyday.needs())} needs, none of them misspelled, {wrong} got a suggestion.")


def _on_servers(ours: Any, needs: Sequence[Any]) -> Iterator[tuple[str, dict[str, float]]]:
    """The same needs on each server that MADDA_TEST_NODES tells of; none may have been answered for a server that was down."""
    from search.queries import search
    from search.request import Request
    from tests.relevance.engines import searching_on
    from tests.relevance.measures import ndcg
    from tests.search.nodes.node import load
    from tests.search.nodes.running import VARIABLE

    if described := os.environ.get(VARIABLE):
        for node in load(Path(described)):
            with searching_on(node):
                assert not any(search(Request(text=need.text), None).is_fallback for need in needs[:5])
                yield (
                    f"{_OURS}, {node.engine}",
                    {need.name: ndcg(ours.ask(need.text), need.gains) for need in needs},
                )


def _suggestion(text: str) -> str:
    from search.queries import search
    from search.request import Request

    return search(Request(text=text), None).suggestion


@contextmanager
def _without_synonyms() -> Iterator[Any]:
    from search import sources

    kept = sources._lists[:]
    sources._lists.clear()
    sources.synonyms.cache_clear()
    try:
        yield
    finally:
        sources._lists.extend(kept)
        sources.synonyms.cache_clear()


if __name__ == "__main__":
    run(*sys.argv[1:])
