"""Before a draft is sealed, a page says what it holds and what it leaves out."""

import pytest
from django.urls import reverse

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from tests.factories import law


@pytest.fixture
def amendment(stage):
    return stage.world.amendment


@pytest.fixture
def changed(stage, amendment):
    law.add(amendment, stage.world.drafter, "repeal", "1.2.2")
    return amendment


def propose(stage, amendment):
    change = law.operation("delete_words", "2.2", old="free of charge")
    actor = Actor.now(stage.world.secretary)
    return ProposeInstruction(law.act_of(amendment), change, actor=actor, reason="C-001").execute()


def address(amendment):
    return reverse("amendments_admin:seal", args=[amendment.pk])


def shown(client, amendment):
    return client.get(address(amendment)).content.decode()


def of_act(page):
    """What is said of the first act."""
    return page.partition('id="act-')[2].partition("</section>")[0]


def sealed(client, amendment, *left_out):
    return client.post(address(amendment), {"left_out": left_out}, follow=True).content.decode()


def test_it_names_every_change_and_every_open_proposal(drafter, stage, changed):
    row = propose(stage, changed)
    law.record_pass(changed, stage.world.drafter)
    page = shown(drafter, changed)
    assert "Seal draft 2" in page
    assert "Article 1.2.2" in page
    assert "1 open proposal is left out" in page
    assert f"#{row.key}" in page
    assert "C-001" in page


def test_it_says_what_may_not_be_meant(drafter, stage, changed):
    row = law.add(changed, stage.world.drafter, "restate", "2", new="It is free.")
    page = shown(drafter, changed)
    assert page.count("Write what lies under it too,") == 1
    assert f'#{row.key}">{row.key}</a>' in of_act(page)


def test_it_names_what_still_cites_a_repealed_provision(drafter, stage, changed):
    law.add(changed, stage.world.drafter, "insert_element", "2.4", new="Rafts of Article 1.2.2 are free.")
    page = shown(drafter, changed)
    assert "Citations that lead nowhere when this becomes law:" in of_act(page)
    assert "Read again whether this is meant" not in page


def test_a_text_that_did_not_pass_leads_to_the_check(drafter, changed):
    page = shown(drafter, changed)
    assert "It needs another legal check before it is sealed." in page
    assert reverse("amendments:ask_check", args=[changed.pk]) in page
    assert ">Seal draft 2<" not in page.replace("\n", "").replace("  ", "").split("</h1>")[1]


def test_the_last_draft_is_not_offered_again(drafter, amendment):
    page = shown(drafter, amendment)
    assert "Nothing has changed since the last sealed draft." in page
    assert reverse("amendments:ask_check", args=[amendment.pk]) not in page


def test_who_loses_a_double_click_is_told_that_it_is_sealed(drafter, stage, changed):
    law.record_pass(changed, stage.world.drafter)
    assert 'name="number" value="2"' in shown(drafter, changed)
    clicks = [drafter.post(address(changed), {"number": "2"}, follow=True) for _click in range(2)]
    assert "Draft 2 is sealed." in clicks[0].content.decode()
    page = clicks[1].content.decode()
    assert f"Draft 2 has just been sealed by {stage.world.drafter}. Ask for its release here." in page
    assert "Nothing has changed" not in page
    draft = changed.drafts.get(number=2)
    assert draft.url in page
    assert clicks[1].redirect_chain == clicks[0].redirect_chain


def test_a_proposal_that_nobody_was_shown_stops_the_seal(drafter, stage, changed):
    row = propose(stage, changed)
    law.record_pass(changed, stage.world.drafter)
    assert f"There is a new proposal: {row.key}." in sealed(drafter, changed)
    assert changed.drafts.count() == 1
    assert "Draft 2 is sealed." in sealed(drafter, changed, row.key)


def test_a_proposal_that_was_taken_is_no_longer_left_out(drafter, stage, changed):
    row = propose(stage, changed)
    TakeInstruction(row, actor=Actor.now(stage.world.drafter)).execute()
    law.record_pass(changed, stage.world.drafter)
    assert "open proposal" not in shown(drafter, changed)
    assert "Draft 2 is sealed." in sealed(drafter, changed)


def test_who_may_not_read_the_amendment_finds_no_such_page(stage, changed):
    assert stage.client("secretary").get(address(changed)).status_code == 404


def test_what_has_no_official_wording_is_named_in_the_preview_the_workspace_and_here(drafter, amendment):
    name = next(each.eid for each in law.parse().tree if each.number == "2.2")
    given = {"op": "repeal", "target": name}
    form = reverse("amendments_admin:new_instruction", args=[amendment.pk])
    reason = f"This instruction has no official wording in the language of the act. {name} cannot be named"
    assert reason in drafter.post(form, {**given, "preview": "1"}).content.decode()
    assert reason in drafter.post(form, {**given, "save": "1"}, follow=True).content.decode()
    key = amendment.instructions.get(op="repeal", operation__target=name).key
    assert f"{key}: {reason}" in shown(drafter, amendment)
