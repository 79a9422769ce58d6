"""A comment on words that come stands at the provision that the draft brings, with its quote."""

from dataclasses import replace

import pytest

from amendments.importers import load_act
from amendments.importers.markup import Markup, Note
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.renderers.paper.documents import CommentedDocument, Remark
from amendments.renderers.word.word_file import as_word
from tests.amendments.markings.test_placed_changes import ACT, BASE, behind, change
from tests.amendments.renderers.word.documents import document
from tests.amendments.renderers.word.test_tracked import items

DRAFT = execute(
    BASE,
    [
        Operation(Op.INSERT_ELEMENT, target="1.2.3", after="1.2.2", new="canoes."),
        Operation(Op.REPLACE_NUMBER, target="2.1", old="10", new="12"),
        Operation(
            Op.INSERT_ELEMENT,
            target="3",
            after="2",
            heading="Dogs",
            children=(NewElement("3.1", text="Dogs pay half."),),
        ),
    ],
    ENGLISH,
)
FILE = ACT.replace("rafts.\n", "rafts.\n1.2.3. canoes.\n").replace("10 coins", "12 coins")


def noted(markup, working=DRAFT):
    placing = place(markup, BASE, working, ENGLISH)
    return placing, [(working.by_key[note.provision].number, note.quote) for note in placing.notes]


def on(words):
    """A comment on words that come."""
    new = FILE.index(words)
    at = ACT.index("2.1.") if words == "12" else ACT.index("\nArticle 2.")
    return Note("Why?", "Author C", "", at, at, new, new + len(words))


EDITS = (behind("rafts.\n", "1.2.3. canoes.\n"), change("10", "12"))


@pytest.mark.parametrize(
    ("words", "number"), [("canoes", "1.2.3"), ("\n1.2.3. canoes.", "1.2.3"), ("12", "2.1")]
)
def test_a_comment_on_new_words_stands_where_the_draft_has_them(words, number):
    _placing, found = noted(Markup(ACT, EDITS, (on(words),)))
    assert found == [(number, words.strip())]


def test_a_comment_on_a_provision_that_only_the_file_brings_stands_at_the_one_before_it():
    """Taken in, the file's provision comes behind it."""
    _placing, found = noted(Markup(ACT, EDITS, (on("canoes"),)), working=BASE)
    assert found == [("1.2.2", "canoes")]


def test_a_comment_without_a_place_is_listed_with_its_words():
    working = BASE.without([each for each in BASE if each.number.startswith("1.2")])
    placing, found = noted(Markup(ACT, EDITS, (on("canoes"),)), working=working)
    assert found == []
    assert [(each.old, each.new) for each in placing.left if each.new == "Why?"] == [("canoes", "Why?")]


def test_comments_on_new_provisions_return_from_a_file_to_their_provisions():
    """The file of the redline carries them, and its words come back with it."""
    keys = {each.number: each.key for each in DRAFT}
    numbers = ["1.2.3", "3", "3.1", "1.2.2"]
    said = [Remark(keys[number], "Legal Aid", (f"On {number}",), "en") for number in numbers]
    found = document((items(BASE, DRAFT, "en"), "en"), kind=CommentedDocument)
    data = as_word(replace(found, acts=tuple(replace(act, remarks=said) for act in found.acts)))
    placing, _found = noted(load_act("redline.docx", data).markup)
    assert {note.text: DRAFT.by_key[note.provision].number for note in placing.notes} == {
        f"On {number}": number for number in numbers
    }


def test_a_comment_on_words_that_the_draft_strikes_out_keeps_them_as_its_quote():
    """The file of the redline is read on the text of the draft, which has them no more."""
    (fare,) = [each.key for each in DRAFT if each.number == "1.1"]
    remark = Remark(fare, "Legal Aid", ("Why?",), "en", quote="in the territory of ", is_on_old_words=True)
    after = execute(DRAFT, [Operation(Op.DELETE_WORDS, target="1.1", old="in the territory of")], ENGLISH)
    found = document((items(BASE, after, "en"), "en"), kind=CommentedDocument)
    found = replace(found, acts=tuple(replace(act, remarks=[remark]) for act in found.acts))
    markup = load_act("redline.docx", as_word(found)).markup
    assert markup.on_draft is not None
    for each in (markup, markup.on_draft):
        ((number, quote),) = noted(each, after)[1]
        assert (number, quote.strip()) == ("1.1", "in the territory of")
