"""Schedules of British and Irish acts: an annex with its heading, the section that speaks of it, and its paragraphs."""

import pytest

DOTTED = "An Act to test\n1. Powers\nThe Minister may act.\n2. Extent\n(1) It is wide.\n(2) It holds\u2014\n(a) here; or\n(b) there.\n"
BARE = "An Act to test\n1 Powers\n(1) The Minister may act.\n(2) She may not.\n2 Extent\nIt is wide.\n3 Commencement\nIt begins.\n"
LABELS = [
    ("SCHEDULE 1", "1", "", ""),
    ("SCHEDULE 1\nSection 2\nTESTS", "1", "TESTS", "Section 2"),
    ("SCHEDULE 1\n(Sections 1 and 2)\nTests", "1", "Tests", "(Sections 1 and 2)"),
    ("SCHEDULE 1 (Section 2)\nTests", "1", "Tests", "(Section 2)"),
    ("Schedule 1 \u2014 Tests", "1", "Tests", ""),
    ("Schedule 1\u2014Tests", "1", "Tests", ""),
    ("THE FIRST SCHEDULE\n(Section 1)\nTests", "FIRST", "Tests", "(Section 1)"),
    ("THE FIRST SCHEDULE", "FIRST", "", ""),
    ("First Schedule \u2014 Tests", "First", "Tests", ""),
    ("SCHEDULE (Section 2)\nTests", "", "Tests", "(Section 2)"),
    ("SCHEDULE\nTests", "", "Tests", ""),
    ("SCHEDULE TO THE ACT", "", "TO THE ACT", ""),
    ("Schedule to this Act", "", "to this Act", ""),
    ("## SCHEDULE 1 Tests", "1", "Tests", ""),
]
PARAGRAPHS = [
    "1. First.\n2. (1) Second.\n(2) More\u2014\n(a) one;\n(b) two.\n3. Third.\n",
    "1.\u2014(1) First.\n(2) More\u2014\n(a) one;\n(b) two.\n2. Second.\n3. Third.\n",
    "1\n(1) First.\n(2) More\u2014\n(a) one;\n(b) two.\n2\nSecond.\n3\nThird.\n",
    "1 First.\n2 (1) Second.\n(2) More\u2014\n(a) one,\n(b) two.\n3 Third.\n",
]
IN_PARTS = "PART 1\nGENERAL\n1. First.\n2. Second.\nPART 2\nSPECIAL\n3. Third.\n"


def below(tree, annex):
    """The numbered provisions below an annex, each with the number of the one it stands in."""
    elements = {element.key: element for element in tree}
    return [
        (elements[element.parent].number if element.parent != annex.key else "", element.number)
        for element in tree
        if element.number and element.key.startswith(f"{annex.key}__")
    ]


@pytest.mark.parametrize("paragraphs", PARAGRAPHS)
@pytest.mark.parametrize(("label", "number", "heading", "text"), LABELS)
@pytest.mark.parametrize("body", [DOTTED, BARE])
def test_a_schedule_is_an_annex_with_its_paragraphs(en, body, label, number, heading, text, paragraphs):
    parsed = en.parse(f"{body}{label}\n{paragraphs}")
    annex = next(element for element in parsed.tree if element.kind == "annex")
    assert (annex.number, annex.heading) == (number, heading)
    assert (annex.text or text) == text
    owner = "1" if "(1) First" in paragraphs else "2"
    assert below(parsed.tree, annex) == [
        *(("", each) for each in "123" if each <= owner),
        (owner, "1"), (owner, "2"), ("2", "a"), ("2", "b"),
        *(("", each) for each in "123" if each > owner),
    ]  # fmt: skip
    assert not parsed.stopping


@pytest.mark.parametrize("label", ["SCHEDULE 1", "Schedule 1 \u2014 Tests\nSection 2", "THE FIRST SCHEDULE"])
def test_the_parts_of_a_schedule_hold_its_paragraphs(en, label):
    parsed = en.parse(f"{DOTTED}{label}\n{IN_PARTS}")
    annex = next(element for element in parsed.tree if element.kind == "annex")
    assert below(parsed.tree, annex) == [("", "1"), ("1", "1"), ("1", "2"), ("", "2"), ("2", "3")]
    assert not parsed.stopping


def test_a_section_on_schedules_is_no_schedule(en):
    parsed = en.parse(BARE.replace("2 Extent", "2 Schedules"))
    assert [(element.kind, element.number) for element in parsed.tree if element.kind in {"annex", "article"}] == [
        ("article", "1"), ("article", "2"), ("article", "3"),
    ]  # fmt: skip
