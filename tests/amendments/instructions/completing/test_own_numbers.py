"""The own number of a part or point, typed before its words without a stop: the act prints it, so it is taken off."""

from dataclasses import replace

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.drafting_checks import doubts_of_new, worded_anew
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

AZERI = SCHEMES[0]
IN_ENGLISH = "Article 3. Duties\n3.1. One pays.\n3.2. One rests:\n3.2.1. alone;\n3.2.2. at home.\n"
IN_RUSSIAN = "Статья 3. Долг\n3.1. Все платят.\n3.2. Все едят:\n3.2.1. хлеб;\n3.2.2. мёд.\n"
IN_AZERI = "Maddə 3. Borc\n3.1. Hamı ödəyir.\n3.2. Hamı yeyir:\n3.2.1. çörək;\n3.2.2. bal.\n"
LISTED = "Article 3. Duties\n1. A keeper shall:\n(1) pay;\n(2-1) report;\n(3) rest.\n2. It ends.\n"


def carried(text, scheme, op, target, new):
    """The words of a provision that an instruction gives, and what is doubtful of them."""
    tree = scheme.parse(text).tree
    operation = completed(tree, Operation(Op(op), target, new=new), scheme)
    after = execute(tree, [operation], scheme)
    keys = after.differing(tree) & set(after.by_key)
    asked = [*(key for key in keys if key not in tree.by_key), *worded_anew(tree, after, keys)]
    return named(after, operation.target).text, [str(each) for each in doubts_of_new(after, asked)]


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "new", "words"),
    [
        (IN_ENGLISH, ENGLISH, "restate", "3.1", "3.1 All pay.", "All pay."),
        (IN_ENGLISH, ENGLISH, "insert_element", "3.3", "3.3 “Bee” is read so.", "“Bee” is read so."),
        (IN_ENGLISH, ENGLISH, "insert_element", "3.2.3", "3.2.3 in bed.", "in bed."),
        (IN_RUSSIAN, RUSSIAN, "restate", "3.1", "3.1 В долгу все.", "В долгу все."),
        (IN_RUSSIAN, RUSSIAN, "append_element", "3.2.3", "3.2.3 рыбу.", "рыбу."),
        (IN_AZERI, AZERI, "restate", "3.1", "3.1 Şəhər ödəyir.", "Şəhər ödəyir."),
        (IN_AZERI, AZERI, "append_element", "3.2.3", "3.2.3 balıq.", "balıq."),
        (IN_AZERI, AZERI, "insert_element", "3.2-1", "3.2-1 Şəhər ödəyir.", "Şəhər ödəyir."),
    ],
)
def test_an_own_number_without_a_stop_is_taken_off(text, scheme, op, target, new, words):
    assert carried(text, scheme, op, target, new)[0] == words


def test_it_is_taken_off_where_a_text_is_edited():
    tree = AZERI.parse(IN_AZERI).tree
    element = replace(named(tree, "3.1"), text="3.1 Şəhər ödəyir.")
    assert named(with_provisions_below(tree, element, AZERI), "3.1").text == "Şəhər ödəyir."


OWN = "The words of {} begin with its number. Take it out, unless it is a figure of the sentence."
OTHER = "The words of {} begin with “{}”, which is not its number. Take it out, or name the provision that is meant."


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "new", "doubts"),
    [
        # may be figures of the sentence
        (IN_ENGLISH, ENGLISH, "restate", "3.1", "3.1 coins are paid.", [OWN.format("3.1")]),
        (IN_AZERI, AZERI, "restate", "3.1", "3.1 AZN ödənilir.", [OWN.format("3.1")]),
        (LISTED, ENGLISH, "restate", "3(2)", "2 days are enough.", [OWN.format("3(2)")]),
        (LISTED, ENGLISH, "restate", "3(1)(2-1)", "2-1 reports;", [OWN.format("3(1)(2-1)")]),
        # numbers of others
        (LISTED, ENGLISH, "restate", "3(1)(2-1)", "3.1 A keeper;", [OTHER.format("3(1)(2-1)", "3.1")]),
        (IN_RUSSIAN, RUSSIAN, "restate", "3.1", "3.4 Все платят.", [OTHER.format("3.1", "3.4")]),
        (IN_AZERI, AZERI, "insert_element", "3.3", "3.4 Hamı ödəyir.", [OTHER.format("3.3", "3.4")]),
        (IN_AZERI, AZERI, "restate", "3.2.2", "3.2.5 bal.", [OTHER.format("3.2.2", "3.2.5")]),
        # figures
        (IN_ENGLISH, ENGLISH, "restate", "3.1", "2.5 coins are paid.", []),
        (IN_ENGLISH, ENGLISH, "restate", "3.1", "2.5 EUR are paid.", []),
        (LISTED, ENGLISH, "restate", "3(2)", "3 days are enough.", []),
        (LISTED, ENGLISH, "restate", "3(1)(2-1)", "5.5 coins;", []),
    ],
)  # fmt: skip
def test_what_may_be_a_figure_stays_and_is_asked_about(text, scheme, op, target, new, doubts):
    assert carried(text, scheme, op, target, new) == (new, doubts)
