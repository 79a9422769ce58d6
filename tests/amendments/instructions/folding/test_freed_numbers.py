"""Redesignations in one list that take the numbers which others free, up and down, in an act whose annexes count anew."""

import pytest
from hypothesis import given, settings, strategies as st

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import Item
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood, quoting_with
from amendments.plugins.registry import scheme_for, wording_for
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import Azerbaijani
from tests.examples import examples

PARSED = SCHEMES[0]
CHAPTERS = "1. Qayıq.\n2. Sal.\n\nBİRİNCİ FƏSİL\nÜmumi\n3. Gəmi.\n4. Yol.\n"
WORDINGS = [English(), Russian(), Azerbaijani()]


def _act():
    """Five articles of four parts, in the second part three points; two annexes of points with numbers of their own."""
    found = []
    for article in "12345":
        found.append(Element(f"k{article}", Kind.ARTICLE, article, f"art_{article}", f"Heading {article}"))
        for part in "1234":
            key, eid = f"k{article}.{part}", f"art_{article}__para_{part}"
            text = f"Text {article} {part}."
            found.append(Element(key, Kind.PART, part, eid, text=text, parent=f"k{article}"))
            points = "abc" if part == "2" else ""
            found += [
                Element(f"{key}.{p}", Kind.POINT, p, f"{eid}__point_{p}", text=f"point {p};", parent=key)
                for p in points
            ]
    for annex in "12":
        found.append(Element(f"x{annex}", Kind.ANNEX, annex, f"annex_{annex}"))
        found += [
            Element(
                f"x{annex}.{p}", Kind.PART, p, f"annex_{annex}__para_{p}", text="Words.", parent=f"x{annex}"
            )
            for p in "1234567"
        ]
    return Tree(tuple(found))


BASE = _act()


def redesignated(old, new):
    return Operation(Op.RENUMBER_AND_ADD, old, children=(NewElement(new),))


def folded(pairs):
    """The list after each redesignation, and the text that they give one after the other."""
    items, tree = (), BASE
    for number, (old, new) in enumerate(pairs):
        tree = execute(tree, [redesignated(old, new)])
        items = fold(BASE, items, Item(f"a{number}", redesignated(old, new))).items
    return items, tree


def said(tree):
    return [(each.key, each.number, each.text) for each in tree]


def listed(items):
    return [(item.operation.target, item.operation.children[0].number) for item in items]


@st.composite
def moves(draw):
    """Some provisions of one level, each redesignated once, in an order that never meets a taken number."""
    name, numbers = draw(
        st.sampled_from([("{}", "1234567"), ("3({})", "1234567"), ("1(2)({})", "abcdefg"), ("annex 2 point {}", "123456789")])
    )  # fmt: skip
    taken = {each for each in numbers if _stands(name.format(each))}
    left, pairs = sorted(taken), []
    for __ in range(draw(st.integers(2, 4))):
        free = [each for each in numbers if each not in taken]
        old = draw(st.sampled_from(left))
        new = draw(st.sampled_from(free))
        left.remove(old)
        taken = taken - {old} | {new}
        pairs.append((name.format(old), name.format(new)))
        if not left:
            break
    return pairs


def _stands(number):
    try:
        execute(BASE, [Operation(Op.REPEAL, number)])
    except Refused:
        return False
    article = number.isdecimal()
    return not article or f"k{number}" in BASE.by_key


