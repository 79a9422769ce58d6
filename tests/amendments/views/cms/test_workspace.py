"""The buttons of the workspace and what it shows."""

import pytest
from django.urls import reverse

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.audit.actor import Actor
from amendments.models import Instruction
from tests.factories import law


@pytest.fixture
def amendment(stage):
    return stage.world.amendment


def push(client, amendment, name, row=None, **data):
    """Press a button and read the page that follows."""
    if name == "seal":
        url = reverse("amendments_admin:seal", args=[amendment.pk])
    elif row is None:
        url = reverse("amendments_admin:step", args=[amendment.pk, name])
    else:
        url = reverse("amendments_admin:instruction_step", args=[amendment.pk, row.pk, name])
    return client.post(url, data, follow=True).content.decode()


def page_of(client, amendment, **query):
    return client.get(reverse("amendments_admin:workspace", args=[amendment.pk]), query).content.decode()


def keys(amendment):
    return [row.key for row in amendment.instructions.filter(status=Instruction.Status.TAKEN)]


def test_the_list_stands_in_official_words_beside_the_working_text(drafter, amendment):
    page = page_of(drafter, amendment)
    assert "In Article 2.1, the figure “10” shall be replaced by the figure “12”." in page
    assert "[inserted </span>12" in page
    assert '<a href="#a01">a01</a>' in page
    assert "Children travel free" in page
    assert "Children travel free" not in page_of(drafter, amendment, show="changed")


def test_the_working_text_names_chapters_and_articles_as_the_law_prints_them(drafter, amendment):
    page = " ".join(page_of(drafter, amendment).split())
    assert "<strong>CHAPTER 1 " in page
    assert "<strong>Article 2. " in page
    assert "<strong>2.1" not in page


def test_every_provision_of_the_text_can_be_opened_for_editing(drafter, amendment):
    page = page_of(drafter, amendment)
    assert page.count(f"/amendments/{amendment.pk}/provisions/") == 11


def test_order_is_changed_step_by_step_and_stops_at_the_ends(drafter, amendment):
    first, second, third = amendment.instructions.all()
    assert "The order is changed." in push(drafter, amendment, "down", first, past=second.key)
    assert keys(amendment) == [second.key, first.key, third.key]
    push(drafter, amendment, "up", first, past=second.key)
    push(drafter, amendment, "up", first, past=second.key)
    assert keys(amendment) == [first.key, second.key, third.key]
    page = page_of(drafter, amendment)
    assert page.count(f"{first.pk}/up/") == page.count(f"{third.pk}/down/") == 0


def test_a_move_on_an_older_list_is_refused_and_says_what_changed(drafter, amendment):
    first, second, third = amendment.instructions.all()
    push(drafter, amendment, "down", first, past=second.key)
    told = push(drafter, amendment, "up", third, past=second.key)
    assert f"{second.key} is no longer directly before {third.key}. Nothing was moved" in told
    assert keys(amendment) == [second.key, first.key, third.key]


def test_an_order_that_does_not_fit_is_refused_with_the_reason(drafter, stage, amendment):
    row = law.add(amendment, stage.world.drafter, "insert_element", "2.4", after="2.3", new="Cats pay.")
    before = keys(amendment)
    told = push(drafter, amendment, "up", row, past=before[-2])
    assert f"in this order instruction {row.key} cannot be carried out. " in told
    assert "2.3" in told
    assert keys(amendment) == before


def test_withdrawing_needs_a_reason_and_can_be_taken_back(drafter, amendment):
    row = amendment.instructions.get(key="a03")
    assert "Give a reason for this step." in push(drafter, amendment, "withdraw", row)
    assert "You can take it back below." in push(drafter, amendment, "withdraw", row, reason="Kept.")
    assert "Take back" in page_of(drafter, amendment)
    assert "a03 is in the draft." in push(drafter, amendment, "take", row)
    push(drafter, amendment, "withdraw", row, reason="Kept.")
    assert "This cannot be done." in push(drafter, amendment, "up", row)  # it has no place in the list now
    assert "a02 is no longer directly before a03" in push(drafter, amendment, "up", row, past="a02")


def test_a_proposal_stands_apart_until_it_is_taken(drafter, stage, amendment):
    change = law.operation("delete_words", "2.2", old="free of charge")
    row = ProposeInstruction(
        law.act_of(amendment), change, actor=Actor.now(stage.world.secretary), reason="C-001"
    ).execute()
    page = page_of(drafter, amendment)
    assert "Proposed, not in the draft" in page  # one's own proposals stand here too
    assert f"Proposed by {stage.world.secretary}, " in page
    assert page.index("Proposed, not in the draft") < page.index('<ol class="madda-list"')  # on top
    assert "C-001" in page
    push(drafter, amendment, "take", row)
    assert row.key in keys(amendment)


def test_a_draft_is_sealed_once_for_each_change(drafter, stage, amendment):
    assert "Nothing has changed since the last sealed draft." in push(drafter, amendment, "seal")
    law.add(amendment, stage.world.drafter, "repeal", "1.2.2")
    assert "Ask for the legal check of the new text." in push(drafter, amendment, "seal")
    law.record_pass(amendment, stage.world.drafter)
    assert "Draft 2 is sealed." in push(drafter, amendment, "seal")


