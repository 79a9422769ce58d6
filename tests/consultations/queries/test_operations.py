"""The operation that a proposed wording means."""

from consultations.queries.operations import operation_for
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
