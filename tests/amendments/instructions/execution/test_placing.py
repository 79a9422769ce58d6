import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.schemes import SCHEMES

AZERBAIJANI = SCHEMES[0]

CODE = Tree(
    (
        Element("t", Kind.TITLE, eid="title", text="CODE"),
        Element("c1", Kind.CHAPTER, "1", "chp_1", "GENERAL"),
        Element("a1", Kind.ARTICLE, "1", "art_1", "Scope", parent="c1"),
        Element("p1", Kind.PART, "1", "art_1__para_1", text="First part.", parent="a1"),
        Element("p2", Kind.PART, "2", "art_1__para_2", text="Second part:", parent="a1"),
        Element("g", Kind.POINT, "a", "art_1__para_2__subpara_a", text="one.", parent="p2"),
        Element("c2", Kind.CHAPTER, "2", "chp_2", "SPECIAL"),
        Element("a2", Kind.ARTICLE, "2", "art_2", "Rest", "Text.", parent="c2"),
        Element("s", Kind.CLOSING, eid="conclusions", text="Signed."),
    )
)


def placed(**values):
    executed = execute(CODE, [Operation(Op.INSERT_ELEMENT, **values)])
    known = {element.key for element in CODE}
    return executed, [element for element in executed if element.key not in known]


@pytest.mark.parametrize(
    ("target", "after", "number", "kind", "parent", "eid", "follows"),
    [
        ("1(3)", "", "3", Kind.PART, "a1", "art_1__para_3", "g"),
        ("1(2)(b)", "", "b", Kind.POINT, "p2", "art_1__para_2__subpara_b", "g"),
        ("1-1", "", "1-1", Kind.ARTICLE, "c1", "art_1-1", "g"),
        ("3", "", "3", Kind.ARTICLE, "c2", "art_3", "a2"),
        ("2.1", "", "2.1", Kind.PART, "a2", "art_2__para_1", "a2"),
        ("1(1)(a)", "", "a", Kind.POINT, "p1", "art_1__para_1__subpara_a", "p1"),
        ("chapter 1-1", "", "1-1", Kind.CHAPTER, "", "chp_1-1", "g"),
        ("1(1-1)", "1(1)", "1-1", Kind.PART, "a1", "art_1__para_1-1", "p1"),
        ("1(0)", "1", "0", Kind.PART, "a1", "art_1__para_0", "a1"),
        ("1(2)(a-0)", "1(2)", "a-0", Kind.POINT, "p2", "art_1__para_2__subpara_a-0", "p2"),
        ("1-1", "chapter 2", "1-1", Kind.ARTICLE, "c2", "art_1-1", "c2"),
        ("3", "chapter 1", "3", Kind.ARTICLE, "c1", "art_3", "c1"),
    ],
)
def test_a_new_provision_finds_its_place(target, after, number, kind, parent, eid, follows):
    executed, (new,) = placed(target=target, new="New.", after=after)
    assert (new.number, new.kind, new.parent, new.eid) == (number, kind, parent, eid)
    assert executed.elements[executed.elements.index(new) - 1].key == follows


def test_a_new_chapter_brings_its_articles():
    children = (NewElement("1-1", "One", "x"), NewElement("1-2", "Two", "y"), NewElement("1-2.1", text="z"))
    executed, new = placed(target="chapter 1-1", heading="NEW", children=children)
    chapter, one, two, part = new
    assert [one.parent, two.parent, part.parent] == [chapter.key, chapter.key, two.key]
    assert [e.key for e in executed][6:10] == [e.key for e in new]
    assert one.eid == "art_1-1"


def test_an_eid_that_is_taken_is_numbered():
    tree = Tree((*CODE.elements[:-1], Element("x", Kind.NOTE, eid="art_3", text="odd", parent="c2")))
    executed = execute(tree, [Operation(Op.INSERT_ELEMENT, "3", new="x")])
    assert "art_3_2" in executed.by_key


