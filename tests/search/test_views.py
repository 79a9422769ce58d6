import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import OperationalError
from django.urls import reverse
from django.utils import translation

from search import queries, sources
from search.backends import embedded, reading, sample
from search.backends.dialect import SCOPES
from search.queries import PAGE_SIZE
from search.query.parse import parse

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def get(text="", **given):
        response = client.get(reverse("search:search"), {"q": text, **given})
        return response, response.content.decode()

    return get


def test_anybody_may_search(notebook, ask):
    notebook.add(
        "The <b>bold</b> residence permit", heading="Residence", status="open", context="Law on stay"
    )
    notebook.index()
    response, page = ask("permit")
    assert response.status_code == 200
    assert "<mark>permit</mark>" in page
    assert "&lt;b&gt;bold&lt;/b&gt;" in page
    assert 'href="/notes/n1/"' in page
    assert "Law on stay" in page
    assert "Open" in page


def test_the_number_of_results_is_announced(notebook, ask):
    notebook.add("permit")
    notebook.index()
    _, page = ask("permit")
    region = page[page.index('role="status" aria-live="polite"') :]
    assert "1 result." in region[:300]


def test_what_was_typed_stands_in_the_box_escaped(notebook, ask):
    _, page = ask('"><script>alert(1)</script>')
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_before_anything_is_typed_the_page_says_what_is_searched(notebook, ask):
    response, page = ask()
    assert response.status_code == 200
    assert "Acts, drafts and comments that you may read are searched" in page
    assert "autofocus" in page


def test_a_query_without_words_is_answered_with_what_is_missing(notebook, ask):
    _, page = ask("-permit")
    assert "Write at least one word" in page


def test_when_nothing_is_found_the_page_says_what_to_change(notebook, ask):
    _, page = ask('"no such phrase" -word', kind="note")
    for advice in (
        "Check the spelling",
        "Remove the quotation marks",
        "Leave out the minus",
        "Look in all kinds",
    ):
        assert advice in page
    assert "Some texts are shown only to those who sign in." in page


def test_fewer_words_than_asked_for_are_said(notebook, ask):
    notebook.add("torture is forbidden")
    notebook.index()
    response, page = ask("torture prohibition")
    assert "No text has all words. 1 has some of them" in page
    assert "0 results" not in page
    assert "Order of results" not in page
    assert response.context["tabs"] == response.context["tabs"][:1]
    assert "search/export.csv?q=torture+prohibition" in page


