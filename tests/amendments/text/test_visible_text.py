"""No text that people type holds characters that its readers cannot see."""

from dataclasses import dataclass

import pytest
from django.http import QueryDict
from django.urls import reverse

from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.audit.actor import Actor
from amendments.errors import HiddenCharacter
from amendments.forms.importing import ImportForm
from amendments.forms.instruction_forms import ProvisionForm
from amendments.models import Instruction, Section
from amendments.provisions.hidden import hidden_in
from amendments.states import State
from amendments.text.visible_text import refuse_hidden
from portal.users.forms import NameForm
from tests.factories import law

TURNED = "Children \u202eyap\u202c half."
PLACE = "Children ▯yap▯ half."
SHIFTS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]


def test_what_nobody_sees_is_left_out_of_the_law():
    """It was kept: the word looked the same and no search found it."""
    form = ProvisionForm(QueryDict("text=The+ra%E2%80%8Bfts+are+fr%C2%ADee%EF%B8%8F."), has_heading=False)
    assert form.data["text"] == "The rafts are free."


@dataclass
class Said:
    words: tuple[str, ...]
    more: dict[str, str]


@pytest.mark.parametrize("code", SHIFTS, ids=hex)
def test_every_shift_of_direction_is_hidden(code):
    assert hidden_in(f"a{chr(code)}b").character.startswith(f"U+{code:04X} ")


@pytest.mark.parametrize("text", ["", "Maddə 1.\n\tmüddəa", "Ударе́ние", "soft\xadhyphen", "שלום, مرحبا"])
def test_what_is_written_in_any_language_is_not(text):
    assert hidden_in(text) is None
    refuse_hidden([text])


@pytest.mark.parametrize(
    "value", [TURNED, [TURNED], {"a": TURNED}, {TURNED: 1}, Said((TURNED,), {}), Said((), {"x": TURNED})]
)
def test_the_words_around_it_are_named(value):
    with pytest.raises(HiddenCharacter, match=rf"“{PLACE}” .*U\+202E RIGHT-TO-LEFT OVERRIDE"):
        refuse_hidden(value)


@pytest.mark.parametrize("name", ["new", "reason"])
def test_an_instruction_is_refused_beside_the_field(world, client, name):
    client.force_login(world.drafter)
    form = {"op": "insert_element", "target": "2.3", "new": "Dogs pay.", "save": "1", name: TURNED}
    page = client.post(reverse("amendments_admin:new_instruction", args=[world.amendment.pk]), form)
    assert {key: len(told) for key, told in page.context["form"].errors.items()} == {name: 1}
    assert PLACE in page.content.decode()
    assert not Instruction.objects.exists()


def test_an_action_refuses_whatever_form_it_comes_from(world):
    with pytest.raises(HiddenCharacter, match=PLACE):
        law.add(world.amendment, world.drafter, "insert_element", "2.3", new=TURNED)
    step = ChangeState(world.amendment, State.WITHDRAWN, actor=Actor.now(world.drafter, reason=TURNED))
    with pytest.raises(HiddenCharacter, match=PLACE):
        step.execute()
    with pytest.raises(HiddenCharacter, match=PLACE):
        law.make_act(world.section, world.drafter, text=f"LAW\n1. {TURNED}", number="2-L")


def test_an_action_refuses_it_before_it_asks_the_database_who_may(world):
    release = ReleaseVersion(world.base, "a\0b", actor=Actor.now(world.other))
    with pytest.raises(HiddenCharacter):
        release.execute()


def test_no_browser_cuts_off_what_is_pasted():
    for form, field in ((ImportForm(sections=Section.objects.none()), "title"), (NameForm(), "name")):
        assert form.fields[field].max_length
        assert "maxlength" not in str(form[field])
