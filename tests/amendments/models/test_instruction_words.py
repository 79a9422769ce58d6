"""How an instruction is named to readers."""

from amendments.models import Instruction


def test_readers_see_neither_the_key_nor_the_sign_of_the_whole_act():
    on_provision = Instruction(key="b02", op="replace_number", operation={"target": "8.2"})
    on_the_act = Instruction(key="b08", op="commencement", operation={"target": "*"})
    assert (on_provision.in_words, on_the_act.in_words) == ("Replace a figure 8.2", "Entry into force")
    assert str(on_provision) == "b02 Replace a figure 8.2"
