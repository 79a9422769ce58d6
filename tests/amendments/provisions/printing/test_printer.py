from dataclasses import replace

import pytest

from amendments.provisions.tree import Element, Kind, Tree

ACT = "Maddə 1. Ad\n\n1.1. Bir.\n\n1.2. İki:\n\n1.2.1. üç;\n\n1.2.2. dörd. [4]\n\nMaddə 2. Son\n\nMətn.\n\nDavamı.\n"


def edited(tree, eid, **changes):
    return Tree(tuple(replace(e, **changes) if e.eid == eid else e for e in tree), tree.tail)


def inserted(tree, after, element):
    elements = list(tree)
    place = next(index for index, known in enumerate(elements) if known.eid == after)
    return Tree((*elements[: place + 1], element, *elements[place + 1 :]), tree.tail)


@pytest.mark.parametrize(
    ("eid", "changes", "old", "new"),
    [
        ("art_1", {"heading": "Başqa ad"}, "Maddə 1. Ad", "Maddə 1. Başqa ad"),
        ("art_1__para_1", {"text": "Yeni."}, "1.1. Bir.", "1.1. Yeni."),
        ("art_1__para_1", {"text": "Yeni.\nAbzas."}, "1.1. Bir.", "1.1. Yeni.\nAbzas."),
        ("art_2", {"text": "Bir."}, "Mətn.\n\nDavamı.", "Bir."),
        ("art_2", {"text": "Bir.\nİki.\nÜç."}, "Mətn.\n\nDavamı.", "Bir.\n\nİki.\n\nÜç."),
        ("art_2", {"text": ""}, "Son\n\nMətn.\n\nDavamı.", "Son"),
        ("art_1", {"heading": ""}, "Maddə 1. Ad", "Maddə 1."),
        ("art_1", {"text": "Giriş."}, "Maddə 1. Ad\n", "Maddə 1. Ad\n\nGiriş.\n"),
        ("art_1__para_1", {"number": "1.9"}, "1.1. Bir", "1.9. Bir"),
        ("art_1__para_2__subpara_2", {"text": "x"}, "dörd. [4]", "x [4]"),
    ],
)
def test_an_edited_provision_keeps_the_form_of_its_print(eid, changes, old, new, az):
    tree = az.parse(ACT).tree
    assert az.render(edited(tree, eid, **changes)) == ACT.replace(old, new)


@pytest.mark.parametrize(
    ("after", "element", "printed"),
    [
        (
            "art_1__para_2__subpara_2",
            Element("n", Kind.ARTICLE, "1-1", heading="Yeni", text="A."),
            "\n\nMaddə 1-1. Yeni\n\nA.",
        ),
        (
            "art_1__para_2__subpara_2",
            Element("n", Kind.ARTICLE, "1-1", heading="Yeni"),
            "\n\nMaddə 1-1. Yeni",
        ),
        ("art_1__para_2__subpara_2", Element("n", Kind.ARTICLE, "1-1", text="A."), "\n\nMaddə 1-1. A."),
        ("art_1__para_1", Element("n", Kind.PART, "1.1-1", text="A.\nB."), "\n\n1.1-1. A.\nB."),
        ("art_1__para_2__subpara_1", Element("n", Kind.POINT, "1.2.1-1", text="a;"), "\n\n1.2.1-1. a;"),
        ("art_1__para_2__subpara_1", Element("n", Kind.POINT, "a", text="b;"), "\n\na) b;"),
        ("art_1", Element("n", Kind.NOTE, text="A."), "\n\nQeyd: A."),
        ("art_2", Element("n", Kind.CHAPTER, "2", heading="Ad"), "\n\nFƏSİL 2\n\nAd"),
        ("art_2", Element("n", Kind.PARAGRAPH, text="A."), "\n\nA."),
    ],
)
def test_a_new_provision_is_printed_as_its_neighbours_are(after, element, printed, az):
    tree = az.parse(ACT).tree
    before = az.render(Tree(tree.elements[: tree.elements.index(tree.by_eid[after]) + 1]))
    assert az.render(inserted(tree, after, element)).startswith(before + printed + "\n")


def test_new_points_look_like_those_of_the_act(az):
    tree = az.parse("Maddə 1. Ad\n1. A:\n  a) b;\n  c) d.").tree
    assert az.render(
        inserted(tree, "art_1__para_1__subpara_a", Element("n", Kind.POINT, "b", text="x;"))
    ) == ("Maddə 1. Ad\n1. A:\n  a) b;\n  b) x;\n  c) d.")


def test_a_tree_without_any_layout_is_printed_in_the_usual_form(en):
    tree = Tree(
        (
            Element("t", Kind.TITLE, text="LAW\nON LAMPS"),
            Element("p", Kind.PREAMBLE, text="Preamble."),
            Element("c", Kind.CHAPTER, "1", heading="GENERAL"),
            Element("a", Kind.ARTICLE, "1", heading="Scope", parent="c"),
            Element("b", Kind.PART, "1.1", text="Text:", parent="a"),
            Element("d", Kind.POINT, "a", text="point.", parent="b"),
        ),
        "\n",
    )
    assert en.render(tree) == (
        "LAW\nON LAMPS\n\nPreamble.\n\nCHAPTER 1\nGENERAL\n\nArticle 1. Scope\n1.1. Text:\n(a) point.\n"
    )


