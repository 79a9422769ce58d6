"""Definitions without a number that have lists of their own: what is read into the list above stops."""

import pytest

from amendments.provisions.losses.definitions import check_definitions
from amendments.provisions.numbers import Component
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.tree import Kind

ACT = "LAMPS ACT\n1. Short title\nThis is the Lamps Act.\n2. Meanings\n{}\n3. Extent\nThis Act extends to Wales.\n"


def places(en, text):
    return [
        finding.line for finding in en.parse(ACT.format(text)).stopping if finding.code == "missing_parent"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "In this Act—\n“lamp” means—\n(a) a light; or\n(b) a candle;\n“fish” means—\n(a) a carp;\n(b) a pike.",
            10,
        ),
        ('(1) In this Act—\n(a) a lamp;\n(b) a light; "fish"—\n(a) a carp;\n(b) a pike.', 8),
        ("In this Act—\n(a) a lamp;\n(b) a light; or\n“fish” includes—\n(i) a carp;\n(ii) a pike.", 9),
        ("In this Act—\n(a) a lamp;\n(b) a light. “Fish”, in a lake, means:\n(a) a carp.", 8),
        ("In this Act—\n(a) a lamp;\n(b) the following:\n“fish” means—\n(a) a carp;", 9),
    ],
)
def test_the_list_of_a_definition_below_another_list_stops(en, text, line):
    assert places(en, text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "(1) In this Act—\n“lamp” means a light;\n“fish” means—\n(a) a carp;\n(b) a pike.",
        "In this Act—\n(a) “fish” means—\n(i) a carp;\n(ii) a pike.\n(b) a lamp.",
        "(1) In subsection (2), “fish” means—\n(a) a carp;\n(b) a pike.",
        "In this Act—\n(a) a lamp;\n(b) as follows:\n“fish” means—\n(i) a carp;",
    ],
)
def test_the_list_of_a_definition_in_its_own_provision_does_not(en, text):
    assert not places(en, text)


def test_an_owner_without_a_number_is_called_by_its_kind():
    annex = Pending(Kind.ANNEX, 1)
    above = Pending(Kind.POINT, 2, annex, paragraphs=["“oil” is oil;", "“lamp” means:"])
    label = Label(Form.ITEM, Kind.POINT, "1", readings=(NumberReading("arabic)", (Component(1),)),))
    here = Pending(Kind.POINT, 4, annex, label, number="1")
    (finding,) = check_definitions([above, here])
    assert str(finding.message).endswith("was read below annex.")
