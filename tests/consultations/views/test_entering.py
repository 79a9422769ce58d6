"""The secretary enters what came by letter, by e-mail or at a hearing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from amendments.audit.actor import Actor
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.models import Comment
from consultations.values import Channel, RoundAudience
from tests.factories import consultation as make


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def browser(world, person="secretary"):
    client = Client()
    if getattr(world, person).is_authenticated:
        who = getattr(world, person)
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    return client


def provision(world, number="2.1"):
    return world.text.entries.get(number=number).provision_id


def address(world, number="2.1", held=None):
    round_ = held or world.round
    if not number:
        return reverse("consultations:enter_on_document", args=[round_.pk])
    return reverse("consultations:enter_on", args=[round_.pk, provision(world, number)])


def typed(world, **said):
    received = timezone.localtime(make.NOW - make.DAY)
    return {
        "institution": world.stranger.pk,
        "channel": "letter",
        "received": received.strftime("%Y-%m-%dT%H:%M"),
        "source": "No. 12/3, file 7",
        "stance": "opposes",
        "rationale": "Too dear.",
        "visibility": "public",
        "identity": "shown",
        "language": "en",
        "priority": "medium",
        **said,
    }


PEOPLE = ["secretary", "admin", "auditor", "drafter", "ngo_focal", "chair", "anonymous"]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_pages_open_for_the_secretary_alone(world, person):
    client = browser(world, person)
    for url in (
        reverse("consultations:enter", args=[world.round.pk]),
        address(world),
        address(world, ""),
    ):
        assert (client.get(url).status_code == 200) == (person == "secretary"), url
        if person != "secretary":
            assert client.post(url, typed(world)).status_code in (302, 403)
    assert not Comment.objects.exists()


def test_the_round_leads_to_the_provision_by_its_number(world):
    client = browser(world)
    choose = reverse("consultations:enter", args=[world.round.pk])
    managed = client.get(reverse("consultations:manage_round", args=[world.round.pk])).content.decode()
    assert choose in managed
    assert client.get(choose, {"number": " 2.1. "})["Location"] == address(world)
    struck_out = client.get(choose, {"number": "1.2.2"})  # stands in the base
    assert struck_out.status_code == 302
    unknown = client.get(choose, {"number": "77"})
    assert unknown.status_code == 422
    assert "No provision of this draft has this number." in unknown.content.decode()


def test_what_came_by_letter_is_entered_and_shown_as_such(world):
    client = browser(world)
    data = typed(world, range=["d:0:21"], proposed_text="The fare is 12 coins.", channel="letter")
    page = client.post(address(world), data, follow=True).content.decode()
    comment = Comment.objects.get()
    assert f"{comment.reference} is entered on behalf of Rowing Club." in page
    submission = comment.submission
    assert (submission.channel, submission.source) == (Channel.LETTER, "No. 12/3, file 7")
    assert comment.anchors.get().quote
    for person in ("anonymous", "ngo_focal"):
        shown = browser(world, person).get(comment.url).content.decode()
        assert "Entered by the secretariat on behalf of Rowing Club, received by letter on" in shown
        assert "No. 12/3, file 7" in shown


def test_a_withheld_identity_is_not_given_away_by_the_source(world):
    browser(world).post(address(world, ""), typed(world, identity="withheld"))
    page = browser(world, "anonymous").get(Comment.objects.get().url).content.decode()
    assert "Identity withheld" in page
    for words in ("Rowing Club", "No. 12/3, file 7"):
        assert words not in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rationale": ""}, "Still lacks: reasons."),
        ({"stance": ""}, "Still lacks: stance."),
        ({"source": ""}, "This field is required."),
        ({"institution": ""}, "This field is required."),
        ({"received": "2199-01-01T10:00"}, "Give a time of receipt after the round opened and before now."),
        ({"received": "2001-01-01T10:00"}, "Give a time of receipt after the round opened and before now."),
    ],
)
def test_what_stands_in_the_way_is_told_and_nothing_is_lost(world, change, words):
    answer = browser(world).post(address(world), {**typed(world, rights=["F01"]), **change})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert 'value="F01" id="id_rights_4" checked' in page
    assert not Comment.objects.exists()


def test_what_came_after_the_closing_time_needs_a_reason(world):
    past = {"opens": make.NOW - 40 * make.DAY, "closes": make.NOW - 15 * make.DAY}
    held = make.open_round(world.draft, world.secretary, **past)
    client, url = browser(world), address(world, held=held)
    refused = client.post(url, typed(world))
    assert "Give a reason." in refused.content.decode()
    assert client.post(url, typed(world, late_reason="The post was slow.")).status_code == 302
    first = Comment.objects.get()
    submission = first.submission
    assert (submission.late, submission.late_reason) == (True, "The post was slow.")
    early = make.typed_at(held.closes - timedelta(hours=1))
    client.post(url, typed(world, received=early))
    assert not Comment.objects.exclude(pk=first.pk).get().submission.late


def test_only_bodies_that_may_take_part_are_offered(world):
    held = make.open_round(world.draft, world.secretary, world.ngo, audience=RoundAudience.COMMITTEE)
    page = browser(world).get(address(world, held=held)).content.decode()
    assert "Harbour Legal Aid</option>" in page  # invited
    assert "Border Service</option>" in page  # seated
    assert "Rowing Club</option>" not in page


def test_a_cancelled_round_takes_nothing(world):
    CancelRound(world.round, actor=Actor.now(world.secretary, reason="Superseded.")).execute()
    client = browser(world)
    assert "Comments cannot be entered in this round" in client.get(address(world)).content.decode()
    assert client.post(address(world), typed(world)).status_code == 422
    assert not Comment.objects.exists()


def test_another_from_the_same_source_begins_with_it(world):
    client = browser(world)
    first = client.post(address(world), typed(world, another="1"))
    assert first["Location"] == reverse("consultations:enter", args=[world.round.pk])
    page = client.get(address(world, "2.2")).content.decode()
    assert "No. 12/3, file 7" in page
    assert f'<option value="{world.stranger.pk}" selected>' in page
    assert "Too dear." not in page


def test_a_preview_saves_nothing(world):
    data = typed(world, preview="1", proposed_text="The fare is 12 coins.")
    page = browser(world).post(address(world), data).content.decode()
    assert "<ins>" in page
    assert not Comment.objects.exists()


def test_the_form_costs_a_bounded_number_of_queries(world, django_assert_max_num_queries):
    client = browser(world)
    client.get(address(world))
    for number in range(20):
        make.make_institution(world.secretary, f"club-{number:02}")
    with django_assert_max_num_queries(30):
        client.get(address(world))
    with django_assert_max_num_queries(30):
        client.get(reverse("consultations:enter", args=[world.round.pk]), {"number": "2"})


@pytest.mark.parametrize("number", ["2.1", ""])
def test_the_form_speaks_of_the_institution_and_not_of_the_secretary(world, number):
    page = browser(world).get(address(world, number)).content.decode()
    assert "What does the institution think of it?" in page
    assert "Its reasons" in page
    form = page[page.index('class="form"') :]
    for words in ("do you think", "you propose", "Your identity", "Why?"):
        assert words not in form


def test_who_comments_in_person_is_asked_in_person(world):
    url = reverse("consultations:comment_on", args=[world.round.pk, provision(world)])
    page = browser(world, "ngo_author").get(url).content.decode()
    for words in ("What do you think of it?", "the one that you propose", "Why?"):
        assert words in page
