"""Questions with very many matches are answered from a share of the index."""

import pytest

from search.backends import broad as broad_questions, embedded, reading, sample
from search.backends.dialect import SCOPES
from tests.search.asking import found, search
from tests.search.conftest import Reader

pytestmark = pytest.mark.whole
MANY = 600
STATUSES = ("open", "closed")


@pytest.fixture(autouse=True)
def _small_limits(monkeypatch):
    for module in (reading, sample):
        monkeypatch.setattr(module, "FEW", 50)
    for module in (broad_questions, embedded, sample):
        monkeypatch.setattr(module, "MOST", 200)


@pytest.fixture
def broad(notebook, db):
    """Six hundred notes, half of them open, each in two wordings."""
    for number in range(MANY):
        for wording, is_current in (("old", False), ("new", True)):
            notebook.add(
                f"a permit in {wording} words",
                id=f"{number}-{wording}",
                group=str(number),
                is_current=is_current,
                status=STATUSES[number % 2],
                instrument=f"{number % 3}-L",
            )
    index(notebook)
    return notebook


def index(notebook):
    """Index, and let the database count its terms, by which PostgreSQL expects matches."""
    notebook.index()
    for scope in SCOPES:
        embedded.dialect().settle(scope)


def test_totals_and_facets_are_estimates_near_the_truth(broad):
    answer = search("permit").answer
    assert not answer.is_exact
    assert MANY * 0.5 < answer.total < MANY * 1.5
    assert set(answer.counted("status")) == set(STATUSES)
    assert sum(answer.counted("status").values()) == pytest.approx(answer.total, rel=0.01)
    assert answer.counted("kind")["note"] == answer.total


def test_the_wordings_of_one_provision_stay_together(broad):
    pages = [found("permit", page=page) for page in (1, 2, 3)]
    assert all(key.endswith("new") for page in pages for key in page)
    assert len({key for page in pages for key in page}) == sum(map(len, pages)) == 60


def test_what_is_named_or_has_the_words_in_its_heading_is_always_found(broad):
    headed = [
        broad.add("a permit of some kind", heading=f"Permit {number}", id=f"headed{number}").id
        for number in range(15)
    ]
    cited = broad.add("another permit", cite=("7.1",), id="cited").id
    index(broad)
    assert set(headed) <= set(found("permit"))
    first = search("Article 7.1 permit")
    assert first.is_about
    assert first.cards[0].hit.id == cited


def test_the_cited_provision_of_the_named_act_is_first_in_a_sample_too(broad):
    for act, title in enumerate(["Parks", "Ports", "Words of permits", "Bread"]):
        named = {"instrument": f"{act}-L", "instrument_title": title}
        broad.add("permit permit", cite=("7.1",), id=f"cited{act}", **named)
    index(broad)
    results = search("Article 7.1 of the words of permits")
    assert results.is_about
    assert results.cards[0].hit.id == "cited2"


def test_where_too_many_match_in_their_heading_no_more_is_looked_at_either(broad, monkeypatch):
    for number in range(MANY):
        broad.add("words", heading=f"Permit {number}", id=f"headed{number}")
    index(broad)
    looked_at, rows_of = [], reading.Rows
    monkeypatch.setattr(
        reading, "Rows", lambda rows, *others: looked_at.append(rows) or rows_of(rows, *others)
    )
    assert len(found("permit")) == 20
    assert len(looked_at[0]) < MANY


@pytest.mark.parametrize("choice", [{"status": "open"}, {"sort": "newest"}, {"by_act": True}], ids=str)
def test_what_is_narrowed_sorted_or_grouped_is_exact(broad, choice):
    results = search("permit", None, **choice)
    assert results.answer.is_exact
    assert results.answer.total == (MANY / 2 if "status" in choice else MANY)


def test_many_words_are_sampled_too(broad):
    results = search("a permit in new words of wording")
    assert not results.answer.is_exact
    assert len(results.cards) == 20


def test_confidential_matches_change_nothing_for_those_who_may_not_read_them(notebook, db):
    for number in range(100):
        notebook.add("a permit", id=f"public{number}")
    for number in range(500):
        notebook.add("a permit", "org:7", id=f"secret{number}")
    index(notebook)
    for outsider in (None, Reader("org:8")):
        answer = search("permit", outsider).answer
        assert (answer.total, answer.is_exact) == (100, True)
    member = search("permit", Reader("org:7")).answer
    assert not member.is_exact
    assert 300 < member.total < 900


@pytest.mark.parametrize(
    ("query", "often", "rarely"),
    [
        ('"entry permit"', ("a permit for the entry",), "an entry permit"),
        ("permit -entry", ("a permit for the entry", "words"), "a permit"),
        ("permit visa", ("a permit", "a visa"), "a permit or visa"),
    ],
    ids=["phrase", "exclusion", "never together"],
)
def test_a_few_matches_of_frequent_words_are_all_found(notebook, db, query, often, rarely):
    for number in range(MANY * 2):
        notebook.add(often[number % len(often)])
    few = {notebook.add(rarely).id for _ in range(3)}
    index(notebook)
    results = search(query)
    assert {card.hit.id for card in results.full} == few
    assert (results.total, results.is_about) == (3, False)


def test_every_page_that_is_offered_has_hits(notebook, db):
    for number in range(300):
        for wording in range(3):
            notebook.add("a permit", id=f"{number}-{wording}", group=str(number), is_current=wording == 2)
    index(notebook)
    pages = search("permit").pages
    seen = [found("permit", page=page) for page in range(1, pages + 1)]
    assert pages > 1
    assert all(seen)
    assert len({key for page in seen for key in page}) == sum(map(len, seen))
