"""A redline as a Word file: accepting gives the new text, rejecting the old one, letter for letter."""

import json
import re
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from amendments.importers import load_act, read_act
from amendments.provisions.tree import Element, Kind, Tree
from amendments.redline.compare import compare
from amendments.renderers.paper.documents import RedlineDocument, compared, paper_elements
from amendments.renderers.word.word_file import as_word
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.word.documents import document, scheme_of, text_document
from tests.amendments.renderers.word.revisions import accepted, body_of, changes, rejected
from tests.amendments.renderers.word.test_word_file import DATA, GOLDEN, opened
from tests.examples import examples

LANGUAGES = {
    "az.jsonl": "az",
    "ca-en.jsonl": "en",
    "renum.jsonl": "en",
}  # German and Estonian lines, in a general form


def items(before, after, language):
    scheme = scheme_of(language)
    sides = [
        {each.element.key: each for each in paper_elements(tree, scheme, language)}
        for tree in (before, after)
    ]
    return compared(compare(before, after).provisions, *sides)


def redline(before, after, language="en"):
    return as_word(document((items(before, after, language), language), kind=RedlineDocument))


def text(tree, language="en"):
    return accepted(as_word(text_document(tree, language)))


def check(before, after, language):
    data = redline(before, after, language)
    assert accepted(data) == text(after, language)
    assert rejected(data) == text(before, language)
    return data


def parsed(words, language="en"):
    return scheme_of(language).parse(words).tree


def keyed(*provisions):
    """A tree whose provisions have identities: key, kind, number, text."""
    return Tree(
        [Element(key, kind, number, f"e_{number}", "", words) for key, kind, number, words in provisions]
    )


@given(acts(), acts(), st.sampled_from(["az", "en", "ru"]))
@settings(max_examples=examples(40), deadline=None)
def test_any_two_acts(before, after, language):
    check(before, after, language)


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_whole_acts_against_a_shuffled_one_with_other_words(name, language):
    words = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    before = parsed(words, language)
    swapped = re.sub(r"\w{6,}", lambda found: found[0][::-1] if found.start() % 7 == 0 else found[0], words)
    check(before, parsed(swapped, language), language)
    elements = list(before)
    third = len(elements) // 3
    check(before, Tree([*elements[:1], *elements[2 * third :], *elements[1:third]]), language)


@pytest.mark.real_data
@pytest.mark.parametrize("file", LANGUAGES)
def test_real_amendments(real_data, file):
    with (real_data / "redline" / file).open(encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    assert len(pairs) >= 15
    for pair in pairs:
        if pair["size"] < 700_000:
            check(*(parsed(pair[side], LANGUAGES[file]) for side in ("before", "after")), LANGUAGES[file])


@pytest.mark.real_data
def test_a_code_with_200_changes_needs_little_memory(real_data):
    """Measured: 4 MB for the redline of the Migration Code, which has 894 provisions."""
    words = (real_data / "az" / "migration_code_2023-05.txt").read_text(encoding="utf-8")
    before = parsed(words, "az")
    places = [
        place
        for place, each in enumerate(before)
        if each.kind in {Kind.PART, Kind.POINT} and len(each.text) > 60
    ]
    elements = list(before)
    for place in places[:: max(len(places) // 200, 1)][:200]:
        elements[place] = replace(
            elements[place], text=f"Yeni {elements[place].text.replace(' və ', ' və ya ')}"
        )
    after = Tree(elements)
    tracemalloc.start()
    data = redline(before, after, "az")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 300_000_000
    assert len([kind for kind, *_ in changes(data) if kind == "ins"]) >= 200
    assert (accepted(data), rejected(data)) == (text(after, "az"), text(before, "az"))


BEFORE = """Article 1. Fares
1.1. The fare is 10 coins.
1.2. Children travel free of charge on every crossing of the lake.
1.3. Dogs pay half.
1.4. The crew may refuse passengers who carry dangerous goods on board.
"""


def test_changed_words_alone_are_changes_by_the_drafting_body_at_the_seal():
    data = check(parsed(BEFORE), parsed(BEFORE.replace("10 coins", "12 coins")), "en")
    assert changes(data) == [
        ("del", "Ferry Authority", "2024-05-01T08:30:00Z"),
        ("ins", "Ferry Authority", "2024-05-01T08:30:00Z"),
    ]


def test_a_whole_provision_goes_and_comes_with_the_end_of_its_paragraph():
    data = check(parsed(BEFORE), parsed(BEFORE.replace("1.3. Dogs pay half.\n", "")), "en")
    assert [kind for kind, *_ in changes(data)] == ["del", "del"]  # its end and its words
    data = check(parsed(BEFORE.replace("1.3. Dogs pay half.\n", "")), parsed(BEFORE), "en")
    assert [kind for kind, *_ in changes(data)] == ["ins", "ins"]


def test_a_move_is_one_and_what_changed_in_it_is_told_once():
    part, moved = Kind.PART, "The crew may refuse passengers who carry dangerous goods on board of a ferry."
    before = keyed(
        ("a", part, "1", moved), ("b", part, "2", "Two is a number."), ("c", part, "3", "Three is more.")
    )
    after = keyed(
        ("b", part, "2", "Two is a number."),
        ("c", part, "3", "Three is more."),
        ("a", part, "4", moved.replace("dangerous goods", "weapons")),
    )
    data = check(before, after, "en")
    body = body_of(data)
    names = {
        tag: [each.attrib for each in body.iter() if each.tag.endswith(f"}}{tag}")]
        for tag in ("moveFromRangeStart", "moveToRangeStart", "moveFromRangeEnd", "moveToRangeEnd")
    }
    assert [len(each) for each in names.values()] == [1, 1, 1, 1]
    (start,), (end,) = names["moveFromRangeStart"], names["moveToRangeStart"]
    own = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}name"
    assert start[own] == end[own]
    words = {
        tag: "".join("".join(each.itertext()) for each in body.iter() if each.tag.endswith(f"}}{tag}"))
        for tag in ("moveFrom", "moveTo", "del", "ins")
    }
    assert words["moveFrom"] == words["moveTo"]
    assert words["del"] == "1.dangerous goods"
    assert words["ins"] == "4.weapons"


def test_the_moves_of_several_acts_have_names_of_their_own():
    part = Kind.PART
    one, two = ("a", part, "1", "The crew may refuse passengers."), ("b", part, "2", "Children travel free.")
    papers = [(items(keyed(one, two), keyed(two, one), "en"), "en")] * 2
    body = body_of(as_word(document(*papers, kind=RedlineDocument)))
    own = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}name"
    names = [each.get(own) for each in body.iter() if each.tag.endswith("}moveFromRangeStart")]
    assert len(names) == len(set(names)) == 2


def test_a_new_number_is_shown_whole():
    part = Kind.PART
    before = keyed(
        ("a", part, "1.3", "Children travel free of charge."), ("b", part, "1.4", "Dogs pay half.")
    )
    after = keyed(("a", part, "1.3", "Children travel free of charge."), ("b", part, "1.5", "Dogs pay half."))
    data = check(before, after, "en")
    words = {
        tag: ["".join(each.itertext()) for each in body_of(data).iter() if each.tag.endswith(f"}}{tag}")]
        for tag in ("del", "ins")
    }
    assert words == {"del": ["1.4."], "ins": ["1.5."]}


TABLE = """Article 2. Fees
No.\tService\tFee
1.\tCrossing\t10 coins
2.\tReturn\t15 coins
3.\tNight\t20 coins
"""


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ("15 coins", "16 coins", 0),
        ("2.\tReturn\t15 coins\n", "", 1),
        ("3.\tNight", "2-1.\tFreight\t40 coins\n3.\tNight", 1),
        ("No.\tService\tFee", "No.\tService\tPrice", 0),
    ],
)
def test_rows_of_tables_go_and_come_as_rows_and_cells_change_within_them(old, new, rows):
    data = check(parsed(TABLE), parsed(TABLE.replace(old, new)), "en")
    properties = [each for each in body_of(data).iter() if each.tag.endswith("}trPr")]
    assert sum(any(mark.tag.endswith(("}ins", "}del")) for mark in each) for each in properties) == rows
    assert changes(data)


