"""Lists with very many matches: the pages are the same as if all were read, whatever the order, the filter and the reader."""

import random
from datetime import date

import pytest
from django.urls import reverse

from search.backends import broad, embedded, reading, sample
from search.backends.dialect import SCOPES
from search.backends.question import FACETS, Sort
from search.queries import results
from tests.search.asking import keys, search
from tests.search.conftest import Reader

pytestmark = [pytest.mark.django_db, pytest.mark.whole]

MEMBER = Reader("org:7")
READERS = [None, Reader("org:8"), MEMBER]
NOTES = 500
ORDERS = [{"sort": Sort.NEWEST}, {"sort": Sort.LAW}, {}]
DAYS = {"since", "until", "on"}  # are not looked at where matches are counted beforehand
CHOICES = [
    {},
    {"kind": "note"},
    {"status": "open"},
    {"status": "open", "institution": "Court"},
    {"instrument": "3-L"},
    {"year": "2020"},
    {"right": "home"},
    {"language": "en", "right": "life", "kind": "note"},
    {"instrument": "no such act"},
    {"since": date(2020, 2, 3)},
    {"since": date(2019, 12, 31), "until": date(2020, 3, 1), "status": "open"},
    {"until": date(1900, 1, 1)},
    {"on": date(2020, 3, 1)},
]


@pytest.fixture
def many(notebook):
    return filled(notebook)


def filled(notebook, *, secrets=True):
    """Notes with equal days, without day or act, and with a past or a coming wording; a third is for the members."""
    drawn = random.Random(7)  # noqa: S311 - the same each time
    for number in range(NOTES):
        day = drawn.choice(
            [None, date(2020, 2, 3), date(2018 + number % 4, 1 + number % 12, 1 + number % 28)]
        )
        fields = {
            "group": str(number),
            "instrument": drawn.choice(["", *(f"{act}-L" for act in range(12))]),
            "place": drawn.randrange(5),
            "institution": drawn.choice(["", "Court", "Bar"]),
            "rights": tuple(drawn.sample(["life", "home", "vote"], number % 3)),
            "valid_from": day,
        }
        wordings = [("now", True, day)]
        if number % 5 == 0:
            wordings.append(("before", False, drawn.choice([None, date(2017, 5, 6), date(2023, 5, 6)])))
        audience = ("org:7",) if number % 3 == 0 else ()
        for wording, is_current, dated in wordings:
            status = drawn.choice(["open", "closed"])
            if secrets or not audience:
                place = {
                    "id": f"{number}-{wording}",
                    "is_current": is_current,
                    "date": dated,
                    "status": status,
                }
                notebook.add(f"a permit {wording}", *audience, **fields, **place)
    notebook.index()
    for scope in SCOPES:
        embedded.dialect().settle(scope)
    return notebook


@pytest.fixture
def narrow(monkeypatch):
    """Let few matches be too many; while it is called nothing is."""

    def limit(*, is_on):
        for module in (reading, sample):
            monkeypatch.setattr(module, "FEW", 10 if is_on else 10**6)
        for module in (broad, sample, embedded):
            monkeypatch.setattr(module, "MOST", 60 if is_on else 10**6)
        for module in (broad, embedded):
            monkeypatch.setattr(module, "EXACT", 80 if is_on else 10**6)
        monkeypatch.setattr(broad, "ROOM", 25 if is_on else 10**6)

    return limit


def asked(text, choice, user, **more):
    return search(text, user, **choice, **more)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
@pytest.mark.parametrize("order", ORDERS[:2], ids=str)
def test_pages_in_order_of_time_and_law_are_exact(many, narrow, order, choice):
    for text in ("permit", "") if choice else ("permit",):
        for user in READERS:
            for page in (1, 2, 4):
                narrow(is_on=False)
                truth = asked(text, choice, user, page=page, **order)
                narrow(is_on=True)
                assert keys(asked(text, choice, user, page=page, **order)) == keys(truth), (text, page)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
