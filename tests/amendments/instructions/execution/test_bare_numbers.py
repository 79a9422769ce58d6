"""Where chapters count anew, a bare number names no place: 5 could follow the 4 of any of them."""

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

LANGUAGES = [(ENGLISH, "Chapter"), (RUSSIAN, "Глава"), (SCHEMES[0], "Fəsil")]
ANEW = "{0} 1. A\n1. One.\n2. Two.\n3. Three.\n4. Four.\n{0} 2. B\n1. One.\n2. Two.\n3. Three.\n{0} 3. C\n1. One."
ON = "{0} 1. A\n1. One.\n2. Two.\n{0} 2. B\n3. Three.\n4. Four."


def inserted(scheme, text, number):
    tree = scheme.parse(text).tree
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, target=number, new="New.")], scheme)
    return next(each for each in after if each.text == "New.")


@pytest.mark.parametrize("number", ["5", "2-1", "3-1"])
@pytest.mark.parametrize(("scheme", "word"), LANGUAGES)
def test_a_bare_number_is_refused_with_the_names_that_may_be_meant(scheme, word, number):
    with pytest.raises(Refused, match=rf"for example chapter 1\({number}\) or chapter 2\({number}\)"):
        inserted(scheme, ANEW.format(word), number)


@pytest.mark.parametrize(("scheme", "word"), LANGUAGES)
def test_the_name_of_a_chapter_says_it(scheme, word):
    assert inserted(scheme, ANEW.format(word), "chapter 2(4)").parent == "chp_2"


@pytest.mark.parametrize(("scheme", "word"), LANGUAGES)
def test_where_they_count_on_the_number_says_it(scheme, word):
    assert inserted(scheme, ON.format(word), "2-1").parent == "chp_1"
    assert inserted(scheme, ON.format(word), "5").parent == "chp_2"
