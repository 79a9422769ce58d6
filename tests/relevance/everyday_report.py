"""Needs in people's own words: `python -m tests.relevance.everyday_report`; a part of the report on relevance.

`python -m tests.search.nodes python -m tests.relevance.everyday_report` measures the search servers too, and MADDA_DATABASE_URL
names a PostgreSQL server for the embedded engine. It prints the half that is held out; named, one after the other, `"held out"`,
`tuning`, which is the half that the ranking may be tuned on, and files of needs, such as `blind2.txt`.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.tables import print_table

_OURS = "Madda"
_HELD_OUT, _TUNING = "held out", "tuning"


def run(*sets: str) -> None:
    """Print the nDCG@10 of each language and of all, and by how much ours differs from the better of the plain ones."""
    start_django()
    from tests.benchmarks.search_site import own_registry, scratch_database

    with scratch_database(), own_registry():
        report(*sets)


def report(*sets: str) -> None:
    """A table for each set, within a site."""
    from tests.relevance import everyday
    from tests.relevance.engines import Ours, bm25
    from tests.relevance.measures import ndcg

    asked = {which: _needs(which) for which in sets or (_HELD_OUT,)}
    needs = [need for part in asked.values() for need in part]
    source, scores, wrong = everyday.source(), dict[str, dict[str, float]](), 0
    ours, plain = Ours(), bm25()
    for engine in (ours, *plain):
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
    for which, part in asked.items():
        _print(which, part, scores, [engine.name for engine in plain])
    print(f"\nOf {len(everyday.needs())} needs, none of them misspelled, {wrong} got a suggestion.")


def _needs(which: str) -> list[Any]:
    from tests.relevance import everyday
    from tests.relevance.measures import is_held_out

    if which not in (_HELD_OUT, _TUNING):
        return everyday.needs(which)
    return [need for need in everyday.needs() if is_held_out(need.name) is (which == _HELD_OUT)]


def _print(
    which: str, needs: Sequence[Any], scores: Mapping[str, Mapping[str, float]], plain: Sequence[str]
) -> None:
    from tests.relevance import everyday
    from tests.relevance.measures import interval

    rows = []
    for language in (*everyday.LANGUAGES, "all"):
        names = [need.name for need in needs if language in (need.language, "all")]
        if not names:
            continue
        columns = [interval([found[name] for name in names]) for found in scores.values()]
        better = max(plain, key=lambda name: sum(scores[name][need] for need in names))
        gain = interval([scores[_OURS][name] - scores[better][name] for name in names])
        cells = [f"{mean:.3f} ({low:.3f}–{high:.3f})" for mean, low, high in columns]
        rows.append([language, str(len(names)), *cells, f"{gain[0]:+.3f} ({gain[1]:+.3f} to {gain[2]:+.3f})"])
    print_table(f"Needs, {which}", ["nDCG@10", "needs", *scores, "against the better of the plain"], rows)


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
