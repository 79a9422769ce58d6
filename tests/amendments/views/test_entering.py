"""What the amending law says of its own entry into force stands beside every redline."""

import pytest

from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.audit.actor import Actor
from tests.factories import law


@pytest.fixture
def two_drafts(stage, once):
    once(_two_drafts, stage)
    return stage


def _two_drafts(stage):
    """Two public drafts that enter into force at different times."""
    world, drafter = stage.world, stage.people["drafter"]
    first = "This Law enters into force 3 months after its publication."
    row = law.add(world.amendment, drafter, "commencement", "*", new=first)
    law.release(law.seal(world.amendment, drafter), "public", drafter, world.secretary)
    later = law.operation("commencement", "*", new=first.replace("3", "6"))
    EditInstruction(row, later, actor=Actor.now(drafter)).execute()
    law.release(law.seal(world.amendment, drafter), "public", drafter, world.secretary)


def read(stage, path):
    return stage.client("public").get(f"{stage.world.amendment.url}{path}").content.decode()


@pytest.mark.parametrize("view", ["inline", "side", "table", "changed"])
def test_the_public_reads_when_the_amendment_enters_into_force(two_drafts, view):
    assert "3 months after its publication" in read(two_drafts, f"v/2/redline/?view={view}")


def test_two_drafts_show_what_changed_of_it(two_drafts):
    shown = read(two_drafts, "compare/2/3/")
    assert '[deleted </span>3<span class="visually-hidden">]' in shown
    assert '[inserted </span>6<span class="visually-hidden">]' in shown


def test_a_draft_that_says_nothing_of_it_has_no_such_heading(two_drafts):
    two_drafts.release("public")
    assert "Entry into force of the amendment" not in read(two_drafts, "v/1/redline/")
