"""A provision edited in place becomes instructions, all of them or none."""

import pytest
from django.urls import reverse

from amendments.provisions.tree import Kind, text_hash
from amendments.queries.drafting.drafts import working_draft
from tests.factories import law


@pytest.fixture(scope="module")
def standing_stage(standing_stage, add):
    """With an amendment without instructions."""
    world = standing_stage.world
    standing_stage.second = add(
        lambda: law.make_amendment(world.section, world.base, world.drafter, "Second")
    )
    return standing_stage


@pytest.fixture
def amendment(stage):
    return stage.second


def element_of(amendment, number):
    return next(element for element in working_draft(law.act_of(amendment)).tree if element.number == number)


def url_of(amendment, element):
    return reverse("amendments_admin:provision", args=[amendment.pk, element.key])


def form_of(element, **given):
    return {"text": element.text, "heading": element.heading, "seen": text_hash(element), **given}


def test_the_text_is_edited_and_the_instructions_follow(drafter, amendment):
    element = element_of(amendment, "2.1")
    opened = drafter.get(url_of(amendment, element))
    assert opened.context["form"].initial["text"] == element.text
    text = "The fare is 12 coins. It is paid before boarding."
    shown = drafter.post(
        url_of(amendment, element), form_of(element, text=text, preview="1")
    ).content.decode()
    assert "“10” shall be replaced by" in shown
    assert "[inserted </span>12" in shown
    assert not amendment.instructions.exists()
    answer = drafter.post(
        url_of(amendment, element), form_of(element, text=text, reason="Prices.", save="1"), follow=True
    )
    assert "2 instructions are added." in answer.content.decode()
    assert [row.reason for row in amendment.instructions.all()] == ["Prices.", "Prices."]
    assert element_of(amendment, "2.1").text == text


def test_the_heading_of_an_article_is_edited(drafter, amendment):
    element = element_of(amendment, "2")
    page = drafter.post(url_of(amendment, element), form_of(element, heading="Prices", save="1"), follow=True)
    assert "1 instruction is added." in page.content.decode()
    assert element_of(amendment, "2").heading == "Prices"
    assert (
        "heading" not in drafter.get(url_of(amendment, element_of(amendment, "2.2"))).context["form"].fields
    )


@pytest.mark.parametrize("focused", ["save", "later", "together", "over"])  # htmx sends that button too
def test_the_preview_alone_answers_the_script(drafter, amendment, focused):
    element = element_of(amendment, "2.2")
    data = {**form_of(element, text="Children travel at half price.", preview="1"), focused: "1"}
    live = drafter.post(url_of(amendment, element), data, headers={"HX-Request": "true"}).content.decode()
    assert "<form" not in live
    assert not amendment.instructions.exists()
    assert "half price" in live


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Children travel free of charge.", "The text is the same as before."),
        ("  Children travel free of charge.\r\n\r\n", "The text is the same as before."),
        ("", "Repeal it instead"),
    ],
)
def test_an_edit_that_says_nothing_is_refused(drafter, amendment, text, reason):
    element = element_of(amendment, "2.2")
    page = drafter.post(url_of(amendment, element), form_of(element, text=text, save="1")).content.decode()
    assert reason in page
    assert not amendment.instructions.exists()


