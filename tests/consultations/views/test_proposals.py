"""A proposed text on every page that shows it: a wording, a new provision, or a few words."""

import re

import pytest
from django.urls import reverse

from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from amendments.models import Instruction
from consultations.models import Comment, Disposition
from tests.factories import consultation as make, law

NEW = "2.3. Dogs pay half of the fare."


@pytest.fixture
def comment(world):
    """A new provision, proposed on 2.1."""
    passage = make.chosen(world.draft, "2.1")
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content(passage, proposed_text=NEW))
    make.send(row.submission, world.ngo_focal)
    return row


def page_of(client, name, *args):
    return client.get(reverse(f"consultations:{name}", args=args)).content.decode()


def test_every_page_shows_a_new_provision_as_one(secretary, world, comment):
    passage = str(world.text.entries.get(number="2.1").provision_id)
    form = reverse("consultations:preview", args=[world.round.pk, passage])
    pages = {
        "form": secretary.post(form, {"proposed_text": NEW}).content.decode(),
        "comment": secretary.get(comment.url).content.decode(),
        "board": page_of(secretary, "board", world.round.pk),
        "answer": page_of(secretary, "answer", comment.pk),
    }
    assert [name for name, page in pages.items() if "New provision 2.3" not in page] == []
    assert [name for name, page in pages.items() if "<del>" in page] == []
    assert f"{NEW}</textarea>" in pages["answer"]


def test_it_is_executed_as_a_new_provision_and_found_in_the_next_draft(client, secretary, world, comment):
    secretary.post(reverse("consultations:instruct", args=[comment.pk]), {"wording": NEW, "reason": ""})
    row = Instruction.objects.get(status=Instruction.Status.PROPOSED)
    assert (row.op, row.operation["target"], row.operation["new"]) == (
        "insert_element",
        "2.3",
        "Dogs pay half of the fare.",
    )
    assert Disposition.objects.get().value == "accepted"
    TakeInstruction(row, actor=Actor.now(world.drafter)).execute()
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    texts = [(entry.number, entry.texts.get().text.body) for entry in law.text_in(second).entries.all()]
    assert texts[-2:] == [("2.2", "Children travel free of charge."), ("2.3", "Dogs pay half of the fare.")]
    client.force_login(world.ngo_author)
    assert "adopted verbatim" in client.get(comment.url).content.decode()


def test_a_wording_for_a_repealed_provision_takes_the_place_of_the_repeal(secretary, world):
    words = "Children and students travel free of charge."
    content = make.content(make.chosen(world.draft, "2.2"), proposed_text=words)
    comment = make.draft(world.round, world.ngo_author, world.ngo, content)
    make.send(comment.submission, world.ngo_focal)
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    secretary.post(reverse("consultations:instruct", args=[comment.pk]), {"wording": words, "reason": ""})
    row = Instruction.objects.get(status=Instruction.Status.PROPOSED)
    assert (row.op, row.operation["new"]) == ("restate", words)
    TakeInstruction(row, actor=Actor.now(world.drafter)).execute()
    second = law.seal(world.amendment, world.drafter)
    texts = {entry.number: entry.texts.get().text.body for entry in law.text_in(second).entries.all()}
    assert texts["2.2"] == words


@pytest.mark.parametrize("label", ["2.1. ", "2.1) ", ""])
def test_a_proposal_with_the_number_of_its_provision_is_taken_whole_as_it_is_prefilled(
    secretary, world, label
):
    words = "The fare is 15 coins. It is paid before the crossing."
    content = make.content(make.chosen(world.draft, "2.1"), proposed_text=f"{label}{words}")
    comment = make.draft(world.round, world.ngo_author, world.ngo, content)
    make.send(comment.submission, world.ngo_focal)
    page = page_of(secretary, "answer", comment.pk)
    prefilled = re.search(r"<textarea[^>]*name=.wording.[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)[1]
    url = reverse("consultations:instruct", args=[comment.pk])
    assert secretary.post(url, {"wording": prefilled, "reason": ""}).status_code == 302
    assert Disposition.objects.get().value == "accepted"
    row = Instruction.objects.get(status=Instruction.Status.PROPOSED)
    assert (row.operation["old"], row.operation["new"]) == ("20", "15")


def test_a_number_that_is_taken_is_refused_and_the_text_is_kept(secretary, comment):
    taken = NEW.replace("2.3", "2.2")
    answer = secretary.post(
        reverse("consultations:instruct", args=[comment.pk]), {"wording": taken, "reason": "x"}
    )
    assert answer.status_code == 422
    assert "There is a provision 2.2 already." in answer.content.decode()
    assert f"{taken}</textarea>" in answer.content.decode()


def test_it_can_be_proposed_on_a_provision_that_the_draft_repeals(secretary, world):
    passage = make.chosen(world.draft, "1.2.2", in_base=True)
    row = make.draft(
        world.round, world.ngo_author, world.ngo, make.content(passage, proposed_text="1.2.3. kayaks.")
    )
    make.send(row.submission, world.ngo_focal)
    assert "1.2.3. kayaks.</textarea>" in page_of(secretary, "answer", row.pk)
    secretary.post(reverse("consultations:instruct", args=[row.pk]), {"wording": "1.2.3. kayaks."})
    assert Instruction.objects.get(status=Instruction.Status.PROPOSED).operation["target"] == "1.2.3"


def test_a_few_words_never_strike_out_a_provision(secretary, world):
    passage = make.chosen(world.draft, "2.1", "20 coins")
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content(passage, proposed_text="15"))
    make.send(row.submission, world.ngo_focal)
    board, answer = page_of(secretary, "board", world.round.pk), page_of(secretary, "answer", row.pk)
    assert "<ins>15</ins>" in board
    assert "<del>" not in board
    assert "The fare is 20 coins. It is paid before the crossing.</textarea>" in answer
    assert "A few words to be worked into the text" in secretary.get(row.url).content.decode()


@pytest.mark.parametrize(("proposed", "kind"), [(NEW, "insert"), ("The fare is 15 coins.", "wording")])
def test_the_kind_of_a_comment_follows_from_what_was_proposed(client, world, proposed, kind):
    client.force_login(world.ngo_author)
    passage = world.text.entries.get(number="2.1").provision_id
    data = {
        "stance": "opposes",
        "rationale": "Because.",
        "proposed_text": proposed,
        "visibility": "public",
        "identity": "shown",
        "language": "en",
        "priority": "medium",
        "acting_for": str(world.ngo.pk),
    }
    client.post(reverse("consultations:comment_on", args=[world.round.pk, passage]), {**data, "save": "1"})
    assert Comment.objects.get().kind == kind
