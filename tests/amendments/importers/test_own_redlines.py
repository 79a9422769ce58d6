"""A redline of this site that others marked: its own changes are text, wherever the file was saved."""

import io
import zipfile

import pytest

from amendments.importers import load_act
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.importers.word import word_file
from tests.amendments.markings.test_marked_by_two import E, V, gone, new, par, row
from tests.amendments.markings.test_placed_changes import BASE
from tests.amendments.renderers.word.test_tracked import redline

DRAFT = execute(BASE, [Operation(Op.REPLACE_NUMBER, target="2.1", old="10", new="12")], ENGLISH)
FILE = redline(BASE, DRAFT)
TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE, RELATIONS, DOCUMENT = "docProps/core.xml", "_rels/.rels", "word/document.xml"


def saved(part="", old="", new=""):
    """The redline with other words in one of its parts."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILE)) as read, zipfile.ZipFile(found, "w") as written:
        for name in read.namelist():
            words = read.read(name).decode()
            assert name != part or old in words
            written.writestr(name, words.replace(old, new) if name == part else words)
    return load_act("redline.docx", found.getvalue()).markup


@pytest.mark.parametrize(
    "other",
    [
        (),
        (
            RELATIONS,
            TYPE,
            "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
        ),
        (DOCUMENT, "08:30:00Z", "08:30:12Z"),
    ],
)
def test_what_the_redline_changes_itself_is_text(other):
    markup = saved(*other).on_draft
    assert (markup.edits, markup.left_from) == ((), "abc")
    assert "The fare is 12 coins." in markup.text
    assert [(each.old, each.new) for each in markup.own] == [("10", "12")]
    assert markup.text.startswith("12 coins", markup.own[0].start)


@pytest.mark.parametrize(
    "other",
    [
        (CORE, ">Ferry Authority</dc:creator>", ">Vera Lex</dc:creator>"),
        (DOCUMENT, "08:30:00Z", "09:30:00Z"),
    ],
)
def test_what_somebody_else_or_later_changed_is_no_text(other):
    markup = saved(*other)
    assert markup.on_draft is None
    assert [each.new for each in markup.edits] == ["12"]


def test_without_its_identity_most_changes_may_be_those_of_a_draft():
    markup = saved(CORE, ">abc<", "><")
    assert [each.new for each in markup.edits] == ["12"]
    assert (markup.on_draft.edits, markup.on_draft.left_from) == ((), "")
    assert "The fare is 12 coins." in markup.on_draft.text


def test_a_file_knows_how_many_footnotes_it_has():
    body = par("1. One.", '<w:r><w:footnoteReference w:id="7"/></w:r>') + par(new(V, "2. Two [2]."), ins=V)
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>Who?</w:t></w:r></w:p></w:footnote>'
    assert load_act("act.docx", word_file(body, footnotes=note)).markup.footnotes == 1


def test_a_line_and_a_row_that_one_brings_and_another_takes_away_stand_in_neither_text():
    both = {"ins": V, "del": E}
    body = (
        par("1. One.")
        + par(new(V, gone(E, "2. Two.")), **both)
        + par("3. Three:")
        + f"<w:tbl>{row('a', 'b')}{row(par(new(V, gone(E, 'c'))), par(new(V, gone(E, 'd'))), **both)}</w:tbl>"
    )
    read = load_act("act.docx", word_file(body))
    assert read.text == read.original.text == read.markup.text == "1. One.\n3. Three:\na\tb\n"
    assert "".join(each.words for each in read.markup.overwritten) == "2. Two.\nc\td\n"


def test_the_changes_of_the_redline_have_their_places_among_those_of_others():
    draft = execute(
        BASE,
        [
            Operation(Op.ADD_SENTENCE, target="2.1", new="Half of it goes to the port."),
            Operation(Op.DELETE_WORDS, target="2.2", old=" of charge"),
        ],
        ENGLISH,
    )
    words = 'w:author="Vera Lex" w:date="2024-05-02T08:30:00Z"'
    fare = f'<w:del w:id="97" {words}><w:r><w:delText>The fare is </w:delText></w:r></w:del>'
    goes = f'<w:del w:id="98" {words}><w:r><w:delText>goes</w:delText></w:r></w:del>'
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(redline(BASE, draft))) as read, zipfile.ZipFile(found, "w") as written:
        for name in read.namelist():
            part = read.read(name).decode()
            if name == DOCUMENT:
                for old, change in (("The fare is ", fare), ("goes", goes)):
                    assert part.count(old) == 1
                    split = '</w:t></w:r>{}<w:r><w:t xml:space="preserve">'
                    part = part.replace(old, split.format(change))
            written.writestr(name, part)
    markup = load_act("redline.docx", found.getvalue()).markup.on_draft
    assert [markup.text[each.start : each.end] for each in markup.edits] == ["The fare is ", "goes"]
    sentence, charge = markup.own
    assert (sentence.new.strip(), charge.old.strip()) == ("Half of it goes to the port.", "of charge")
    assert markup.text.startswith(sentence.new, sentence.start)
    assert markup.text[: charge.start].endswith("travel free")
