"""Lines that begin like a provision of the act, typed into the words of one instruction or of one provision."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, strategies as st

from amendments.instructions.completing.completed import completed
from amendments.instructions.completing.typed_lines import with_provisions, with_provisions_below
from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation, from_json, to_json
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

DECIMAL = (
    "Article 1. Scope\n1.1. This Law applies.\n\nArticle 4. Fees\n4.1. The fee is high.\n4.2. It is paid.\n"
)
LETTERED = "Article 1. Scope\n1. This Law applies to:\na) boats;\nb) rafts.\n2. It binds all.\n"
AZERBAIJANI = "Maddə 1. Əhatə\n1.1. Bu Qanun tətbiq edilir.\n\nMaddə 4. Rüsum\n4.1. Rüsum yüksəkdir.\n"
RUSSIAN_ACT = "Статья 1. Сфера\n1. Закон применяется.\n2. Он обязателен.\n"


def typed(text, scheme=ENGLISH, **data):
    operation = with_provisions(scheme.parse(text).tree, from_json(data), scheme)
    children = [" | ".join(filter(None, (c.number, c.heading, c.text))) for c in operation.children]
    return " | ".join(filter(None, (operation.heading, operation.new))), children


@pytest.mark.parametrize(
    ("text", "scheme", "data", "own", "children"),
    [
        (DECIMAL, ENGLISH, {"op": "insert_element", "target": "4-1", "heading": "Dogs", "new": "4-1.1. Dogs pay.\n4-1.2. Cats do not."},
         "Dogs", ["4-1.1 | Dogs pay.", "4-1.2 | Cats do not."]),
        (DECIMAL, ENGLISH, {"op": "insert_element", "target": "4-1", "new": "Article 4-1. Dogs\n4-1.1. They pay:\na) half;\nb) all."},
         "Dogs", ["4-1.1 | They pay:", "4-1.1(a) | half;", "4-1.1(b) | all."]),
        # the first line too, where no heading is given
        (DECIMAL, ENGLISH, {"op": "insert_element", "target": "4-1", "new": "4-1.1. Dogs pay.\n4-1.2. Cats do not."},
         "", ["4-1.1 | Dogs pay.", "4-1.2 | Cats do not."]),
        (DECIMAL, ENGLISH, {"op": "insert_element", "target": "4-1", "new": "4-1.1. Dogs pay."}, "", ["4-1.1 | Dogs pay."]),
        # new neighbours of what is inserted
        (DECIMAL, ENGLISH, {"op": "insert_element", "target": "4.3", "new": "It is low.\n4.4. Dogs pay."}, "It is low.", ["4.4 | Dogs pay."]),
        # 2.2 becomes 2.2 and 2.2.1
        (DECIMAL, ENGLISH, {"op": "restate", "target": "4.2", "new": "It is paid;\n4.2.1. in coins."}, "It is paid;", ["4.2.1 | in coins."]),
        (DECIMAL, ENGLISH, {"op": "restate", "target": "4.2", "new": "4.2. It is paid;\n4.2.1. in coins."}, "It is paid;", ["4.2.1 | in coins."]),
        (DECIMAL, ENGLISH, {"op": "restate", "target": "4", "new": "Article 4. Fares\n4.1. None.\nNote: But dogs."},
         "Fares", ["4.1 | None.", "4 note | But dogs."]),
        (DECIMAL, ENGLISH, {"op": "insert_element", "target": "4-1", "heading": "Dogs",
          "children": [{"number": "4-1.1", "text": "They pay:\na) half;\nb) all."}]},
         "Dogs", ["4-1.1 | They pay:", "4-1.1(a) | half;", "4-1.1(b) | all."]),
        # what stands below already, said again
        (DECIMAL, ENGLISH, {"op": "restate", "target": "4", "new": "Article 4. Fares\n4.1. The fee is high.\n4.2. It is paid."},
         "Fares", ["4.1 | The fee is high.", "4.2 | It is paid."]),
        (LETTERED, ENGLISH, {"op": "restate", "target": "1(1)", "new": "This Law governs:\na) boats;\nb) rafts."},
         "This Law governs:", ["1(1)(a) | boats;", "1(1)(b) | rafts."]),
        (AZERBAIJANI, SCHEMES[0], {"op": "restate", "target": "4", "new": "Maddə 4. Haqq\n4.1. Rüsum yüksəkdir."},
         "Haqq", ["4.1 | Rüsum yüksəkdir."]),
        (LETTERED, ENGLISH, {"op": "restate", "target": "1(2)", "new": "It binds:\na) all;\nb) some."},
         "It binds:", ["1(2)(a) | all;", "1(2)(b) | some."]),
        (AZERBAIJANI, SCHEMES[0], {"op": "insert_element", "target": "4-1", "heading": "İtlər", "new": "4-1.1. İtlər ödəyir.\n4-1.2. Pişiklər yox."},
         "İtlər", ["4-1.1 | İtlər ödəyir.", "4-1.2 | Pişiklər yox."]),
        (RUSSIAN_ACT, RUSSIAN, {"op": "restate", "target": "1(2)", "new": "Он обязателен:\n1) для всех;\n2) для иных."},
         "Он обязателен:", ["1(2)(1) | для всех;", "1(2)(2) | для иных."]),
        # no numbers of provisions
        (DECIMAL, ENGLISH, {"op": "restate", "target": "4.2", "new": "It is paid\n4 times a year."}, "It is paid\n4 times a year.", []),
        (DECIMAL, ENGLISH, {"op": "restate", "target": "4.2", "new": "4.2 coins are paid."}, "4.2 coins are paid.", []),
        (DECIMAL, ENGLISH, {"op": "add_sentence", "target": "4.2", "level": "paragraph:2", "new": "In coins."}, "In coins.", []),
    ],
)  # fmt: skip
def test_a_line_that_begins_like_a_provision_becomes_one(text, scheme, data, own, children):
    assert typed(text, scheme, **data) == (own, children)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({"op": "restate", "target": "4.1", "new": "High.\nVery.\n5.1. It is low."}, "Line 3, “5.1. It is low.”"),
        ({"op": "restate", "target": "4.1", "new": "High.\nArticle 5. Dogs"}, "Line 2, “Article 5. Dogs”"),
        ({"op": "insert_element", "target": "4-1", "heading": "Dogs", "new": "They pay.\nChapter 7. Cats"}, "Line 2, “Chapter 7. Cats”"),
        ({"op": "add_sentence", "target": "4.2", "level": "paragraph:2", "new": "4.2.1. in coins."}, "Line 2, “4.2.1. in coins.”"),
        ({"op": "insert_after", "target": "4.2", "anchor": "paid", "new": "at once.\n4.3. Dogs pay"}, "Line 2, “4.3. Dogs pay.”"),
        ({"op": "restate", "targets": ["4.1", "4.2"], "children": [{"number": "4.1", "text": "A."}, {"number": "4.2", "text": "B.\n4.3. C."}]},
         "Line 2, “4.3. C.”"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_become_a_provision_is_named(data, line):
    with pytest.raises(Refused) as refusal:
        typed(DECIMAL, **data)
    assert refusal.value.code == "numbered_line"
    assert str(refusal.value).startswith(line)


def test_a_line_that_stands_in_the_text_already_stays_as_it_is():
    tree = ENGLISH.parse(DECIMAL).tree
    (element,) = tree.numbered("4.2")
    tree = tree.changed([replace(element, text="It is paid:\n4.2.1. in coins.")])
    same = from_json({"op": "restate", "target": "4.2", "new": "It is paid at once:\n4.2.1. in coins."})
    assert with_provisions(tree, same, ENGLISH) == same


def test_what_cannot_be_carried_out_is_left_to_execution():
    missing = from_json({"op": "restate", "target": "9", "new": "A.\n9.1. B."})
    assert with_provisions(ENGLISH.parse(DECIMAL).tree, missing, ENGLISH) == missing


LINES = st.lists(
    st.sampled_from(
        [
            "words;", "4 times.", "4-1.1. They pay.", "4-1.2. They do not.", "4.2.1. coins;", "4.3. Dogs pay.", "5.1. Far.",
            "a) half;", "b) all.", "1) one;", "Article 4-1. Dogs", "Article 9. Cats", "Note: Birds.", "4.2. It is.",
        ]
    ),
    min_size=1,
    max_size=5,
    unique=True,
).map("\n".join)  # fmt: skip
WHERE = st.sampled_from(
    [("insert_element", "4-1"), ("insert_element", "4.3"), ("restate", "4.2"), ("restate", "4"), ("append_element", "4.3")]
)  # fmt: skip


@example(("restate", "4.2"), "4.3. Dogs pay.\na) half;\n4.2.1. coins;\nb) all.", "")
@given(WHERE, LINES, st.sampled_from(["", "Dogs"]))
def test_no_line_is_printed_like_a_provision_that_the_draft_does_not_have(where, words, heading):
    op, target = where
    tree = ENGLISH.parse(DECIMAL).tree
    data = {"op": op, "target": target, "new": words, **({"heading": heading} if heading else {})}
    try:
        operation = with_provisions(tree, from_json(data), ENGLISH)
        after = execute(tree, [operation])
    except Refused:
        return
    read = ENGLISH.parse(ENGLISH.render(after)).tree
    assert not Counter(each.number for each in read) - Counter(each.number for each in after), to_json(
        operation
    )


def test_a_provision_split_in_its_text_is_words_that_change_and_a_new_provision():
    tree = ENGLISH.parse(DECIMAL.replace("It is paid.", "It is paid at once and in coins.")).tree
    (element,) = tree.numbered("4.2")
    written = replace(element, text="It is paid at once;\n4.2.1. in coins.")
    after = with_provisions_below(tree, written, ENGLISH)
    assert [(each.number, each.text) for each in after][-2:] == [
        ("4.2", "It is paid at once;"),
        ("4.2.1", "in coins."),
    ]
    assert [(each.op.value, each.target) for each in derive(tree, after)] == [
        ("replace_words", "4.2"),
        ("insert_element", "4.2.1"),
    ]
    with pytest.raises(Refused, match=r"Line 2, “4\.1\. Again\.”"):
        with_provisions_below(tree, replace(element, text="It is.\n4.1. Again."), ENGLISH)


def test_lines_that_say_what_stands_below_word_it():
    tree = ENGLISH.parse(LETTERED).tree
    (element, *_) = tree.numbered("1")[1:]
    same = replace(element, text="This Law governs:\na) boats;\nb) rafts.")
    after = with_provisions_below(tree, same, ENGLISH)
    assert [each.op.value for each in derive(tree, after)] == ["replace_words"]
    other = replace(element, text="This Law applies to:\na) ships;\nb) rafts;\nc) dogs.")
    after = with_provisions_below(tree, other, ENGLISH)
    assert [(each.number, each.text) for each in after][1:5] == [
        ("1", "This Law applies to:"),
        ("a", "ships;"),
        ("b", "rafts;"),
        ("c", "dogs."),
    ]
    assert [each.key for each in after if each.key in tree.by_key] == [each.key for each in tree]


@pytest.mark.parametrize(
    ("scheme", "law", "second"),
    [
        (ENGLISH, "ACT\nArticle 2. Sale\n1. Honey is sold.\n2. Wax is not.\n", "It does not apply to rafts."),
        (RUSSIAN, "ЗАКОН\nСтатья 2. Мёд\n1. Мёд продают.\n2. Воск не продают.\n", "Закон не о судах."),
    ],
)
@pytest.mark.parametrize("heading", ["Scope", ""])
def test_the_parts_of_a_new_first_article_are_its_parts(scheme, law, second, heading):
    tree = scheme.parse(law).tree
    new = f"1. It applies to:\na) ferries;\nb) boats.\n2. {second}"
    typed = Operation(Op.INSERT_ELEMENT, "1", heading=heading, new=new)
    after = execute(tree, [completed(tree, typed, scheme)], scheme)
    assert [(each.kind, each.number) for each in after if each.number][:6] == [
        (Kind.ARTICLE, "1"),
        (Kind.PART, "1"),
        (Kind.POINT, "a"),
        (Kind.POINT, "b"),
        (Kind.PART, "2"),
        (Kind.ARTICLE, "2"),
    ]
    assert new in scheme.render(after)


def test_a_number_typed_before_the_parts_of_a_new_first_article_is_its_own():
    tree = ENGLISH.parse("ACT\nArticle 2. Sale\n1. Honey is sold.\n2. Wax is not.\n").tree
    typed = Operation(Op.INSERT_ELEMENT, "1", new="1. Scope\n1. It covers ferries.\n2. It covers boats.")
    operation = completed(tree, typed, ENGLISH)
    assert [each.number for each in operation.children] == ["1(1)", "1(2)"]
    assert f"{operation.heading}{operation.new}" == "Scope"


BARE = (
    "Lamps Act\nACT\n1. A lamp is lit.\n2. (1) A lamp is yellow.\n(2) A lamp shall:\n(a) burn;\n(b) shine.\n"
    "3. The Minister may make rules.\n4. This Act is in force.\n"
)


@pytest.mark.parametrize("number", ["5", "19", "4-1", "1-1"])
@pytest.mark.parametrize(
    ("words", "own", "below"),
    [
        ("The Act is reviewed.", "The Act is reviewed.", []),
        ("A lamp:\n(a) burns;\n(b) shines.", "A lamp:", ["(a)", "(b)"]),
        ("(1) A lamp is old.", "", ["(1)"]),
        ("(1) A lamp is old.\n(2) It is red.", "", ["(1)", "(2)"]),
        ("2 lamps are old.", "2 lamps are old.", []),
    ],
)
def test_the_number_typed_before_an_article_that_the_act_prints_so_is_its_own(number, words, own, below):
    tree = ENGLISH.parse(BARE).tree
    typed = Operation(Op.INSERT_ELEMENT, number, new=f"{number}. {words}")
    operation = completed(tree, typed, ENGLISH)
    assert (operation.new, [each.number for each in operation.children]) == (
        own,
        [f"{number}{each}" for each in below],
    )
    assert ENGLISH.render(execute(tree, [operation], ENGLISH)).split().count(f"{number}.") == 1


@pytest.mark.parametrize("words", ["20. Far.", "(19) Far.", "19 lamps are lit."])
def test_what_is_not_printed_as_the_number_of_an_article_stays_in_its_words(words):
    tree = ENGLISH.parse(BARE).tree
    assert completed(tree, Operation(Op.INSERT_ELEMENT, "19", new=words), ENGLISH).new == words


IN_ANNEX = "Article 1. Scope\n1. It binds.\n\nAnnex 1. Rates\n1. Rates are:\n(a) one;\n(b) two.\n2. Rates rise.\n3. Rates fall.\n"
IN_RUSSIAN = "Статья 1. Сфера\n1. Закон действует.\n\nПриложение 1. Ставки\n1. Ставки:\n1) одна;\n2) две.\n2. Ставки растут.\n"
PARTS_ALONE = (
    "1. Закон действует.\n2. Он обязателен.\n3. Лодки:\n1) красные;\n2) белые.\n4. Закон вступает.\n"
)


@pytest.mark.parametrize(
    ("text", "scheme", "target", "words", "own", "below"),
    [
        (IN_ANNEX, ENGLISH, "annex 1(4)", "Fees:\n(a) low;\n(b) high.", "Fees:", ["4(a)", "4(b)"]),
        (IN_ANNEX, ENGLISH, "annex 1(4)", "4. Fees.\n5. Fines:\n(a) low;\n(b) high.", "Fees.", ["5", "5(a)", "5(b)"]),
        (IN_ANNEX, ENGLISH, "annex 1(2-1)", "Fees:\n(a) low;\n(b) high.", "Fees:", ["2-1(a)", "2-1(b)"]),
        (IN_ANNEX, ENGLISH, "annex 1(1)(c)", "three:\n(i) low;\n(ii) high.", "three:", ["1(c)(i)", "1(c)(ii)"]),
        (IN_RUSSIAN, RUSSIAN, "annex 1(3)", "Сборы:\n1) низкие;\n2) высокие.", "Сборы:", ["3(1)", "3(2)"]),
        (PARTS_ALONE, RUSSIAN, "5", "Сборы:\n1) низкие;\n2) высокие.", "Сборы:", ["5(1)", "5(2)"]),
        (PARTS_ALONE, RUSSIAN, "5", "5. Сборы.\n6. Пени:\n1) низкие;\n2) высокие.", "Сборы.", ["6", "6(1)", "6(2)"]),
        (PARTS_ALONE, RUSSIAN, "0-1", "Сборы:\n1) низкие;\n2) высокие.", "Сборы:", ["0-1(1)", "0-1(2)"]),
    ],
)  # fmt: skip
def test_lines_of_an_item_without_an_article_are_provisions(text, scheme, target, words, own, below):
    tree = scheme.parse(text).tree
    operation = completed(tree, Operation(Op.INSERT_ELEMENT, target, new=words), scheme)
    annex = "annex 1 point " if target.startswith("annex") else ""
    assert (operation.new, [each.number for each in operation.children]) == (
        own,
        [f"{annex}{each}" for each in below],
    )
    after = execute(tree, [operation], scheme)
    again = scheme.parse(scheme.render(after)).tree
    assert [(each.kind, each.number, each.text) for each in again] == [
        (each.kind, each.number, each.text) for each in after
    ]


def test_a_line_beside_a_restated_point_of_an_annex_is_refused():
    tree = ENGLISH.parse(IN_ANNEX).tree
    typed = Operation(Op.RESTATE, "annex 1(1)", new="Rates are:\n(a) low;\n(b) high.\n1-1. Fees.")
    with pytest.raises(Refused, match=r"Line 4, “1-1\. Fees\.”"):
        completed(tree, typed, ENGLISH)
