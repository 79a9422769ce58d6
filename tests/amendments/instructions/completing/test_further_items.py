"""Further items of a list, typed into the words that introduce it: on the screen of these words alone the list is not seen."""

from dataclasses import replace

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.derive import derive
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

AZERI = SCHEMES[0]
IN_ENGLISH = (
    "Article 1. Terms\nIn this Act:\n(a) bee;\n(b) hive;\n(c) comb.\n"
    "Article 2. Duties\n1. A keeper shall:\n(1) pay;\n(2-1) report;\n(3) rest.\n2. It ends.\n"
    "Article 3. Parts\nThe parts are:\n1. One.\n2. Two.\n3. Three.\n"
)
IN_RUSSIAN = (
    "Статья 1. Понятия\nВ Законе:\n1) судно;\n2) причал;\n3) стоянка.\n"
    "Статья 2. Заявление\n1. Заявление содержит:\nа) имя;\nб) адрес;\nв) номер.\n2. Конец.\n"
)
IN_AZERI = (
    "Maddə 1. Anlayışlar\nBu Qanunda:\n1) gəmi;\n2) liman;\n3) dayanacaq.\n"
    "Maddə 2. Ərizə\n2.1. Ərizədə göstərilir:\n2.1.1. ad;\n2.1.2. soyad;\n2.1.3. imza.\n"
)


def edited(text, scheme, target, *lines):
    """The text after lines were typed behind the words of a provision, with the operations that say so."""
    tree = scheme.parse(text).tree
    element = named(tree, target)
    words = "\n".join([element.text, *lines])
    after = with_provisions_below(tree, replace(element, text=words), scheme)
    return scheme.render(after), [(each.op.value, each.target) for each in derive(tree, after)]


@pytest.mark.parametrize(
    ("text", "scheme", "target", "lines", "behind", "new"),
    [
        (IN_ENGLISH, ENGLISH, "1", ["(d) queen."], "(c) comb.", "1(d)"),
        (IN_ENGLISH, ENGLISH, "1", ["(e) queen."], "(c) comb.", "1(e)"),
        (IN_ENGLISH, ENGLISH, "1", ["(e) queen;", "(f) drone."], "(c) comb.", "1(e)"),
        (IN_ENGLISH, ENGLISH, "1", ["(e) queen;", "or drone."], "(c) comb.", "1(e)"),
        (IN_ENGLISH, ENGLISH, "2(1)", ["(4) swim."], "(3) rest.", "2(1)(4)"),
        (IN_ENGLISH, ENGLISH, "2(1)", ["(7) swim."], "(3) rest.", "2(1)(7)"),
        (IN_ENGLISH, ENGLISH, "3", ["4. Four."], "3. Three.", "3(4)"),
        (IN_RUSSIAN, RUSSIAN, "1", ["4) понтон."], "3) стоянка.", "1(4)"),
        (IN_RUSSIAN, RUSSIAN, "1", ["6) понтон."], "3) стоянка.", "1(6)"),
        (IN_RUSSIAN, RUSSIAN, "2(1)", ["г) цвет."], "в) номер.", "2(1)(г)"),
        (IN_AZERI, AZERI, "1", ["4) bərə."], "3) dayanacaq.", "1(4)"),
        (IN_AZERI, AZERI, "2.1", ["2.1.4. yaş."], "2.1.3. imza.", "2.1.4"),
    ],
)
def test_a_line_behind_the_introduction_of_a_list_is_its_next_item(text, scheme, target, lines, behind, new):
    after, said = edited(text, scheme, target, *lines)
    assert "\n".join([behind, *lines, ""]) in after
    assert said == [("insert_element", new)]


@pytest.mark.parametrize(
    ("text", "scheme", "target", "line"),
    [
        (IN_ENGLISH, ENGLISH, "1", "(b) box;"),
        (IN_RUSSIAN, RUSSIAN, "1", "2) пристань;"),
        (IN_AZERI, AZERI, "1", "2) körpü;"),
    ],
)
def test_a_line_with_the_number_of_an_item_words_it_anew(text, scheme, target, line):
    after, said = edited(text, scheme, target, line)
    assert after.count(line) == 1
    assert len(after.split("\n")) == len(text.split("\n"))
    assert [number for __, number in said] == [f"{target}({line.lstrip('(')[0]})"]


