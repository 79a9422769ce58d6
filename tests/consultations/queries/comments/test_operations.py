"""The operation that a proposed wording means."""

import pytest

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from amendments.queries.drafting.drafts import working_draft
from consultations.errors.of_wordings import AfterPoints
from consultations.queries.comments.operations import operation_for
from tests.factories import law


def test_a_wording_with_lines_of_its_own_numbers_divides_the_provision(world):
    act = law.act_of(world.amendment)
    provision = world.text.entries.get(number="2.2").provision
    wording = "2.2. Children travel;\n2.2.1. free of charge."
    operation = operation_for(act, str(provision.pk), wording)
    row = law.add(world.amendment, world.drafter, "restate", "2.2", new=operation.new)
    assert (row.operation["new"], row.operation["children"]) == (
        "Children travel;",
        [{"number": "2.2.1", "heading": "", "text": "free of charge."}],
    )


def test_points_that_a_comment_leaves_out_stay(world):
    """Who comments on a provision reads its own words, without its points."""
    act = law.act_of(world.amendment)
    provision = world.base.entries.get(number="1.2").provision
    wording = "This Act does not apply to:\n1.2.3. canoes."
    actor = Actor.now(world.drafter)
    proposed = ProposeInstruction(act, operation_for(act, str(provision.pk), wording), actor=actor).execute()
    TakeInstruction(proposed, actor=actor).execute()
    tree = working_draft(law.act_of(world.amendment)).tree
    assert [(each.number, each.text) for each in tree if each.number.startswith("1.2")][:2] == [
        ("1.2", "This Act does not apply to:"),
        ("1.2.1", "rowing boats;"),
    ]
    assert tree.numbered("1.2.3")[-1].text == "canoes."


TAIL = "The person stays until then."


@pytest.mark.parametrize("has_parts", [True, False])
@pytest.mark.parametrize(
    "wording",
    [
        f"This Act does not apply to:\n1.2.1. rowing boats;\n1.2.2. rafts.\n{TAIL}",
        f"This Act does not apply to:\n1.2.3. canoes:\n1.2.3.1. of wood;\n1.2.3.2. of reed;\n{TAIL}\n1.2.4. rafts.",
        f"1.3. Nobody pays for:\n1.3.1. a dog;\n1.3.2. a cat.\n{TAIL}",
    ],
)
def test_a_sentence_after_points_becomes_part_of_none(world, wording, has_parts):
    act = law.act_of(world.amendment)
    provision = world.base.entries.get(number="1.2").provision
    with pytest.raises(AfterPoints, match=TAIL):
        operation_for(act, str(provision.pk), wording, has_parts=has_parts)


@pytest.mark.parametrize(
    "wording",
    [
        f"This Act does not apply to:\n1.2.1. rowing boats;\n{TAIL}\n1.2.2. rafts.",
        "This Act does not apply to boats.\nNobody pays.",
        f"Article 1-1. Dogs\n1-1.1. A dog travels.\n1-1.2. So does a cat.\n{TAIL}",
    ],
)
def test_a_sentence_that_can_only_belong_to_one_provision_is_taken(world, wording):
    act = law.act_of(world.amendment)
    provision = world.base.entries.get(number="1.2").provision
    assert operation_for(act, str(provision.pk), wording, has_parts=True)
