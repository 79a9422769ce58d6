"""The step after the vote: the last sealed draft becomes the text of the act."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.errors import NotAdoptable
from amendments.models import Amendment, Instruction, StateChange, Version
from amendments.queries.showing.trees import tree_of
from amendments.states import State
from tests.factories import law


@pytest.fixture
def amendment(stage):
    """An amendment that is signed."""
    found = stage.world.amendment
    found.state = State.SIGNED
    found.save(update_fields=["state"])
    return found


def address(amendment):
    return reverse("amendments_admin:adopt", args=[amendment.pk])


def workspace(client, amendment):
    return client.get(reverse("amendments_admin:workspace", args=[amendment.pk])).content.decode()


def told(stage, **more):
    return {
        "law_number": "2-L",
        "in_force": "2026-01-01",
        "is_compared": "on",
        "draft": str(stage.draft.pk),
        **more,
    }


@pytest.mark.parametrize(
    "role",
    ["public", "drafter", "other drafter", "secretary", "chair", "ombudsman", "administrator", "inactive"],
)
def test_the_drafters_of_the_body_alone_adopt(stage, amendment, role):
    client = stage.client(role)
    assert (client.get(address(amendment)).status_code == 200) == (role == "drafter")
    client.post(address(amendment), told(stage))
    assert stage.world.base.instrument.consolidated().count() == (2 if role == "drafter" else 1)


def test_the_page_says_what_will_happen_and_the_act_shows_the_new_text(stage, drafter, amendment):
    assert address(amendment) in workspace(drafter, amendment)
    page = drafter.get(address(amendment)).content.decode()
    assert "3 instructions. Its text becomes consolidated text 2 of Law 1-L." in page
    answer = drafter.post(address(amendment), told(stage, source="Gazette 5"), follow=True)
    act = answer.content.decode()
    assert "Consolidated text 2 is sealed. Ask for its release here." in act
    assert "/v/2/" in act
    version = stage.world.base.instrument.consolidated()[0]
    assert (version.text_of, version.law_number) == (law.text_in(stage.draft), "2-L")
    start = version.commencements.get()
    assert (start.date, start.source) == (date(2026, 1, 1), "Gazette 5")
    assert "12 coins" in drafter.get(version.url).content.decode()


def test_an_adopted_amendment_names_its_text_and_is_not_adopted_twice(stage, drafter, amendment):
    drafter.post(address(amendment), told(stage))
    page = workspace(drafter, amendment)
    assert "Adopted by 2-L: Consolidated text 2" in page
    assert "The act has a newer text" not in page
    assert "Seal as the next draft" not in page
    assert address(amendment) not in page
    assert "The adoption is recorded already" in drafter.get(address(amendment)).content.decode()
    for change in ({"law_number": "3-L"}, {"in_force": "2026-02-01"}):
        refused = drafter.post(address(amendment), told(stage, **change))
        assert refused.status_code == 422
        assert "The adoption is recorded already: Consolidated text 2." in refused.content.decode()
        assert "Nothing is sealed yet" not in refused.content.decode()
    assert stage.world.base.instrument.consolidated().count() == 2


def test_the_list_of_an_adopted_amendment_offers_no_change(stage, drafter, amendment):
    proposal = law.operation("repeal", "1.2.2")
    ProposeInstruction(law.act_of(amendment), proposal, actor=Actor.now(stage.world.drafter)).execute()
    row = Instruction.objects.filter(amended_act__amendment=amendment).first()
    steps = ("take/", "withdraw/", "up/", "down/", "/provisions/", f'/{row.pk}/"')
    before = workspace(drafter, amendment)
    offered = [step for step in steps if step in before]
    assert len(offered) >= 5
    drafter.post(address(amendment), told(stage))
    page = workspace(drafter, amendment)
    assert "Adopted by 2-L" in page
    assert [step for step in offered if step in page] == []
    assert "history" in page
    assert reverse("amendments_admin:acts", args=[amendment.pk]) not in page


def test_a_second_click_is_answered_as_the_first(stage, drafter, amendment):
    log = ModelLogEntry.objects.filter(action="amendments.seal_consolidated")
    for _ in range(2):
        answer = drafter.post(address(amendment), told(stage), follow=True)
        (message,) = answer.context["messages"]
        assert str(message).startswith("Consolidated text 2 is sealed.")
    assert stage.world.base.instrument.consolidated().count() == 2
    assert log.count() == 1


def test_a_law_that_is_not_signed_is_not_sealed(stage, drafter):
    amendment = stage.world.amendment
    assert address(amendment) not in workspace(drafter, amendment)
    answer = drafter.post(address(amendment), told(stage))
    assert answer.status_code == 422
    assert "The amendment is not adopted yet." in answer.content.decode()


def test_an_amendment_without_a_sealed_draft_says_so(stage, drafter):
    blank = law.make_amendment(stage.world.section, stage.world.base, stage.world.drafter, "Blank")
    assert "There is no sealed draft." in drafter.get(address(blank)).content.decode()


def test_a_draft_on_an_older_text_is_moved_first(stage, drafter, amendment):
    rival = law.make_amendment(stage.world.section, stage.world.base, stage.world.drafter, "Rival")
    law.add(rival, stage.world.drafter, "repeal", "2.2")
    law.adopt(law.seal(rival, stage.world.drafter), stage.world.drafter, "3-L")
    page = drafter.get(address(amendment)).content.decode()
    assert "Another text of the act was sealed after this draft." in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"law_number": ""}, "This field is required."),
        ({"law_number": "№ 1 l"}, "This is the number of the act that is amended."),
        ({"is_compared": ""}, "This field is required."),
        ({"in_force": "9026-01-01"}, "more than 20 years away"),
        ({"in_force": "someday"}, "Enter a valid date."),
        ({"adopted": "2026-01-01", "in_force": "1999-01-01"}, "it cannot be before 1 January 2026"),
        ({"adopted": "2999-01-01"}, "This day is still to come."),
        ({"draft": "00000000-0000-4000-8000-000000000000"}, "Another draft was sealed in the meantime."),
    ],
)
def test_what_stands_in_the_way_is_told_and_nothing_is_sealed(stage, drafter, amendment, change, words):
    answer = drafter.post(address(amendment), told(stage, **change))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert stage.world.base.instrument.consolidated().count() == 1


def test_another_number_than_the_signed_one_is_asked_about(stage, drafter, amendment):
    signed = {"state": State.SIGNED, "number": "№ 2–l", "by": stage.world.drafter, "at": timezone.now()}
    StateChange.objects.create(amendment=amendment, **signed)
    question = "The number is 3-L, although the signing is recorded as No. № 2–l."
    assert question not in drafter.get(address(amendment)).content.decode()
    for button in ({"preview": "1"}, {}):
        asked = drafter.post(address(amendment), {**told(stage, law_number="3-L"), **button})
        assert question in asked.content.decode()
    assert "or correct the number." in asked.content.decode()
    assert "required" not in str(
        asked.context["form"]["is_other_number"]
    )  # the number may be corrected instead
    blank = drafter.post(address(amendment), told(stage, law_number="  "))
    assert "although the signing" not in blank.content.decode()
    assert stage.world.base.instrument.consolidated().count() == 1
    drafter.post(address(amendment), told(stage, law_number="3-L", is_other_number="on"))
    assert stage.world.base.instrument.consolidated().first().law_number == "3-L"


def test_the_signed_number_is_taken_without_a_question(stage, drafter, amendment):
    signed = {"state": State.SIGNED, "number": "№ 2–l", "by": stage.world.drafter, "at": timezone.now()}
    StateChange.objects.create(amendment=amendment, **signed)
    drafter.post(address(amendment), told(stage))
    assert stage.world.base.instrument.consolidated().first().law_number == "2-L"


def test_no_program_seals_the_text_under_the_number_of_the_act(stage, amendment):
    with pytest.raises(NotAdoptable, match="the number of the act that is amended"):
        law.adopt(stage.draft, stage.world.drafter, "1-L")


def test_everybody_gets_from_the_amendment_to_the_text_that_is_released(stage, drafter, amendment):
    drafter.post(address(amendment), told(stage))
    text = stage.world.base.instrument.consolidated().first()
    stage.release("public")
    assert text.url not in stage.client("public").get(amendment.url).content.decode()
    law.release(text, "public", stage.world.drafter, stage.world.secretary)
    page = stage.client("public").get(amendment.url).content.decode()
    assert f'href="{text.url}"' in page
    assert "Adopted by 2-L" in page


def test_the_page_costs_a_bounded_number_of_queries(stage, drafter, amendment, django_assert_max_num_queries):
    drafter.get(address(amendment))
    with django_assert_max_num_queries(25):
        drafter.get(address(amendment))


def test_the_record_is_shown_before_it_is_saved_and_can_be_corrected(stage, drafter, amendment):
    named = {"adopted": "2026-01-01", "gazettes": "Gazette 5", "law_name": "Act"}
    page = drafter.post(address(amendment), {**told(stage, **named), "preview": "1"})
    html = page.content.decode()
    assert page.status_code == 200
    assert "Act No. 2-L of 1 January 2026 (Gazette 5): In Article 2.1, the figure" in html
    assert 'value="Gazette 5"' in html
    assert stage.world.base.instrument.consolidated().count() == 1
    drafter.post(address(amendment), told(stage, **{**named, "gazettes": "Gazette 6"}))
    newest = stage.world.base.instrument.consolidated().first()
    lists = [element.text for element in tree_of(newest) if element.kind == "apparatus"]
    assert "Act No. 2-L of 1 January 2026 (Gazette 6)" in lists[0]
    assert "[1] Act No. 2-L" in lists[1]


OTHERS = {
    "ru": ("", "Статья 1. Лодки\n1. Лодка платит 10 монет.\n"),
    "az": ("az", "Maddə 1. Qayıqlar\n1.1. Qayıq 10 manat ödəyir.\n"),
}
NAMED = {
    "en": "Law No. 2-L of 1 January 2026 (Gazette 5)",
    "ru": "Закон № 2-L от 1 января 2026 года (Вестник 5)",
    "az": "2-L nömrəli Azərbaycan Respublikasının Qanunu (Məcmuə 5)",
}


@pytest.fixture
def in_three_languages(stage):
    """A signed amendment of an act in each language, sealed."""
    drafter, world = stage.people["drafter"], stage.world
    bases = []
    for language, (country, text) in OTHERS.items():
        parsed = law.parse(text, language, country)
        given = Particulars(
            f"Law {language}", f"9-{language}", language, country=country, date=date(2020, 1, 1)
        )
        bases.append(ImportAct(world.section, parsed, given, actor=Actor.now(drafter)).execute())
    amendment = law.make_amendment(world.section, world.base, drafter, "On boats", *bases)
    for place, target in ((1, "2.1"), (2, "1(1)"), (3, "1.1")):
        law.add(amendment, drafter, "replace_number", target, place=place, old="10", new="12")
    draft = law.seal(amendment, drafter)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)
    return draft


def test_acts_in_several_languages_name_the_law_each_in_its_own(stage, drafter, in_three_languages):
    place = address(in_three_languages.amendment)
    form = drafter.get(place).context["form"]
    assert not {"law_name", "gazettes"} & set(form.fields)
    given = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}
    assert [given[f"law_name_{each}"] for each in NAMED] == [
        "Law",
        "Закон",
        "Azərbaycan Respublikasının Qanunu",
    ]
    assert str(form.fields["law_name_ru"].label) == "Name of the law (Russian)"
    gazettes = {"gazettes_en": "Gazette 5", "gazettes_ru": "Вестник 5", "gazettes_az": "Məcmuə 5"}
    given |= {"law_number": "2-L", "adopted": "2026-01-01", "is_compared": "on", **gazettes}
    given["draft"] = str(in_three_languages.pk)
    shown = drafter.post(place, {**given, "preview": "1"}).content.decode()
    assert all(said in shown for said in NAMED.values())
    drafter.post(place, given)
    for version in Version.objects.filter(text_of__draft=in_three_languages):
        sources, changes = (each.text for each in tree_of(version) if each.kind == "apparatus")
        said = NAMED[version.instrument.language]
        assert said in sources
        assert said in changes


def test_what_was_changed_after_the_seal_is_sealed_or_undone_first(stage, drafter, amendment):
    row = law.add(amendment, stage.people["drafter"], "repeal", "1.2.2")
    page = drafter.get(address(amendment)).content.decode()
    assert "1 instruction was changed after Draft 1 was sealed." in page
    refused = drafter.post(address(amendment), told(stage))
    assert refused.status_code == 422
    assert stage.world.base.instrument.consolidated().count() == 1
    WithdrawInstruction(row, actor=Actor.now(stage.people["drafter"], reason="Not so.")).execute()
    drafter.post(address(amendment), told(stage))
    assert stage.world.base.instrument.consolidated().count() == 2


def test_the_page_says_which_text_gets_no_record(drafter, amendment, monkeypatch):
    said = "gets no footnotes and no closing lists"
    assert said not in drafter.get(address(amendment)).content.decode()
    monkeypatch.setattr("amendments.views.cms.adoption.frame_for", lambda instrument: None)
    assert said in drafter.get(address(amendment)).content.decode()
