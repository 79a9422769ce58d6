"""The JSON files: by the schemas that the site publishes, and with every word."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from amendments.instructions.operations import Operation, from_json
from amendments.redline.compare import compare
from amendments.renderers.data_files import SCHEMAS, as_redline_data, as_text_data
from amendments.renderers.paper.documents import RedlineDocument, compared, paper_elements
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.schema_checker import faults, schema_of
from tests.amendments.renderers.test_akoma_ntoso import FACTS, identified
from tests.amendments.renderers.test_akoma_redline import pair
from tests.amendments.renderers.word.documents import document, scheme_of, text_document
from tests.examples import examples

HASH = "a" * 64


def valid(data, name):
    read = json.loads(data)
    read["hash"] = HASH  # documents of these tests have a short one
    assert read["schema"] == name
    assert list(faults(read, schema_of(name))) == []
    return read


@given(acts(), st.sampled_from(["az", "en", "ru"]))
@settings(max_examples=examples(40), deadline=None)
def test_any_text_is_valid_and_whole(tree, language):
    read = valid(as_text_data(text_document(identified(tree), language)), "text-1")
    (act,) = read["acts"]
    assert [(each["number"], each["heading"], each["text"]) for each in act["provisions"]] == [
        (element.number, element.heading, element.text) for element in tree
    ]


def test_the_text_of_one_act_says_what_identifies_it():
    found = text_document(next(pair()), "en")
    acts = tuple(replace(act, facts=FACTS) for act in found.acts)
    (act,) = valid(as_text_data(replace(found, acts=acts)), "text-1")["acts"]
    assert act["facts"] == {
        "country": "az",
        "kind": "law",
        "number": "713-IVQ",
        "adopted": "2013-07-02",
        "version": "Draft 2",
        "day": "2024-02-12",
        "events": [
            {"day": "2013-07-02", "kind": "generation", "source": "713-IVQ"},
            {"day": "2024-02-12", "kind": "amendment", "source": "5-L"},
        ],
    }


def redline_of(before, after, language="en"):
    old, new = (
        {each.element.key: each for each in paper_elements(tree, scheme_of(language), language)}
        for tree in (before, after)
    )
    items = compared(compare(before, after).provisions, old, new)
    return as_redline_data(document((items, language), kind=RedlineDocument))


def test_a_redline_is_valid_and_its_runs_give_both_texts():
    before, after = pair()
    (act,) = valid(redline_of(before, after), "redline-1")["acts"]
    for change in act["changes"]:
        for mark, words in (("-", "before"), ("+", "after")):
            said = "".join(text for kind, text in change["text"] if kind in ("=", mark))
            assert said == "\n".join(each["text"] for each in change[words])
    assert {change["change"] for change in act["changes"]} > {"unchanged", "edited"}


@given(acts(), acts())
@settings(max_examples=examples(20), deadline=None)
def test_any_redline_is_valid(before, after):
    valid(redline_of(identified(before), identified(after)), "redline-1")


def test_the_checker_finds_what_is_wrong():
    schema = schema_of("text-1")
    read = json.loads(as_text_data(text_document(next(pair()), "en"))) | {"hash": HASH}
    for wrong in ({"hash": "abc"}, {"schema": "text-2"}, {"title": 1}, {"official": True}, {"more": 1}):
        assert list(faults(read | wrong, schema))
    read["acts"][0]["provisions"][0]["kind"] = "poem"
    assert list(faults(read, schema)) == [
        "$.acts[0].provisions[0].kind: 'poem' is none of "
        + repr(schema["$defs"]["provision"]["properties"]["kind"]["enum"])
    ]
    del read["title"]
    assert len(list(faults(read, schema))) == 2


def test_the_schema_of_instructions_knows_every_key_of_an_operation():
    known = schema_of("instructions-1")["$defs"]["operation"]["properties"]
    assert set(known) == set(Operation.__dataclass_fields__)
    assert from_json({"op": known["op"]["enum"][0], "target": "1"})


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_names_its_version(name):
    schema = schema_of(name)
    assert schema["$id"] == f"urn:madda:schema:{name}"
    assert schema["properties"]["schema"] == {"const": name}
