"""Others reject changes of a redline in Word: the text of the file is no longer that of the draft, and this is listed."""

import io
import re
import zipfile

import pytest

from amendments.importers import load_act
from amendments.importers.markup import Markup, Note, OwnChange, TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.text.saying import say
from tests.amendments.markings.test_placed_changes import BASE
from tests.amendments.renderers.word.test_tracked import redline

DRAFT = execute(
    BASE,
    [
        Operation(Op.REPLACE_NUMBER, target="2.1", old="10", new="12"),
        Operation(Op.REPLACE_WORDS, target="2.2", old="Children", new="Young people"),
        Operation(Op.ADD_SENTENCE, target="2.1", new="Half of it goes to the port."),
        Operation(Op.DELETE_WORDS, target="1.1", old="in the territory "),
    ],
    ENGLISH,
)
FILE = redline(BASE, DRAFT)
CHANGE = r"<w:{0} [^>]*>((?:(?!</w:{0}>).)*?{1}(?:(?!</w:{0}>).)*)</w:{0}>"


def without(words, kind, text):
    """A document in which the insertion or the deletion of some words is rejected."""
    found = re.search(CHANGE.format(kind, re.escape(text)), words, re.DOTALL)
    stays = found[1].replace("delText", "t") if kind == "del" else ""
    return words[: found.start()] + stays + words[found.end() :]


