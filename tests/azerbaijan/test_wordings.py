"""The wordings measured on real texts, which stay outside the repository."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.fragments import execute_on_text
from amendments.instructions.instruction_errors import Refused, Unread
from amendments.instructions.operations import NewElement, Op, Operation, from_json
from amendments.instructions.wording import Mood
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS, Source, footnote

AZ, *_ = WORDINGS
SOURCE = Source("853-VIQD", date(2023, 4, 4))


ENDINGS = ((r"maddə(?:də|yə|sində|sinə)\b", "maddə~"), (r"maddə(?:nin|sinin)\b", "maddə~nin"))
# Sentences that say more than one operation, or name a part whose wording the record lacks: the notes of the data.
MORE_THAN_ONE = re.compile(
    r"miş(?:dir)?,? .*(?:edil|veril|çıxarıl)|cədvəl|sanksiya|dispozisiya|hissəsi|istisna|abzasının"
)


def normal(text):
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"“ | ”", lambda match: match[0].strip(), text)
    for pattern, same in ENDINGS:
        text = re.sub(pattern, same, text)
    return text


def year_of(case):
    return int(re.search(r"\d{4}", case["law_date"])[0])


def of_record(case):
    """The operation that the record names; the part of a restatement is only in the sentence."""
    data = {"op": case["op"], "target": case["element"], "year": year_of(case)}
    data |= {key: case[key] for key in ("old", "anchor", "new") if key in case}
    if match := re.search(r"(birinci|ikinci|üçüncü|dördüncü) (cümlə|abzas)\w+ yeni", case["instruction"]):
        ordinal = ["birinci", "ikinci", "üçüncü", "dördüncü"].index(match[1]) + 1
        data["level"] = f"{'sentence' if match[2] == 'cümlə' else 'paragraph'}:{ordinal}"
    return from_json(data)


@pytest.fixture(scope="module")
def cases(real_data):
    lines = (real_data / "az" / "amendment_cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.real_data
def test_official_sentences_are_generated(cases):
    single = [case for case in cases if not MORE_THAN_ONE.search(re.sub("“.*?”", "", case["instruction"]))]
    assert len(single) == 639
    equal = sum(normal(AZ.word(of_record(c), Mood.PAST)) == normal(c["instruction"]) for c in single)
    assert equal / len(single) >= 0.98


@pytest.mark.real_data
def test_official_word_level_instructions_are_executed_and_never_wrongly(cases):
    given = Counter()
    for case in cases:
        if case["op"] == "restate":
            continue
        try:
            after = execute_on_text(case["before"], AZ.parse(case["instruction"], year_of(case)))
        except (Refused, Unread):
            given["refused"] += 1
        else:
            given["right" if after == case["after"] else "wrong"] += 1
    assert given["wrong"] == 0
    assert given["right"] / given.total() >= 0.99


@pytest.mark.real_data
def test_official_restatements_need_their_text_and_give_it(cases):
    whole = [c for c in cases if re.fullmatch(r"\S+ maddə yeni redaksiyada verilmişdir\.?", c["instruction"])]
    assert len(whole) > 140
    for case in whole:
        (operation,) = AZ.parse(case["instruction"], year_of(case))
        assert (operation.op, operation.target) == (Op.RESTATE, case["element"])
        with pytest.raises(Refused) as refusal:
            execute_on_text(case["before"], [operation])
        assert refusal.value.code == "new_text_needed"
        assert execute_on_text(case["before"], [replace(operation, new=case["after"])]) == case["after"]


@pytest.mark.real_data
def test_the_shapes_of_real_instructions_are_read(real_data):
    shapes = json.loads((real_data / "az" / "instruction_skeletons_top400.json").read_text(encoding="utf-8"))
    counted = Counter()
    for count, examples in shapes.values():
        for _, sentence in examples:
            try:
                AZ.parse(sentence, 2020)
            except Unread:
                counted["unread"] += count / len(examples)
            else:
                counted["read"] += count / len(examples)
    assert counted["read"] / counted.total() >= 0.98


@pytest.fixture(scope="module")
def code(real_data):
    return (real_data / "az" / "migration_code_2023-05.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def amendments(real_data):
    text = (real_data / "az" / "amending_laws_migration_code.json").read_text(encoding="utf-8")
    law = next(law for law in json.loads(text) if law["number"] == "853-VIQD")
    return [_of_law(data) for data in law["instructions"]]


def _of_law(data):
    if data["op"] == "note_changes":
        return Operation(Op.RESTATE, f"{data['target']} note")
    return Operation(
        Op(data["op"]),
        data["target"],
        level="heading" if data.get("part") == "heading" else "",
        old=data.get("old", ""),
        anchor=data.get("anchor", ""),
        new=data.get("new_text", data.get("new", "")),
        children=tuple(NewElement(c["num"], text=c["text"]) for c in data.get("new_children", [])),
        year=2023,
    )


@pytest.mark.real_data
def test_a_law_amends_the_code_and_nothing_else(code, amendments):
    (scheme,) = SCHEMES
    before = scheme.parse(code).tree
    worded = [operation for operation in amendments if operation.new]
    assert len(worded) == 15
    after = execute(before, worded, scheme)
    touched = {o.target for o in worded} | {child.number for o in worded for child in o.children}
    assert {e.number for e in after if before.by_key.get(e.key) != e} == touched
    assert scheme.parse(scheme.render(after)).tree.by_eid.keys() == after.by_eid.keys()
    for operation in worded:
        if operation.op is Op.RESTATE:
            said = footnote(operation, SOURCE, before)
            assert "yeni redaksiyada verilmişdir.\n\nƏvvəlki redaksiyada deyilirdi:\n\n" in said


@pytest.mark.real_data
def test_notes_whose_text_is_unknown_are_refused(code, amendments):
    (scheme,) = SCHEMES
    before = scheme.parse(code).tree
    refused = []
    for operation in amendments:
        try:
            execute(before, [operation])
        except Refused as refusal:
            refused.append((operation.target, refusal.code))
    assert refused == [("45 note", "new_text_needed"), ("52 note", "new_text_needed")]