@pytest.fixture
def unguarded(settings):
    """The site of somebody else, which refuses no null characters before the views."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != "portal.middleware.RefuseNull"]


@pytest.mark.parametrize(
    "given", [{"kind": "x" * 5000}, {"instrument": ["'"] * 500}, {"on": "9" * 400}, {"like": ":" * 900}]
)
def test_hostile_choices_are_passed_over(unguarded, notebook, ask, given):
    notebook.add("permit")
    notebook.index()
    response, _ = ask("permit \0 \u202e", **given)
    assert response.status_code == 200


def test_tabs_count_every_kind_and_keep_the_words(notebook, ask):
    letters = type(notebook)("letter")
    sources.register(letters)
    notebook.add("permit")
    notebook.index()
    response, page = ask("permit", kind="letter")
    tabs = response.context["tabs"]
    assert [(str(tab.label), tab.count, tab.is_current) for tab in tabs] == [
        ("All", 1, False),
        ("Notes", 0, True),
        ("Notes", 1, False),
    ]
    assert parse_qs(urlsplit(tabs[2].url).query) == {"q": ["permit"], "kind": ["note"]}
    assert 'aria-current="page"' in page


def test_where_a_kind_is_unknown_all_are_found_and_the_first_tab_says_so(notebook, ask):
    notebook.add("permit")
    notebook.index()
    response, _ = ask("permit", kind="nothing")
    assert [tab.is_current for tab in response.context["tabs"]] == [True, False]


def test_pages_are_addresses(notebook, ask):
    for number in range(PAGE_SIZE + 1):
        notebook.add("permit", id=str(number))
    notebook.index()
    response, page = ask("permit", page=2, kind="note")
    assert len(response.context["results"].cards) == 1
    assert "Page 2 of 2." in page
    assert 'rel="prev" href="/search/?q=permit&amp;kind=note"' in page
    assert 'rel="next"' not in page


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "1e9"])
def test_a_page_that_is_no_number_is_the_first(notebook, ask, page):
    notebook.add("permit")
    notebook.index()
    response, _ = ask("permit", page=page)
    assert response.context["asked"].page == 1


def test_a_page_beyond_the_last_leads_to_the_last(notebook, ask):
    notebook.add("permit")
    notebook.index()
    response, _ = ask("permit", page="999999999999")
    assert (response.status_code, response["Location"]) == (302, "/search/?q=permit")


def test_a_database_that_does_not_answer_is_said_and_nothing_else(notebook, ask, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise OperationalError("secret detail")

    monkeypatch.setattr(queries, "search", fail)
    response, page = ask("permit")
    assert response.status_code == 503
    assert "The search does not answer" in page
    assert 'value="permit"' in page
    assert "secret detail" not in page
    assert "could not be answered" in caplog.text


def test_a_long_text_is_answered_and_the_page_says_so(notebook, ask):
    notebook.add("seasonal permit regulations")
    notebook.index()
    response, page = ask("seasonal permit regulations " * 1000)
    assert response.status_code == 200
    assert "its most characteristic words were searched for" in page
    assert response.context["asked"].text == ("seasonal permit regulations " * 1000)[:1000]


def test_only_reading_is_allowed(client):
    assert client.post(reverse("search:search")).status_code == 405


def test_what_is_not_public_says_so(notebook, ask, django_user_model, client, monkeypatch):
    monkeypatch.setattr(sources, "_readers", [lambda user: ["org:7"] if user.is_authenticated else []])
    notebook.add("secret permit", "org:7")
    notebook.index()
    _, page = ask("permit")
    assert "secret" not in page
    client.force_login(django_user_model.objects.create(email="author@example.org"))
    _, page = ask("permit")
    assert "not public" in page
    assert "Some texts are shown only" not in page


@pytest.mark.parametrize(("language", "word"), [("az", "Axtarış"), ("ru", "Поиск"), ("en", "Search")])
def test_the_page_speaks_the_readers_language(notebook, client, language, word):
    with translation.override(language):
        page = client.get(reverse("search:search"), headers={"accept-language": language}).content.decode()
    assert f"{word}</h1>" in page


def test_a_page_costs_a_fixed_number_of_queries(notebook, ask, django_assert_max_num_queries):
    for number in range(PAGE_SIZE):
        notebook.add("permit", id=str(number))
    notebook.index()
    with django_assert_max_num_queries(8):
        ask("permit")


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_examples_of_narrowing_are_words_that_narrow(notebook, client, language):
    page = client.get(reverse("search:search"), headers={"accept-language": language}).content.decode()
    examples = re.findall("<code>(.*?)</code>", page)
    assert len(examples) == 8
    assert parse(unescape(examples[0])).formula
    for example in examples[1:]:
        plan = parse(f"permit {unescape(example)}")
        assert [word.exact for word in plan.words] == ["permit"], example


def test_the_saved_searches_are_a_link_away_for_who_may_have_some(notebook, ask, client, owner):
    link = f'href="{reverse("search:saved")}"'
    _, page = ask("permit")
    assert link not in page
    client.force_login(owner)
    _, page = ask("permit")
    assert f'<a class="small no-print" {link}' in page


def test_where_nothing_is_alike_no_spelling_is_blamed(notebook, ask):
    notebook.add("zoology")
    notebook.index()
    _, page = ask(like="note:n1")
    assert "No other text that you may read shares enough of its words." in page
    assert "Check the spelling" not in page


def test_estimates_are_called_so(ask, notebook, monkeypatch):
    for module in (reading, sample):
        monkeypatch.setattr(module, "FEW", 1)
    for module in (embedded, sample):
        monkeypatch.setattr(module, "MOST", 4)
    for number in range(60):
        notebook.add(f"permit {number}")
    notebook.index()
    for scope in SCOPES:
        embedded.dialect().settle(scope)
    broad = ask("permit")[1]
    assert "All numbers are estimates" in broad
    assert "About" in broad
    narrow = ask("permit 7")[1]
    assert "All numbers are estimates" not in narrow


def test_a_key_that_no_database_takes_is_like_none(unguarded, notebook, client):
    for view in ("search:search", "search_api:search"):
        assert client.get(reverse(view), {"like": "note:a\0b"}).status_code == 200


@pytest.mark.parametrize(
    ("language", "said"), [("az", "Göstərilir:"), ("en", "Shown for:"), ("ru", "Показано для:")]
)
def test_the_words_that_hits_are_shown_for_are_said_where_one_was_corrected(notebook, client, language, said):
    notebook.add("a greyhound", id="en")
    notebook.add("yataqxana otağı", language="az", id="az")
    notebook.index()
    for typed, meant in (("grehyound", "greyhound"), ("yatagxana", "yataqxana")):
        page = client.get(
            reverse("search:search"), {"q": typed}, headers={"accept-language": language}
        ).content.decode()
        assert f"{said} <strong>{meant}</strong>" in page
    assert (
        said
        not in client.get(
            reverse("search:search"), {"q": "greyhounds"}, headers={"accept-language": language}
        ).content.decode()
    )
