import pytest

from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.rounds.ask_late import AskLate
from consultations.models import Institution
from consultations.queries.my_tasks.ahead import dates_for
from consultations.queries.my_tasks.waiting import tasks_for
from consultations.rules.answer_kinds import Answer
from tests.factories import consultation as make

pytestmark = pytest.mark.whole


def titles(world, person):
    return [task.title for task in tasks_for(getattr(world, person), make.NOW + make.DAY)]


def test_people_without_an_institution_finish_their_drafts_too(world):
    public = make.open_round(world.draft, world.secretary)
    comment = make.draft(public, world.citizen, None, make.content())
    assert f"Finish your draft {comment.reference}" in titles(world, "citizen")


def test_authors_finish_drafts_and_focal_points_answer(world):
    assert titles(world, "ngo_focal") == [f"Answer {world.round}, or send a nil return"]
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    assert titles(world, "ngo_author") == [f"Finish your draft {comment.reference}"]
    assert titles(world, "ngo_focal") == []
    make.ask(comment.submission, world.ngo_author)
    assert titles(world, "ngo_author") == []
    task = tasks_for(world.ngo_focal, make.NOW)[0]
    assert (task.title, task.count, task.deadline) == (
        f"Sign off and submit {comment.submission.reference} for Harbour Legal Aid",
        1,
        world.round.closes,
    )


def test_secretary_and_drafter_propose_answers_and_the_chair_decides(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.send(comment.submission, world.ngo_focal)
    assert titles(world, "secretary") == ["Propose answers to comments on Draft 1"]
    assert titles(world, "drafter") == ["Propose answers to comments on Draft 1"]
    assert titles(world, "chair") == []
    ProposeDisposition(comment, Answer.NOTED, actor=Actor.now(world.secretary)).execute()
    assert titles(world, "chair") == ["Decide the proposed answers"]
    assert titles(world, "secretary") == []


def test_a_late_request_waits_for_the_secretary(world):
    past = make.open_round(
        world.draft, world.secretary, world.ngo, opens=make.NOW - 20 * make.DAY, closes=make.NOW - make.DAY
    )
    AskLate(past, world.ngo, actor=Actor.now(world.ngo_focal, reason="Ill.")).execute()
    assert titles(world, "secretary") == ["Harbour Legal Aid asks to be accepted late"]


def test_the_public_has_no_tasks(world):
    assert tasks_for(world.anonymous, make.NOW) == []
    assert titles(world, "admin") == []


def test_the_secretary_of_a_new_site_registers_institutions(world, monkeypatch):
    words = "Register the institutions"
    assert words not in titles(world, "secretary")
    monkeypatch.setattr(Institution.objects, "exists", lambda: False)
    assert words in titles(world, "secretary")
    assert words not in titles(world, "drafter")


@pytest.mark.parametrize("state", [State.SIGNED, State.PUBLISHED, State.IN_FORCE, State.REJECTED])
def test_nobody_is_asked_for_comments_that_can_change_nothing(world, state):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.ask(comment.submission, world.ngo_author)
    assert titles(world, "ngo_focal")
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    assert titles(world, "ngo_focal") == titles(world, "body_focal") == titles(world, "ngo_author") == []
    assert dates_for(world.ngo_focal, make.NOW) == []
