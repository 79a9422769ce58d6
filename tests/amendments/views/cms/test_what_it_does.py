"""What the preview of an instruction says of the instruction that repeals its provision."""

import re

import pytest
from django.urls import reverse

from amendments.instructions.touches import named
from amendments.provisions.tree import text_hash
from amendments.queries.drafting.drafts import working_draft
from tests.factories import law

ADVICE = "repeals 2.2. Withdraw it to keep the provision."


@pytest.mark.parametrize("button", ["preview", "save"])
def test_a_number_that_the_list_repeals_names_the_instruction(drafter, stage, button):
    amendment = stage.world.amendment
    row = law.add(amendment, stage.world.drafter, "repeal", "2.2")
    given = {"op": "insert_element", "target": "2.2", "new": "Dogs pay half.", button: "1"}
    page = drafter.post(reverse("amendments_admin:new_instruction", args=[amendment.pk]), given)
    assert f"Instruction {row.key} {ADVICE}" in page.content.decode()


def test_words_changed_in_what_the_list_repeals_say_that_it_would_be_law_again(drafter, stage):
    amendment = stage.world.amendment
    url = reverse("amendments_admin:new_instruction", args=[amendment.pk])
    given = {"op": "replace_words", "target": "2.2", "old": "Children", "new": "Pupils", "preview": "1"}
    assert "law again" not in drafter.post(url, given).content.decode()
    row = law.add(amendment, stage.world.drafter, "repeal", "2.2")
    said = f"Instruction {row.key} repeals 2.2. It would be law again: the repeal leaves the list."
    assert said in drafter.post(url, given).content.decode()


def test_a_new_provision_after_the_one_that_holds_it_is_previewed_as_its_first(drafter, stage):
    url = reverse("amendments_admin:new_instruction", args=[stage.world.amendment.pk])
    given = {
        "op": "insert_element",
        "target": "2.0",
        "after": "Article 2",
        "new": "Dogs pay half.",
        "preview": "1",
    }
    page = drafter.post(url, given).content.decode()
    assert "At the beginning of Article 2 the following Article 2.0 shall be inserted" in page
    given |= {"target": "1-1", "after": "chapter 1", "heading": "Dogs"}
    page = drafter.post(url, given).content.decode()
    assert "At the beginning of chapter 1 the following Article 1-1 shall be inserted" in page
    assert "CHAPTER 1-1" not in page


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"op": "insert_element", "target": "8"}, False),  # the point of the annex is another provision
        ({"op": "insert_element", "target": "1"}, True),
        ({"op": "replace_words", "target": "8"}, True),
    ],
)
def test_beside_a_new_provision_stands_nothing_else_that_prints_its_number(drafter, stage, given, shown):
    world = stage.world
    text = "ACT\n\nArticle 1. Scope\nIt applies.\n\nAnnex\nOrder\n\n7. Seven.\n8. Eight.\n"
    base = law.make_act(world.section, world.drafter, text=text, number="8-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Eighth")
    page = drafter.get(reverse("amendments_admin:new_instruction", args=[amendment.pk]), given)
    assert bool(page.context["present"]) is shown


def test_points_typed_in_another_order_than_the_text_has_them_are_said_before_and_after_saving(
    drafter, stage
):
    amendment = stage.world.amendment
    url = reverse("amendments_admin:new_instruction", args=[amendment.pk])
    new = "These pay:\na) dogs;\nc) cats;\nb) birds."
    given = {"op": "insert_element", "target": "2-1", "heading": "Animals", "new": new}
    said = "2-1(b) is written after 2-1(c), but stands before it in the text."
    assert said in drafter.post(url, {**given, "preview": "1"}).content.decode()
    assert said in drafter.post(url, {**given, "save": "1"}, follow=True).content.decode()


def test_a_form_that_is_sent_again_says_that_its_instruction_was_saved_already(drafter, stage):
    amendment = stage.world.amendment
    url = reverse("amendments_admin:new_instruction", args=[amendment.pk])
    given = {"op": "add_sentence", "target": "2.2", "new": "So do dogs.", "save": "1"}
    given["seen_list"] = drafter.get(url).context["form"].initial["seen_list"]
    said = [drafter.post(url, given, follow=True).content.decode()]
    drafter.post(url, {**given, "target": "2.1"})
    said.append(drafter.post(url, given, follow=True).content.decode())
    assert ["This instruction was saved already." in page for page in said] == [False, True]
    count = amendment.instructions.count()
    given["seen_list"] = drafter.get(url).context["form"].initial["seen_list"]
    page = drafter.post(url, given).content.decode()
    assert "says the same already" in page
    assert 0 < page.index('name="save"') < page.index('name="again"')  # Enter in a field asks again
    assert amendment.instructions.count() == count
    drafter.post(url, {**given, "again": "1"})
    assert amendment.instructions.count() == count + 1


def test_restating_what_was_added_before_is_no_question_without_end(drafter, stage):
    amendment = stage.world.amendment
    url = reverse("amendments_admin:new_instruction", args=[amendment.pk])
    crossing = {"old": "crossing", "new": "passage", "qualifier": "all"}
    law.add(amendment, stage.world.drafter, "global_replace", "*", **crossing)

    def opened():
        return drafter.get(url).context["form"].initial["seen_list"]

    one = {"op": "replace_words", "target": "2.1", "old": "passage", "new": "trip"}
    other = {**one, "old": "trip", "new": "passage"}
    for typed in (one, other):
        drafter.post(url, {**typed, "seen_list": opened(), "restate": "1"})
    seen, button = opened(), "save"
    for _press in range(3):
        answer = drafter.post(url, {**one, "seen_list": seen, button: "1"})
        if answer.status_code == 302:
            break
        button = re.findall(r'name="(again|restate)"', answer.content.decode())[-1]
    assert answer.status_code == 302


def test_a_preview_quotes_an_item_as_printed_once_its_article_has_another_number(drafter, stage):
    world = stage.world
    text = "ACT\nArticle 1. Sale\n1. Honey is sold:\n(i) raw;\n(ii) strained.\nArticle 2. Jars\n1. Jars are clean.\n"
    base = law.make_act(world.section, world.drafter, text=text, number="9-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Ninth")
    becomes = [{"number": "8", "heading": "", "text": ""}]
    law.add(amendment, world.drafter, "renumber_and_add", "1", children=becomes)
    url = reverse("amendments_admin:new_instruction", args=[amendment.pk])
    given = {"op": "insert_element", "target": "8(1)(iii)", "new": "in combs.", "preview": "1"}
    assert "“(iii) in combs.”" in drafter.post(url, given).content.decode()


def test_a_number_typed_before_the_words_of_an_edited_part_is_asked_about_before_and_after_saving(
    drafter, stage
):
    world = stage.world
    text = "ACT\n\nArticle 1. Riders\n1. A rider heeds the signs.\n2. A rider heeds the lights.\n"
    base = law.make_act(world.section, world.drafter, text=text, number="9-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Ninth")
    element = named(working_draft(law.act_of(amendment)).tree, "1(1)")
    url = reverse("amendments_admin:provision", args=[amendment.pk, element.key])
    given = {"text": "1 A rider heeds the signs.", "heading": "", "seen": text_hash(element)}
    said = "The words of 1(1) begin with its number. Take it out, unless it is a figure of the sentence."
    assert said in drafter.post(url, {**given, "preview": "1"}).content.decode()
    drafter.post(url, {**given, "save": "1"})
    assert [step.doubts for step in working_draft(law.act_of(amendment)).steps] == [[said]]