def test_an_ordinal_suffix_follows_a_new_number(az):
    tree = az.parse("2-ci fəsil\nAd\nMaddə 1. A\nB.").tree
    assert az.render(edited(tree, "chp_2", number="3")).startswith("3-cü fəsil\n")


def test_a_misprinted_suffix_is_kept(az):
    text = "2-cu fəsil\nAd\nMaddə 1. A\nB."
    assert az.render(az.parse(text).tree) == text


def test_a_section_without_a_number_has_its_heading_alone(az, en):
    section = Element("n", Kind.SECTION, "", heading="XÜSUSİ HİSSƏ")
    assert az.label(section) == en.label(section) == ""
    assert az.render(Tree([section])).strip() == "XÜSUSİ HİSSƏ"


def test_labels_and_citations(az):
    tree = az.parse(ACT).tree
    assert [(az.label(element), az.cite(element)) for element in tree] == [
        ("Maddə 1.", "1-ci maddə"),
        ("1.1.", "1.1-ci maddə"),
        ("1.2.", "1.2-ci maddə"),
        ("1.2.1.", "1.2.1-ci maddə"),
        ("1.2.2.", "1.2.2-ci maddə"),
        ("Maddə 2.", "2-ci maddə"),
    ]


def test_the_label_of_a_new_provision_is_the_usual_one(az, en):
    assert az.label(Element("n", Kind.ARTICLE, "7", eid="art_7")) == "Maddə 7."
    assert en.label(Element("n", Kind.POINT, "b", eid="art_7__subpara_b")) == "(b)"
    assert az.cite(Element("n", Kind.ARTICLE, "7")) == "7-ci maddə"
    assert az.label(Element("n", Kind.TITLE, text="QANUN")) == ""


@pytest.mark.parametrize(
    ("text", "eid", "label"),
    [
        ("2-ci fəsil [4]\nAd\nMaddə 1. A\nB.", "chp_2", "2-ci fəsil"),
        ("2-cu fəsil\nAd\nMaddə 1. A\nB.", "chp_2", "2-cu fəsil"),
        ("Maddə 1. A\nB.\nMəktəb Məcəlləsinə\n1-ci əlavə\nAd", "annex_1", "1-ci əlavə"),
        ("Maddə 1. A\nB.\nQEYD: C.", "art_1__note_1", "QEYD:"),
        ("Maddə 1 – A\nB.", "art_1", "Maddə 1"),
    ],
)
def test_the_label_is_the_one_that_was_printed(text, eid, label, az):
    assert az.label(az.parse(text).tree.by_eid[eid]) == label


def test_an_ordinal_may_stand_in_a_label_without_its_own_suffix(az):
    tree = az.parse("2-ci fəsil\nAd\nMaddə 1. A\nB.").tree
    assert az.label(replace(tree.elements[0], number="6")) == "6-cı fəsil"


@pytest.mark.parametrize(
    ("text", "after", "number", "printed"),
    [
        ("LAW\nArticle 1. A\n(1) b.\n(2) c.\nArticle 2. D\n1. e.\n2. f.\n3. g.", "art_1__para_2", "3", "\n(3) New."),
        ("LAW\nArticle 1. A\n1) b;\n2) c.\nArticle 2. D\n(a) e;\n(b) f.", "art_1__subpara_2", "3", "\n3) New."),
        ("LAW\nArticle 1. A\na. b;\nb. c.\nArticle 2. D\n(a) e;\n(b) f;\n(c) g.", "art_1__subpara_b", "c", "\nc. New."),
        ("LAW\nArticle 1. A\nA. b;\nB. c.\nArticle 2. D\n(a) e;\n(b) f;\n(c) g.", "art_1__subpara_B", "C", "\nC. New."),
        ("LAW\nArticle 1. A\n(a) b;\n(b) c.\nArticle 2. D\nE. f;\nE.", "art_1__subpara_b", "b-1", "\n(b-1) New."),
        ("LAW\nArticle 1. A\n(1) b:\n1. c;\n2. d.\n(2) e.\nArticle 2. F\n1. g.", "art_1__para_2", "3", "\n(3) New."),
    ],
)  # fmt: skip
def test_a_new_point_is_labelled_as_its_nearest_siblings_are(text, after, number, printed, en):
    tree = en.parse(text).tree
    sibling = tree.by_eid[after]
    new = Element("n", sibling.kind, number, text="New.", parent=sibling.parent)
    before = en.render(Tree(tree.elements[: tree.elements.index(sibling) + 1]))
    assert en.render(inserted(tree, after, new)).startswith(before + printed)
