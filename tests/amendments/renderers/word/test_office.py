"""Another program reads our tracked changes as we mean them, and we read those that it writes."""

import json

import pytest

from amendments.importers import load_act
from amendments.instructions.execute import execute
from amendments.markings.placed_changes import place
from amendments.renderers.word.word_file import as_word
from tests.amendments.markings.test_placed_changes import ACT, BASE, ENGLISH
from tests.amendments.renderers.word.documents import scheme_of, text_document
from tests.amendments.renderers.word.office import SOFFICE, Office
from tests.amendments.renderers.word.test_tracked import LANGUAGES, redline

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        SOFFICE is None, reason="LibreOffice is not installed: apt install libreoffice-writer-nogui"
    ),
]
PAIRS = 30


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def lines(text):
    """The lines with words: a program that accepts everything may leave an empty paragraph at the end."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def sides(before, after, language):
    """The four files whose texts must agree two by two."""
    tracked = redline(before, after, language)
    texts = [as_word(text_document(tree, language)) for tree in (before, after)]
    return {
        "reject": (tracked, "reject"),
        "before": (texts[0], ""),
        "accept": (tracked, "accept"),
        "after": (texts[1], ""),
    }


def compare(office, pairs):
    files = {
        f"{number}-{name}": file for number, pair in enumerate(pairs) for name, file in sides(*pair).items()
    }
    read = {name: lines(text) for name, text in office.texts(files).items()}
    for number in range(len(pairs)):
        assert read[f"{number}-reject"] == read[f"{number}-before"], number
        assert read[f"{number}-accept"] == read[f"{number}-after"], number


@pytest.mark.real_data
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(office, real_data):
    """The thirty smallest real amendments of three countries."""
    records = []
    for file, language in LANGUAGES.items():
        with (real_data / "redline" / file).open(encoding="utf-8") as found:
            records += [(json.loads(line), language) for line in found]
    records.sort(key=lambda record: record[0]["size"])
    pairs = [
        (*(scheme_of(language).parse(each[side]).tree for side in ("before", "after")), language)
        for each, language in records[:PAIRS]
    ]
    assert len(pairs) == PAIRS
    compare(office, pairs)


TWO_AUTHORS = [
    "person|Ada|One",
    "replace|10 coins|12 coins",
    "behind|Children|, and dogs,",
    "person|Ben|Two",
    "replace| in the territory of the Republic of Caspia| in Caspia",
    "paragraph|rafts.|1.2.3. canoes.",
]
WANTED = {
    ("2.1", "Ada One"): "The fare is 12 coins. It is paid before the crossing.",
    ("2.2", "Ada One"): "Children, and dogs, travel free of charge.",
    ("1.1", "Ben Two"): "This Law applies to ferries in Caspia.",
    ("1.2.3", "Ben Two"): "canoes.",
}


def test_a_file_that_two_people_tracked_becomes_their_proposals_and_leaves_again_with_the_same_meaning(
    office,
):
    start, marked = office.folder / "act.docx", office.folder / "marked.docx"
    start.write_bytes(as_word(text_document(ENGLISH.parse(ACT).tree, "en")))
    office.run([f"open|{start}", *TWO_AUTHORS, f"save|{marked}|MS Word 2007 XML", "close"])
    imported = load_act("marked.docx", marked.read_bytes())
    placing = place(imported.markup, BASE, BASE, ENGLISH)
    assert placing.left == []
    found = {}
    for change in placing.changes:
        tree = execute(BASE, change.operations, ENGLISH)
        assert change.at.startswith("20")
        for operation in change.operations:
            (element,) = tree.numbered(operation.target)
            found[operation.target, change.author] = element.text
    assert found == WANTED
    after = execute(BASE, [each for change in placing.changes for each in change.operations], ENGLISH)
    read = office.texts(
        {
            "theirs": (marked.read_bytes(), "accept"),
            "ours": (redline(BASE, after), "accept"),
            "their base": (marked.read_bytes(), "reject"),
            "our base": (redline(BASE, after), "reject"),
        }
    )
    assert lines(read["ours"]) == lines(read["theirs"])
    assert lines(read["our base"]) == lines(read["their base"])