def test_the_first_article_stands_before_the_signature():
    executed = execute(
        Tree((CODE.elements[0], CODE.elements[-1])), [Operation(Op.RESTATE, "title", new="LAW")]
    )
    assert executed.elements[0].text == "LAW"
    assert [e.kind for e in execute(Tree(), [Operation(Op.INSERT_ELEMENT, "1", new="x")])] == [Kind.ARTICLE]


def test_numbers_that_cannot_be_compared_do_not_confuse_the_order():
    strange = Element("o", Kind.PART, "?", "art_2__para_x", text="x", parent="a2")
    tree = Tree((*CODE.elements[:-1], strange))
    executed = execute(tree, [Operation(Op.INSERT_ELEMENT, "2.1", new="x")])
    assert [e.number for e in executed][-2:] == ["2.1", "?"]


@pytest.mark.parametrize("target", ["section I", "division 3"])
def test_a_kind_that_the_act_does_not_know_has_no_place(target):
    with pytest.raises(Refused) as refusal:
        placed(target=target, new="x")
    assert refusal.value.code == "missing_parent"


@pytest.mark.parametrize("op", [Op.INSERT_ELEMENT, Op.APPEND_ELEMENT])
def test_what_stands_after_the_table_that_holds_it_is_its_first_row(op):
    tree = execute(TABLES, [Operation(op, "annex 1 row 0", new="new\t7", after="annex 1")])
    (new,) = [element for element in tree if element.text == "new\t7"]
    assert (new.kind, new.parent, tree.before(new)) == (Kind.ROW, "hx", "hx")


def test_the_first_article_of_an_empty_chapter_is_no_chapter():
    empty = Element("c3", Kind.CHAPTER, "3", "chp_3", "EMPTY")
    tree = execute(Tree((*CODE, empty)), [Operation(Op.INSERT_ELEMENT, "2-1", new="New.", after="chapter 3")])
    (new,) = [element for element in tree if element.text == "New."]
    assert (new.kind, new.parent) == (Kind.ARTICLE, "c3")


def test_a_bare_number_behind_an_annex_is_that_of_an_article():
    annex = Element("x", Kind.ANNEX, "1", "annex_1", "Fees")
    tree = execute(Tree((*CODE, annex)), [Operation(Op.INSERT_ELEMENT, "2-1", new="New.", after="annex 1")])
    (new,) = [element for element in tree if element.text == "New."]
    assert new.kind is Kind.ARTICLE


def test_the_first_note_of_a_provision_stands_in_it():
    executed, (new,) = placed(target="1(1) note", new="Note.")
    assert (new.kind, new.parent) == (Kind.NOTE, "p1")
    assert executed.before(new) == "p1"


def test_the_first_letter_below_a_part_needs_no_neighbour():
    _, (new,) = placed(target="1(1)(ж)", new="New.")
    assert (new.number, new.kind) == ("ж", Kind.POINT)


TABLES = Tree(
    (
        Element("a8", Kind.ARTICLE, "8", "art_8", "Rates"),
        Element("h8", Kind.TABLE, "", "art_8__table_1", text="What\tFee", parent="a8"),
        Element("r1", Kind.ROW, "8.1", "art_8__tr_1", text="small\t5", parent="a8"),
        Element("r11", Kind.ROW, "8.1.1", "art_8__tr_1__tr_1", text="red\t6", parent="r1"),
        Element("x", Kind.ANNEX, "1", "annex_1", "Fees"),
        Element("hx", Kind.TABLE, "", "annex_1__table_1", text="No.\tWhat", parent="x"),
        Element("x1", Kind.ROW, "1", "annex_1__table_1__tr_1", text="boats\t1", parent="hx"),
        Element("x11", Kind.ROW, "1.1", "annex_1__table_1__tr_1__tr_1", text="red\t1", parent="x1"),
        Element("y", Kind.ANNEX, "2", "annex_2", "More"),
        Element("hy", Kind.TABLE, "", "annex_2__table_1", text="A\tB", parent="y"),
        Element("pz", Kind.PARAGRAPH, "", "annex_2__p_1", text="Between.", parent="y"),
        Element("hz", Kind.TABLE, "", "annex_2__table_2", text="A\tB", parent="y"),
    )
)