def read(change):
    """The marks of the redline as somebody left its document, on the text of the draft where it has changes of its own."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILE)) as package, zipfile.ZipFile(saved, "w") as written:
        for name in package.namelist():
            words = package.read(name).decode()
            written.writestr(name, change(words) if name == "word/document.xml" else words)
    markup = load_act("redline.docx", saved.getvalue()).markup
    return markup.on_draft or markup


def rejected(*changes):
    def change(words):
        for kind, text in changes:
            words = without(words, kind, text)
        return words

    return read(change)


def placing(markup):
    return place(markup, BASE, DRAFT, ENGLISH, left_from=DRAFT)


@pytest.mark.parametrize(
    ("changes", "listed"),
    [
        ([("ins", "12"), ("del", "10")], ("12", "10")),
        ([("ins", "Young people"), ("del", "Children")], ("Young people", "Children")),
        ([("ins", "Half of it")], ("Half of it goes to the port.", "")),
        ([("del", "in the territory")], ("", "in the territory")),
    ],
)
def test_a_change_of_the_draft_that_somebody_rejected_is_listed(changes, listed):
    found = placing(rejected(*changes))
    assert [(each.old.strip(), each.new.strip()) for each in found.unmarked] == [listed]
    assert len(found.standing) == len(placing(rejected()).standing) - 1
    assert (found.changes, found.left) == ([], [])


WHOLE = execute(
    BASE,
    [
        Operation(Op.INSERT_ELEMENT, target="2.3", new="Dogs pay half."),
        Operation(Op.REPEAL, target="1.2.1"),
        Operation(Op.RESTATE_HEADING, target="2", new="Fares and fines"),
    ],
    ENGLISH,
)


@pytest.mark.parametrize(
    ("in_draft", "in_file", "listed"),
    [
        ("2.3. Dogs pay half.\n", "", ("2.3. Dogs pay half.", "")),
        ("1.2.1.", "1.2.1. rowing boats;", ("", "rowing boats;")),
        ("Fares and fines", "Fares", ("and fines", "")),
    ],
)
def test_a_provision_of_the_draft_that_somebody_rejected_is_listed(in_draft, in_file, listed):
    text = ENGLISH.render(WHOLE)
    assert in_draft in text
    markup = Markup(text.replace(in_draft, in_file), own=(OwnChange("", "", "Ferry Authority", ""),))
    (found,) = place(markup, BASE, WHOLE, ENGLISH, left_from=WHOLE).unmarked
    assert (found.old.strip(), found.new.strip()) == listed


def test_a_file_in_which_all_changes_are_rejected_differs_from_its_draft():
    note = Note("We want none of this.", "Vera Lex", "")
    assert len(placing(Markup(ENGLISH.render(BASE), notes=(note,), left_from="abc")).unmarked) == 3


def test_a_redline_as_it_left_differs_from_nothing():
    assert placing(rejected()).unmarked == []


US = 'w:author="Ferry Authority" w:date="2024-05-01T08:30:00Z"'
BREAK = '</w:t></w:r>{}<w:r><w:t xml:space="preserve">'


def named_ours(kind, text):
    """A change by somebody under the name and the minute of the redline."""
    tag = "delText" if kind == "del" else "t"
    run = f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return BREAK.format(f'<w:{kind} w:id="990" {US}>{run}</w:{kind}>')


@pytest.mark.parametrize(
    ("before", "kind", "text", "change"),
    [
        ("free", "ins", " and never", ("", " and never")),
        ("before the ", "del", "crossing", ("crossing", "")),
    ],
)
def test_a_change_that_only_the_file_names_ours_is_no_text_of_the_draft(before, kind, text, change):
    named = named_ours(kind, text)
    goes = text if kind == "del" else ""

    def changed(words):
        assert words.count(before + goes) >= 1
        return words.replace(before + goes, before + named, 1)

    found = placing(read(changed))
    assert [(each.old, each.new) for each in found.left] == [change]
    assert "the draft does not have it" in say(found.left[0].why)
    assert len(found.standing) == len(placing(rejected()).standing)
    assert [(each.old.strip(), each.new.strip()) for each in found.unmarked] == [
        tuple(each.strip() for each in change)
    ]


def test_where_one_change_is_rejected_the_others_stay_those_of_the_draft():
    draft = execute(
        BASE,
        [
            Operation(Op.REPLACE_NUMBER, target="2.1", old="10", new="12"),
            Operation(Op.INSERT_AFTER, target="2.2", anchor="Children", new="below 10 years"),
        ],
        ENGLISH,
    )
    text = ENGLISH.render(draft).replace("12", "10")
    own = (OwnChange("", "below 10 years", "Ferry Authority", ""),)
    found = place(Markup(text, own=own), BASE, draft, ENGLISH, left_from=draft)
    assert [each.new for each in found.standing] == ["below 10 years"]
    assert [(each.old, each.new) for each in found.unmarked] == [("12", "10")]


REJECTED = ENGLISH.render(DRAFT).replace("12 coins", "10 coins")


def deletion(start, end):
    return TrackedEdit(REJECTED.index(start), REJECTED.index(end), "", "Vera Lex", "")


@pytest.mark.parametrize(
    "edits",
    [
        [TrackedEdit(REJECTED.index("\n2.2. Young"), len(REJECTED) - 1, "", "Vera Lex", "")],
        [deletion(" It is paid", "people travel")],
        [
            TrackedEdit(at, at + len(word), f"{word}s", "Vera Lex", "")
            for word in ("The fare", "coin", "paid", "before", "crossing", "goes", "port")
            for at in [REJECTED.index(word, REJECTED.index("2.1."))]
        ],
    ],
)
def test_a_rejected_change_is_listed_whatever_else_is_marked_there(edits):
    found = placing(Markup(REJECTED, tuple(edits)))
    assert [(each.old, each.new) for each in found.unmarked] == [("12", "10")]


def test_a_rejected_change_in_a_provision_that_somebody_deletes_is_listed():
    deleted = deletion("2.1. The fare", "2.2. Young")
    assert [(each.old, each.new) for each in placing(Markup(REJECTED, (deleted,))).unmarked] == [("12", "10")]


def test_many_marks_that_are_in_the_draft_already_are_no_difference():
    words = ("This", "Law", "applies", "ferries", "territory", "Republic", "Caspia")
    text = ENGLISH.render(BASE)
    edits = [
        TrackedEdit(at, at + len(word), f"{word}s", "Vera Lex", "")
        for word in words
        for at in [text.index(word, text.index("1.1."))]
    ]
    draft = execute(
        BASE, [Operation(Op.REPLACE_WORDS, target="1.1", old=w, new=f"{w}s") for w in words], ENGLISH
    )
    assert place(Markup(text, tuple(edits)), BASE, draft, ENGLISH, left_from=draft).unmarked == []
