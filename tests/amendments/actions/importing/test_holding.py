"""Which actions wait for each other: while a long act is saved, its drafting body can go on drafting."""

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.models import Library
from tests.factories import law


def test_while_an_act_is_saved_the_library_is_held_and_not_the_body(world):
    given = Particulars("Code of Canals", "5-L", "en")
    saving = ImportAct(world.section, law.parse(law.ACT), given, actor=Actor.now(world.drafter))
    assert law.holds(saving, Library.objects.get())
    assert not law.holds(saving, world.section)
