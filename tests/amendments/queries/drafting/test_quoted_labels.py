"""An amending act that is read in another language quotes a new provision with the label that its act prints."""

import pytest

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.instructions.amending_act import ActPart, law_lines
from amendments.queries.drafting.amending_acts import act_in_work
from tests.factories import law

TEXT = """AZƏRBAYCAN RESPUBLİKASININ QANUNU
Bərələr haqqında
Maddə 1. Gediş haqqı
1.1. Gediş haqqı 10 manatdır.
Maddə 2. Vaxt
2.1. Bərələr günorta yola düşür.
"""


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_label_is_that_of_the_act(world, language):
    particulars = Particulars("Bərələr haqqında", "7-VQ", "az", country="az")
    parsed = law.parse(TEXT, "az", "az")
    base = ImportAct(world.section, parsed, particulars, actor=Actor.now(world.drafter)).execute()
    amendment = law.make_amendment(world.section, base, world.drafter)
    law.add(amendment, world.drafter, "insert_element", "1-1", heading="İtlər", new="İtlər də ödəyir.")
    lines = list(law_lines(act_in_work(amendment, language)))
    quoted = [line.words for line in lines if line.part is ActPart.QUOTED]
    assert quoted[0].lstrip("“«") == "Maddə 1-1. İtlər"
