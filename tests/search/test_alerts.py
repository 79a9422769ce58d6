"""Saved searches: what their owners learn, and with which rights."""

from xml.etree import ElementTree

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import translation

from search import news, sources
from search.models.saved import Found, News, SavedSearch
from tests.search.test_leaks import MAY_READ, ROLES

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, saved):
    response = client.get(reverse("search:feed", args=[saved.token]))
    assert response.status_code == 200
    return [
        entry.find(f"{ATOM}title").text
        for entry in ElementTree.fromstring(response.content).iter(f"{ATOM}entry")  # noqa: S314 - our own
    ]


def test_the_owner_is_told_of_what_is_new_once(saved, notebook, later, client):
    row = saved()
    notebook.add("a residence permit", heading="On stay", context="Law on stay", status="open")
    notebook.add("nothing of interest")
    later(notebook.index)
    (message,) = mail.outbox
    assert message.to == ["owner@example.org"]
    assert message.subject == "1 new result: Permits"
    for words in ("On stay (Open)", "Law on stay", "http://127.0.0.1:8000/notes/n1/", "/search/?q=permit"):
        assert words in message.body
    assert "nothing of interest" not in message.body
    assert feed(client, row) == ["On stay"]
    later(notebook.index)
    assert len(mail.outbox) == 1
    assert not News.objects.exists()


def test_a_saved_formula_tells_of_what_it_says_to_who_may_read_it(saved, notebook, later, client, tokens):
    row = saved("q=residence+(permit+OR+visa)+NOT+fee")
    tokens.add("org:7")
    for number, (body, holder) in enumerate(
        [
            ("a residence permit", "public"),
            ("a residence visa", "org:7"),
            ("a residence visa", "org:8"),
            ("a residence", "public"),
            ("the fee of a residence permit", "public"),
        ]
    ):
        notebook.add(body, holder, heading=f"Note {number}")
    later(notebook.index)
    (message,) = mail.outbox
    assert [f"Note {number}" in message.body for number in range(5)] == [True, True, False, False, False]
    assert feed(client, row) == ["Note 0"]


def test_a_saved_number_asks_for_the_nearest_provision_of_the_named_act_as_the_page_does(
    saved, notebook, later, client
):
    named = {"instrument": "1-L", "instrument_title": "Law on parks"}
    other = {"instrument": "2-L", "instrument_title": "Law on lakes"}
    notebook.add("of parks", id="park", heading="Article 12", cite=("12",), **named)
    notebook.index()
    row = saved("q=Law+on+parks+12.3")
    notebook.add("of lakes", id="lake", heading="Article 12.3", cite=("12.3",), **other)
    notebook.add("of trees in parks", id="tree", heading="Article 12 anew", cite=("12",), **named)
    later(notebook.index)
    assert feed(client, row)[0] == "Article 12 anew"
    assert "Article 12.3" not in feed(client, row)


def test_what_stood_there_before_is_no_news(saved, notebook, later, client):
    notebook.add("a residence permit")
    notebook.index()
    row = saved()
    later(notebook.index)
    assert mail.outbox == []
    assert feed(client, row) == []


def test_the_feed_shows_only_what_is_public_unless_its_owner_chose_all(
    saved, notebook, later, client, tokens
):
    row = saved()
    tokens.add("org:7")
    notebook.add("a secret permit", "org:7", heading="Secret")
    notebook.add("a residence permit", heading="Open to all")
    later(notebook.index)
    assert feed(client, row) == ["Open to all"]
    client.force_login(row.owner)
    client.post(reverse("search:change_saved", args=[row.pk]), {"feed": "all"})
    assert client.get(reverse("search:feed", args=[row.token])).status_code == 404  # it has a new address
    row.refresh_from_db()
    assert sorted(feed(client, row)) == ["Open to all", "Secret"]
    client.post(reverse("search:change_saved", args=[row.pk]), {"feed": "public"})
    row.refresh_from_db()
    assert feed(client, row) == ["Open to all"]


def all_of(row):
    """The search with a feed of all that its owner may read."""
    SavedSearch.objects.update(feeds_all=True)
    return row


def test_the_rights_of_the_moment_count(saved, notebook, later, client, tokens):
    row = all_of(saved())
    notebook.add("a secret permit", "org:7", heading="Secret")
    later(notebook.index)
    assert (mail.outbox, feed(client, row), Found.objects.count()) == ([], [], 0)
    tokens.add("org:7")
    later(notebook.index)
    assert [message.subject for message in mail.outbox] == ["1 new result: Permits"]
    assert feed(client, row) == ["Secret"]
    tokens.clear()
    assert feed(client, row) == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_told_what_it_may_read(saved, notebook, later, client, tokens, role):
    tokens.update(ROLES[role])
    row = all_of(saved("q=zanzibar"))
    notebook.add("the zanzibar permit", "org:7", "role:secretary", "user:12", heading="Hushed")
    later(notebook.index)
    told = ["Hushed"] if role in MAY_READ else []
    assert ([message.to for message in mail.outbox], feed(client, row)) == (
        [[row.owner.email]] * len(told),
        told,
    )
    assert Found.objects.count() == len(told)


