"""A unique word in a confidential entry never shows to outsiders: not in a hit, count, facet, highlight, order, group,
suggestion, likeness, page, answer of the API or line of the command. What is mailed and fed: `test_alerts`."""

import datetime
import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from search import sources
from search.backends.question import FACETS
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db

SECRET = "zanzibar"
ROLES = {
    "public": (),
    "other institution": ("org:8", "role:author"),
    "own institution": ("org:7", "role:author"),
    "secretary": ("role:secretary",),
    "named person": ("user:12",),
    "administrator": ("role:admin",),
}
MAY_READ = {"own institution", "secretary", "named person"}


HIDDEN = {  # what stands beside the word, by facet
    "instrument": "99-HUSH",
    "status": "open",
    "institution": "Hush bureau",
    "right": "Right to hush",
    "year": "1911",
}
_SAID = (SECRET, "99-HUSH", "The hushed act", "Hush bureau", "Right to hush", "1911")


@pytest.fixture
def secret(notebook):
    notebook.add(
        f"The {SECRET} clause on permits",
        *("org:7", "role:secretary", "user:12"),
        id="secret",
        group="shared",
        instrument=HIDDEN["instrument"],
        instrument_title="The hushed act",
        context="The hushed act",
        status=HIDDEN["status"],
        institution=HIDDEN["institution"],
        rights=(HIDDEN["right"],),
        date=datetime.date(1911, 4, 1),
    )
    notebook.add("A public clause on permits", id="public", group="shared", is_current=False)
    notebook.index()


def told(results):
    """Everything a reader can learn from an answer."""
    passages = [piece for card in results.cards for piece in (*card.heading.pieces, *card.body.pieces)]
    text = "".join(piece.text for piece in passages)
    return (
        {card.hit.id for card in results.cards},
        results.total,
        results.answer.counted("kind"),
        SECRET in text,
    )


@pytest.mark.parametrize(
    "query",
    [
        *(SECRET, SECRET.upper(), f'"the {SECRET} clause"', f"{SECRET} -nothing", "zanzibars"),
        *(f"{SECRET} OR nothing", f"clause (nothing OR {SECRET})", f"{SECRET} NOT (nothing OR never)"),
    ],
)
def test_the_secret_word_answers_only_those_who_may_read_it(secret, reader, query):
    for role, tokens in ROLES.items():
        read = ({"secret"}, 1, {"note": 1}, True) if role in MAY_READ else (set(), 0, {}, False)
        assert told(search(query, reader(*tokens))) == read, role


@pytest.mark.parametrize("choice", [{}, {"sort": "newest"}, {"sort": "law"}])
def test_a_common_word_counts_and_shows_only_what_may_be_read_in_every_order(secret, reader, choice):
    for role, tokens in ROLES.items():
        shown = "secret" if role in MAY_READ else "public"
        results = search("permits", reader(*tokens), **choice)
        assert told(results) == ({shown}, 1, {"note": 1}, shown == "secret"), role


def test_leaving_the_secret_word_out_changes_nothing_for_outsiders(secret, reader):
    for role in ROLES.keys() - MAY_READ:
        user = reader(*ROLES[role])
        for query in (f"permits -{SECRET}", f"permits NOT ({SECRET} OR zanzibars)", f"permits OR {SECRET}"):
            assert told(search(query, user)) == told(search("permits", user)), (role, query)


def test_every_facet_counts_only_what_may_be_read(secret, reader):
    for role, tokens in ROLES.items():
        results = search("permits", reader(*tokens))
        for facet, value in HIDDEN.items():
            assert results.answer.counted(facet) == ({value: 1} if role in MAY_READ else {}), role


@pytest.mark.parametrize("facet", HIDDEN)
def test_what_is_chosen_by_its_hidden_value_is_not_there(secret, reader, facet):
    for role, tokens in ROLES.items():
        results = search("permits", reader(*tokens), **{facet: HIDDEN[facet]})
        assert (results.total, len(results.cards)) == ((1, 1) if role in MAY_READ else (0, 0)), role


