"""The board and the answers."""

import pytest

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.models import AnchorPlacement, Disposition
from consultations.rules.answer_kinds import Answer
from tests.consultations.views.board.answering import PIECE, WANTED, sent, url
from tests.factories import consultation as make, law


def test_the_board_stands_in_the_order_of_the_law(secretary, world, comment):
    earlier = sent(world, "body", world.body, number="1.1")
    page = secretary.get(url("board", world.round.pk)).content.decode()
    assert page.index(earlier.reference) < page.index(comment.reference)


def test_wordings_on_one_base_show_their_conflict(secretary, world, comment):
    sent(world, "body", world.body, proposed_text=WANTED.replace("15", "12"))
    page = secretary.get(url("board", world.round.pk)).content.decode()
    assert "A and B change the same words differently" in page
    assert "is-a" in page
    assert "is-b" in page


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ("institution=harbour-legal-aid", {"ngo"}),
        ("institution=border-service", {"body"}),
        ("status=proposed", {"body"}),
        ("status=open", {"ngo"}),
        ("status=decided", set()),
        ("stance=opposes", {"ngo", "body"}),
        ("stance=supports", set()),
        ("kind=wording", {"ngo"}),
        ("visibility=committee", set()),
        ("status=nonsense", {"ngo", "body"}),
    ],
)
def test_the_board_is_filtered(secretary, world, comment, filters, shown):
    other = sent(world, "body", world.body)
    ProposeDisposition(other, Answer.NOTED, actor=Actor.now(world.secretary)).execute()
    page = secretary.get(f"{url('board', world.round.pk)}?{filters}").content.decode()
    found = {who for who, row in (("ngo", comment), ("body", other)) if row.reference in page}
    assert found == shown


def test_an_answer_is_proposed_and_decided(secretary, world, comment):
    answer = url("answer", comment.pk)
    refused = secretary.post(answer, {"value": "not_accepted", "reason": "", "revision": "0"})
    assert refused.status_code == 422
    assert not Disposition.objects.exists()
    secretary.post(
        answer, {"value": "already_covered", "reason": "It is there.", "provision": "1.1", "revision": "0"}
    )
    row = Disposition.objects.get()
    assert (row.value, row.targets.get().provision) == (
        "already_covered",
        world.text.entries.get(number="1.1").provision,
    )
    secretary.post(url("decide", comment.pk), {"decided_in": "meeting 3", "revision": "1"})
    row.refresh_from_db()
    assert row.decided_in == "meeting 3"


def test_reasons_and_wordings_stand_on_the_board(secretary, world, comment):
    page = secretary.get(url("board", world.round.pk)).content.decode()
    assert comment.rationale in page
    assert "15" in page
    assert f'hx-get="{url("answer", comment.pk)}?value=accepted"' in page


def test_a_comment_is_answered_and_decided_in_its_row(secretary, world, comment):
    form = secretary.get(url("answer", comment.pk) + "?value=accepted", headers=PIECE).content.decode()
    assert "<html" not in form
    assert f'id="{comment.pk}_reason"' in form
    assert 'value="2.1"' in form  # the provision that it is on
    data = {"value": "not_accepted", "reason": "", "revision": "0"}
    refused = secretary.post(url("answer", comment.pk), data, headers=PIECE)
    assert refused.status_code == 422
    assert "<html" not in refused.content.decode()
    done = secretary.post(url("answer", comment.pk), {**data, "reason": "It costs more."}, headers=PIECE)
    assert "Not accepted" in done.content.decode()
    assert "It costs more." in done.content.decode()
    assert done["X-Announce"].startswith("The%20answer")
    counts = " ".join(done.content.decode().partition('id="board-totals" hx-swap-oob="true"')[2].split())
    assert '<a href="?status=proposed"><strong>1</strong> proposed' in counts
    assert '<a href="?status=open"><strong>0</strong> open' in counts
    unsaid = secretary.post(url("decide", comment.pk), {"decided_in": "", "revision": "1"}, headers=PIECE)
    assert unsaid.status_code == 422
    decided = secretary.post(
        url("decide", comment.pk), {"decided_in": "meeting 3", "revision": "1"}, headers=PIECE
    )
    assert "meeting 3" in decided.content.decode()
    assert "<strong>1</strong> answered" in " ".join(decided.content.decode().split())
    page = secretary.get(url("board", world.round.pk)).content.decode()
    assert page.count('id="board-totals"') == 1
    assert "hx-swap-oob" not in page
    assert Disposition.objects.get().is_decided


