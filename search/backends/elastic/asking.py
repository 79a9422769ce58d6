"""Turns a question into searches. The audience is a part of each query, so hits, totals and facets contain nothing else."""

from collections.abc import Iterable, Mapping
from typing import Any

from elasticsearch.dsl import A, Q, Search

from search.backends.elastic.wording import FIELDS, Weigh, alike, loose_query, query
from search.backends.question import FACETS, HITS_OF_ACT, Question, Sort
from search.models import ConfidentialEntry, IndexedEntry, PublicEntry
from search.sources import PUBLIC

_MOST_VALUES = 1_000  # of a facet
_PRECISE = 40_000  # hits that the server counts exactly: the most that it offers
_PRECISE_FACET = 3_000
_LAST = {"missing": "_last"}
_TIE: list[Any] = ["source", "key"]
_ORDERS: Mapping[Sort, list[Any]] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {"place": {"order": "asc", **_LAST}}, *_TIE],
    Sort.NEWEST: [{"day": {"order": "desc", **_LAST}}, *_TIE],
    Sort.LAW: [{"law_order": {"order": "asc", **_LAST}}, {"place": {"order": "asc", **_LAST}}, *_TIE],
}
_BEST: list[Any] = [{"_score": "desc"}, *_TIE]
CURRENT, BEST = "current", "best"
_MOST_SPEAKERS = 20  # entries of a group, one of which is shown


def page(question: Question, index: list[str], weigh: Weigh) -> Any:
    """The page that was asked for, with totals and facets."""
    search = _matching(question, index, weigh).extra(from_=question.offset, size=question.limit)
    chosen = _chosen(question, question.chosen)
    search.aggs.bucket("total", "filter", filter=chosen).metric("hits", _hits(_PRECISE))
    for facet in FACETS:
        others = _chosen(question, [other for other in question.chosen if other != facet])
        field = FIELDS.get(facet, facet)
        values = A("terms", field=field, size=_MOST_VALUES, aggs={"hits": _hits(_PRECISE_FACET)})
        search.aggs.bucket(facet, "filter", filter=others).bucket("values", values)
    if not question.by_act:
        return _grouped(search, question)
    acts = A("cardinality", field="instrument", missing="", precision_threshold=_PRECISE)
    search.aggs["total"].metric("acts", acts)
    return search.extra(collapse={"field": "instrument"})


def of_act(question: Question, index: list[str], weigh: Weigh, act: str) -> Any:
    """The first hits of one act, and how many it has; `act` is "" for what is in none."""
    search = _matching(question, index, weigh).extra(from_=0, size=HITS_OF_ACT)
    within = Q("term", instrument=act) if act else ~Q("exists", field="instrument")
    search = search.filter(within)
    chosen = _chosen(question, question.chosen)
    search.aggs.bucket("total", "filter", filter=chosen).metric("hits", _hits(_PRECISE))
    return _grouped(search, question)


def _matching(question: Question, index: list[str], weigh: Weigh) -> Any:
    """Entries that the reader may read and that match the plan. A choice in a facet narrows the hits, not the counts."""

    def asked(weigh: Weigh) -> Any:
        return loose_query(question) if question.likeness else query(question.plan, weigh)

    readings = [Q("bool", filter=[Q("term", audience=PUBLIC)], must=[asked(alike)])]
    if question.private_tokens:
        readable = Q("terms", audience=question.private_tokens)
        readings.append(Q("bool", filter=[readable], must=[asked(weigh)]))
    main = Q("bool", should=readings, minimum_should_match=1, filter=list(_within(question)))
    search = Search(index=index).query(main).source(False).params(allow_partial_search_results=False)
    search = search.extra(
        track_total_hits=False, docvalue_fields=["source", "key"], sort=_ORDERS[question.sort]
    )
    if question.chosen:
        search = search.post_filter(_chosen(question, question.chosen))
    return search


def _within(question: Question) -> Iterable[Any]:
    yield Q("terms", source=list(question.sources))
    if question.on:
        yield Q("range", valid_from={"lte": question.on.isoformat()})
        yield ~Q("range", valid_to={"lte": question.on.isoformat()})
    if question.since:
        yield Q("range", day={"gte": question.since.toordinal()})
    if question.until:
        yield Q("range", day={"lte": question.until.toordinal()})
    if question.only is not None:
        yield Q("terms", object=[f"{source}:{row}" for source, row in question.only])
    if question.without:
        yield ~Q("term", group=_group_of(*question.without))


def _chosen(question: Question, facets: Iterable[str]) -> Any:
    wanted = [Q("terms", **{FIELDS.get(facet, facet): sorted(question.chosen[facet])}) for facet in facets]
    return Q("bool", filter=wanted)


def _grouped(search: Any, question: Question) -> Any:
    """Entries of one group become one hit. The current entry or the cited entry represents the group."""
    speakers = [_speaker(CURRENT, [{"is_current": "desc"}, *_BEST], _MOST_SPEAKERS)]
    if question.plan.citations:
        speakers.append(_speaker(BEST, _BEST, 1))
    return search.extra(collapse={"field": "group", "inner_hits": speakers})


def _speaker(name: str, sort: list[Any], size: int) -> dict[str, Any]:
    fields = ["source", "key", "status", "is_current"]
    return {"name": name, "size": size, "sort": sort, "_source": False, "docvalue_fields": fields}


def _group_of(source: str, key: str) -> int:
    """The group of an entry, 0 (which is none's) where there is no such entry."""
    models: tuple[type[IndexedEntry], ...] = (PublicEntry, ConfidentialEntry)
    rows = (model._default_manager.filter(source=source, key=key) for model in models)
    codes = (row.values_list("group_code", flat=True).first() for row in rows)
    return next((code for code in codes if code), 0)


def _hits(precision: int) -> Any:
    return A("cardinality", field="group", precision_threshold=precision)
