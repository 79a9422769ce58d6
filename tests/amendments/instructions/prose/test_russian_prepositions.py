"""Prepositions have their vowel where Russian says it, and are read with it."""

import pytest

from amendments.instructions.operations import Op, Operation
from amendments.instructions.prose.russian_prepositions import with_vowels
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood

SECOND = Operation(Op.REPLACE_WORDS, target="2.1", level="sentence:2", old="в втором", new="с словами")


def test_the_second_sentence_is_said_and_read_with_a_vowel():
    for mood in Mood:
        said = Russian().word(SECOND, mood)
        assert said.startswith("Во втором предложении статьи 2.1 слова «в втором» ")
        assert "«с словами»" in said
        (read,) = Russian().parse(said)
        assert read == SECOND


@pytest.mark.parametrize(
    ("bare", "said"),
    [
        ("в вторник", "во вторник"),
        ("В всех случаях", "Во всех случаях"),
        ("с второго", "со второго"),
        ("с словами", "со словами"),
        ("с статьёй 5", "со статьёй 5"),
        ("с частью", "с частью"),
        ("В статье 5", "В статье 5"),
        ("в воде", "в воде"),
        ("с 2 января", "с 2 января"),
        ("слов в первом", "слов в первом"),
        ("в ФСБ и с США", "в ФСБ и с США"),
        ("в Всеобщую декларацию", "во Всеобщую декларацию"),
        (
            "слова «Закон «О визах» заменить, в втором предложении",
            "слова «Закон «О визах» заменить, во втором предложении",
        ),
        ("«Закон «О ФСБ» и договор с статьями» с словами", "«Закон «О ФСБ» и договор с статьями» со словами"),
    ],
)
def test_a_vowel_stands_before_hard_consonants_alone(bare, said):
    assert with_vowels(bare) == said