@pytest.mark.parametrize("headers", [{}, PIECE])
def test_an_answer_that_changed_since_the_page_was_opened_is_read_before_it_is_decided(
    secretary, world, comment, headers
):
    given = {"value": "not_accepted", "reason": "It costs more.", "revision": "0"}
    secretary.post(url("answer", comment.pk), given)
    page = secretary.get(url("answer", comment.pk), headers=headers).content.decode()
    decide = page.partition(f'action="{url("decide", comment.pk)}"')[2]
    assert 'name="revision" value="1"' in decide
    secretary.post(url("answer", comment.pk), {**given, "reason": "It costs much more.", "revision": "1"})
    late = {"decided_in": "meeting 3", "revision": "1"}
    refused = secretary.post(url("decide", comment.pk), late, headers=headers, follow=True)
    page = refused.content.decode()
    assert "Another answer was proposed in the meantime" in page
    assert "It costs much more." in page
    assert not Disposition.objects.get().is_decided
    secretary.post(url("decide", comment.pk), {"decided_in": "meeting 3", "revision": "2"}, headers=headers)
    assert Disposition.objects.get().is_decided


@pytest.mark.parametrize("headers", [{}, PIECE])
def test_whoever_decides_after_somebody_else_is_told_what_was_decided(secretary, world, comment, headers):
    secretary.post(url("answer", comment.pk), {"value": "noted", "reason": "", "revision": "0"})
    DecideDisposition(comment, actor=Actor.now(world.chair), decided_in="meeting 3").execute()
    late = {"decided_in": "meeting 4", "revision": "1"}
    page = secretary.post(url("decide", comment.pk), late, headers=headers, follow=True).content.decode()
    told = f"{world.chair} has decided this answer already: “Noted (no change requested)” (meeting 3)."
    assert told in page
    assert "is decided." not in page
    assert Disposition.objects.get().decided_in == "meeting 3"


@pytest.mark.parametrize("headers", [{}, PIECE])
def test_a_place_that_is_too_long_is_shown_again_and_nothing_is_decided(secretary, world, comment, headers):
    given = {"value": "not_accepted", "reason": "It costs more.", "revision": "0"}
    secretary.post(url("answer", comment.pk), given)
    refused = secretary.post(
        url("decide", comment.pk), {"decided_in": "q" * 201, "revision": "1"}, headers=headers
    )
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "at most 200 characters" in page
    assert f'value="{"q" * 201}"' in page
    assert not Disposition.objects.get().is_decided


def test_a_row_tells_those_whose_session_is_over(client, comment):
    answer = client.post(url("answer", comment.pk), {"value": "noted", "revision": "0"}, headers=PIECE)
    assert answer["HX-Reswap"] == "beforeend"  # the form with its words stays
    assert "You were signed out." in answer.content.decode()
    assert not Disposition.objects.exists()


@pytest.mark.parametrize(
    ("person", "expected"), [("secretary", 200), ("chair", 302), ("ngo_author", 302), ("citizen", 302)]
)
def test_a_decided_answer_opens_for_those_who_may_read_it(client, world, comment, person, expected):
    actor = Actor.now(world.secretary, reason="Too dear.")
    ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=actor).execute()
    client.force_login(getattr(world, person))
    if person == "citizen":
        assert client.get(url("answer", comment.pk)).status_code == 403  # it is a working paper
    DecideDisposition(comment, actor=Actor.now(world.secretary), decided_in="meeting 3").execute()
    answer = client.get(url("answer", comment.pk))
    assert answer.status_code == expected
    assert expected == 200 or answer["Location"] == comment.url
    again = client.post(url("answer", comment.pk), {"value": "noted", "reason": "x", "revision": "2"})
    assert again.status_code == 403