@pytest.mark.parametrize("by_act", [False, True])
def test_totals_and_facets_are_exact_or_near_and_said_to_be_so(many, narrow, by_act, choice):
    for order in ORDERS:
        for user in READERS:
            narrow(is_on=False)
            truth = asked("permit", choice, user, by_act=by_act, **order).answer
            narrow(is_on=True)
            answer = asked("permit", choice, user, by_act=by_act, **order).answer
            if answer.is_exact:
                assert answer.total == truth.total
            assert answer.total == pytest.approx(truth.total, rel=0.7, abs=60)
            for facet in FACETS:
                assert set(answer.counted(facet)) <= set(truth.counted(facet)), facet
                if answer.is_exact and facet not in answer.about:
                    assert answer.facets.get(facet, ()) == truth.facets.get(facet, ())


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_the_acts_of_a_page_show_their_first_hits(many, narrow, monkeypatch, choice):
    for order in ORDERS:
        for user in READERS:
            narrow(is_on=False)
            truth = {act.number: act for act in asked("permit", choice, user, by_act=True, **order).acts}
            narrow(is_on=True)
            with monkeypatch.context() as patched:
                patched.setattr(results, "ACTS_ON_PAGE", 1)
                acts = asked("permit", choice, user, by_act=True, **order).acts
            if order == {"sort": Sort.LAW}:
                assert [act.number for act in acts] == list(truth)[:1]
            for act in acts:
                if act.number in truth and not choice.keys() & DAYS:
                    assert act == truth[act.number]


RARE = [f"{number}-R" for number in range(40)]  # acts of which a sample misses most


@pytest.fixture
def rare(notebook):
    for number, act in enumerate(RARE):
        secret = ("org:7",) if number % 3 == 0 else ()
        notebook.add(
            "a permit now", *secret, id=act, instrument=act, status="open", institution="Court" * (number % 2)
        )
    return filled(notebook)


@pytest.mark.parametrize(
    "choice", [{}, *CHOICES[1:4], {"instrument": "4-R"}, {"on": date(2020, 3, 1)}], ids=str
)
@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_every_act_stands_on_one_page(rare, narrow, monkeypatch, order, choice):
    for user in READERS:
        narrow(is_on=False)
        monkeypatch.setattr(results, "ACTS_ON_PAGE", 1000)
        truth = asked("permit", choice, user, by_act=True, **order)
        narrow(is_on=True)
        monkeypatch.setattr(results, "ACTS_ON_PAGE", 7)
        first = asked("permit", choice, user, by_act=True, **order)
        pages = [
            asked("permit", choice, user, by_act=True, page=1 + at, **order) for at in range(first.pages)
        ]
        acts = [act.number for page in pages for act in page.acts]
        assert first.answer.acts == len(acts) == len(truth.acts)
        assert sorted(acts) == sorted(act.number for act in truth.acts)
        assert order != {"sort": Sort.LAW} or acts == [act.number for act in truth.acts]


def test_acts_beside_the_sample_are_looked_for_at_once(rare, narrow, django_assert_max_num_queries):
    narrow(is_on=True)
    for order in ORDERS:
        with django_assert_max_num_queries(30):
            assert asked("permit", {}, MEMBER, by_act=True, **order).answer.acts == len(RARE) + 13


@pytest.mark.parametrize("choice", [{}, *CHOICES], ids=str)
def test_what_is_hidden_changes_nothing(many, narrow, choice):
    narrow(is_on=True)
    orders = [*ORDERS, {"by_act": True}, {"by_act": True, "sort": Sort.LAW}]
    with_secrets = [asked("permit", choice, Reader("org:8"), **order).answer for order in orders]
    many.rows.clear()
    filled(many, secrets=False)
    from search import indexing

    indexing.rebuild(many, lambda done: None)
    indexing.settle()
    assert [asked("permit", choice, Reader("org:8"), **order).answer for order in orders] == with_secrets


def test_a_filter_that_nothing_fits_is_answered_without_a_look_at_the_entries(
    many, narrow, django_assert_max_num_queries
):
    narrow(is_on=True)
    with django_assert_max_num_queries(12):
        answer = search("in:nothing", None).answer
    assert (answer.total, answer.hits, answer.is_exact) == (0, (), True)
    assert answer.counted("kind") == {}
    assert "instrument" in answer.about
    assert answer.counted("instrument").keys() <= {f"{act}-L" for act in range(12)}
    assert answer.facets["instrument"]


def test_a_page_says_which_numbers_are_estimates(many, narrow, client):
    narrow(is_on=True)
    address = reverse("search:search")
    page = client.get(address, {"q": "permit", "instrument": "3-L", "status": "open"}).content.decode()
    assert "≈" in page
    assert "estimates" not in page
    assert "estimates" in client.get(address, {"q": "permit", "kind": "note"}).content.decode()
