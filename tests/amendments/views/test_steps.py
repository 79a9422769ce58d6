"""Each step of an amendment has a page, for the roles of the step; it asks what the step asks and says what stops it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from amendments.models import Amendment, Instrument, StateChange
from amendments.states import State
from amendments.views import steps
from tests.factories import law


def url(stage, state):
    return reverse("amendments:change_state", args=[stage.world.amendment.pk, state])


def go(stage, role, state, **given):
    return stage.client(role).post(url(stage, state), given, follow=True)


def state_of(stage):
    return Amendment.objects.get(pk=stage.world.amendment.pk).state


def test_the_secretary_takes_the_steps_of_the_secretariat(stage):
    stage.release("public")
    page = stage.client("secretary").get(stage.world.amendment.url).content.decode()
    assert url(stage, "interagency") in page
    assert "legal_check" not in page  # a step of the drafters
    form = stage.client("secretary").get(url(stage, "interagency")).content.decode()
    assert "Steps that are left out: Legal service check." in form
    refused = go(stage, "secretary", "interagency")
    assert (refused.status_code, state_of(stage)) == (422, State.DRAFTING)
    answer = go(stage, "secretary", "interagency", reason="No legal check is needed.")
    assert "The amendment is now: Interagency agreement" in answer.content.decode()
    assert state_of(stage) == State.INTERAGENCY


def test_others_see_no_step_and_take_none(stage):
    stage.release("public")
    for role in ("public", "other drafter", "ombudsman", "administrator"):
        page = stage.client(role).get(stage.world.amendment.url).content.decode()
        assert "Next possible steps" not in page
        go(stage, role, "interagency", reason="Because.")
    assert state_of(stage) == State.DRAFTING


def test_an_unknown_state_or_amendment_is_not_found(stage):
    assert go(stage, "drafter", "paradise").status_code == 404
    assert go(stage, "secretary", "interagency", reason="It is not released.").status_code == 404
    assert go(stage, "drafter", "published").status_code == 403  # not from here


def test_a_step_says_what_stands_in_its_way(stage):
    Amendment.objects.filter(pk=stage.world.amendment.pk).update(state=State.PUBLISHED)
    page = stage.client("drafter").get(url(stage, "in_force")).content.decode()
    assert "The adoption is not recorded yet." in page
    assert "<button" not in page.partition('id="main"')[2].partition("</main>")[0]
    workspace = reverse("amendments_admin:workspace", args=[stage.world.amendment.pk])
    assert "The adoption is not recorded yet." in stage.client("drafter").get(workspace).content.decode()


def test_the_signing_asks_for_its_day_and_number(stage):
    stage.release("public")
    Amendment.objects.filter(pk=stage.world.amendment.pk).update(state=State.THIRD_READING)
    refused = go(stage, "secretary", "signed", day="2026-03-02")
    assert (refused.status_code, state_of(stage)) == (422, State.THIRD_READING)
    own = go(stage, "secretary", "signed", day="2026-03-02", number="№ 1 l")  # of the act that is amended
    assert (own.status_code, state_of(stage)) == (422, State.THIRD_READING)
    said = "This is the number of the act that is amended. Write that of the amending law."
    assert own.context["form"].errors == {"number": [said]}
    page = go(stage, "secretary", "signed", day="2026-03-02", number="118-L").content.decode()
    assert state_of(stage) == State.SIGNED
    assert "No. 118-L" in page
    assert "2 March 2026" in page
    adopt = reverse("amendments_admin:adopt", args=[stage.world.amendment.pk])
    form = stage.client("drafter").get(adopt).content.decode()
    assert 'value="118-L"' in form
    assert 'value="2026-03-02"' in form


@pytest.mark.parametrize(("given", "leads_to_us"), [("/en/", True), ("https://elsewhere.example/", False)])
def test_a_step_leads_back_to_the_page_of_this_site_that_offered_it(stage, given, leads_to_us):
    answer = go(stage, "drafter", "withdrawn", reason="No money.", next=given)
    assert answer.redirect_chain[0][0] == (given if leads_to_us else stage.world.amendment.url)


def test_a_mistake_is_taken_back_on_the_page(stage):
    stage.release("public")
    go(stage, "secretary", "consultation", reason="Urgent.")
    page = stage.client("secretary").get(stage.world.amendment.url).content.decode()
    assert "Take back the last step: Open for consultation" in page
    back = reverse("amendments:take_back", args=[stage.world.amendment.pk])
    answer = stage.client("secretary").post(back, {"reason": "A mistake."}, follow=True)
    assert "The amendment is again: Drafting (working version)." in answer.content.decode()
    answer = stage.client("secretary").post(back, {"reason": "Again."}, follow=True)
    assert "This step can no longer be taken back." in answer.content.decode()


def test_a_reason_that_is_too_long_is_shown_again_and_nothing_is_taken_back(stage):
    stage.release("public")
    go(stage, "secretary", "consultation", reason="Urgent.")
    back = reverse("amendments:take_back", args=[stage.world.amendment.pk])
    answer = stage.client("secretary").post(back, {"reason": "q" * 2001, "next": "/en/"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "at most 2000 characters" in page
    assert "q" * 2001 in page
    assert 'name="next" value="/en/"' in page
    assert state_of(stage) == State.CONSULTATION


def test_a_day_that_cannot_be_is_refused_beside_its_field(stage):
    stage.release("public")
    Amendment.objects.filter(pk=stage.world.amendment.pk).update(state=State.THIRD_READING)
    Instrument.objects.update(date=date(2020, 1, 1))
    refused = go(stage, "secretary", "signed", day="1999-01-01", number="118-L")
    assert "it cannot be before 1 January 2020" in refused.context["form"].errors["day"][0]
    later = go(stage, "secretary", "signed", day="2999-01-01", number="118-L")
    assert "still to come" in later.context["form"].errors["day"][0]
    go(stage, "secretary", "signed", day="2026-03-02", number="118-L")
    published = {"day": "2026-03-05", "source": "Gazette 5", "reason": "It is not registered here."}
    early = go(stage, "secretary", "published", in_force="1999-01-01", **published)
    assert "it cannot be before 2 March 2026" in early.context["form"].errors["in_force"][0]
    far = go(stage, "secretary", "published", in_force="9026-04-01", **published)
    assert "more than 20 years away" in far.context["form"].errors["in_force"][0]
    assert state_of(stage) == State.SIGNED
    go(stage, "secretary", "published", in_force="2026-04-01", **published)
    assert state_of(stage) == State.PUBLISHED


def test_a_word_that_names_no_page_to_go_back_to_leads_to_no_error(stage):
    address = reverse("amendments:take_back", args=[stage.world.amendment.pk])
    answer = stage.client("drafter").post(address, {"next": "nowhere"})
    assert (answer.status_code, answer["Location"]) == (302, "nowhere")


def test_a_second_click_on_a_step_is_answered_as_the_first(stage):
    stage.release("public")
    for _click in range(2):
        answer = go(stage, "secretary", "interagency", reason="No legal check is needed.")
        assert answer.status_code == 200
        assert "The amendment is now: Interagency agreement" in answer.content.decode()
    assert StateChange.objects.filter(state=State.INTERAGENCY).count() == 1


def test_of_two_clicks_at_once_both_are_told_that_the_step_is_taken(stage, monkeypatch):
    stage.release("public")
    client, offered = stage.client("secretary"), steps.offered_steps

    def offered_before_the_other_click(*asked):
        standing = offered(*asked)
        monkeypatch.undo()
        client.post(url(stage, "interagency"), {"reason": "No legal check is needed."})
        return standing

    monkeypatch.setattr(steps, "offered_steps", offered_before_the_other_click)
    answer = go(stage, "secretary", "interagency", reason="No legal check is needed.")
    assert (answer.status_code, state_of(stage)) == (200, State.INTERAGENCY)


def test_what_somebody_else_did_is_no_second_click(stage):
    stage.release("public")
    go(stage, "secretary", "interagency", reason="No legal check is needed.")
    assert go(stage, "drafter", "interagency", reason="No legal check is needed.").status_code == 403


def test_a_day_to_come_is_recorded_on_the_page_of_the_step(stage):
    version = law.adopt(stage.draft, stage.world.drafter)
    Amendment.objects.filter(pk=stage.world.amendment.pk).update(state=State.PUBLISHED)
    page = stage.client("drafter").get(url(stage, "in_force"))
    said = "Consolidated text 2 of Law 1-L is not public"
    assert said in page.content.decode()
    answer = go(stage, "drafter", "in_force", in_force=localdate() + timedelta(days=9))
    assert "The day of entry into force is recorded." in answer.content.decode()
    assert version.commencements.last().date == localdate() + timedelta(days=9)
    assert state_of(stage) == State.PUBLISHED
    assert "The law enters into force on" in go(stage, "drafter", "in_force").content.decode()
