"""Where the first provisions of an act, a chapter or a list stand."""

import pytest
from hypothesis import given, strategies as st

from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.schemes import SCHEMES

AZERBAIJANI = SCHEMES[0]


@pytest.mark.parametrize(
    "above", ["SECTION I. GENERAL", "CHAPTER 1. GENERAL", "SECTION I. GENERAL\n\nCHAPTER 1. ALL"]
)
def test_an_article_before_the_first_one_stands_beside_it(above):
    act = ENGLISH.parse(f"{above}\n\nArticle 2. Fees\n\nA boat pays.\n").tree
    after = execute(act, [Operation(Op.INSERT_ELEMENT, target="1", new="It is so.")], ENGLISH)
    new, first = after.elements[-2:]
    assert (new.number, new.kind, new.eid, new.parent) == ("1", Kind.ARTICLE, "art_1", first.parent)


@pytest.mark.parametrize(
    "above", ["SECTION I. GENERAL", "CHAPTER 2. BOATS", "SECTION I. GENERAL\n\nCHAPTER 2. BOATS"]
)
def test_what_introduces_a_chapter_is_none_of_a_new_first_article(above):
    act = ENGLISH.parse(f"{above}\n\nThis part is about boats.\n\nArticle 2. Fees\n\nA boat pays.\n").tree
    after = execute(
        act, [Operation(Op.INSERT_ELEMENT, target="1", heading="Scope", new="It is so.")], ENGLISH
    )
    again = ENGLISH.parse(ENGLISH.render(after)).tree
    assert [e.text for e in again if not e.heading or e.kind is Kind.ARTICLE] == [
        "This part is about boats.",
        "It is so.",
        "A boat pays.",
    ]


@pytest.mark.parametrize("above", ["", "SECTION I. GENERAL\n\n", "LAW ON BOATS\n\nIt is about boats.\n\n"])
def test_a_new_first_chapter_takes_nothing_of_the_one_behind_it(above):
    act = ENGLISH.parse(f"{above}CHAPTER 2. BOATS\n\nAll of them.\n\nArticle 2. Fees\n\nA boat pays.\n").tree
    scope = NewElement("1", "Scope", "It is so.")
    chapter = Operation(Op.INSERT_ELEMENT, target="chapter 1", heading="GENERAL", children=(scope,))
    after = execute(act, [chapter], ENGLISH)
    numbered = [e.eid.split("__")[-1] for e in after if e.number and e.kind is not Kind.SECTION]
    assert numbered == ["chp_1", "art_1", "chp_2", "art_2"]
    again = ENGLISH.parse(ENGLISH.render(after)).tree
    assert [(e.kind, e.number, e.text) for e in again] == [(e.kind, e.number, e.text) for e in after]


def test_a_provision_before_the_first_one_of_an_act_stands_on_lines_of_its_own():
    act = ENGLISH.parse("Article 2. Fees\n\nA boat pays.\n").tree
    after = execute(
        act, [Operation(Op.INSERT_ELEMENT, target="1", heading="Scope", new="It is so.")], ENGLISH
    )
    assert ENGLISH.render(after) == "Article 1. Scope\n\nIt is so.\n\nArticle 2. Fees\n\nA boat pays.\n"


def test_points_that_introduce_a_chapter_are_none_of_a_new_first_article():
    chapter = "CHAPTER 1. GENERAL\n\nThis chapter applies to:\n(a) boats;\n(b) rafts.\n\nArticle 2. Fees\n\nA boat pays.\n"
    act = ENGLISH.parse(chapter).tree
    after = execute(
        act, [Operation(Op.INSERT_ELEMENT, target="1", heading="Scope", new="It is so.")], ENGLISH
    )
    assert [e.text for e in after] == [
        "",
        "This chapter applies to:",
        "boats;",
        "rafts.",
        "It is so.",
        "A boat pays.",
    ]
    again = ENGLISH.parse(ENGLISH.render(after)).tree
    assert [(e.kind, e.number, e.text) for e in again] == [(e.kind, e.number, e.text) for e in after]


CHAPTERS = "CHAPTER 1. GENERAL\n\nArticle 1. Scope\n\nIt is so.\n\nCHAPTER 2. MORE\n\n"


@pytest.mark.parametrize(
    ("chapter", "target", "new", "numbers"),
    [
        ("(b) boats;\n(c) rafts.\n", "chapter 2(a)", Kind.POINT, ["a", "b", "c"]),
        ("These pay:\n\n(b) boats;\n(c) rafts.\n", "chapter 2(a)", Kind.POINT, ["These pay:", "a", "b", "c"]),
        ("(b) boats;\n(c) rafts.\n\nArticle 4. Fees\n\nAll.\n", "chapter 2(a)", Kind.POINT, ["a", "b", "c", "4"]),
        ("(a) boats;\n(b) rafts.\n\nArticle 4. Fees\n\nAll.\n", "chapter 2(c)", Kind.POINT, ["a", "b", "c", "4"]),
        ("3. Boats.\n\n4. Rafts.\n", "chapter 2(2-1)", Kind.PART, ["2-1", "3", "4"]),
        ("These pay:\n\n3. Boats.\n\n4. Rafts.\n", "chapter 2(2-1)", Kind.PART, ["These pay:", "2-1", "3", "4"]),
        ("No\tKind\tFee\n2\tboats\t10\n3\trafts\t20\n", "chapter 2 row 1", Kind.ROW, ["No\tKind\tFee", "1", "2", "3"]),
        ("Article 8. Rates\n\nKind\tFee\n8.2. boats\t10\n8.3. rafts\t4\n", "8.1", Kind.ROW, ["8", "Kind\tFee", "8.1", "8.2", "8.3"]),
    ],
)  # fmt: skip
def test_a_new_provision_stands_with_the_others_of_its_kind(chapter, target, new, numbers):
    after = execute(
        ENGLISH.parse(CHAPTERS + chapter).tree, [Operation(Op.INSERT_ELEMENT, target, new="new\t1")], ENGLISH
    )
    (found,) = [element for element in after if element.text == "new\t1"]
    assert found.kind is new
    assert [e.number or e.text for e in after.family(after.by_eid["chp_2"])][1:] == numbers


