"""A proposed wording becomes an instruction, and the author sees it."""

import re

from django.test import Client

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.audit.actor import Actor
from amendments.models import Instruction
from consultations.models import Disposition
from tests.consultations.views.board.answering import PIECE, WANTED, url
from tests.factories import law


def test_the_wording_is_taken_in_the_row(secretary, comment):
    form = secretary.get(url("answer", comment.pk), headers=PIECE).content.decode()
    assert f'hx-post="{url("instruct", comment.pk)}" name="wording" value="{WANTED}"' in form
    done = secretary.post(url("instruct", comment.pk), {"wording": WANTED, "reason": ""}, headers=PIECE)
    assert "Accepted" in done.content.decode()
    assert Instruction.objects.get(status=Instruction.Status.PROPOSED).op


def test_wording_that_the_working_text_has_already_is_not_offered(secretary, world, comment):
    change = law.operation("replace_number", "2.1", old="20", new="15")
    AddInstruction(law.act_of(world.amendment), change, actor=Actor.now(world.drafter)).execute()
    form = secretary.get(url("answer", comment.pk), headers=PIECE).content.decode()
    assert url("instruct", comment.pk) not in form
    assert "The working text has the proposed wording already." in form
    typed = {"wording": WANTED, "reason": "As proposed.", "value": "", "revision": "0"}
    refused = secretary.post(url("instruct", comment.pk), typed, headers=PIECE)
    assert refused.status_code == 422
    assert "there is no change to propose" in refused.content.decode()
    assert "This field is required" not in refused.content.decode()  # nobody was asked for the answer
    assert "As proposed." in refused.content.decode()


def test_the_wording_becomes_an_instruction_in_one_step(secretary, world, comment):
    page = secretary.get(url("answer", comment.pk)).content.decode()
    assert WANTED in page
    secretary.post(url("instruct", comment.pk), {"wording": WANTED, "reason": ""})
    row = Instruction.objects.get(status=Instruction.Status.PROPOSED)
    assert row.operation["target"] == "2.1"
    answer = Disposition.objects.get()
    assert (answer.value, answer.targets.get().instruction) == ("accepted", row)


def test_wording_that_would_undo_a_later_change_restates_the_provision_at_the_push_of_a_button(
    secretary, world, comment
):
    everywhere = law.operation("global_replace", "*", old="crossing", new="passage", qualifier="all")
    AddInstruction(law.act_of(world.amendment), everywhere, actor=Actor.now(world.drafter)).execute()
    data = {"wording": "The fare is 20 coins. It is paid before the trip.", "reason": "Shorter."}
    refused = secretary.post(url("instruct", comment.pk), data)
    assert refused.status_code == 422
    assert "have changed the same words since this draft" in refused.content.decode()
    assert 'name="restate"' in refused.content.decode()
    assert not Disposition.objects.exists()
    secretary.post(url("instruct", comment.pk), {**data, "restate": "1"})
    row = Instruction.objects.get(status=Instruction.Status.PROPOSED)
    assert (row.op, row.operation["new"]) == ("restate", data["wording"])


def test_a_later_change_elsewhere_in_the_provision_stays(secretary, world, comment):
    later = law.operation("replace_words", "2.1", old="before the crossing", new="at the pier")
    AddInstruction(law.act_of(world.amendment), later, actor=Actor.now(world.drafter)).execute()
    assert (
        "at the pier" not in secretary.get(url("answer", comment.pk)).content.decode()
    )  # no draft says it yet
    secretary.post(url("instruct", comment.pk), {"wording": WANTED, "reason": ""})
    row = Instruction.objects.get(status=Instruction.Status.PROPOSED)
    assert (row.op, row.operation["old"], row.operation["new"]) == ("replace_number", "20", "15")
    assert Disposition.objects.get().value == "accepted"


def test_wording_that_changes_nothing_is_no_instruction(secretary, world, comment):
    words = "The fare is 20 coins. It is paid before the crossing."
    answer = secretary.post(url("instruct", comment.pk), {"wording": words, "reason": "x"})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_the_wording_can_be_previewed(secretary, comment):
    answer = secretary.post(url("instruct", comment.pk), {"wording": WANTED, "preview": "1"})
    assert answer.status_code == 200
    assert "<ins>" in answer.content.decode()
    assert not Disposition.objects.exists()


