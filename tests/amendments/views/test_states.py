"""The next state of an amendment is a step on its page, for the roles of the step."""

from django.urls import reverse

from amendments.models import Amendment
from amendments.states import State


def go(stage, role, state, reason=""):
    url = reverse("amendments:change_state", args=[stage.world.amendment.pk])
    return stage.client(role).post(url, {"state": state, "reason": reason}, follow=True)


def state_of(stage):
    return Amendment.objects.get(pk=stage.world.amendment.pk).state


def test_the_secretary_takes_the_steps_of_the_secretariat(stage):
    stage.release("public")
    page = stage.client("secretary").get(stage.world.amendment.url).content.decode()
    assert 'value="interagency"' in page
    assert 'value="legal_check"' not in page  # a step of the drafters
    assert "Give a reason for this step." in go(stage, "secretary", "interagency").content.decode()
    answer = go(stage, "secretary", "interagency", "No legal check is needed.")
    assert "The amendment is now: Interagency agreement" in answer.content.decode()
    assert state_of(stage) == State.INTERAGENCY


def test_others_see_no_step_and_take_none(stage):
    stage.release("public")
    for role in ("public", "other drafter", "ombudsman", "administrator"):
        assert "Next state" not in stage.client(role).get(stage.world.amendment.url).content.decode()
        go(stage, role, "interagency", "Because.")
    assert state_of(stage) == State.DRAFTING


def test_an_unknown_state_or_amendment_is_not_found(stage):
    assert go(stage, "drafter", "paradise").status_code == 404
    assert go(stage, "secretary", "interagency", "It is not released.").status_code == 404
