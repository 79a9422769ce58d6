"""The operation that a proposed wording means."""

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from amendments.queries.drafting.drafts import working_draft
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