def test_what_is_not_public_is_named_and_not_quoted(saved, notebook, later, client, tokens):
    row = all_of(saved())
    tokens.add("org:7")
    notebook.add("the zanzibar permit", "org:7", heading="C-014")
    later(notebook.index)
    assert "C-014" in mail.outbox[0].body
    assert "zanzibar" not in mail.outbox[0].body
    assert "zanzibar" not in client.get(reverse("search:feed", args=[row.token])).content.decode()


def test_filters_and_the_day_of_a_search_count(saved, notebook, later):
    saved("q=permit&instrument=27-L")
    notebook.add("a permit", instrument="28-L")
    later(notebook.index)
    assert mail.outbox == []
    notebook.add("a permit", instrument="27-L")
    later(notebook.index)
    assert len(mail.outbox) == 1


def test_nothing_is_noted_while_nobody_waits(notebook, django_assert_num_queries):
    news.note("note", ["1"])
    assert not News.objects.exists()


def test_an_account_that_is_closed_is_told_nothing(saved, notebook, later, client, owner):
    row = saved()
    owner.is_active = False
    owner.save()
    notebook.add("a permit")
    later(notebook.index)
    assert mail.outbox == []
    assert client.get(reverse("search:feed", args=[row.token])).status_code == 404


def test_an_account_without_an_address_reads_the_feed(saved, notebook, later, client, owner):
    row = saved()
    owner.email = ""
    owner.save()
    notebook.add("a residence permit", heading="On stay")
    later(notebook.index)
    assert (mail.outbox, feed(client, row)) == ([], ["On stay"])


def test_mail_speaks_the_language_in_which_the_search_was_saved(saved, notebook, later, client):
    client.cookies["django_language"] = "az"
    row = saved()
    assert row.language == "az"
    notebook.add("a permit")
    with translation.override("ru"):
        later(notebook.index)
    assert len(mail.outbox) == 1


def test_mail_can_be_stopped_by_whoever_got_it(saved, notebook, later, client):
    row = saved()
    client.logout()
    address = reverse("search:stop_mail", args=[row.stop_token])
    assert "Stop e-mail" in client.get(address).content.decode()
    assert "No e-mail is sent" in client.post(address).content.decode()
    notebook.add("a permit")
    later(notebook.index)
    assert mail.outbox == []
    assert feed(client, row) == ["Notes n1"]


def test_a_mail_program_stops_it_with_one_click(saved, notebook, later):
    row = saved()
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        reverse("search:stop_mail", args=[row.stop_token]), {"List-Unsubscribe": "One-Click"}
    )
    row.refresh_from_db()
    assert (answer.status_code, row.by_mail) == (200, False)


def test_mail_is_turned_on_again_without_what_came_between(saved, notebook, later, client):
    row = saved(by_mail="")
    notebook.add("a permit")
    later(notebook.index)
    client.post(reverse("search:change_saved", args=[row.pk]), {"mail": ""})
    later(notebook.index)
    assert mail.outbox == []
    notebook.add("another permit")
    later(notebook.index)
    assert len(mail.outbox) == 1


def test_what_an_app_found_that_is_gone_is_passed_over(saved, notebook, later, client, monkeypatch):
    row = saved()
    notebook.add("a permit")
    later(notebook.index)
    monkeypatch.setattr(sources, "_sources", {})
    assert feed(client, row) == []


def test_a_feed_is_found_by_its_token_only(client):
    assert client.get(reverse("search:feed", args=["guess"])).status_code == 404


def test_a_forwarded_mail_does_not_open_the_feed(saved, notebook, later, client):
    row = saved()
    notebook.add("a permit")
    later(notebook.index)
    assert row.token not in str(mail.outbox[0].message())
    for token in (row.token, f"{row.pk}", f"{row.pk}:guess", "x:" + row.stop_token):
        assert client.get(reverse("search:stop_mail", args=[token]), follow=True).status_code == 404


def test_a_feed_is_given_a_new_address(saved, client):
    row = saved()
    client.post(reverse("search:change_saved", args=[row.pk]), {"renew": ""})
    assert client.get(reverse("search:feed", args=[row.token])).status_code == 404
    assert feed(client, SavedSearch.objects.get()) == []


def test_a_feed_is_xml_whatever_is_typed(saved, notebook, later, client):
    row = saved(name="Permits\x01\ufffe")
    notebook.add("a permit\x0b for\x1f one", heading="On\x02 stay", context="\x07")
    later(notebook.index)
    assert feed(client, row) == ["On stay"]
