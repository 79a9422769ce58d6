import pytest

from amendments.instructions.drafting_checks import doubts
from amendments.instructions.operations import NewElement, Op, Operation
from tests.amendments.instructions.conftest import act

ACT = act(
    ("1", "Scope", ""),
    ("1.1", "The authority keeps the data for 10 days."),
    ("1.2", "Another part, with the data."),
    ("2", "Final", "The end."),
)
STAYS = "The instruction restates only the text of 1 itself. What lies under it stays."
JOINED = "“and with” would be joined to the word before it without a space."


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (Operation(Op.RESTATE, "1", new="x"), [STAYS]),
        (Operation(Op.RESTATE, "1", new="x", level="heading"), []),
        (Operation(Op.RESTATE, "1", new="x", children=(NewElement("1.1", text="y"),)), []),
        (Operation(Op.RESTATE, "2", new="x"), []),
        (Operation(Op.RESTATE, "9", new="x"), []),
        (Operation(Op.REPLACE_WORDS, "1.2", old=", with", new="and with"), [JOINED]),
        (Operation(Op.REPLACE_WORDS, "1.2", old=", with", new=" , and with"), []),
        (Operation(Op.REPLACE_WORDS, "1.2", old="with", new="and with"), []),
    ],
)
def test_what_is_perhaps_not_meant_is_said(operation, said):
    assert [str(doubt) for doubt in doubts(ACT, operation)] == said
