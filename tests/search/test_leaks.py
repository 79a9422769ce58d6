"""A unique word in a confidential entry tells outsiders nothing: no hit, count, highlight, order or group."""

import pytest

from search import sources
from tests.search.asking import search

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


@pytest.fixture
def secret(notebook):
    notebook.add(
        f"The {SECRET} clause on permits", "org:7", "role:secretary", "user:12", id="secret", group="shared"
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
    "query", [SECRET, SECRET.upper(), f'"the {SECRET} clause"', f"{SECRET} -nothing", "zanzibars"]
)
@pytest.mark.parametrize("role", ROLES)
def test_the_secret_word_answers_only_those_who_may_read_it(secret, reader, role, query):
    results = search(query, reader(*ROLES[role]))
    if role in MAY_READ:
        assert told(results) == ({"secret"}, 1, {"note": 1}, True)
    else:
        assert told(results) == (set(), 0, {}, False)


@pytest.mark.parametrize("role", ROLES)
def test_a_common_word_counts_and_shows_only_what_may_be_read(secret, reader, role):
    results = search("permits", reader(*ROLES[role]))
    shown = "secret" if role in MAY_READ else "public"
    assert told(results) == ({shown}, 1, {"note": 1}, shown == "secret")


@pytest.mark.parametrize("role", sorted(ROLES.keys() - MAY_READ))
def test_leaving_the_secret_word_out_changes_nothing_for_outsiders(secret, reader, role):
    user = reader(*ROLES[role])
    assert told(search(f"permits -{SECRET}", user)) == told(search("permits", user))


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
