import pytest

from amendments.provisions.printing import layout
from amendments.provisions.provision_errors import BadLayout


def fill(form, number="5", ordinal="", heading="", paragraphs=(), marks=(), cells=()):
    words = heading.split(" ") if heading else []
    return layout.fill(form, layout.Filling(number, ordinal, words, cells or [paragraphs], marks))


@pytest.mark.parametrize(
    ("form", "fields", "printed"),
    [
        ("\n\nMaddə {number}. {heading}", {"heading": "Ad"}, "\n\nMaddə 5. Ad"),
        ("{number}{ordinal} fəsil", {"ordinal": "-ci"}, "5-ci fəsil"),
        ("\n{number}. {text}", {"paragraphs": ["a"]}, "\n5. a"),
        ("\n{number}. {text}\n\n{text}", {"paragraphs": ["a", "b"]}, "\n5. a\n\nb"),
        ("\n{number}. {text}\n\n{text}", {"paragraphs": ["a"]}, "\n5. a"),
        ("\n{number}. {text}\n\n{text}", {"paragraphs": ["a", "b", "c"]}, "\n5. a\n\nb\n\nc"),
        ("\n{number}. {text}", {"paragraphs": ["a", "b"]}, "\n5. a\nb"),
        ("\n{number}. {text}", {}, "\n5."),
        ("\n{number}. {text}", {"heading": " [6]"}, "\n5. [6]"),
        ("\n{number}. ", {"heading": " [6]"}, "\n5. [6]"),
        ("\n\n{text}", {}, "\n\n"),
        ("A {number}\n{heading:2}\n{heading}", {"heading": "one two three"}, "A 5\none two\nthree"),
        ("A {number}\n{heading:2}\n{heading}", {"heading": "one two"}, "A 5\none two"),
        ("A {number}\n{heading:2}\n{heading}", {"heading": "a b c d"}, "A 5\na b\nc d"),
        ("{number}{mark}{mark}. {text}", {"marks": ["[1]"], "paragraphs": ["a"]}, "5[1]. a"),
        ("{{{number}}} {text}", {"paragraphs": ["{x}"]}, "{5} {x}"),
        ("\n{number}. {cell}\t{cell}", {"cells": [["a"], ["b"]]}, "\n5. a\tb"),
        ("\n{number}. {cell}\t{cell}", {"cells": [["a"]]}, "\n5. a\t"),
        ("\n{number}. {cell}\t{cell}", {"cells": [["a"], [], ["c"]]}, "\n5. a\t\tc"),
        ("\n{number}. {cell}", {"cells": [["a"], ["b"]]}, "\n5. a\tb"),
        ("|{number}|{cell}|{cell}|", {"cells": [["a"], ["b"], ["c"]]}, "|5|a|b|c|"),
        ("{cell}\n\n{text}\n\n\t\n\n{cell}", {"cells": [["a"], ["c"]]}, "a\n\n\t\n\nc"),
        ("{cell}\n\n{text}\n\n\t\n\n{cell}", {"cells": [["a", "b", "d"], ["c"]]}, "a\n\nb\n\nd\n\n\t\n\nc"),
        ("{number}. {text}", {"cells": [["a", "b"], ["c", "d"]]}, "5. a\nb\tc\nd"),
    ],
)
def test_slots_are_filled_and_empty_ones_leave_no_space(form, fields, printed):
    assert fill(form, **fields) == printed


@pytest.mark.parametrize("form", ["{number", "number}", "{title}", "{heading:x}"])
def test_a_stray_brace_is_refused(form):
    with pytest.raises(BadLayout, match="Stray brace"):
        layout.pieces(form)


def test_literal_braces_survive():
    assert fill(layout.escape("{number} }{ ")) == "{number} }{ "


@pytest.mark.parametrize(
    ("form", "blank"), [("\n\n\xa0\n\nMaddə", "\n\n\xa0\n\n"), ("Maddə", ""), ("", ""), ("{text}", "")]
)
def test_the_blank_lines_before_a_provision(form, blank):
    assert layout.leading_blank(form) == blank


def test_the_slots_of_a_layout():
    assert layout.slot_names("{number}. {heading:2} {text}") == {"number", "heading", "text"}