@given(
    st.sets(st.integers(1, 30), min_size=2),
    st.sampled_from(["chapter 1({})", "chapter 1 article {}", "chapter 1 row {}"]),
    st.booleans(),
)
def test_a_provision_with_a_smaller_number_than_the_others_comes_first(numbers, cited, has_paragraph):
    kinds = {"article": Kind.ARTICLE, "row": Kind.ROW}
    kind = kinds.get(cited.split()[-2], Kind.PART)
    first, *others = sorted(numbers)
    above = [Element("c", Kind.CHAPTER, "1", "chp_1", "GENERAL")]
    if has_paragraph:
        above.append(Element("p", Kind.PARAGRAPH, eid="chp_1__p_1", text="These pay:", parent="c"))
    below = [Element(f"n{n}", kind, str(n), f"chp_1__n_{n}", text="It.", parent="c") for n in others]
    executed = execute(Tree((*above, *below)), [Operation(Op.INSERT_ELEMENT, cited.format(first), new="x")])
    assert [int(e.number) for e in executed if e.parent and e.number] == sorted(numbers)


def test_a_new_first_point_of_a_chapter_is_derived():
    act = ENGLISH.parse(CHAPTERS + "(b) boats;\n(c) rafts.\n").tree
    after = execute(act, [Operation(Op.INSERT_ELEMENT, "chapter 2(a)", new="canoes;")], ENGLISH)
    assert execute(act, derive(act, after), ENGLISH) == after


@pytest.mark.parametrize(
    ("scheme", "act", "letters"),
    [
        (RUSSIAN, "Статья 1. Сфера\n\nЗакон применяется.\n\nСтатья 2. Опись\n\nВедутся описи:\n", "абвсх"),
        (
            AZERBAIJANI,
            "Maddə 1. Əhatə\n\nQanun tətbiq edilir.\n\nMaddə 2. Siyahı\n\nSiyahılar:\n",
            "abcçdeəf",
        ),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_letters_of_every_script_stand_in_their_order(scheme, act, letters, order):
    new = [NewElement(f"2({letter})", text=f"{letter};") for letter in letters[::order]]
    operations = [Operation(Op.INSERT_ELEMENT, each.number, new=each.text) for each in new]
    together = [Operation(Op.INSERT_ELEMENT, "2-1", heading="X", children=tuple(
        NewElement(each.number.replace("2(", "2-1("), text=each.text) for each in new
    ))]  # fmt: skip
    tree = scheme.parse(act).tree
    for some in (operations, together):
        after = execute(tree, some, scheme)
        assert [e.number for e in after if e.number.isalpha()] == list(letters)
        assert execute(tree, derive(tree, after), scheme) == after


def test_the_letters_of_a_new_azerbaijani_list_stay_in_its_order():
    letters = "abcçdeəfgğhxıijkqlm"
    tree = AZERBAIJANI.parse("Maddə 1. Əhatə\n\nQanun tətbiq edilir.\n").tree
    points = tuple(NewElement(f"2({letter})", text=f"{letter};") for letter in letters)
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, "2", heading="Siyahı", children=points)], AZERBAIJANI)
    assert "".join(e.number for e in after if e.number.isalpha()) == letters
    again = execute(tree, derive(tree, after), AZERBAIJANI)
    assert again == after


def test_a_new_cyrillic_letter_stands_after_the_letters_before_it():
    tree = RUSSIAN.parse("Статья 1. Опись\n\nВедутся описи:\n\nа) судов;\n\nб) лодок;\n\nг) шлюпок.\n").tree
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, "1(в)", new="плотов;")], RUSSIAN)
    assert [e.number for e in after][-4:] == ["а", "б", "в", "г"]


@pytest.mark.parametrize("number", ["1-1", "1-0"])
def test_a_new_first_article_of_a_chapter_is_derived_whatever_its_number(number):
    tree = ENGLISH.parse(f"{CHAPTERS}Article 2. Fees\n\nA boat pays.\n").tree
    new = Element("n", Kind.ARTICLE, number, f"art_{number}", "Aim", "It helps.", parent="chp_2")
    (operation,) = derive(tree, tree.inserted(new, "chp_2"))
    assert (operation.target, operation.after) == (number, "chapter 2")


LIST = "Article 2. Fees\n\n2.1. These pay:\n\n2.1.1. boats;\n\n2.1.2. rafts.\n\n2.2. Others do not.\n"


@pytest.mark.parametrize(("op", "sign"), [(Op.INSERT_ELEMENT, "."), (Op.APPEND_ELEMENT, ";")])
def test_what_is_counted_behind_others_stands_behind_them_also_after_what_holds_it(op, sign):
    tree = ENGLISH.parse(LIST).tree
    after = execute(tree, [Operation(op, "2.1.3", new="canoes.", after="2.1")], ENGLISH)
    assert ENGLISH.render(after).split() == LIST.replace("rafts.", f"rafts{sign} 2.1.3. canoes.").split()


def test_a_note_stands_behind_the_parts_also_after_what_holds_them():
    tree = ENGLISH.parse(LIST).tree
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, "2 note", new="See below.", after="2")], ENGLISH)
    assert after.elements[-1].kind is Kind.NOTE
