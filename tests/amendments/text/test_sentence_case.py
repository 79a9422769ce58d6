"""The capital letter of a sentence."""

import pytest

from amendments.text.sentence_case import capitalised


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        ("ikinci cümlə", "az", "İkinci cümlə"),
        ("ışıq", "az", "Işıq"),
        ("item", "en", "Item"),
        ("в статье 5", "ru", "В статье 5"),
        ("5.1-ci maddə", "az", "5.1-ci maddə"),
        ("", "az", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_of_its_language(words, language, said):
    assert capitalised(words, language) == said
