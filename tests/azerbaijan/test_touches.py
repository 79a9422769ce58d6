"""What real amending instructions touch is what they change, measured on texts that stay outside the repository."""

import json
import re
from dataclasses import replace

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.fragments import text_as_tree
from amendments.instructions.instruction_errors import Refused, Unread
from amendments.instructions.operations import from_json
from amendments.instructions.touches import touches
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS
from tests.amendments.instructions.touches import check

AZ, *_ = WORDINGS
(SCHEME,) = SCHEMES


def read(case):
    """The operations of a real sentence on the text of its provision; a restatement gets its text from the record."""
    year = int(re.search(r"\d{4}", case["law_date"])[0])
    operations = AZ.parse(case["instruction"], year)
    if case["op"] == "restate":
        operations = [replace(operation, new=case["after"]) for operation in operations]
    return [replace(operation, target=case["element"], targets=()) for operation in operations]


def carried_out(tree, operations):
    """How many operations were carried out, each of whose touches is checked."""
    done = 0
    for operation in operations:
        try:
            after = execute(tree, [operation], SCHEME)
        except Refused:
            continue
        check(tree, after, touches(tree, after, operation))
        tree, done = after, done + 1
    return done


@pytest.mark.real_data
def test_a_case_touches_its_provision_and_nothing_else(real_data):
    lines = (real_data / "az" / "amendment_cases.jsonl").read_text(encoding="utf-8").splitlines()
    done = 0
    for case in map(json.loads, lines):
        heading = {
            "is_heading": "heading" in case.get("level", "") or "adı" in case["instruction"].split("“")[0]
        }
        try:
            operations = read(case)
        except Unread:
            continue
        done += bool(carried_out(text_as_tree(case["before"], case["element"], **heading), operations))
    assert done / len(lines) >= 0.95


@pytest.mark.real_data
@pytest.mark.parametrize("code", ["migration_code", "constitution", "law_on_normative_legal_acts"])
def test_operations_on_every_part_of_a_code_touch_what_they_change(real_data, code):
    """Each numbered provision of a real act is repealed, restated, inserted after, renumbered and searched."""
    tree = SCHEME.parse((real_data / "az" / f"{code}_2023-05.txt").read_text(encoding="utf-8")).tree
    numbers = [element.number for element in tree if re.fullmatch(r"\d+(\.\d+)*", element.number)]
    done = 0
    for place, number in enumerate(numbers[:: max(1, len(numbers) // 20)]):
        last = number.rpartition(".")[2]
        above = number[: len(number) - len(last)]
        operations = [
            {"op": "insert_element", "target": f"{above}{last}-{90 + place % 9}", "new": "Yeni müddəa."},
            {"op": "add_sentence", "target": number, "new": "Yeni cümlə."},
            {"op": "restate", "target": number, "new": "Yeni mətn.", "children": [{"number": f"{number}.1", "text": "Yeni bənd."}]},
            {"op": "restate_heading", "target": number, "new": "Yeni ad"},
            {"op": "renumber_and_add", "target": number, "children": [{"number": f"{above}{900 + place}"}]},
            {"op": "global_replace", "target": "*", "old": "qanun", "new": "akt", "count": 1},
            {"op": "repeal", "target": f"{above}{900 + place}"},
        ]  # fmt: skip
        done += carried_out(tree, [from_json(operation) for operation in operations])
    assert done > 70
