import pytest

from amendments.errors import RefusedInstruction
from amendments.instructions.touches import words_in
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.showing.trees import tree_of
from tests.factories import law, several

SEVERAL = "part"  # every part of the act


def test_a_citation_of_several_provisions_is_refused_with_the_reason(world):
    with pytest.raises(RefusedInstruction, match="Several provisions have the number"):
        law.add(world.amendment, world.drafter, "replace_words", SEVERAL, old="coins", new="manats")


@pytest.mark.parametrize(("target", "is_known"), [("2.1", True), ("9.9", False), (SEVERAL, False)])
def test_only_the_text_of_one_provision_has_a_hash(world, target, is_known):
    assert bool(words_in(tree_of(law.act_of(world.amendment).base_version), target)) == is_known


def test_what_several_instructions_say_of_the_entry_into_force_is_doubted(world):
    for words in ("1 May 2027", "This Law enters into force on 1 May 2027.", "31 February 2027"):
        law.add(world.amendment, world.drafter, "commencement", "*", new=words)
    said = [each.doubts for each in working_draft(law.act_of(world.amendment)).steps]
    assert [len(each) for each in said] == [1, 1, 3]
    assert said[0] == said[1]
    assert "Instruction a03 says another entry into force." in said[0][0]
    assert "“31 February 2027”" in said[2][0]


@pytest.mark.whole
@pytest.mark.parametrize(
    "first", ["1 May 2027", "This Law enters into force 3 months after its publication."]
)
def test_the_times_of_two_acts_are_not_doubted_where_the_amending_act_names_their_articles(world, first):
    amendment = several.make_amendment(world.section, world.base, world.drafter)
    rows = [
        law.add(amendment, world.drafter, "commencement", "*", new=words, place=place)
        for place, words in enumerate((first, "This Law enters into force on 1 July 2027."), start=1)
    ]
    assert _doubts_of(amendment, rows[1]) == []
    third = law.add(amendment, world.drafter, "commencement", "*", new="It enters into force later.", place=3)
    (said,) = _doubts_of(amendment, rows[1])
    assert f"Instruction {third.key} says another entry into force." in said


def test_the_end_of_a_restated_point_is_doubted(world):
    row = law.add(world.amendment, world.drafter, "restate", "1.2.2", new="rafts")
    steps = working_draft(law.act_of(world.amendment)).steps
    assert next(step.doubts for step in steps if step.instruction == row) == [
        "1.2.2 ends without a full stop."
    ]


def _doubts_of(amendment, row):
    steps = working_draft(law.act_of(amendment, 2)).steps
    return next(step.doubts for step in steps if step.instruction == row)