def test_two_editors_see_both_wordings_and_the_second_chooses(drafter, stage, amendment):
    element = element_of(amendment, "2.2")
    law.add(amendment, stage.world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    mine = "Children and students travel free of charge."
    refused = drafter.post(url_of(amendment, element), form_of(element, text=mine, save="1"))
    assert "Somebody else saved this in the meantime." in refused.content.decode()
    assert refused.context["form"]["text"].value() == mine
    assert "Pupils travel free of charge." in refused.content.decode()
    again = drafter.post(url_of(amendment, element), form_of(element, text=mine, save="1"))
    page = again.content.decode()
    assert page.index("Somebody else saved this") < page.index(
        "Two wordings"
    )  # first what happened, then the choice
    assert amendment.instructions.count() == 1
    chosen = form_of(element, text=mine, over=again.context["conflict"].seen)
    assert drafter.post(url_of(amendment, element), chosen).status_code == 302
    assert element_of(amendment, "2.2").text == mine


def stale(element, text):
    """What a form posts that was opened before somebody else saved."""
    return form_of(element, text=text, was=element.text, was_heading=element.heading)


def test_changes_of_different_words_are_set_together(drafter, stage, amendment):
    element = element_of(amendment, "2.2")
    law.add(amendment, stage.world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    mine = stale(element, "Children travel free of charge until noon.")
    refused = drafter.post(url_of(amendment, element), {**mine, "save": "1"})
    page = refused.content.decode()
    assert "The changes touch different words, so both can stand." in page
    assert refused.context["conflict"].by == str(stage.world.drafter)
    assert 'aria-hidden="true">A</span> <ins class="proposal is-a">' in page
    together = drafter.post(url_of(amendment, element), {**mine, "together": "1"})
    form = together.context["form"]
    assert "Both changes are set together" in together.content.decode()
    assert form["text"].value() == "Pupils travel free of charge until noon."
    assert amendment.instructions.count() == 1
    given = {name: form[name].value() for name in ("text", "seen", "was", "was_heading")}
    assert drafter.post(url_of(amendment, element), {**given, "save": "1"}).status_code == 302
    assert element_of(amendment, "2.2").text == "Pupils travel free of charge until noon."


def test_who_decides_later_keeps_the_own_wording_as_a_proposal(drafter, stage, amendment):
    element = element_of(amendment, "2.2")
    law.add(amendment, stage.world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    mine = {**stale(element, "Students travel free of charge."), "reason": "Students too."}
    refused = drafter.post(url_of(amendment, element), {**mine, "save": "1"}).content.decode()
    assert "Decide later: keep mine as a proposal" in refused
    kept = drafter.post(url_of(amendment, element), {**mine, "later": "1"}, follow=True)
    assert "Your wording is kept as the proposed instruction" in kept.content.decode()
    row = amendment.instructions.get(status="proposed")
    assert row.reason == "Students too."
    assert element_of(amendment, "2.2").text.startswith("Pupils ")
    take = reverse("amendments_admin:instruction_step", args=[amendment.pk, row.pk, "take"])
    drafter.post(take, {"revision": row.revision})
    assert element_of(amendment, "2.2").text == "Students travel free of charge."


def test_who_would_keep_what_cannot_be_said_keeps_the_form(drafter, stage, amendment):
    element = element_of(amendment, "2.2")
    law.add(amendment, stage.world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    answer = drafter.post(url_of(amendment, element), {**stale(element, ""), "later": "1"})
    assert "A provision without text is no law." in answer.content.decode()
    assert not amendment.instructions.filter(status="proposed").exists()


def test_changes_of_the_same_words_are_merged_by_hand(drafter, stage, amendment):
    element = element_of(amendment, "2.2")
    law.add(amendment, stage.world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    mine = stale(element, "Students travel free of charge.")
    refused = drafter.post(url_of(amendment, element), {**mine, "save": "1"}).content.decode()
    assert "Both change the same words." in refused
    by_hand = drafter.post(url_of(amendment, element), {**mine, "together": "1"})
    form = by_hand.context["form"]
    assert "Write what shall hold" in by_hand.content.decode()
    assert form["text"].value() == "Students travel free of charge."
    given = {"text": "Pupils and students travel free of charge.", "seen": form["seen"].value(), "save": "1"}
    assert drafter.post(url_of(amendment, element), given).status_code == 302
    assert element_of(amendment, "2.2").text == "Pupils and students travel free of charge."


def test_all_are_added_or_none(drafter, amendment, monkeypatch):
    from amendments.actions.drafting.add_derived_instructions import AddDerivedInstructions
    from amendments.errors import RefusedInstruction

    take_in, calls = AddDerivedInstructions.take_in, []

    def second_fails(self, row, operation):
        calls.append(operation)
        if len(calls) == 2:
            raise RefusedInstruction("The second one does not fit.")
        return take_in(self, row, operation)

    monkeypatch.setattr(AddDerivedInstructions, "take_in", second_fails)
    element = element_of(amendment, "2.1")
    text = "The fare is 12 coins. It is paid before boarding."
    page = drafter.post(url_of(amendment, element), form_of(element, text=text, save="1")).content.decode()
    assert "The second one does not fit." in page
    assert len(calls) == 2
    assert not amendment.instructions.exists()


def test_the_kinds_of_instruction_are_offered_with_the_target(drafter, amendment):
    page = drafter.get(url_of(amendment, element_of(amendment, "2.2"))).content.decode()
    assert "?op=repeal&amp;target=2.2" in page
    assert "?op=insert_element&amp;after=2.2" in page


def test_earlier_instructions_on_the_provision_are_named(drafter, stage, amendment):
    row = law.add(amendment, stage.world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    page = drafter.get(url_of(amendment, element_of(amendment, "2.2"))).content.decode()
    assert reverse("amendments_admin:instruction", args=[amendment.pk, row.pk]) in page


def test_the_title_is_edited_like_any_provision(drafter, amendment):
    title = next(iter(working_draft(law.act_of(amendment)).tree))
    assert title.kind is Kind.TITLE
    page = drafter.post(url_of(amendment, title), form_of(title, text="On Ferries", save="1"), follow=True)
    assert "1 instruction is added." in page.content.decode()
    assert next(iter(working_draft(law.act_of(amendment)).tree)).text == "On Ferries"


def test_an_unknown_provision_is_not_edited(drafter, amendment):
    unknown = reverse(
        "amendments_admin:provision", args=[amendment.pk, "00000000-0000-4000-8000-000000000000"]
    )
    assert drafter.get(unknown, follow=True).status_code == 404


def test_sentences_that_are_added_are_worded_as_that(drafter, amendment):
    element = element_of(amendment, "2.2")
    text = "Children travel free of charge. So do dogs. So do cats."
    page = drafter.post(url_of(amendment, element), form_of(element, text=text, preview="1")).content.decode()
    assert "A second sentence and a third sentence shall be added to Article 2.2" in page
    drafter.post(url_of(amendment, element), form_of(element, text=text, save="1"))
    assert amendment.instructions.get().operation["level"] == "sentence:2"


def test_a_sentence_added_beside_changed_words_is_an_instruction_of_its_own(drafter, amendment):
    element = element_of(amendment, "2.2")
    text = "Pupils travel free of charge. So do dogs."
    drafter.post(url_of(amendment, element), form_of(element, text=text, save="1"))
    assert [row.op for row in amendment.instructions.all()] == ["replace_words", "add_sentence"]
    assert element_of(amendment, "2.2").text == text


def test_a_provision_is_split_in_its_text(drafter, amendment):
    element = element_of(amendment, "2.2")
    text = "Children travel:\n2.2.1. free of charge;\n2.2.2. with a vest."
    page = drafter.post(url_of(amendment, element), form_of(element, text=text, save="1"), follow=True)
    assert "2 instructions are added." in page.content.decode()
    tree = working_draft(law.act_of(amendment)).tree
    assert [(each.number, each.text) for each in tree.family(element_of(amendment, "2.2"))] == [
        ("2.2", "Children travel:"),
        ("2.2.1", "free of charge;"),
        ("2.2.2", "with a vest."),
    ]
    wrong = form_of(element_of(amendment, "2.1"), text="The fare is low.\n9.1. Dogs pay.", save="1")
    page = drafter.post(url_of(amendment, element_of(amendment, "2.1")), wrong).content.decode()
    assert "Line 2, “9.1. Dogs pay.”" in page


def test_words_written_over_a_repeal_replace_it(drafter, stage, amendment):
    row = law.add(amendment, stage.world.drafter, "repeal", "2.2")
    element = element_of(amendment, "2.2")
    page = drafter.post(
        url_of(amendment, element), form_of(element, text="Pupils pay half.", save="1"), follow=True
    )
    assert "1 instruction is added." in page.content.decode()
    assert element_of(amendment, "2.2").text == "Pupils pay half."
    row.refresh_from_db()
    assert row.status == row.Status.FOLDED
    assert [kept.operation["op"] for kept in amendment.instructions.filter(status=row.Status.TAKEN)] == [
        "restate"
    ]


def test_a_repealed_provision_saved_as_it_stands_changes_nothing(drafter, stage, amendment):
    law.add(amendment, stage.world.drafter, "repeal", "2.2")
    element = element_of(amendment, "2.2")
    page = drafter.post(url_of(amendment, element), form_of(element, save="1")).content.decode()
    assert "The text is the same as before." in page
