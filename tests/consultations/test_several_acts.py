"""A consultation on a draft of three acts: comments, places, answers and what is found."""

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.answers.propose_from_comment import ProposeFromComment
from consultations.actions.comments.content import Chosen
from consultations.errors import NoSuchProvision, NotOnThisVersion, NumberInSeveralActs, TargetNeeded
from consultations.models import AnchorPlacement, Comment
from consultations.queries.answer_pages.answering import answer_desk
from consultations.queries.answer_pages.board import Filters, board_comments, board_rows, provisions_in_order
from consultations.queries.comments.comment_lines import for_lines
from consultations.queries.comments.comment_page import comment_page
from consultations.queries.comments.writing import provisions_numbered
from tests.consultations.conftest import build_world
from tests.factories import consultation as make, law, several

pytestmark = pytest.mark.whole


def _build():
    world = build_world()
    world.amendment = several.make_amendment(world.section, world.base, world.drafter)
    world.draft = law.seal(world.amendment, world.drafter)
    for text in (*(act.base_version for act in world.amendment.amended_acts.all()[1:]), world.draft):
        law.release(text, "public", world.drafter, world.secretary)
    world.round = make.open_round(world.draft, world.secretary, world.ngo, world.body)
    return world


@pytest.fixture(scope="module")
def standing_world(standing):
    return standing("a round on three acts", _build)


@pytest.fixture
def three(world):
    """The world with a round on a draft of three acts."""
    return world


def sent(world, *passages, **more):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(*passages, **more))
    make.send(comment.submission, world.ngo_focal)
    return for_lines(Comment.objects.filter(pk=comment.pk)).get()


def bridges(world, number="1.2", **more):
    return make.chosen(world.draft, number, place=2, **more)


def test_a_comment_points_at_its_act_and_is_placed_on_that_act_alone(three):
    comment = sent(three, bridges(three))
    assert comment.anchors.get().version == law.text_in(three.draft, 2)
    law.add(three.amendment, three.drafter, "repeal", "2.2")
    second = law.seal(three.amendment, three.drafter)
    assert [row.version for row in AnchorPlacement.objects.filter(anchor__comment=comment)] == [
        law.text_in(second, 2)
    ]


def test_words_of_the_base_of_an_act_are_commented_and_followed(three):
    comment = sent(three, bridges(three, quote="free of charge", in_base=True))
    base = law.act_of(three.amendment, 2).base_version
    assert comment.anchors.get().version == base
    law.add(three.amendment, three.drafter, "repeal", "2.2")
    second = law.seal(three.amendment, three.drafter)
    placement = AnchorPlacement.objects.get(anchor__comment=comment)
    assert (placement.version, placement.text_of, placement.method) == (
        law.text_in(second, 2),
        base,
        "struck_out",
    )


def test_a_provision_that_stands_in_no_act_of_the_draft_is_refused(three):
    foreign = law.make_act(three.section, three.drafter, number="60-L").entries.get(number="2.1")
    with pytest.raises(NotOnThisVersion):
        make.draft(
            three.round,
            three.ngo_author,
            three.ngo,
            make.content(Chosen(str(foreign.provision_id))),
        )


def test_the_wording_becomes_an_instruction_on_the_commented_act(three):
    comment = sent(three, bridges(three), proposed_text="Cyclists and walkers cross free of charge.")
    desk = answer_desk(three.secretary, comment)
    assert desk.words == "Cyclists cross at half toll."
    wording = desk.starting_wording
    row = ProposeFromComment(
        comment, desk.operation(wording), wording, actor=Actor.now(three.secretary)
    ).execute()
    assert row.amended_act == law.act_of(three.amendment, 2)
    assert row.key == "a05"


def test_a_comment_on_the_whole_document_names_no_act(three):
    comment = sent(three, proposed_text="Everything anew.")
    with pytest.raises(TargetNeeded):
        ProposeFromComment(
            comment, law.operation("repeal", "1.1"), "Nothing.", actor=Actor.now(three.secretary)
        ).execute()
    desk = answer_desk(three.secretary, comment)
    with pytest.raises(NumberInSeveralActs):
        desk.provision("1.1")
    assert desk.provision("2.1").instrument == three.base.instrument
    anchored = answer_desk(three.secretary, sent(three, bridges(three), rationale="More."))
    assert anchored.provision("1.1").instrument == law.text_in(three.draft, 2).instrument
    with pytest.raises(NoSuchProvision):
        anchored.provision("2.1")


def test_the_board_goes_through_the_acts_in_order(three):
    for place, number in ((3, "1.2"), (1, "2.1"), (2, "1.1")):
        sent(three, make.chosen(three.draft, number, place=place), rationale=f"Act {place}.")
    comments = board_comments(three.secretary, three.round, Filters())
    rows = board_rows(three.secretary, three.round, comments, provisions_in_order(comments, three.round))
    assert [(row.act, row.number) for row in rows] == [
        ("Law 1-L", "2.1"),
        ("Law 11-L", "1.1"),
        ("Law 12-L", "1.2"),
    ]


def test_a_number_is_looked_up_in_every_act(three):
    found = provisions_numbered(three.draft, "1.2.")
    assert [(row.act, row.wording.number) for row in found] == [
        ("Law 1-L", "1.2"),
        ("Law 11-L", "1.2"),
        ("Law 12-L", "1.2"),
    ]


def test_the_page_of_a_comment_follows_its_act_through_the_drafts(three):
    comment = sent(three, bridges(three), proposed_text="Cyclists cross free of charge.")
    row = law.act_of(three.amendment, 2).instructions.last()
    from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction

    WithdrawInstruction(row, actor=Actor.now(three.drafter, reason="C")).execute()
    second = law.seal(three.amendment, three.drafter)
    law.release(second, "public", three.drafter, three.secretary)
    page = comment_page(three.ngo_author, for_lines(Comment.objects.filter(pk=comment.pk)).get())
    assert (page.newest, page.line.act) == (second, "Law 11-L")
    assert [(row.draft, row.outcome) for row in page.outcomes] == [(second, "adopted_verbatim")]


def test_pages_name_the_act_where_there_are_several(three, client):
    comment = sent(three, bridges(three))
    client.force_login(three.secretary)
    for url in (comment.url, three.round.url, reverse("consultations:board", args=[three.round.pk])):
        assert "Law 11-L" in client.get(url).content.decode()
    client.force_login(three.ngo_author)
    provision = comment.anchors.get().provision_id
    page = client.get(reverse("consultations:comment_on", args=[three.round.pk, provision])).content.decode()
    assert "Law 11-L" in page
    redline = client.get(three.draft.redline_url).content.decode()
    assert redline.count("1 comment<") == 2  # beside the provision, and above for the round
    assert reverse("consultations:comment_on", args=[three.round.pk, provision]) in redline
