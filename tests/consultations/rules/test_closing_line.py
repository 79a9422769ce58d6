from dataclasses import replace

import pytest

from amendments.provisions.tree import Element, Kind, Tree
from consultations.rules.closing_line import closing_line

HEAD = Element("head", Kind.PART, "8.4", text="The authority:")
FIRST = Element("a", Kind.POINT, "a", text="registers;", parent="head")
LAST = Element("b", Kind.POINT, "b", text="decides.", parent="head")
GONE = Element("c", Kind.POINT, "c", parent="head", repealed=True)
BEFORE = Tree([HEAD, FIRST, LAST, GONE])


def worded(element, text):
    return replace(element, text=text)


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (worded(LAST, "decides.\nThe person stays."), "The person stays."),
        (worded(LAST, "decides.\n \nThe person stays."), "The person stays."),
        (worded(LAST, "decides today."), ""),
        (worded(FIRST, "registers;\nThe person stays."), ""),
        (worded(LAST, "row\tcell\nrow\tcell"), ""),
        (worded(HEAD, "The authority\nThe person stays."), ""),
    ],
)
def test_a_line_behind_the_last_point_that_stands_is_found(after, found):
    assert closing_line(BEFORE, BEFORE.changed([after]), "head") == found


def test_a_point_that_is_worded_by_itself_has_the_lines_that_it_is_given():
    after = BEFORE.changed([worded(LAST, "decides.\nThe person stays.")])
    assert closing_line(BEFORE, after, "b") == ""


def test_a_line_that_the_law_keeps_there_already_may_stay_or_be_worded_anew():
    before = BEFORE.changed([worded(LAST, "decides.\nThe person stays.")])
    assert closing_line(before, before.changed([worded(LAST, "decides.\nThe person waits.")]), "head") == ""
    new = Element("d", Kind.POINT, "d", text="reports.\nThe person stays.", parent="head")
    after = before.changed([worded(LAST, "decides;")]).inserted(new, GONE.key)
    assert closing_line(before, after, "head") == ""


def test_a_point_that_goes_brings_no_line():
    assert closing_line(BEFORE, BEFORE.without([LAST]), "head") == ""