def test_a_preview_keeps_the_answer_that_stands(secretary, comment):
    data = {"value": "not_accepted", "reason": "The fare was agreed on.", "revision": "0"}
    secretary.post(url("answer", comment.pk), data)
    typed = {"wording": WANTED.replace("15", "16"), "reason": "A compromise.", "preview": "1"}
    answer = secretary.post(url("instruct", comment.pk), typed)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "The fare was agreed on.</textarea>" in page
    assert "A compromise.</textarea>" in page
    assert '<option value="not_accepted" selected>' in page
    assert 'name="revision" value="1"' in page


def test_a_wording_is_not_taken_over_an_answer_that_nobody_read(secretary, world, comment):
    page = secretary.get(url("answer", comment.pk)).content.decode()
    assert page.count('name="revision" value="0"') == 2
    assert page.count('id="id_revision"') == 1
    data = {"value": "not_accepted", "reason": "The fare was agreed on.", "revision": "0"}
    secretary.post(url("answer", comment.pk), data)
    late = {"wording": WANTED, "reason": "", "revision": "0"}
    refused = secretary.post(url("instruct", comment.pk), late)
    assert refused.status_code == 422
    assert "Somebody else saved this answer" in refused.content.decode()
    assert not Instruction.objects.filter(status=Instruction.Status.PROPOSED).exists()
    assert secretary.post(url("instruct", comment.pk), {**late, "revision": "1"}).status_code == 302


def test_who_was_told_of_another_answer_can_save_over_it(secretary, comment):
    data = {"value": "not_accepted", "reason": "The fare was agreed on.", "revision": "0"}
    secretary.post(url("answer", comment.pk), data)
    refused = secretary.post(url("answer", comment.pk), {**data, "reason": "It is too late."})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "It is too late.</textarea>" in page
    assert page.count('name="revision" value="1"') == 3  # the answer, the wording and the decision


def test_the_author_sees_what_the_comment_changed(client, secretary, world, comment):
    secretary.post(url("instruct", comment.pk), {"wording": WANTED, "reason": ""})
    secretary.post(url("decide", comment.pk), {"decided_in": "meeting 3", "revision": "1"}, follow=True)
    row = Instruction.objects.get(status=Instruction.Status.PROPOSED)
    client.force_login(world.ngo_author)
    page = client.get(comment.url).content.decode()
    assert "meeting 3" in page
    assert "Because of this comment" not in page  # in no released draft yet
    from amendments.actions.drafting.take_instruction import TakeInstruction

    TakeInstruction(row, actor=Actor.now(world.drafter)).execute()
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    page = client.get(comment.url).content.decode()
    assert "adopted verbatim" in page
    told = " ".join(page.split())
    assert "Because of this comment, Draft 2 makes this change in other words than before:" in told
    assert (
        f'<a href="{second.redline_url}#p-{comment.anchors.get().provision_id}">Instruction 2, 2.1</a>'
        in told
    )
    assert not re.search(rf"\b{row.key}\b", told)  # the drafters' code says nothing to the author
    assert "Instruction 2" in client.get(f"{second.redline_url}?view=table").content.decode().split("2.1")[1]
    assert "Draft 2" in page


def test_who_decides_reads_the_wording_that_the_answer_takes(secretary, world, comment):
    chair = Client()
    chair.force_login(world.chair)
    edited = WANTED.replace(".", " at most.")
    assert edited != WANTED
    assert "at most" not in chair.get(url("answer", comment.pk)).content.decode()
    secretary.post(url("instruct", comment.pk), {"wording": edited, "reason": "Clearer."})
    for headers in ({}, PIECE):
        page = chair.get(url("answer", comment.pk), headers=headers).content.decode()
        shown = page.partition("The wording that the answer takes, against the draft")[2]
        assert "at most" in re.sub("<[^>]*>", "", shown.partition("</div>")[0])


def test_who_decides_reads_what_the_answer_points_at(secretary, world, comment):
    row = world.amendment.instructions.first()
    typed = {"value": "accepted", "reason": "Clearer.", "instruction": row.pk, "effect": "changed"}
    secretary.post(url("answer", comment.pk), typed)
    chair = Client()
    chair.force_login(world.chair)
    for headers in ({}, PIECE):
        page = " ".join(chair.get(url("answer", comment.pk), headers=headers).content.decode().split())
        assert "Because of this comment" in page.partition(">Accepted<")[2]
        assert row.in_words in page.partition("Because of this comment")[2].partition("</ul>")[0]