@settings(max_examples=examples(60))
@given(moves())
def test_redesignations_that_meet_no_taken_number_are_listed_and_their_wording_gives_the_same_text(pairs):
    items, tree = folded(pairs)
    assert said(execute(BASE, [item.operation for item in items])) == said(tree)
    for wording in WORDINGS:
        prose = [wording.word(item.operation, Mood.IMPERATIVE) for item in items]
        read = [operation for each in prose for operation in wording.parse(each)]
        assert said(execute(BASE, read)) == said(tree)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("2", "8"), ("4", "2")], [("2", "8"), ("4", "2")]),
        ([("3(4)", "3(9)"), ("3(3)", "3(4)")], [("3(4)", "3(9)"), ("3(3)", "3(4)")]),
        # in an article that is redesignated itself they are named by the law, and stand before it
        ([("4", "8"), ("3", "4"), ("4(4)", "4(9)"), ("4(3)", "4(4)")], [("3(4)", "3(9)"), ("3(3)", "3(4)"), ("4", "8"), ("3", "4")]),
    ],
)  # fmt: skip
def test_a_number_that_another_redesignation_frees_can_be_taken(pairs, expected):
    assert listed(folded(pairs)[0]) == expected


def test_a_number_is_free_where_only_annexes_print_it():
    new = Operation(Op.INSERT_ELEMENT, "6", heading="Scope", new="It applies.")
    assert [each.number for each in execute(BASE, [new]).of_kind(Kind.ARTICLE)] == [*"123456"]


def test_a_decimal_number_stands_once_in_the_act():
    tree = PARSED.parse("Maddə 1. A\n1.1. Bir.\n1.2. İki.\n\nMaddə 2. B\n2.1. Üç.\n").tree
    with pytest.raises(Refused, match=r"There is already a provision 2\.1"):
        execute(tree, [redesignated("1.1", "2.1")])
    moved = execute(tree, [redesignated("1.2", "1.3")], PARSED)
    assert [each.number for each in moved if "." in each.number] == ["1.1", "1.3", "2.1"]


def test_points_of_an_annex_are_counted_through_its_chapters():
    tree = PARSED.parse(f"Maddə 1. A\nBir.\n\nƏlavə\n{CHAPTERS}").tree
    with pytest.raises(Refused, match="There is already a provision"):
        execute(tree, [redesignated("annex point 1", "annex point 3")])
    for number, before in (("1-1", "1"), ("2-1", "2"), ("3-1", "3")):
        new = Operation(Op.INSERT_ELEMENT, f"annex point {number}", new="Yeni.")
        after = execute(tree, [new], PARSED)
        numbers = [each.number for each in after if each.kind is Kind.PART]
        assert numbers[numbers.index(before) + 1] == number
        [added] = [each for each in after if each.key not in tree.by_key]
        [beside] = [each for each in after if each.kind is Kind.PART and each.number == before]
        assert added.parent == beside.parent


def test_an_article_and_its_parts_may_have_numbers_that_only_an_annex_prints():
    tree = PARSED.parse("Maddə 1. A\n1.1. Bir.\n\nƏlavə\n3. Gəmi.\n3.1. Yol.\n").tree
    new = Operation(Op.INSERT_ELEMENT, "3", heading="B", children=(NewElement("3.1", text="Söz."),))
    assert [each.text for each in execute(tree, [new], PARSED) if each.number == "3.1"] == ["Söz.", "Yol."]


@pytest.mark.parametrize(
    ("old", "new"), [("2", "4"), ("3(1)", "3(2)"), ("1(2)(a)", "1(2)(b)"), ("annex 2 point 1", "annex 2 point 3")]
)  # fmt: skip
def test_a_number_that_a_neighbour_has_is_taken(old, new):
    with pytest.raises(Refused, match="already a provision") as refusal:
        execute(BASE, [redesignated(old, new)])
    assert refusal.value.code == "target_exists"


FREED = [
    ("4", "12", "4"),
    ("annex point 3", "annex point 10", "annex point 3"),
    ("annex point 3", "annex point 10", "10"),
    ("1(1)", "1(9)", "1(1)"),  # a point under 1(2) has the number too
    ("1(2)(1)", "1(2)(9)", "1(2)(1)"),
    ("2.1", "2.9", "2.1"),
]
PRINTED = {
    ("az", "az"): ("Maddə {}.", "Əlavə"),
    ("", "ru"): ("Статья {}.", "Приложение"),
    ("", "en"): ("Article {}.", "Annex"),
}


