"""The real acts, which stay out of the repository: every line accounted for, every byte given back."""

import json
from collections import Counter

import pytest

pytestmark = pytest.mark.real_data


def counts(parsed):
    return Counter(str(element.kind) for element in parsed.tree)


def test_the_migration_code(az, real_data):
    text = (real_data / "az" / "migration_code_2023-05.txt").read_text(encoding="utf-8")
    parsed = az.parse(text)
    printed = az.render(parsed.tree)
    assert printed == text
    found = counts(parsed)
    assert (found["article"], found["part"], found["point"], found["subpoint"]) == (95, 414, 352, 2)
    assert (found["section"], found["chapter"], found["apparatus"]) == (6, 15, 3)
    notes = [element for element in parsed.tree if element.kind == "note"]
    assert [element.parent for element in notes] == ["art_41", "art_45", "art_46", "art_52", "art_53"]
    assert {finding.code for finding in parsed.warnings} == {
        "missing_parent",
        "end_punctuation",
        "numbers_after_end",
    }
    assert not parsed.stopping
    chapter = parsed.tree.by_eid["sec_VI__chp_14"]
    assert [mark.number for mark in chapter.marks] == ["114"]


@pytest.mark.parametrize("name", ["constitution_2023-05", "law_on_normative_legal_acts_2023-05"])
def test_the_rough_parser_found_nothing_that_is_missing_here(name, az, real_data):
    text = (real_data / "az" / f"{name}.txt").read_text(encoding="utf-8")
    parsed = az.parse(text)
    assert az.render(parsed.tree) == text
    rough = json.loads((real_data / "az" / f"{name}.json").read_text(encoding="utf-8"))["nodes"]
    articles = {node["num"]: node["heading"] for node in rough if node["kind"] == "article"}
    found = {element.number: element.heading for element in parsed.tree if element.kind == "article"}
    assert found == articles
    assert not [
        finding for finding in parsed.warnings if finding.code in {"unparsed_line", "duplicate_number"}
    ]


def test_every_version_of_the_corpus_comes_back(az, real_data):
    seen = 0
    records = (real_data / "redline" / "az.jsonl").read_text(encoding="utf-8").split("\n")
    for pair in map(json.loads, filter(None, records)):
        for side in ("before", "after"):
            parsed = az.parse(pair[side])
            assert az.render(parsed.tree) == pair[side], pair["id"]
            assert len(parsed.tree.by_eid) == len(parsed.tree), pair["id"]
            assert not [finding for finding in parsed.warnings if finding.code == "unparsed_line"], pair["id"]
            seen += 1
    assert seen > 40