@pytest.mark.parametrize(
    ("text", "scheme", "target", "line"),
    [
        (IN_ENGLISH, ENGLISH, "2(1)", "4. Swim."),
        (IN_ENGLISH, ENGLISH, "3", "5) Five."),
        (IN_RUSSIAN, RUSSIAN, "1", "5. Понтон."),
        (IN_AZERI, AZERI, "1", "5. Bərə."),
        (IN_ENGLISH, ENGLISH, "1", "4) queen."),
        (IN_RUSSIAN, RUSSIAN, "1", "д) понтон."),
        (IN_RUSSIAN, RUSSIAN, "2(1)", "4) цвет."),
        (IN_AZERI, AZERI, "2.1", "4) yaş."),
        (IN_ENGLISH, ENGLISH, "1", "(1) queen."),
        (IN_ENGLISH, ENGLISH, "2(1)", "(a) swim."),
        (IN_RUSSIAN, RUSSIAN, "1", "а) понтон."),
        (IN_RUSSIAN, RUSSIAN, "2(1)", "1) цвет."),
        (IN_AZERI, AZERI, "1", "a) bərə."),
        (IN_AZERI, AZERI, "2.1", "a) yaş."),
    ],
)
def test_a_line_with_another_sign_or_series_than_the_list_is_refused(text, scheme, target, line):
    with pytest.raises(Refused, match="Line 2") as refusal:
        edited(text, scheme, target, line)
    assert refusal.value.code == "numbered_line"


@pytest.mark.parametrize(
    ("text", "scheme", "target", "lines", "new"),
    [
        (IN_ENGLISH, ENGLISH, "2(1)", ["(1) pay:", "(a) now;", "(b) later."], "2(1)(1)(a)"),
        (IN_RUSSIAN, RUSSIAN, "1", ["1) судно:", "а) белое;", "б) синее."], "1(1)(а)"),
        (IN_AZERI, AZERI, "1", ["1) gəmi:", "a) ağ;", "b) göy."], "1(1)(a)"),
    ],
)
def test_the_items_of_an_item_may_have_another_series(text, scheme, target, lines, new):
    after, said = edited(text, scheme, target, *lines)
    assert "\n".join(lines) in after
    assert ("insert_element", new) in said


def test_words_in_force_behind_an_item_are_no_part_of_it():
    tree = ENGLISH.parse(IN_ENGLISH.replace("In this Act:\n", "In this Act\nthese are:\n")).tree
    words = "In this Act\n(e) queen;\nthese are:"
    with pytest.raises(Refused, match="Line 2"):
        with_provisions_below(tree, replace(named(tree, "1"), text=words), ENGLISH)


@pytest.mark.parametrize(
    "line", ["5 days.", "i.e. bees.", "word) bees.", "10.5 coins.", "1-0) bees.", "(see Article 2)"]
)
def test_other_lines_stay_words_before_the_list(line):
    after, __ = edited(IN_ENGLISH, ENGLISH, "2(1)", line)
    assert f"A keeper shall:\n{line}\n(1) pay;" in after


@pytest.mark.parametrize(
    ("op", "new"), [(Op.RESTATE, "A keeper must:\n(5) swim."), (Op.INSERT_AFTER, "now:\n(5) swim")]
)
def test_an_instruction_that_would_set_an_item_before_its_list_is_refused(op, new):
    anchor = "shall" if op is Op.INSERT_AFTER else ""
    typed = Operation(op, "2(1)", new=new, anchor=anchor)
    with pytest.raises(Refused, match=r"Line 2, “\(5\) swim"):
        completed(ENGLISH.parse(IN_ENGLISH).tree, typed, ENGLISH)
