"""Words that letters share."""

import pytest

from consultations.letters.wording import inner_quotes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("No marks.", "No marks."),
        ("On “A” and “B”.", "On “A” and “B”."),
        ("On ““A” Act” now.", "On “‘A’ Act” now."),
        ("О ««А» закон» и «Б».", "О «„А“ закон» и «Б»."),
        ("О «„А“ закон».", "О «„А“ закон»."),
        ("On “‘A’ Act”, the owner’s.", "On “‘A’ Act”, the owner’s."),
        ("““A” of ““B” C”” D", "“‘A’ of ‘‘B’ C’” D"),
        ("Open “A and ”.", "Open “A and ”."),
    ],
)
def test_a_title_in_quotation_marks_has_inner_ones(words, said):
    assert inner_quotes(words) == said


def test_words_are_kept():
    assert inner_quotes("") == ""
