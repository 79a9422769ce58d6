"""Items of a restatement: under their whole names, in the order in which they were typed; and lines that cannot be items."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute, words_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import from_json
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN

LANGUAGES = {"en": (ENGLISH, English()), "ru": (RUSSIAN, Russian())}
ACTS = {
    "en": "Article 1. One\n1. It covers:\n1) one;\n2) two;\n3) three.\n2. Two:\n(a) alpha;\n(b) beta.\n\nArticle 2. Two\n"
    "Words.\n",
    "ru": "Статья 1. Раз\n1. Раз:\nа) один;\nб) два.\n2. Два.\n\nСтатья 2. Два\nСлова.\n",
}


def read(language, target, new, children="", op="restate", heading=""):
    scheme, wording = LANGUAGES[language]
    data = {"op": op, "target": target, "new": new, "children": children, "heading": heading}
    form = InstructionForm(data, words=words_of(scheme))
    assert form.is_valid(), form.errors
    tree = scheme.parse(ACTS[language]).tree
    operation = completed(tree, form.operation(), scheme, wording)
    return operation, scheme.render(execute(tree, [operation], scheme))


@pytest.mark.parametrize(
    ("target", "new", "printed"),
    [
        ("1(1)", "It covers:\n(i) one;\n(ii) two.", "1. It covers:\n(i) one;\n(ii) two.\n2. Two:"),
        ("1", "1. All:\n(i) one;\n(ii) two.\n2. Two.", "1. All:\n(i) one;\n(ii) two.\n2. Two.\n"),
        ("1(1)", "All:\n(i) a;\n(ii) b;\n(iii) c;\n(iv) d.", "All:\n(i) a;\n(ii) b;\n(iii) c;\n(iv) d.\n2."),
        ("1", "1. A.\n2. B.\n3. C.", "Article 1. One\n1. A.\n2. B.\n3. C.\n"),
        ("1", "1. A:\n1) x;\n2) y.\n2. B.\n3. C.", "1. A:\n1) x;\n2) y.\n2. B.\n3. C.\n"),
    ],
)
def test_items_stand_in_the_order_in_which_they_were_typed(target, new, printed):
    assert printed in read("en", target, new)[1]


def test_items_that_count_alike_keep_their_identity():
    tree = ENGLISH.parse(ACTS["en"]).tree
    stored = {
        "op": "restate",
        "target": "1(1)",
        "new": "All:",
        "children": [{"number": "1(1)(2)", "text": "new."}],
    }
    after = execute(tree, [from_json(stored)], ENGLISH)
    assert after.by_key["art_1__para_1__subpara_2"].text == "new."


@pytest.mark.parametrize(
    ("language", "target", "children", "numbers"),
    [
        ("en", "1(2)", "(b) two.", ["1(2)(b)"]),
        ("en", "1(2)", "b. two.", ["1(2)(b)"]),
        ("en", "1(2)", "(c) new.", ["1(2)(c)"]),
        ("en", "1", "2. Two.\n(b) two.", ["1(2)", "1(2)(b)"]),
        ("en", "1", "1. A.\n2. B.\n3. C.", ["1(1)", "1(2)", "1(3)"]),
        ("ru", "1(1)", "б) новое.", ["1(1)(б)"]),
        ("en", "1", "5. Five.", ["5"]),
        ("en", "1", "3. |New| Three.", ["3"]),
    ],
)
def test_further_lines_of_a_restatement_have_whole_names(language, target, children, numbers):
    operation, _ = read(language, target, "All:", children)
    assert [each.number for each in operation.children] == numbers
    said = LANGUAGES[language][1].word(operation, Mood.IMPERATIVE)
    assert "Article b" not in said
    assert "Статья б" not in said


def test_a_letter_behind_the_one_that_is_restated_is_none_of_its_items():
    with pytest.raises(Refused, match="alone beside"):
        read("en", "1(2)(a)", "alpha;", "(b) two.")


@pytest.mark.parametrize(
    ("op", "target", "line", "said"),
    [
        ("add_sentence", "2", "Note: a note.", "Line 2, “Note: a note.”, would be read as a note"),
        ("restate", "1(1)", "ANNEX", "Line 2, “ANNEX”, would be read as a note, a heading"),
        ("restate", "1(1)", "Final provisions", "Line 2, “Final provisions”, would be read as"),
        ("add_sentence", "2", "Article 9", "Line 2, “Article 9”, begins with the number"),
        ("restate", "2", "Chapter Two", "Line 2, “Chapter Two”, begins with the number"),
        ("insert_element", "3", "Section IV", "Line 2, “Section IV”, begins with the number"),
        ("restate", "2", "Title X. Two", "Line 2, “Title X. Two”, begins with the number"),
    ],
)
def test_a_refusal_names_the_line_that_cannot_be_brought_and_why(op, target, line, said):
    with pytest.raises(Refused, match=said):
        read("en", target, f"Words of it.\n{line}\nMore words.", op=op)
