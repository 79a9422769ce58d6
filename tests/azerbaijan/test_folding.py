"""Real amendments changed again: the folded list gives the same text, speaks of the law, and is undone exactly."""

import json
from collections import Counter

import pytest

from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import Item
from amendments.instructions.folding.lawful import absent_words
from amendments.instructions.folding.undoing import undone
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, from_json
from amendments.instructions.wording import Mood
from amendments.plugins.registry import wording_for
from amendments.provisions.tree import Element, Kind, Tree
from tests.amendments.instructions.folding.undos import undo_of

BESIDE = {"act", "file", "footnote", "law", "law_date", "element", "instruction", "before", "after"}


def real_cases(real_data):
    """The base text, the real operation on it, and the text that it gives."""
    for line in (real_data / "az" / "amendment_cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        base = Tree((Element("k", Kind.ARTICLE, "1", "art_1", "Başlıq", case["before"]),))
        said = {name: value for name, value in case.items() if name not in BESIDE}
        try:
            operation = from_json({**said, "target": "1"})
            after = execute(base, [operation]).by_key["k"].text
        except Refused:
            continue
        if operation.op not in (Op.REPEAL, Op.RESTATE_HEADING) and after:
            yield base, operation, after


def changes(operation, before, after):
    """What comments may make of the amended text: other words in the new ones and besides, a sentence more, all anew, nothing."""
    inside = after
    if operation.new and operation.new in after:
        first, *rest = operation.new.split(" ")
        inside = after.replace(operation.new, " ".join([f"{first}lar", "habelə", *rest]), 1)
    head, space, tail = inside.partition(" ")
    yield inside
    yield f"{head} bütün{space}{tail}"
    yield f"{after} Bu tələb hamıya aiddir."
    yield "Bu maddə yeni redaksiyada verilir."
    yield before


@pytest.mark.real_data
def test_real_amendments_are_changed_again(real_data):
    outcomes = Counter()
    for base, operation, after in real_cases(real_data):
        for wanted in changes(operation, base.by_key["k"].text, after):
            if wanted != after:
                outcomes[_changed(base, operation, after, wanted)] += 1
    assert outcomes["folded"] > 2_000
    assert outcomes["refused"] / outcomes.total() < 0.01, outcomes
    assert set(outcomes) <= {"folded", "refused"}


def _changed(base, operation, after, wanted):
    items = (Item("a01", operation),)
    undos = []
    text = after
    tree = base.changed([_worded(base, after)])
    for number, each in enumerate(derive(tree, base.changed([_worded(base, wanted)]))):
        now = execute(base, [item.operation for item in items])
        text = execute(now, [each]).by_key["k"].text
        before = items
        try:
            folded = fold(base, items, Item(f"c{number}", each))
        except Refused:
            return "refused"
        items = folded.items
        undos.append((before, undo_of(before, folded)))
        assert execute(base, [item.operation for item in items]).by_key["k"].text == text
        assert not [item for item in items if absent_words(base, item.operation)]
    assert text == wanted
    for before, undo in reversed(undos):
        items = undone(base, items, undo)
        assert tuple(items) == tuple(before)
    return "folded"


def _worded(base, text):
    element = base.by_key["k"]
    return Element(element.key, element.kind, element.number, element.eid, element.heading, text)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("Rüsum 10 manatdır. Uşaqlar ödəmir.", "ikinci cümlə əlavə edilsin: “Uşaqlar ödəmir.”."),
        (
            "Rüsum 10 manatdır. Uşaqlar ödəmir. Qocalar ödəmir.",
            "ikinci və üçüncü cümlələr əlavə edilsin: “Uşaqlar ödəmir. Qocalar ödəmir.”.",
        ),
    ],
)
def test_adding_sentences_is_worded_as_in_the_law(after, said):
    base = Tree((Element("k", Kind.PART, "2.1", "art_2__para_1", text="Rüsum 10 manatdır."),))
    (operation,) = derive(base, base.changed([_worded(base, after)]))
    words = wording_for("az", "az").word(operation, Mood.IMPERATIVE)
    assert words == f"2.1-ci maddəyə aşağıdakı məzmunda {said}"
