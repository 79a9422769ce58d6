"""What the page of a comment says became of it."""

import pytest

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.write_answer import Target
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.models import Disposition
from consultations.queries.comments.operations import operation_for
from consultations.rules.answer_kinds import Answer
from tests.factories import consultation as make, law


def sent(world, who, passage, **said):
    row = make.draft(
        world.round, getattr(world, f"{who}_author"), getattr(world, who), make.content(passage, **said)
    )
    make.send(row.submission, getattr(world, f"{who}_focal"))
    return row


def second_draft(world):
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return draft


def words(client, comment):
    return " ".join(client.get(comment.url).content.decode().split())


def decided(world, comment, answer, **more):
    actor = Actor.now(world.secretary, reason="It is unclear.")
    ProposeDisposition(comment, answer, actor=actor, **more).execute()
    DecideDisposition(comment, actor=Actor.now(world.secretary), decided_in="meeting 3").execute()


def test_words_that_stay_struck_out_stand_beside_the_text_of_the_draft(client, world):
    comment = sent(world, "ngo", make.chosen(world.draft, "2.1", "10 coins", in_base=True))
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="25 coins")
    second_draft(world)
    page = words(client, comment)
    assert "Draft 2 strikes them out too" in page
    assert 'data-label="Text now (Draft 2)"> The fare is 25 coins.' in page
    assert "unchanged in Draft 2" not in page


def test_words_that_are_gone_are_said_to_be_gone_beside_the_text_of_the_draft(client, world):
    comment = sent(world, "ngo", make.chosen(world.draft, "2.1", "20 coins"))
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="nothing")
    second_draft(world)
    page = words(client, comment)
    assert "These words are no longer in Draft 2." in page
    assert "The fare is nothing." in page


def test_a_merged_comment_says_with_which_and_whether_its_words_were_taken(client, world):
    wanted = "The fare is 15 coins. It is paid before the crossing."
    main = sent(
        world, "ngo", make.chosen(world.draft, "2.1"), rationale="It costs too much for the families."
    )
    other = sent(world, "body", make.chosen(world.draft, "2.1"), proposed_text=wanted)
    GroupComments(main, [other], actor=Actor.now(world.secretary)).execute()
    decided(world, main, Answer.NOT_ACCEPTED)
    assert main.reference not in words(client, other)  # the merging is a working paper until it is decided
    DecideDisposition(other, actor=Actor.now(world.secretary), decided_in="meeting 3").execute()
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="15 coins")
    second_draft(world)
    page = words(client, other)
    assert f'answered together with <a href="{main.url}">{main.reference}</a>' in page
    assert "Not accepted" in page
    assert "It is unclear." in page
    assert "The draft has the proposed words." in page


def test_an_answer_in_part_and_a_wording_in_part_are_explained(client, world):
    wanted = "The fare is 15 coins in the harbour of the town. It is paid before the crossing."
    comment = sent(world, "ngo", make.chosen(world.draft, "2.1"), proposed_text=wanted)
    provision = comment.anchors.get().provision
    decided(world, comment, Answer.ACCEPTED_IN_PART, targets=[Target(provision=provision)])
    law.add(
        world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="15 coins in the harbour"
    )
    second_draft(world)
    page = words(client, comment)
    assert "A part of what it asks for was taken." in page
    assert "adopted with changes" in page
    assert "The proposed words against Draft 2" in page


def test_no_answer_is_promised_to_a_withdrawn_comment_and_its_words_stay_closed(client, world):
    wanted = "The fare is 15 coins and paid in the harbour."
    comment = sent(world, "ngo", make.chosen(world.draft, "2.1"), proposed_text=wanted)
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="A mistake.")).execute()
    law.add(
        world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="15 coins in the harbour"
    )
    second_draft(world)
    page = words(client, comment)
    assert "It was withdrawn and gets no answer." in page
    assert "It will appear here" not in page
    assert "paid in the harbour" not in page


@pytest.mark.parametrize("is_decided", [False, True])
def test_comments_come_apart_when_the_one_with_their_answer_is_withdrawn(client, world, is_decided):
    """Unless that answer was decided before: then it is theirs too."""
    main = sent(world, "ngo", make.chosen(world.draft, "2.1"))
    other = sent(world, "body", make.chosen(world.draft, "2.1"))
    GroupComments(main, [other], actor=Actor.now(world.secretary)).execute()
    if is_decided:
        decided(world, main, Answer.NOT_ACCEPTED)
    WithdrawComment(main, actor=Actor.now(world.ngo_focal, reason="A mistake.")).execute()
    other.refresh_from_db()
    assert (other.duplicate_of == main) is is_decided
    assert Disposition.objects.filter(comment=other).exists() is is_decided


def test_a_whole_submission_that_is_withdrawn_frees_what_was_merged_into_it(world):
    main = sent(world, "ngo", make.chosen(world.draft, "2.1"))
    other = sent(world, "body", make.chosen(world.draft, "2.1"))
    GroupComments(main, [other], actor=Actor.now(world.secretary)).execute()
    WithdrawSubmission(main.submission, actor=Actor.now(world.ngo_focal, reason="A mistake.")).execute()
    other.refresh_from_db()
    assert other.duplicate_of is None
    assert not Disposition.objects.filter(comment=other).exists()


def test_a_comment_with_an_answer_of_its_own_is_merged_no_more(client, world):
    main = sent(world, "ngo", make.chosen(world.draft, "2.1"))
    other = sent(world, "body", make.chosen(world.draft, "2.1"))
    GroupComments(main, [other], actor=Actor.now(world.secretary)).execute()
    decided(world, other, Answer.NOT_ACCEPTED)
    other.refresh_from_db()
    assert other.duplicate_of is None
    page = words(client, other)
    assert "Not accepted" in page
    assert "answered together with" not in page


def test_what_is_only_proposed_is_not_told_as_done(client, world):
    comment = sent(world, "ngo", make.chosen(world.draft, "2.1"))
    target = Target(provision=comment.anchors.get().provision)
    actor = Actor.now(world.secretary, reason="The first half.")
    ProposeDisposition(comment, Answer.ACCEPTED_IN_PART, [target], actor=actor).execute()
    client.force_login(world.secretary)
    page = client.get(comment.url).content.decode()
    assert "It is a proposal. The committee decides." in page
    assert "was taken" not in page


def test_the_page_names_the_law_that_came_of_the_amendment_once_it_is_released(client, world):
    comment = sent(world, "ngo", make.chosen(world.draft, "2.1"))
    adopted = law.adopt(world.draft, world.drafter, "7-L")
    assert "The amendment was adopted" not in words(client, comment)
    law.release(adopted, "public", world.drafter, world.secretary)
    told = (
        f'The amendment was adopted as Law 7-L: <a class="in-text" href="{adopted.url}">{adopted.label}</a>'
    )
    assert told in words(client, comment)


def test_a_wording_with_points_is_compared_with_the_provision_and_its_points(client, world):
    wanted = "The fare is:\n(a) ten coins by day;\n(b) five coins by night."
    comment = sent(world, "ngo", make.chosen(world.draft, "2.1"), proposed_text=wanted)
    provision = world.base.entries.get(number="2.1").provision_id
    operation = operation_for(law.act_of(world.amendment), str(provision), wanted)
    actor = Actor.now(world.drafter)
    proposed = ProposeInstruction(law.act_of(world.amendment), operation, actor=actor).execute()
    TakeInstruction(proposed, actor=actor).execute()
    second_draft(world)
    assert "The draft has the proposed words." in words(client, comment)