@pytest.mark.parametrize(
    ("target", "eid", "parent", "before"),
    [
        ("8.1.2", "art_8__tr_1__tr_2", "r1", "annex_1"),
        ("8.1.1-1", "art_8__tr_1__tr_1-1", "r1", "annex_1"),
        ("8.2", "art_8__tr_2", "a8", "annex_1"),
        ("annex 1 row 2", "annex_1__table_1__tr_2", "hx", "annex_2"),
        ("annex 1 row 1.2", "annex_1__table_1__tr_1__tr_2", "x1", "annex_2"),
        ("annex 1 row 1.1.1", "annex_1__table_1__tr_1__tr_1__tr_1", "x11", "annex_2"),
        ("annex 1 table 1 row 1.1-1", "annex_1__table_1__tr_1__tr_1-1", "x1", "annex_2"),
        ("annex 1 table 1 row 2", "annex_1__table_1__tr_2", "hx", "annex_2"),
        ("annex 2 table 1 row 1", "annex_2__table_1__tr_1", "hy", "annex_2__p_1"),
    ],
)
def test_a_new_row_stands_in_the_table_that_counts_it(target, eid, parent, before):
    tree = execute(TABLES, [Operation(Op.INSERT_ELEMENT, target=target, new="new\t7")])
    (new,) = [element for element in tree if element.text == "new\t7"]
    assert (new.kind, new.eid, new.parent) == (Kind.ROW, eid, parent)
    following = tree.elements[tree.elements.index(new) + 1]
    assert following.eid == before


def test_a_row_of_one_of_several_tables_needs_the_table():
    with pytest.raises(Refused) as refusal:
        execute(TABLES, [Operation(Op.INSERT_ELEMENT, target="annex 2 row 1", new="new\t7")])
    assert refusal.value.code == "ambiguous_target"


def test_a_provision_that_is_placed_behind_the_title_is_an_article():
    title = Tree((Element("t", Kind.TITLE, eid="title", text="CODE"),))
    operation = Operation(Op.INSERT_ELEMENT, target="1", heading="Scope", new="Ferries.", after="title")
    assert [each.kind for each in execute(title, [operation])] == [Kind.TITLE, Kind.ARTICLE]


def test_points_count_anew_in_each_part():
    """12(2) is free where only 12(1)(2) stands."""
    text = "Article 1. Scope\n1. It applies to:\n1) boats;\n2) ships.\n\nArticle 2. End\nIt ends.\n"
    tree = ENGLISH.parse(text).tree
    found = execute(tree, [Operation(Op.INSERT_ELEMENT, "1(2)", new="It binds.")], ENGLISH)
    assert ENGLISH.render(found) == text.replace("ships.\n", "ships.\n2. It binds.\n")
    for number in ("1(1)", "1(1)(2)", "1"):
        with pytest.raises(Refused, match=r"already a provision"):
            execute(tree, [Operation(Op.INSERT_ELEMENT, number, new="It binds.")], ENGLISH)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Article 3. Boats\n1. They are:\na) small;\nb) large.\n2. They float.\n", "3(b)"),
        ("Article 3. Boats\nThey are:\na) new:\n1) small;\n2) large.\nb) old.\n", "3(2)"),
    ],
)
def test_a_number_of_another_style_than_what_stands_directly_there_is_taken(text, number):
    """3(b) leaves out the part where Article 3 counts parts; 3(2) leaves out the letter."""
    tree = ENGLISH.parse(f"{text}\nArticle 4. End\nIt ends.\n").tree
    with pytest.raises(Refused, match=r"already a provision"):
        execute(tree, [Operation(Op.INSERT_ELEMENT, number, new="They pay.")], ENGLISH)