def test_the_board_and_the_round_are_filtered_by_right(secretary, world, comment):
    other = sent(world, "body", world.body, rights=("E01",))
    for page in (url("board", world.round.pk), world.round.url):
        shown = secretary.get(f"{page}?right=E01").content.decode()
        assert other.reference in shown
        assert comment.reference not in shown
        assert '<option value="E01" selected>' in shown
        assert comment.reference in secretary.get(page).content.decode()


@pytest.mark.parametrize(
    ("given", "field", "told"),
    [
        ({"provision": "99.9"}, "provision", "The draft has no provision with this number."),
        ({"provision": ""}, "provision", "Name the instruction, the provision or the comment"),
        ({"provision": "2.1", "reason": " "}, "reason", "Give a reason."),
    ],
)
def test_what_is_missing_or_wrong_in_an_answer_is_told_beside_its_field(
    secretary, comment, given, field, told
):
    data = {"value": "already_covered", "reason": "It is there.", "revision": "0", **given}
    page = secretary.post(url("answer", comment.pk), data)
    assert page.status_code == 422
    assert told in page.context["form"].errors[field][0]
    assert not Disposition.objects.exists()


@pytest.mark.parametrize("person", ["drafter", "secretary", "chair"])
def test_a_withdrawn_comment_is_not_answered_and_its_words_stay_closed(client, world, comment, person):
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="A mistake.")).execute()
    client.force_login(getattr(world, person))
    for answer in (
        client.get(url("answer", comment.pk)),
        client.post(url("instruct", comment.pk), {"wording": "The fare is 9 coins.", "preview": "1"}),
    ):
        assert answer.status_code == 403
        assert "15 coins" not in answer.content.decode()


def test_similar_comments_are_suggested_and_merged(secretary, world, comment):
    other = sent(world, "body", world.body, number="1.1", proposed_text=WANTED)
    opposite = sent(world, "body", world.body, proposed_text=WANTED.replace("15 coins", "25 coins"))
    page = secretary.get(url("answer", comment.pk)).content.decode()
    assert f"Merge {other.reference}" in page
    assert f"Merge {opposite.reference}" not in page
    secretary.post(url("group", comment.pk), {"comment": [str(other.pk)]})
    other.refresh_from_db()
    assert other.duplicate_of == comment


def test_a_doubtful_place_is_confirmed_on_the_page_of_the_comment(secretary, world):
    row = make.draft(
        world.round,
        world.ngo_author,
        world.ngo,
        make.content(make.chosen(world.draft, "2.1", "It is paid before the crossing.")),
    )
    make.send(row.submission, world.ngo_focal)
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="the crossing", new="the trip")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    placement = AnchorPlacement.objects.get(anchor__comment=row)
    placement.status = "needs_review"
    placement.save()
    assert "could not find the place" in secretary.get(row.url).content.decode()
    secretary.post(url("confirm_placement", placement.pk), {"place": ""})
    placement.refresh_from_db()
    assert (placement.status, placement.decided_by) == ("deleted", world.secretary)


@pytest.mark.parametrize("name", ["instruct", "decide", "group"])
@pytest.mark.parametrize("person", ["ngo_focal", "citizen", "admin"])
def test_nobody_else_answers(client, world, comment, name, person):
    client.force_login(getattr(world, person))
    data = {"wording": WANTED, "reason": "x", "decided_in": "y"}
    assert client.post(url(name, comment.pk), data).status_code == 403
    assert not Disposition.objects.exists()


@pytest.mark.parametrize("number", ["²", "x", "", "9" * 30])
def test_what_is_no_number_of_anything_breaks_nothing(secretary, comment, number):
    assert secretary.post(url("group", comment.pk), {"comment": number}).status_code == 302
    answer = secretary.post(url("co_sign", comment.pk), {"institution": number}, follow=True)
    assert answer.status_code == 404