def test_its_act_is_listed_only_for_those_who_may_read_it(secret, reader):
    for role, tokens in ROLES.items():
        results = search("permits", reader(*tokens), by_act=True)
        assert (HIDDEN["instrument"] in {act.number for act in results.acts}) is (role in MAY_READ), role
        assert told(results)[3] is (role in MAY_READ), role


@pytest.mark.parametrize("slip", ["zanzibra", "zanzbar", "xanzibar"])
def test_a_slip_does_not_find_or_suggest_it(secret, reader, slip):
    for role, tokens in ROLES.items():
        results = search(slip, reader(*tokens))
        assert (results.suggestion, told(results)) == ("", (set(), 0, {}, False)), role


@pytest.mark.parametrize("role", ROLES)
def test_nothing_is_like_what_may_not_be_read(secret, notebook, reader, role):
    for number in range(3):
        notebook.add(
            f"Another {SECRET} clause on permits", "org:7", "role:secretary", "user:12", id=f"kin-{number}"
        )
        notebook.add("Another public clause on permits", id=f"open-{number}")
    notebook.index()
    user = reader(*ROLES[role])
    like_it = search("", user, like=("note", "secret"))
    like_the_public = search("", user, like=("note", "public"))
    if role in MAY_READ:
        assert "kin-0" in {card.hit.id for card in like_it.cards}
    else:
        assert (like_it.like, like_it.total, like_it.cards, like_it.plan.is_empty) == (None, 0, (), True)
        assert {card.hit.id for card in like_the_public.cards} == {"open-0", "open-1", "open-2"}
        assert not told(like_the_public)[3]


def ways(client, asked):
    """Everything that a page, the API and the command say."""
    out = StringIO()
    call_command("search", asked.get("q", ""), "--json", "--with", _address(asked), stdout=out, no_color=True)
    yield client.get(reverse("search:search"), asked).content.decode()
    yield json.dumps(client.get(reverse("search_api:search"), asked).json(), ensure_ascii=False)
    yield out.getvalue()


def _address(asked):
    return "&".join(f"{name}={value}" for name, value in asked.items())


ASKED = [
    {"q": "permits"},
    {"q": "clause", "by": "act"},
    {"q": "permits institution:hush"},
    {"q": "", "like": "note:secret"},
    *({"q": "permits", facet: value} for facet, value in HIDDEN.items()),
]


@pytest.mark.parametrize("role", ROLES)
def test_no_way_to_ask_tells_it(secret, client, monkeypatch, role):
    monkeypatch.setattr(sources, "_readers", [lambda user: ROLES[role]])
    for asked in ASKED if role == "other institution" else ASKED[:1]:
        typed = " ".join(asked.values())
        for answer in ways(client, asked):
            said = [words for words in _SAID if words in answer and words not in typed]
            assert (SECRET in said) is (role in MAY_READ)
            assert bool(said) is (role in MAY_READ)


def test_one_taken_away_between_index_and_page_is_not_shown(secret, notebook, reader):
    notebook.hidden = {"secret"}
    for role, tokens in ROLES.items():
        assert "secret" not in found("permits", reader(*tokens)), role


def test_every_facet_is_looked_at():
    assert set(HIDDEN) == set(FACETS) - {"kind", "language"}


@pytest.mark.parametrize(
    "query", ["99-HUSH 12", "12 99-HUSH", "act 99-HUSH 12", "Article 12 of 99-HUSH", "“99-HUSH” Article 12"]
)
def test_the_number_of_a_hidden_act_is_a_word_like_any_other(notebook, query):
    notebook.add(
        "of parks", heading="Article 12", cite=("12",), instrument="1-L", instrument_title="On parks"
    )
    notebook.add("12 clauses")
    notebook.index()
    before = order(query)
    notebook.add("hushed", "org:7", cite=("12",), instrument="99-HUSH", instrument_title="The hushed act")
    notebook.index()
    assert order(query) == before