def test_a_newer_text_of_the_act_is_offered_and_stale_instructions_are_named(drafter, stage, amendment):
    rival = law.make_amendment(stage.world.section, stage.world.base, stage.world.drafter, "Rival")
    law.add(rival, stage.world.drafter, "replace_number", "2.1", old="10", new="20")
    law.adopt(law.seal(rival, stage.world.drafter), stage.world.drafter)
    assert "The act has a newer text: Consolidated text 2." in page_of(drafter, amendment)
    page = push(drafter, amendment, "rebase")
    assert "now changes the newest text" in page
    assert "1 instruction cannot be carried out" in page
    assert "The text of 2.1 has changed since this instruction was written." in page
    assert "a01: The text of 2.1 has changed" in push(drafter, amendment, "seal")


def test_an_amendment_goes_to_its_next_state(drafter, amendment):
    url = reverse("amendments_admin:workspace", args=[amendment.pk])
    step = reverse("amendments:change_state", args=[amendment.pk, "withdrawn"])
    assert f"{step}?next={url}" in page_of(drafter, amendment)
    answer = drafter.post(step, {"reason": "No money.", "next": url}, follow=True)
    assert answer.redirect_chain[0][0] == url
    assert "The amendment is now: Withdrawn." in answer.content.decode()


def test_a_button_that_is_none_is_refused(drafter, amendment):
    assert "This cannot be done." in push(drafter, amendment, "explode")
    assert "This cannot be done." in push(drafter, amendment, "explode", amendment.instructions.first())
    assert sorted(keys(amendment)) == ["a01", "a02", "a03"]


def test_an_empty_workspace_says_how_to_begin(drafter, stage):
    blank = law.make_amendment(stage.world.section, stage.world.base, stage.world.drafter, "Blank")
    assert "No instruction yet." in page_of(drafter, blank)
    assert "Nothing changes yet." in page_of(drafter, blank, show="changed")


def test_a_folded_proposal_stands_with_its_holder_and_can_be_left_out(drafter, stage, amendment):
    row = proposed(stage, amendment, "replace_number", "2.1", old="12", new="14")
    assert f"{row.key} is taken into a01." in push(drafter, amendment, "take", row)
    page = page_of(drafter, amendment)
    assert f"{row.key} · 2.1: 12 → 14 – taken into" in page
    assert "the figure “10” shall be replaced by the figure “14”" in page
    assert row.key not in keys(amendment)
    left = push(drafter, amendment, "withdraw", row, reason="Too dear.")
    assert f"{row.key} is left out; what stood there before stands there again." in left
    assert "the figure “10” shall be replaced by the figure “12”" in left


def test_what_was_taken_into_a_withdrawn_instruction_stands_with_it(drafter, stage, amendment):
    row = proposed(stage, amendment, "replace_number", "2.1", old="12", new="14")
    push(drafter, amendment, "take", row)
    page = push(drafter, amendment, "withdraw", amendment.instructions.get(key="a01"), reason="Kept.")
    assert f"{row.key} · 2.1: 12 → 14 – taken into" in page
    assert "They give the text in force again" not in page
    assert "Leave out" not in page
    assert "the figure “10” shall be replaced by the figure “14”" in push(
        drafter, amendment, "take", amendment.instructions.get(key="a01")
    )


def test_what_cannot_be_folded_is_restated_at_the_push_of_a_button(drafter, stage, amendment):
    first = law.add(amendment, stage.world.drafter, "replace_words", "1.1", old="territory", new="waters")
    row = proposed(stage, amendment, "replace_words", "1.1", old="waters", new="ports")
    push(drafter, amendment, "withdraw", first, reason="Everywhere.")
    everywhere = law.operation("global_replace", "*", old="territory", new="waters", qualifier="all")
    AddInstruction(law.act_of(amendment), everywhere, actor=Actor.now(stage.world.drafter)).execute()
    page = push(drafter, amendment, "take", row)
    assert "replaces these words throughout the act" in page
    assert "Restate the provision" in page
    assert "in the ports of the Republic" in page
    assert row.key not in keys(amendment)
    assert f"{row.key} is in the draft." in push(drafter, amendment, "take", row, restate="1")
    assert amendment.instructions.get(pk=row.pk).op == "restate"


def proposed(stage, amendment, op, target, **given):
    act, actor = law.act_of(amendment), Actor.now(stage.world.secretary)
    return ProposeInstruction(act, law.operation(op, target, **given), actor=actor).execute()


ANNEX = {"heading": "List of tugs", "new": "1. Tug Aru.\n2. Tug Bela."}


def test_the_points_of_a_new_annex_have_their_numbers_and_can_be_opened(drafter, stage, amendment):
    opened = page_of(drafter, amendment).count(f"/amendments/{amendment.pk}/provisions/")
    row = law.add(amendment, stage.world.drafter, "insert_element", "annex 1", **ANNEX)
    assert list(row.operation["creates"]) == ["annex 1", "annex 1 article 1", "annex 1 article 2"]
    page = page_of(drafter, amendment)
    assert "annex_1__" not in page
    assert page.count(f"/amendments/{amendment.pk}/provisions/") == opened + 3


def test_a_provision_whose_instruction_lost_its_key_is_shown_and_cannot_be_opened(drafter, stage, amendment):
    row = law.add(amendment, stage.world.drafter, "insert_element", "annex 1", **ANNEX)
    opened = page_of(drafter, amendment).count(f"/amendments/{amendment.pk}/provisions/")
    row.operation["creates"].pop("annex 1 article 2")
    Instruction.objects.filter(pk=row.pk).update(operation=row.operation)
    page = page_of(drafter, amendment)
    assert "Tug Bela." in page
    assert page.count(f"/amendments/{amendment.pk}/provisions/") == opened - 1
