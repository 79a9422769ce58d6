"""Words changed in place where the amending act has no name for the provision: said at once, with what to do."""

import pytest

from amendments.actions.drafting.add_derived_instructions import AddDerivedInstructions
from amendments.audit.actor import Actor
from amendments.errors import RefusedInstruction
from amendments.provisions.tree import text_hash
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.edits import ProvisionEdit, derived
from tests.factories import law

ANNEX = "\n\nAnnex\n\nBoats\n\nSmall boats:\na) red boats;\nb) blue boats.\nLarge boats:\na) red ships;\nb) blue ships.\n"


@pytest.fixture
def amendment(world):
    text = law.make_act(world.section, world.drafter, text=law.ACT + ANNEX, number="6-L")
    return law.make_amendment(world.section, text, world.drafter, "On boats")


def edit(amendment, words, new):
    draft = working_draft(law.act_of(amendment))
    [element] = [each for each in draft.tree if each.text == words]
    return draft, ProvisionEdit(element.key, element.heading, new, text_hash(element))


@pytest.mark.parametrize(
    ("words", "new"),
    [("Large boats:", "Very large boats:"), ("red ships;", "green ships;"), ("blue boats.", "grey boats.")],
)
def test_an_edit_that_the_amending_act_cannot_say_is_refused_with_what_to_do(world, amendment, words, new):
    draft, edited = edit(amendment, words, new)
    said = r"Add the instruction “.+” for [Aa]nnex, with enough words"
    with pytest.raises(RefusedInstruction, match=said):
        derived(draft, edited)
    with pytest.raises(RefusedInstruction, match=said):
        AddDerivedInstructions(draft.act, edited, actor=Actor.now(world.drafter)).execute()


def test_what_is_said_instead_can_be_sealed(world, amendment):
    law.add(amendment, world.drafter, "global_replace", "annex", old="red ships", new="green ships")
    assert "green ships" in [each.text.rstrip(";") for each in working_draft(law.act_of(amendment)).tree]
    law.seal(amendment, world.drafter)


def test_a_point_that_can_be_named_is_edited_as_before(world):
    text = ANNEX.partition("Large")[0].replace("Small boats:\n", "")
    base = law.make_act(world.section, world.drafter, text=law.ACT + text, number="6-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "On boats")
    [operation] = derived(*edit(amendment, "red boats;", "green boats;")).operations
    assert operation.target == "annex point a"