def printed(country, language):
    article, annex = PRINTED[country, language]
    first = "1. Bir.\n2. İki:\n1) qayıq;\n2) sal.\n\n"
    articles = ["A\n" + first, "B\n2.1. Bir.\n2.2. İki.\n\n", "C\nÜç.\n\n", "D\nDörd.\n\n"]
    body = "".join(f"{article.format(number)} {each}" for number, each in enumerate(articles, start=1))
    scheme = scheme_for(country, language)
    return scheme, scheme.parse(
        f"{body}{annex}\nQayda\n\n1. Bir.\n2. İki.\n2.1. Üç.\n3. Dörd.\n4. Beş.\n"
    ).tree


@pytest.mark.parametrize(("country", "language"), PRINTED)
@pytest.mark.parametrize(("old", "new", "number"), FREED)
def test_a_new_provision_takes_the_number_that_a_redesignation_frees(country, language, old, new, number):
    scheme, base = printed(country, language)
    heading = "Yeni" if number.isdecimal() else ""
    items = fold(base, (), Item("a01", redesignated(old, new)), scheme).items
    before = execute(base, [items[0].operation], scheme)
    typed = completed(before, Operation(Op.INSERT_ELEMENT, number, heading=heading, new="Yeni söz."), scheme)
    items = fold(base, items, Item("a02", typed), scheme).items
    assert {item.operation.target for item in items} == {old, number}
    after = execute(base, [item.operation for item in items], scheme)
    [added] = [each for each in after if each.key not in base.by_key]
    assert added.parent == ("" if heading else find(base, old).parent)
    assert added.number == number.rpartition("(")[2].rpartition(" ")[2].rstrip(")")
    wording = quoting_with(wording_for(country, language), printed_labels([typed], after, scheme))
    read = [each for item in items for each in wording.parse(wording.word(item.operation, Mood.IMPERATIVE))]
    assert said_by(execute(base, read, scheme)) == said_by(after)


@pytest.mark.parametrize(("old", "new"), [("4", "12"), ("1(1)", "1(9)"), ("2.1", "2.9")])
def test_a_number_of_the_law_that_a_redesignation_frees_names_nothing_else_that_prints_it(old, new):
    scheme, base = printed("", "en")
    after = execute(base, [redesignated(old, new)], scheme)
    assert find(after, old) is None
    assert find(after, new).key == find(base, old).key


def said_by(tree):
    return [(each.kind, each.number, each.heading, each.text) for each in tree]


def test_an_article_stands_in_the_act_where_the_articles_of_an_annex_go_on_from_a_freed_number():
    tree = PARSED.parse(
        "Maddə 1. A\nBir.\n\nMaddə 2. B\nİki.\n\nƏlavə\nQayda\n\nMaddə 1. C\nÜç.\n\nMaddə 2. D\nDörd.\n"
    ).tree
    moved = redesignated("2", "9")
    new = Operation(Op.INSERT_ELEMENT, "3", heading="E", new="Beş.")
    after = execute(tree, [moved, new], PARSED)
    assert [(each.number, bool(each.parent)) for each in after.of_kind(Kind.ARTICLE)] == [
        *(("1", False), ("3", False), ("9", False), ("1", True), ("2", True)),
    ]


def test_points_that_keep_their_letters_below_a_new_part_are_found_there():
    scheme = scheme_for("", "en")
    law = scheme.parse("Article 3. Uses\nIt is for:\n(a) boats;\n(b) rafts.\n\nArticle 4. Fees\nFour.\n").tree
    becomes_a_part = Operation(Op.RENUMBER_AND_ADD, "3", children=(NewElement("3(2)", text="New."),))
    edited = Operation(Op.REPLACE_WORDS, "3(b)", old="rafts", new="ships")
    after = execute(law, [becomes_a_part, edited], scheme)
    assert [each.text for each in after if each.number == "b"] == ["ships."]
