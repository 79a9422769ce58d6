"""The labels that were typed before new provisions."""

from dataclasses import replace

import pytest

from amendments.instructions.completing.typed_labels import with_typed_labels, without_usual_labels
from amendments.instructions.completing.typed_lines import with_provisions, with_provisions_below
from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation, from_json, to_json, with_labels
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

ACT = "Article 1. Scope\n1. This Law applies.\n2. It binds.\n\nArticle 2. End\nIt ends:\n"
LAWS = [
    (ENGLISH, ACT),
    (RUSSIAN, "Статья 1. Сфера\n1. Закон применяется.\n2. Он обязателен.\n\nСтатья 2. Конец\nВсё:\n"),
    (SCHEMES[0], "Maddə 1. Əhatə\n1.1. Bu Qanun tətbiq edilir.\n\nMaddə 2. Son\nBitir:\n"),
]


def edited(scheme, text, words):
    """What editing Article 2 in place says."""
    tree = scheme.parse(text).tree
    (article,) = [each for each in tree if each.number == "2" and each.kind is Kind.ARTICLE]
    after = with_provisions_below(tree, replace(article, text=f"{article.text}\n{words}"), scheme)
    return tree, with_typed_labels(tree, after, derive(tree, after), scheme)


@pytest.mark.parametrize(("scheme", "text"), LAWS)
@pytest.mark.parametrize(
    "typed",
    [
        "1) x;\n2) y.",
        "(1) x;\n(2) y.",
        "a) x;\nb) y.",
        "(a) x;\n(b) y.",
        "1) x;\na) y;\n2) z.",
        "1. x.\n2. y.",
    ],
)
def test_lines_typed_in_place_are_printed_as_they_were_typed(scheme, text, typed):
    tree, operations = edited(scheme, text, typed)
    assert [from_json(to_json(each)) for each in operations] == [
        replace(each, target_text_hash="") for each in operations
    ]
    assert scheme.render(execute(tree, operations, scheme)) == f"{text}{typed}\n"


@pytest.mark.parametrize(("scheme", "text"), LAWS)
@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("2(1)", "1) x;"),
        ("2(1)", "(1) x;"),
        ("2(1)", "1. x;"),
        ("2(a)", "a) x;"),
        ("2(a)", "(a) x;"),
        ("2(1)", "1) x;\n2) y."),
        ("2(a)", "(a) x;\n(b) y."),
    ],
)
def test_the_number_typed_in_a_form_before_a_first_one_is_printed_as_it_was_typed(
    scheme, text, number, words
):
    tree = scheme.parse(text).tree
    operation = with_provisions(tree, Operation(Op.INSERT_ELEMENT, number, new=words), scheme)
    after = execute(tree, [operation], scheme)
    assert scheme.render(after) == f"{text}{words}\n"
    third = str.maketrans("1a", "3c")
    following = Operation(Op.INSERT_ELEMENT, number.translate(third), new="z.")
    printed = scheme.render(execute(after, [following], scheme)).split("\n")
    assert printed[-2] == f"{words.split()[0].translate(third)} z."


def test_a_number_typed_before_words_of_the_law_changes_no_label():
    tree = ENGLISH.parse(ACT).tree
    restated = with_provisions(tree, Operation(Op.RESTATE, "1(2)", new="2) It binds all."), ENGLISH)
    assert (restated.new, restated.label) == ("It binds all.", "")


def test_a_label_is_kept_only_where_another_one_would_be_printed():
    _tree, (usual,) = edited(*LAWS[0], "1. x.\n2. y.")
    assert (usual.label, [each.label for each in usual.children]) == ("", [""])
    _tree, (other,) = edited(*LAWS[0], "1) x;\n2) y.")
    assert (other.label, [each.label for each in other.children]) == ("1)", ["2)"])


def test_a_point_is_a_point_by_its_label():
    tree, operations = edited(*LAWS[0], "1) x;\n2) y.")
    kinds = [each.kind for each in execute(tree, operations, ENGLISH) if each.text in ("x;", "y.")]
    assert kinds == [Kind.POINT, Kind.POINT]


def test_the_law_prints_new_provisions_beside_its_own():
    tree = ENGLISH.parse(ACT).tree
    new = Operation(Op.INSERT_ELEMENT, "1(3)", new="It stays.", label="3)")
    assert without_usual_labels(tree, new, ENGLISH).label == ""


def test_what_brings_nothing_has_no_labels():
    tree = ENGLISH.parse(ACT).tree
    repeal = Operation(Op.REPEAL, "1(2)")
    assert with_typed_labels(tree, execute(tree, [repeal]), [repeal], ENGLISH) == [repeal]


def test_forms_leave_the_label_of_the_provision_that_they_name():
    stored = Operation(
        Op.INSERT_ELEMENT, "2(1)", new="x;", label="1)", children=(NewElement("2(2)", label="2)"),)
    )
    form = replace(stored, new="z;", label="", children=(NewElement("2(2)"),))
    assert with_labels(form, to_json(stored)) == replace(stored, new="z;")
    assert with_labels(replace(form, target="2(3)"), to_json(stored)).label == ""
