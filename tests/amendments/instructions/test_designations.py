import json
import pickle

import pytest
from hypothesis import given, settings

from amendments.instructions.designations import Designation
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import BadOperation
from amendments.instructions.operations import NewElement, Op, Operation, from_json, to_json
from amendments.provisions.schemes import DEFAULTS
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES
from tests.amendments.instructions.strategies import operations
from tests.amendments.instructions.test_printed_acts import ACT
from tests.examples import examples

ENGLISH, RUSSIAN = (scheme.citation_words for scheme in DEFAULTS)
(SCHEME,) = SCHEMES
AZERBAIJANI = SCHEME.citation_words

ONE_NUMBER = [
    (None, "5.1", ["5.1", "5.1.", " 5.1 ", "Article 5.1", "article 5.1.", "art. 5.1", "Art.5.1"]),
    (None, "12-1", ["12-1", "12–1", "12¹", "Article 12-1"]),
    (None, "12(3)", ["12(3)", "Article 12(3)", "12 part 3", "part 3 of Article 12", "Article 12 paragraph 3"]),
    (None, "9(1)(a)", ["9(1)(a)", "point (a) of part 1 of Article 9", "Article 9 part 1 point a"]),
    (None, "chapter 2", ["chapter 2", "Chapter 2.", "2 chapter"]),
    (None, "section II chapter 1", ["Section II Chapter 1", "Chapter 1 of Section II"]),
    (None, "45 note", ["45 note", "note of Article 45", "Article 45 note"]),
    (None, "annex 3 article 27-1", ["annex 3 article 27-1", "Article 27-1 of Annex 3"]),
    (ENGLISH, "12(3)", ["Art. 12 para. 3", "Article 12, part 3".replace(",", ""), "para. 3 of Art. 12"]),
    (None, "5.3 row 2", ["5.3 row 2", "Article 5.3 row 2", "row 2 of Article 5.3"]),
    (None, "L111-1", ["L111-1", "Article L111-1"]),
    (None, "39-bis", ["39 bis", "39-bis", "Article 39 bis"]),
    (None, "39-bis-A", ["39 bis A", "Article 39 bis A"]),
    (None, "4(6-bis)", ["4(6° bis)", "4(6 bis)", "4(6-bis)"]),
    (None, "annex 1 row 3", ["Annex 1 row 3"]),
    (ENGLISH, "title", ["title", "Title"]),
    (AZERBAIJANI, "12.3", ["12.3", "12.3-cü maddə", "12.3-cü maddənin", "Maddə 12.3.", "m. 12.3", "m.12.3", "madde 12.3"]),
    (AZERBAIJANI, "9.3.4-1", ["9.3.4-1-ci maddə"]),
    (AZERBAIJANI, "12(3)", ["12-ci maddənin 3-cü hissəsi", "12(3)"]),
    (AZERBAIJANI, "13(2)(ə)", ["13-cü maddənin 2-ci hissəsinin “ə” bəndi"]),
    (AZERBAIJANI, "chapter 2", ["2-ci fəsil", "2-ci fəslin", "Fəsil 2", "ikinci fəsil", "f. 2"]),
    (AZERBAIJANI, "annex 1 article 3", ["1 nömrəli əlavənin 3-cü maddəsi"]),
    (AZERBAIJANI, "45 note point 2", ["45-ci maddənin qeydinin 2-ci bəndi"]),
    (RUSSIAN, "12.3", ["ст. 12.3", "ст.12.3", "статья 12.3", "статьи 12.3", "статье 12.3"]),
    (RUSSIAN, "12(3)", ["часть 3 статьи 12", "ч. 3 ст. 12", "статья 12 часть 3", "ст. 12 ч. 3"]),
    (RUSSIAN, "9(1)(а)", ["пункт «а» части 1 статьи 9", "п. а ч. 1 ст. 9"]),
    (RUSSIAN, "4(3)(2)(1)", ["подпункт 1 пункта 2 части 3 статьи 4"]),
    (RUSSIAN, "45 note", ["примечание к статье 45"]),
    (RUSSIAN, "annex 1", ["приложение № 1", "прил. 1"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "name", "typed"), [(words, name, typed) for words, name, all_ in ONE_NUMBER for typed in all_]
)
def test_a_provision_has_one_name_whatever_is_typed(words, name, typed):
    assert Designation(typed, words) == name
    assert Designation(name, words) == name


@pytest.mark.parametrize(
    "typed", ["1.?", "5..1", "!!", "()", "-5", "5,1", "5.1; 5.2", "1" * 300, "?", " ", "5.1\n!"]
)
def test_what_names_nothing_is_refused(typed):
    for words in (None, ENGLISH, AZERBAIJANI, RUSSIAN):
        with pytest.raises(BadOperation) as refusal:
            Designation(typed, words)
        assert typed in str(refusal.value)


@pytest.mark.parametrize("typed", ["12.3-cü maddə", "статья 5", "foo"])
def test_a_word_of_an_unknown_language_waits_for_its_act(typed):
    assert Designation(typed) == typed
    with pytest.raises(BadOperation):
        Designation(typed, ENGLISH)


@settings(max_examples=examples(300))
@given(operations())
def test_what_prose_names_keeps_its_name(operation):
    names = [*operation.all_targets, operation.after, *(child.number for child in operation.children)]
    for words in (None, ENGLISH, AZERBAIJANI, RUSSIAN):
        assert [Designation(name, words) for name in names] == names


def test_an_operation_names_provisions_in_one_form():
    operation = Operation(
        Op.INSERT_ELEMENT,
        "Article 12-1.",
        new="x",
        children=(NewElement("Art. 12-1.1.", text="y"),),
        after="Article 12",
        creates={"Article 12-1": "k"},
    )
    assert (operation.target, operation.after, operation.children[0].number) == ("12-1", "12", "12-1.1")
    assert operation.creates == {"12-1": "k"}
    several = Operation(Op.REPEAL, targets=("Article 1", "1.", "2."))
    assert several.all_targets == ("1", "2")
    assert pickle.loads(pickle.dumps(operation)) == operation  # noqa: S301 - our own


def test_json_is_read_in_the_words_of_the_act():
    data = {"op": "repeal", "target": "12.3-cü maddə", "targets": ["2-ci fəsil", "12.3-cü maddə"]}
    read = from_json(data, AZERBAIJANI)
    assert read.all_targets == ("12.3", "chapter 2")
    assert json.loads(json.dumps(to_json(read)))["target"] == "12.3"
    with pytest.raises(BadOperation):
        from_json({"op": "repeal", "target": "salam"}, AZERBAIJANI)


def test_a_new_provision_may_be_named_in_the_words_of_the_act():
    operation = Operation(
        Op.INSERT_ELEMENT, "2-ci maddənin 3-cü hissəsi", new="Üçüncü.", after="2-ci maddənin 2-ci hissəsi"
    )
    (new,) = execute(SCHEME.parse(ACT).tree, [operation], SCHEME).cited(Kind.PART, "3")
    assert (new.number, new.text) == ("3", "Üçüncü.")
