"""New provisions that come with a redesignation or an insertion are worded together, or refused when they are saved."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.text.refusals import explain
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import Azerbaijani

ACT = "Article 1. Scope\n1. Boats are free.\n2. Rafts are not:\na) red;\nb) blue.\n\nArticle 2. Fines\n1. A fine is paid.\n2. It is small.\n"
HELP = [
    NewElement("2", "Help"),
    NewElement("2(1)", text="Ask."),
    NewElement("2(2)", text="Wait:"),
    NewElement("2(2)(a)", text="here."),
]
PART = [
    NewElement("1(1)", text="Ships:"),
    NewElement("1(1)(a)", text="old."),
    NewElement("1(2-1)", text="Buoys."),
]
TREE = ENGLISH.parse(ACT).tree


@pytest.mark.parametrize(
    ("target", "number", "added", "named"),
    [
        ("2", "6", HELP, ("the following Article 2", "дополнить статьёй 2", "2-ci maddə əlavə")),
        ("1(1)", "1(5)", PART, ("the following Articles 1(1) and 1(2-1)", "частями 1 и 2-1", "1-ci və 2-1-ci hissələr")),
    ],
)  # fmt: skip
def test_what_lies_under_a_new_provision_is_not_announced_beside_it(target, number, added, named):
    typed = Operation(Op.RENUMBER_AND_ADD, target, children=(NewElement(number), *added))
    for wording, words in zip((English(), Russian(), Azerbaijani()), named, strict=True):
        operation = completed(TREE, typed, ENGLISH, wording)
        execute(TREE, [operation], ENGLISH)
        assert words in wording.word(operation, Mood.IMPERATIVE)


@pytest.mark.parametrize(
    "operation",
    [
        Operation(Op.RENUMBER_AND_ADD, "2", children=(NewElement("6"), *HELP, NewElement("1(3)", text="Ships."))),
        Operation(Op.INSERT_ELEMENT, "3", heading="Help", new="Ask.", children=(NewElement("1(3)", text="Ships."),)),
        Operation(Op.INSERT_ELEMENT, "1(3)", new="Ships.", children=(NewElement("2(3)", text="Ships."),)),
    ],
)  # fmt: skip
def test_new_provisions_of_several_kinds_or_places_are_refused_where_the_language_cannot_name_them(operation):
    for wording in (Russian(), Azerbaijani(), None):
        with pytest.raises(Refused, match="Write one instruction for each kind"):
            completed(TREE, operation, ENGLISH, wording)


def test_they_are_taken_where_the_language_says_them_so_that_they_are_read_again():
    ships = NewElement("1(3)", text="Ships.")
    typed = Operation(Op.INSERT_ELEMENT, "1(2)(c)", new="green;", children=(ships,))
    said = English().word(completed(TREE, typed, ENGLISH, English()), Mood.IMPERATIVE)
    assert said.startswith("The following Articles 1(2)(c) and 1(3) shall be inserted:")
    alike = Operation(Op.INSERT_ELEMENT, "2(3)", new="Ships.", children=(ships,))
    with pytest.raises(Refused, match="different kinds or places"):  # both would be quoted as "3."
        completed(TREE, alike, ENGLISH, English())


LISTS = (
    "{article} 1. A\n1. B:\na) b;\nb) c.\n2. D:\na) e:\ni) f;\nii) g:\nA) h;\nB) k.\n\n"
    "{article} 4. E\nF:\n1) b;\n2) c;\n3) d.\n\n{article} 7. G\n7.1. H.\n\n{annex} 1\nJ\n1. K:\na) l;\nb) m.\n"
)
LANGUAGES = [
    (ENGLISH, English(), "Article", "Annex"),
    (RUSSIAN, Russian(), "Статья", "Приложение"),
    (SCHEMES[0], Azerbaijani(), "Maddə", "Əlavə"),
]


def inserted(scheme, wording, article, annex, target, beside):
    tree = scheme.parse(LISTS.format(article=article, annex=annex)).tree
    typed = Operation(Op.INSERT_ELEMENT, target, new="o;", children=(NewElement(beside, text="p."),))
    return completed(tree, typed, scheme, wording), tree


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("target", "beside"),
    [
        ("1(1)(c)", "E"), ("1(1)(c)", "Г"), ("1(1)(c)", "D-1"), ("1(1)(c)", "1"), ("1(2)(a)(iii)", "V"), ("1(3)", "B"),
        ("1(3)", "IV"), ("1(2)(a)(ii)(C)", "60"), ("4(4)", "E"), ("4(4)", "4"), ("4(4)", "5"), ("7.2", "B"),
        ("annex 1(2)", "A"), ("annex 1(1)(c)", "V"),
    ],
)  # fmt: skip
def test_a_number_of_another_kind_typed_beside_a_new_item_is_refused_and_no_article(language, target, beside):
    with pytest.raises(Refused, match=f"“{beside}” alone beside .* could be an article"):
        inserted(*language, target, beside)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("target", "beside", "whole"),
    [
        ("1(1)(c)", "d-1", "1(1)(d-1)"),
        ("1(2)(a)(ii)(C)", "D", "1(2)(a)(ii)(D)"),
        ("1(2)(a)(ii)(C)", "C-1", "1(2)(a)(ii)(C-1)"),
        ("annex 1(2)", "3", "annex 1 point 3"),
    ],
)
def test_one_of_the_same_kind_stands_beside_it(language, target, beside, whole):
    operation, _tree = inserted(*language, target, beside)
    assert [each.number for each in operation.children] == [whole]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("beside", ["A", "IX", "a", "Б"])
def test_a_letter_typed_beside_a_new_article_is_refused(language, beside):
    with pytest.raises(Refused, match="different kinds or places"):
        inserted(*language, "8", beside)
    assert inserted(*language, "8", "9")


def test_of_two_new_provisions_the_one_that_stands_already_is_named():
    operation, tree = inserted(*LANGUAGES[0], "1(1)(c)", "b")
    with pytest.raises(Refused) as refusal:
        execute(tree, [operation], ENGLISH)
    assert explain(refusal.value, operation).startswith("There is a provision 1(1)(b) already.")
