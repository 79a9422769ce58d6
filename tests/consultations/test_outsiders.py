"""Outsiders follow every link of the site, search it and read its feeds: no word that is closed to them is anywhere."""

import html
import re
from collections import deque
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.committees.end_office import EndOffice
from consultations.actions.institutions.end_membership import EndMembership
from consultations.models import Membership, Office
from consultations.rules.answer_kinds import Stance
from consultations.values import Identity, Visibility
from search.alerts import tell
from search.models.saved import SavedSearch
from tests.factories import consultation as make, law

pytestmark = pytest.mark.whole
MOST_PAGES = 90
LINK = re.compile(r'(?:href|src|action|hx-get|hx-post|data-discussion)="([^"#]+)')
UNFOLLOWED = re.compile(r"logout|/static/|/media/|^/(az|ru)/")
CLOSED = ("quokkacommittee", "quokkasecretariat", "quokkawithdrawn", "quokkadraft")
WITHHELD = "quokkawithheld"


def said(world, word, number="2.1", **more):
    """A comment of the NGO with a word of its own in its reasons and in its proposal."""
    words = f"The fare is 15 {word}. It is paid before the crossing."
    passage = make.chosen(world.draft, number)
    content = make.content(
        passage, stance=Stance.OPPOSES, rationale=f"No {word}.", proposed_text=words, **more
    )
    return make.draft(world.round, world.ngo_author, world.ngo, content)


@pytest.fixture
def comments(world):
    """One comment of each kind that is closed to outsiders, and one whose sender is."""
    rows = [
        said(world, CLOSED[0], visibility=Visibility.COMMITTEE),
        said(world, CLOSED[1], visibility=Visibility.SECRETARIAT),
        withdrawn := said(world, CLOSED[2]),
        said(world, WITHHELD, identity=Identity.WITHHELD),
    ]
    make.send(rows[0].submission, world.ngo_focal)
    WithdrawComment(withdrawn, actor=Actor.now(world.ngo_focal, reason="A mistake.")).execute()
    return [*rows, said(world, CLOSED[3])]


def browser(person=None):
    client = Client()
    if person is not None:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def seeds(world, comments):
    """Where an outsider starts who has heard of the comments: lists, searches, and the addresses themselves."""
    words = (*CLOSED, WITHHELD)
    asked = (
        [f"q={word}" for word in words]
        + [f"q={row.reference}" for row in comments]
        + ["kind=comment", "q=fare"]
    )
    provision = world.text.entries.get(number="2.1").provision_id
    return [
        "/",
        world.amendment.url,
        world.draft.redline_url,
        reverse("consultations:list"),
        reverse("consultations:answers"),
        reverse("consultations:board", args=[world.round.pk]),
        reverse("consultations:provision_comments", args=[provision]),
        reverse("amendments:discussion", args=[provision]),
        *(f"/search/?{query}" for query in asked),
        *(f"/api/v1/search/?{query}" for query in asked),
        *(row.url for row in comments),
        *(reverse("consultations:history", args=[row.pk]) for row in comments),
        *(reverse("consultations:answer", args=[row.pk]) for row in comments),
        *(reverse("consultations:edit_comment", args=[row.pk]) for row in comments),
        *(reverse("consultations_admin:comment_history", args=[row.pk]) for row in comments),
        *{reverse("consultations:submission", args=[row.submission_id]) for row in comments},
        reverse("wagtailadmin_home"),
        "/cms/api/main/pages/",
        "/cms/reports/site-history/",
        "/cms/reports/site-history/?export=csv",
    ]


def pages(client, start):
    """Every page that links lead to, with its address."""
    known, ahead = set(), deque(start)
    while ahead and len(known) < MOST_PAGES:
        address = ahead.popleft()
        if address in known or UNFOLLOWED.search(address):
            continue
        known.add(address)
        answer = client.get(address)
        if answer.status_code in (301, 302):
            ahead.append(answer.url)
            continue
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = html.unescape(body.decode("utf-8", "replace"))
        yield address, answer, text
        links = (html.unescape(link) for link in LINK.findall(text))
        ahead.extend(link for link in links if link.startswith("/") and not link.startswith("//"))


def outsiders(world):
    elsewhere = law.make_committee("harbours")
    return {
        "nobody": None,
        "a citizen": world.citizen,
        "another body": world.stranger_focal,
        "another committee": make.make_person("elsewhere", "secretary", committee=elsewhere),
        "an administrator": world.admin,
    }


@pytest.mark.parametrize(
    "who", ["nobody", "a citizen", "another body", "another committee", "an administrator"]
)
def test_no_page_tells_an_outsider_a_closed_word_or_a_withheld_sender(world, comments, who):
    withheld = comments[3]
    seen = list(pages(browser(outsiders(world)[who]), seeds(world, comments)))
    assert len(seen) > 20
    for address, answer, text in seen:
        told = [word for word in CLOSED if word in text or word in str(answer.headers)]
        assert [word for word in told if word not in unquote(address)] == [], address
        assert answer.status_code < 500, address
        if withheld.reference in text and address == withheld.url:
            assert str(world.ngo) not in text


@pytest.mark.parametrize("who", ["nobody", "a citizen", "another committee", "an administrator"])
def test_no_count_changes_for_an_outsider_with_what_is_closed(world, who):
    person = outsiders(world)[who]
    queries = ("kind=comment", "q=fare", "q=fare&kind=comment", "institution=harbour-legal-aid")

    def counts():
        found = [browser(person).get(f"/api/v1/search/?{query}").json() for query in queries]
        return [(each["total"], each["facets"]) for each in found]

    before = counts()
    row = said(world, CLOSED[0], visibility=Visibility.COMMITTEE)
    said(world, CLOSED[1], visibility=Visibility.SECRETARIAT)
    assert counts() == before
    make.send(row.submission, world.ngo_focal)
    said(world, CLOSED[3])
    assert counts() == before


@pytest.mark.parametrize("lost", ["membership", "office"])
def test_a_feed_tells_nothing_any_more_to_its_owner_who_lost_the_right(world, lost):
    owner = world.ngo_author if lost == "membership" else world.member
    client = browser(owner)
    data = {"address": "q=quokkacommittee", "name": "Quokkas"}
    client.post(reverse("search:save"), data)
    change = reverse("search:change_saved", args=[SavedSearch.objects.get().pk])
    client.post(change, {"feed": "all"})  # and not only what is public
    row = said(world, CLOSED[0], visibility=Visibility.COMMITTEE)
    make.send(row.submission, world.ngo_focal)
    tell(make.NOW)
    feed = reverse("search:feed", args=[SavedSearch.objects.get().token])
    reader = browser()
    told = reader.get(feed)
    assert row.reference in told.content.decode()
    yesterday = make.NOW.date() - timedelta(days=1)
    if lost == "membership":
        held = Membership.objects.get(user=owner)
        EndMembership(held, yesterday, actor=Actor.now(world.secretary)).execute()
    else:
        held = Office.objects.get(user=owner)
        EndOffice(held, yesterday, actor=Actor.now(world.admin)).execute()
    after = reader.get(feed, headers={"if-none-match": told.headers.get("ETag", "")})
    assert after.status_code == 200
    assert row.reference not in after.content.decode()
    assert "quokkacommittee." not in after.content.decode()