def test_a_row_with_another_number_of_cells_is_another_row():
    words = "Article 2. Fees\nService\tFee\nCrossing\t10 coins\n"
    data = check(parsed(words), parsed(words.replace("10 coins", "10 coins\tby day")), "en")
    marks = [
        each[0].tag
        for row in body_of(data).iter()
        if row.tag.endswith("}trPr")
        for each in [list(row)[1:]]
        if each
    ]
    assert [mark.rpartition("}")[2] for mark in marks] == ["tblHeader", "del", "ins"]


def test_every_change_has_an_identity_of_its_own_and_the_importer_reads_the_new_text():
    before, after = parsed(BEFORE + TABLE), parsed(BEFORE.replace("10", "12") + TABLE.replace("15", "16"))
    data = redline(before, after)
    own = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"
    identities = [each.get(own) for each in body_of(data).iter() if each.get(own)]
    assert len(identities) == len(set(identities)) >= 4
    read = scheme_of("en").parse(read_act("a.docx", data)).tree
    assert [e.number for e in read] == [e.number for e in after]
    assert "1.1. The fare is" in opened(data).paragraphs[1].text


def test_two_texts_without_a_difference_have_no_change():
    assert changes(redline(parsed(BEFORE), parsed(BEFORE))) == []


def test_a_redline_and_the_texts_agree_on_what_is_said_of_a_repealed_number():
    said = "Repealed; the number stays."
    before = parsed("LAW\nOn Ferries\n\nArticle 1. Scope\n1.1. Ferries.\n1.2. Rafts.\n")
    after = Tree([replace(each, text="", repealed=True) if each.number == "1.2" else each for each in before])
    texts = [text_document(tree, "en") for tree in (before, after)]
    marked = document((items(before, after, "en"), "en"), kind=RedlineDocument)
    with_words = [
        as_word(replace(each, acts=tuple(replace(act, repealed=said) for act in each.acts)))
        for each in (*texts, marked)
    ]
    old, new, data = with_words
    assert said in accepted(new)
    assert (rejected(data), accepted(data)) == (accepted(old), accepted(new))


SAID = "Repealed; the number stays."


def saying(paper):
    return as_word(replace(paper, acts=tuple(replace(act, repealed=SAID) for act in paper.acts)))


def test_of_a_repealed_row_the_number_stays_and_a_line_below_the_table_says_so():
    before = parsed(TABLE)
    row = next(each for each in before if each.kind is Kind.ROW and each.number == "2")
    after = Tree([replace(each, text="", repealed=True) if each is row else each for each in before])
    marked = saying(document((items(before, after, "en"), "en"), kind=RedlineDocument))
    old, new = (saying(text_document(tree, "en")) for tree in (before, after))
    assert f"2. {SAID}" in accepted(new)
    assert f"2. {SAID}" in accepted(marked)
    assert rejected(marked) == accepted(old)
    assert [["2."], [], []] in accepted(marked)
    assert [kind for kind, *_ in changes(marked)] == ["del", "del", "ins", "ins"]  # two cells and the line
    for data in (new, marked):
        assert f"2.\t{SAID}" in read_act("a.docx", data)
        assert SAID not in read_act("a.docx", old)
        assert SAID not in load_act("a.docx", marked).original.text