@pytest.mark.parametrize(
    ("annexes", "new", "after"),
    [
        (("",), "1", ["", "1"]),
        (("",), "2", ["", "2"]),
        (("2",), "1", ["1", "2"]),
        (("", "2"), "1", ["", "1", "2"]),
        (("", "2"), "3", ["", "2", "3"]),
        ((), "1", ["1"]),
    ],
)
def test_a_numbered_annex_stands_behind_the_act(annexes, new, after):
    law = "I fəsil\nÜmumi\nMaddə 1. Əhatə\nTətbiq edilir.\n"
    law += "".join(f"\n{f'{each} nömrəli əlavə' if each else 'Əlavə'}\n\nAd\n\n1. Söz.\n" for each in annexes)
    tree = AZERBAIJANI.parse(law).tree
    inserted = execute(tree, [Operation(Op.INSERT_ELEMENT, f"annex {new}", heading="Yeni", new="Söz.")])
    assert [each.number for each in inserted.of_kind(Kind.ANNEX)] == after
    assert inserted.elements[0].number == "I"
    read = AZERBAIJANI.parse(AZERBAIJANI.render(inserted)).tree
    assert [each.number for each in read.of_kind(Kind.ANNEX)] == after
    if "" in annexes:
        assert find(inserted, "annex").number == ""


def romans(tree):
    return [each.number for each in tree if set(each.number.partition("-")[0]) <= set("ivx") and each.number]


ROMAN_LIST = "\n".join(f"({each}) {each}s;" for each in ("i", "ii", "iii", "iv", "v"))


@pytest.mark.parametrize(
    "operation",
    [
        Operation(Op.INSERT_ELEMENT, "2", heading="List", new=f"The list is:\n{ROMAN_LIST}"),
        Operation(Op.INSERT_ELEMENT, "1(2)", new=f"The list is:\n{ROMAN_LIST}"),
        Operation(Op.RESTATE, "1", heading="List", new=f"The list is:\n{ROMAN_LIST}"),
    ],
)
def test_a_list_of_small_roman_numerals_stands_as_it_is_typed(operation):
    tree = ENGLISH.parse("Article 1. Scope\n1. It applies.\n\nArticle 3. Rest\nText.\n").tree
    after = execute(tree, [completed(tree, operation, ENGLISH)], ENGLISH)
    assert romans(after) == ["i", "ii", "iii", "iv", "v"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("vi", "i ii iii iv v vi"), ("iii-1", "i ii iii iii-1 iv v"), ("x", "i ii iii iv v x")],
)
@pytest.mark.parametrize("op", [Op.INSERT_ELEMENT, Op.APPEND_ELEMENT])
def test_a_new_point_stands_in_its_place_in_a_list_of_small_roman_numerals(op, number, expected):
    tree = ENGLISH.parse(f"Article 1. Scope\nThe list is:\n{ROMAN_LIST}\n\nArticle 3. Rest\nText.\n").tree
    new = completed(tree, Operation(op, f"1({number})", new="new;"), ENGLISH)
    assert romans(execute(tree, [new], ENGLISH)) == expected.split()


@pytest.mark.parametrize(
    ("part", "new", "before"), [("4.1", "4.1.3", "4.1.2"), ("4.1", "4.1.1-1", "4.1.1"), ("4.2", "4.2.1", "c")]
)
def test_a_decimal_stands_among_those_of_its_part_and_behind_its_list(part, new, before):
    listed = (
        "4.1. Fees:\n(a) low;\n(b) high.\n4.1.1. One.\n4.1.2. Two.\n4.2. Or:\n(a) red;\n(b) new;\n(c) old.\n"
    )
    tree = ENGLISH.parse(f"Article 1. Scope\n1.1. It binds.\n\nArticle 4. Fees\n{listed}").tree
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, new, new="New.")])
    numbers = [each.number for each in after.children(find(after, part).key)]
    assert numbers[numbers.index(new) - 1] == before
