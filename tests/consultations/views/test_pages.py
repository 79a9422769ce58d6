"""A page opens only for those who may see it. The number of queries of a list does not grow."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.models import Comment
from consultations.rules.answer_kinds import Answer
from consultations.values import Identity, Visibility
from tests.factories import consultation as make, law

WANTED = "The fare is 15 coins. It is paid before the crossing."


def as_(client, world, person):
    if person != "anonymous":
        client.force_login(getattr(world, person))
    return client


def sent(world, n=1, **said):
    rows = []
    for _ in range(n):
        passage = make.chosen(world.draft, "2.1", "It is paid before the crossing.")
        said_ = make.content(passage, **{"proposed_text": WANTED, **said})
        rows.append(make.draft(world.round, world.ngo_author, world.ngo, said_))
    make.send(rows[0].submission, world.ngo_focal)
    return rows


def provision(world, number="2.1"):
    return world.text.entries.get(number=number).provision_id


@pytest.fixture
def comment(world):
    return sent(world)[0]


@pytest.mark.parametrize("step", ["extend", "close", "cancel", "invite", "reopen", "accept-late"])
def test_the_steps_of_a_round_are_the_secretarys(client, world, step):
    """`tests/permissions` asks for every other page, and as every role."""
    address = reverse("consultations:round_step", args=[world.round.pk, step])
    for person in ("anonymous", "chair"):
        client.logout()
        assert as_(client, world, person).get(address).status_code in (302, 403, 404), person
    assert as_(client, world, "secretary").get(address).status_code == 200


def test_an_unknown_record_does_not_exist(client, world):
    for name in ("round", "comment"):
        assert client.get(reverse(f"consultations:{name}", args=[uuid4()]), follow=True).status_code == 404


def test_a_comment_for_the_committee_is_nowhere_on_public_pages(client, world):
    sent(world, rationale="Confidential words.", visibility=Visibility.COMMITTEE)
    addresses = [
        reverse("consultations:list"),
        reverse("consultations:answers"),
        world.round.url,
        reverse("consultations:provision_comments", args=[provision(world)]),
        f"{world.draft.url}redline/",
        f"{world.amendment.url}",
        reverse("amendments:provision", args=[provision(world)]),
    ]
    for address in addresses:
        page = client.get(address).content.decode()
        assert "Confidential words." not in page
        assert "1 comment" not in page
        assert "C-001" not in page


def test_a_withheld_identity_is_on_no_page_of_others(client, world):
    comment = sent(world, identity=Identity.WITHHELD)[0]
    ProposeDisposition(comment, Answer.NOTED, actor=Actor.now(world.secretary)).execute()
    for person in ("anonymous", "citizen", "secretary"):
        client.logout()
        as_(client, world, person)
        pages = [comment.url, reverse("consultations:provision_comments", args=[provision(world)])]
        if person == "secretary":
            pages.append(reverse("consultations:board", args=[world.round.pk]))
        for address in pages:
            page = client.get(address).content.decode()
            assert "Identity withheld" in page
            assert str(world.ngo) not in page


def test_the_secretary_is_shown_a_withheld_identity_on_demand(client, world):
    comment = sent(world, identity=Identity.WITHHELD)[0]
    address = reverse("consultations:reveal", args=[comment.pk])
    as_(client, world, "drafter")
    assert client.post(address).status_code == 403
    client.logout()
    as_(client, world, "secretary")
    assert str(world.ngo) in client.post(address, follow=True).content.decode()


def test_a_proposed_answer_is_shown_outside_only_when_decided(client, world, comment):
    row = ProposeDisposition(
        comment, Answer.NOT_ACCEPTED, actor=Actor.now(world.secretary, reason="Too costly.")
    ).execute()
    assert "Too costly." not in client.get(comment.url).content.decode()
    DecideDisposition(comment, actor=Actor.now(world.chair)).execute()
    for address in (comment.url, reverse("consultations:answers")):
        page = client.get(address).content.decode()
        assert "Too costly." in page
        assert str(row.get_value_display()) in page


def test_a_comment_says_what_changed_in_its_provision_only_where_something_did(client, world):
    changed, same = (
        make.draft(world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, number)))
        for number in ("2.1", "2.2")
    )
    law.add(world.amendment, world.drafter, "insert_before", "2.1", anchor="The fare", new="On Sundays,")
    law.release(law.seal(world.amendment, world.drafter), "public", world.drafter, world.secretary)
    client = as_(client, world, "ngo_author")
    for comment, is_told in ((changed, True), (same, False)):
        page = client.get(comment.url).content.decode()
        assert "Text now (Draft 2)" in page
        assert ("What changed in the provision" in page) == is_told


def test_a_withdrawn_comment_is_a_tombstone_for_others(client, world, comment):
    as_(client, world, "ngo_focal")
    address = reverse("consultations:withdraw_comment", args=[comment.pk])
    assert client.get(address).status_code == 200
    client.post(address, {"reason": "Solved meanwhile."})
    said = [comment.get_stance_display(), comment.get_kind_display()]
    own = client.get(comment.url).content.decode()
    assert all(words in own for words in ("Too much.", *said))
    client.logout()
    page = client.get(comment.url).content.decode()
    assert "Solved meanwhile." in page
    in_list = (
        client.get(comment.submission.round.url).content.decode().partition(f'id="{comment.reference}"')[2]
    )
    for words in ("Too much.", WANTED, *said):
        assert words not in page
        assert words not in in_list.partition("</li>")[0]
    assert "Withdrawn" in in_list.partition("</li>")[0]


LISTS = {
    ("round", "anonymous"): 22,
    ("round", "secretary"): 30,
    ("provision_comments", "ngo_focal"): 22,
    ("board", "secretary"): 32,
    ("mine", "ngo_focal"): 26,
    ("list", "anonymous"): 14,
    ("answers", "anonymous"): 14,
}
"""The most queries that a list costs a reader."""


def counted(world):
    """The queries that each list costs each reader, after content types and sites were read once."""
    arguments = {
        "round": [world.round.pk],
        "board": [world.round.pk],
        "provision_comments": [provision(world)],
    }
    found = {}
    for name, person in LISTS:
        client = as_(Client(), world, person)
        address = reverse(f"consultations:{name}", args=arguments.get(name, []))
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        found[name, person] = len(queries)
    return found


def test_lists_keep_their_number_of_queries(world):
    sent(world, 2)
    few = counted(world)
    assert {each: count for each, count in few.items() if count > LISTS[each]} == {}
    sent(world, 3)
    assert counted(world) == few


def test_lists_are_paged(client, world):
    sent(world, 25)
    pages = [client.get(f"{world.round.url}?page={page}").content.decode() for page in (1, 2)]
    shown = [{row.reference for row in Comment.objects.all() if row.reference in page} for page in pages]
    assert [len(found) for found in shown] == [20, 5]
    assert not shown[0] & shown[1]


def test_the_pages_of_the_law_show_counts_and_where_to_comment(client, world, comment):
    as_(client, world, "ngo_author")
    page = client.get(f"{world.draft.url}redline/").content.decode()
    assert reverse("consultations:comment_on", args=[world.round.pk, provision(world)]) in page
    assert reverse("consultations:provision_comments", args=[provision(world)]) in page
    as_(client, world, "drafter")
    page = client.get(f"{world.draft.url}redline/").content.decode()
    assert reverse("consultations:comment_on", args=[world.round.pk, provision(world)]) not in page
    assert "1 comment" in page


@pytest.mark.parametrize("view", ["inline", "side", "table"])
def test_the_redline_invites_a_visitor_to_comment_on_each_provision(client, world, comment, view):
    page = " ".join(client.get(f"{world.draft.url}redline/?view={view}").content.decode().split())
    write = reverse("consultations:comment_on", args=[world.round.pk, provision(world)])
    assert write in page
    signing_in = client.get(write)
    assert signing_in.status_code == 302
    assert signing_in["Location"].endswith(f"?next={write}")  # and then back to this provision
    assert f'<a class="in-text" href="{world.round.url}#comments">1 comment</a>, 1 body' in page
    assert "days left" in page
    assert "Sign in to comment" in page


def test_the_redline_counts_only_what_the_reader_may_know(client, world):
    sent(world, visibility=Visibility.SECRETARIAT)
    sent(world, identity=Identity.WITHHELD)
    page = " ".join(client.get(f"{world.draft.url}redline/").content.decode().split())
    assert (
        f'<a class="in-text" href="{world.round.url}#comments">1 comment</a> </li>' in page
    )  # of nobody that is named


def test_nobody_is_invited_to_a_round_that_is_over(client, world, comment):
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Done.")).execute()
    page = client.get(f"{world.draft.url}redline/").content.decode()
    assert "Sign in to comment" not in page
    assert reverse("consultations:comment_on", args=[world.round.pk, provision(world)]) not in page
    assert world.round.url in page


def test_the_panels_of_a_version_keep_their_number_of_queries(
    client, world, django_assert_num_queries, django_assert_max_num_queries
):
    sent(world, 2)
    as_(client, world, "ngo_author")
    client.get(f"{world.draft.url}redline/")
    with django_assert_max_num_queries(45) as few:
        client.get(f"{world.draft.url}redline/")
    sent(world, 6)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(f"{world.draft.url}redline/")


def test_the_page_of_an_amendment_shows_its_rounds(client, world, comment):
    page = client.get(world.amendment.url).content.decode()
    assert world.round.url in page
    assert "1 comment" in page


def test_the_consultation_page_leads_to_its_round(client, world):
    answer = client.get(world.round.consultation.url)
    assert answer.status_code == 302
    assert answer["Location"] == world.round.url
    make.open_round(world.draft, world.secretary, closes=make.NOW + 25 * make.DAY)
    assert world.round.url in client.get(world.round.consultation.url).content.decode()


def test_a_focal_point_of_a_closed_round_is_offered_to_ask(client, world):
    past = make.open_round(
        world.draft, world.secretary, world.ngo, opens=make.NOW - 20 * make.DAY, closes=make.NOW - make.DAY
    )
    as_(client, world, "ngo_focal")
    address = reverse("consultations:ask_late", args=[past.pk, world.ngo.pk])
    assert address in client.get(reverse("consultations:mine")).content.decode()
    assert client.get(address).status_code == 200
    client.post(address, {"reason": "The letter came late."})
    assert past.late_acceptances.get().request == "The letter came late."
    AcceptLate(
        past, world.ngo, make.NOW + make.DAY, actor=Actor.now(world.secretary, reason="Our fault.")
    ).execute()
    comment = make.draft(past, world.ngo_author, world.ngo, make.content())
    assert make.send(comment.submission, world.ngo_focal).late


@pytest.mark.parametrize(("person", "is_offered"), [("ngo_author", False), ("ngo_focal", True)])
def test_only_who_signs_off_is_offered_to_return_a_submission(client, world, person, is_offered):
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.ask(row.submission, world.ngo_author)
    address = reverse("consultations:submission", args=[row.submission.pk])
    page = as_(client, world, person).get(address).content.decode()
    assert ("Return to the authors" in page) is is_offered


def test_who_speaks_for_no_body_reads_own_comments_and_not_those_of_an_institution(world, client):
    for person, title in (("ngo_author", "My institution"), ("citizen", "My comments")):
        client.force_login(world.people[person])
        words = client.get(reverse("consultations:mine")).content.decode().split()
        assert f"<title> {title} " in " ".join(words)