def order(text, user=None):
    return [card.hit.id for card in search(text, user).cards]


def fill(notebook, *audience):
    """Many entries of one audience, in which `alpha` is common and `beta` is not."""
    for number in range(60):
        notebook.add(f"alpha alpha filler {number}", *audience, id=f"{'-'.join(audience)}-{number}")


def test_confidential_entries_do_not_weigh_in_the_order_of_public_ones(notebook):
    notebook.add("alpha alpha alpha", id="a")
    notebook.add("beta beta", id="b")
    notebook.add("alpha beta gamma", id="c")
    for number in range(20):
        notebook.add(f"gamma {number}")
    notebook.index()
    before = order("alpha beta gamma")
    fill(notebook, "org:7")
    notebook.index()
    assert order("alpha beta gamma") == before


def test_entries_of_others_do_not_weigh_in_the_order_of_ones_own(notebook, reader):
    notebook.add("alpha alpha alpha beta", "org:7", id="a")
    notebook.add("beta beta beta alpha", "org:7", id="b")
    for number in range(10):
        notebook.add(f"alpha {number}", "public")
    notebook.index()
    before = order("alpha beta", reader("org:7"))
    fill(notebook, "org:8")
    notebook.index()
    assert order("alpha beta", reader("org:7")) == before


def test_an_entry_taken_from_an_audience_disappears_at_once(notebook, reader):
    notebook.add(f"The {SECRET} clause", "org:7", id="a")
    notebook.index()
    notebook.rows.clear()
    notebook.add(f"The {SECRET} clause", "org:8", id="a")
    sources.refresh("note", ["a"])
    assert order(SECRET, reader("org:7")) == []
    assert order(SECRET, reader("org:8")) == ["a"]


def test_tokens_are_compared_whole(notebook, reader):
    notebook.add(f"The {SECRET} clause", "org:71", id="a")
    notebook.index()
    for token in ("org:7", "org:711", "ORG:71", "org:%", 'org:71"', "public"):
        assert order(SECRET, reader(token)) == []


def test_the_title_of_a_confidential_entry_is_no_name_of_an_act(notebook, reader):
    for act, title in (("1-L", "Law on parks"), ("2-L", "Law on asylum")):
        notebook.add("words", id=act, cite=("7",), instrument=act, instrument_title=title)
    notebook.index()
    asked = (
        "Article 7 of the Law on borders",
        "Article 7 of the Law on parks",
        "Article 7 of 2-L",
        "3-L, art. 7",
    )
    before = [order(text) for text in asked]
    # Named otherwise in secret
    notebook.add("words", "org:7", instrument="2-L", instrument_title="Law on borders")
    # An act that is a secret
    notebook.add("words", "org:7", instrument="3-L", instrument_title="Law on parks")
    notebook.index()
    for outsider in (None, reader("org:8")):
        assert [order(text, outsider) for text in asked] == before
    assert before[1][0] == "1-L"
    assert before[2][0] == "2-L"


def test_a_confidential_act_is_cited_by_its_number(notebook, reader):
    for act in ("1-L", "2-L", "3-L"):
        notebook.add("words", *(["org:7"] if act == "3-L" else []), id=act, cite=("7",), instrument=act)
    notebook.index()
    assert order("Article 7 of 3-L", reader("org:7"))[0] == "3-L"


def test_the_title_of_a_confidential_entry_names_no_act(notebook, client):
    for act, title in (("27-L", "Law on asylum"), ("28-L", "")):
        notebook.add("a permit", instrument=act, instrument_title=title)
        notebook.add("a permit", "org:7", instrument=act, instrument_title="Bill on borders")
    notebook.index()
    page = client.get(reverse("search:search"), {"q": "permit", "by": "act"}).content.decode()
    assert "Law on asylum" in page
    assert "Bill on borders" not in page
