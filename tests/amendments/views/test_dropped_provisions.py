"""The page of a provision that was only proposed says which later text does not have it any more."""

from django.urls import reverse

from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.models import Instruction
from tests.amendments.views.test_reading import key_of
from tests.factories import law

SAID = "Draft 2 does not have this provision any more"


def _page(stage, role, number):
    answer = stage.client(role).get(reverse("amendments:provision", args=[key_of(stage.draft, number)]))
    return " ".join(answer.content.decode().replace("</a>", "").split())


def test_the_page_of_a_provision_that_a_later_draft_dropped_says_so_to_those_who_read_that_draft(stage):
    world = stage.world
    stage.release("public")
    row = Instruction.objects.get(amended_act__amendment=world.amendment, operation__target="2.3")
    WithdrawInstruction(row, actor=Actor.now(world.drafter, reason="No.")).execute()
    law.add(world.amendment, world.drafter, "insert_element", "2.4", new="Cats pay half.")
    assert SAID not in _page(stage, "public", "2.3")
    later = law.seal(world.amendment, world.drafter)
    assert SAID not in _page(stage, "public", "2.3")
    assert SAID in _page(stage, "drafter", "2.3")
    law.release(later, "public", world.drafter, world.secretary)
    assert SAID in _page(stage, "public", "2.3")
    assert SAID not in _page(stage, "public", "2.1")
