"""A source that is for some readers: others meet no tab, hit, count or likeness of it, whatever audiences its entries have."""

import pytest

from search import sources
from search.queries.plain import plain
from tests.search.asking import search

pytestmark = pytest.mark.django_db

SECRET = "zanzibar"


@pytest.fixture
def guarded(notebook):
    """A source for the office alone: one entry on what everybody reads, one on what institution 7 reads."""
    kept = type(notebook)("memo")
    sources.register(kept, only_for="role:office")
    notebook.add("A clause on permits", id="clause")
    kept.add("A zanzibar memo on permits", id="of-all", rights=("Right to hush",))
    kept.add("A zanzibar memo on permits", "org:7", id="of-seven", rights=("Right to hush",))
    notebook.index()
    kept.index()


def test_a_source_for_some_readers_has_no_tab_hit_count_or_filter_for_others(guarded, reader):
    for tokens in ((), ("org:7",), ("org:7", "role:secretary")):
        for query in ("permits", "permits kind:memo", SECRET, "zanzibra"):
            results = search(query, reader(*tokens))
            assert {choice["value"] for choice in plain(results)["facets"]["kind"]} == {"note"}
            assert {card.hit.source for card in results.cards} <= {"note"}
            assert results.answer.counted("right") == {}
            assert results.suggestion == ""
        assert search("permits", reader(*tokens), kind="memo").total == 1  # no kind of theirs: not narrowed
        assert search("", reader(*tokens), like=("memo", "of-all")).like is None


def test_who_has_its_token_finds_and_counts_what_else_they_may_read(guarded, reader):
    for tokens, read in ((("role:office",), {"of-all"}), (("role:office", "org:7"), {"of-all", "of-seven"})):
        results = search(SECRET, reader(*tokens))
        assert {card.hit.id for card in results.cards} == read
        assert results.answer.counted("right") == {"Right to hush": len(read)}
        kinds = {choice["value"]: choice["count"] for choice in plain(results)["facets"]["kind"]}
        assert kinds == {"memo": len(read), "note": 0}
        assert search("permits kind:memo", reader(*tokens)).total == len(read)
