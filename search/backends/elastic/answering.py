"""Turns the answer of a server into the values of `search.backends.question`."""

from collections.abc import Iterable
from typing import Any

from search.backends.elastic.asking import BEST, CURRENT
from search.backends.elastic.wording import CITED
from search.backends.question import FACETS, Answer, Count, Hit
from search.sources import rank_of

_EXACT = 1_000  # the server counts groups exactly up to this number of hits


def answer(page: Any, acts: Iterable[tuple[str, Any]] | None = None) -> Answer:
    """The page of a question; `acts` are the answers for each act on it, where hits are grouped by act."""
    total = page.aggregations.total
    hits = _hits(page) if acts is None else [hit for _, found in acts for hit in _hits_of_act(found)]
    facets = {facet: _counts(page.aggregations[facet]) for facet in FACETS}
    is_whole = not any(page.aggregations[facet]["values"].sum_other_doc_count for facet in FACETS)
    return Answer(
        hits=tuple(hits),
        total=total.hits.value,
        acts=total.acts.value if acts is not None else 0,
        is_exact=total.hits.value <= _EXACT and is_whole,
        facets=facets,
    )


def acts_of(page: Any) -> list[str]:
    """The acts on a page, "" for what is in none."""
    fields = [hit.fields.to_dict() for hit in page.hits.hits]
    return [next(iter(named.get("instrument", ())), None) or "" for named in fields]


def _hits_of_act(found: Any) -> list[Hit]:
    number = found.aggregations.total.hits.value
    return [Hit(hit.source, hit.id, number) for hit in _hits(found)]


def _hits(page: Any) -> list[Hit]:
    return [_spoken_for(hit) for hit in page.hits.hits]


def _spoken_for(hit: Any) -> Hit:
    """The entry that represents its group: the current one comes first."""
    first, *others = hit.inner_hits[CURRENT].hits.hits
    speaker = first if first.fields.is_current[0] else min((first, *others), key=_rank)
    if BEST in hit.inner_hits:
        best = hit.inner_hits[BEST].hits.hits[0]
        speaker = best if best._score >= CITED else speaker
    return Hit(speaker.fields.source[0], speaker.fields.key[0])


def _rank(hit: Any) -> int:
    fields = hit.fields.to_dict()
    return rank_of(*fields["source"], *fields.get("status", [""]))


def _counts(facet: Any) -> tuple[Count, ...]:
    counts = [Count(str(bucket["key"]), bucket.hits.value) for bucket in facet["values"].buckets]
    return tuple(sorted(counts, key=lambda count: (-count.number, count.value)))
