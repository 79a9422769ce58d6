"""Comments of a round that come back with the redline are on record and become no notes; what is new in them does.

What is beneath a code tells nothing of a comment that the person may not read.
"""

import io
import zipfile
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.audit.actor import Actor
from amendments.importers import load_act
from amendments.importers.markup import Markup, Note
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.sent_event import Shown
from consultations.queries.comments.remarks import heading
from consultations.queries.comments.returned_remarks import rest_of
from consultations.values import Visibility
from tests.consultations.queries.comments.sent_comments import sent_comments
from tests.factories import consultation as make, law

pytestmark = pytest.mark.whole

PROPOSED = "The fare is 5 coins.\nIt is paid later."


@pytest.fixture
def comments(world):
    return sent_comments(world, proposed_text=PROPOSED)


def returned(person, world, language="en"):
    """What is read of the file that the person downloads."""
    client = Client()
    client.force_login(person)
    redline = world.draft.redline_url.replace("/en/", f"/{language}/", 1)
    data = client.get(f"{redline}download/commented/").content
    assert zipfile.is_zipfile(io.BytesIO(data))
    return load_act("redline.docx", data).markup


def read(world, markup):
    return uploaded(world, markup).markup


def uploaded(world, markup, person=None):
    act = law.act_of(world.amendment)
    actor = Actor.now(person or world.drafter)
    return ReadMarkedFile(act, "redline.docx", markup, actor=actor).execute()


def said(comment, *lines):
    return "\n".join([heading(comment), *lines])


def kept_of(world, *texts):
    """How many notes are on record, how many are not read, and what is offered of the others."""
    kept = read(world, Markup("text", (), tuple(Note(text, "X", "") for text in texts)))
    return kept["recorded"], kept["unread"], [note["text"] for note in kept["notes"]]


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_comments_that_come_back_unchanged_are_counted_and_offered_to_nobody(world, comments, language):
    markup = returned(world.people["secretary"], world, language)
    with override(language):
        assert {note.text.split("\n")[0] for note in markup.notes} == {*map(heading, comments.values())}
    kept = read(world, markup)
    assert (len(kept["notes"]), kept["recorded"]) == (0, 3)


def test_what_is_written_beneath_or_anew_is_offered_without_the_words_on_record(world, comments):
    markup = replace(returned(world.people["secretary"], world), on_draft=None)
    changed = {
        comments["open"].reference: lambda text: text.replace("5 coins", "6 coins"),
        comments["committee"].reference: lambda text: f"{text}\nWe agree.",
        comments["withheld"].reference: lambda text: text,
    }
    notes = [replace(note, text=changed[note.text.split(" ")[0]](note.text)) for note in markup.notes]
    reply = replace(notes[0], text="A reply.", author="Ministry")
    kept = read(world, replace(markup, notes=(*notes, reply)))
    assert {note["text"] for note in kept["notes"]} == {
        f"{comments['open'].reference}: The fare is 6 coins.",
        f"{comments['committee'].reference}: We agree.",
        "A reply.",
    }
    assert kept["recorded"] == 1


@pytest.mark.parametrize("closed", ["secretariat", "unsent", "covered", "withdrawn", "unknown"])
def test_what_is_beneath_a_code_tells_nothing_of_a_comment_that_the_drafter_may_not_read(
    world, comments, closed
):
    """The right words, other words, the right heading, an answer, a line above: none of it is offered or told apart."""
    comment = closed_comment(world, comments, closed)
    words, code = "My neighbour Ali beats me.", "C-XXXXXX" if closed == "unknown" else comment.reference
    right = said(comment, words).replace(comment.reference, code)
    texts = [
        right,
        right.replace("Ali", "Vali"),
        f"{right}\nWe agree.",
        f"We agree.\n{right}",
        code,
        f"{code} · {words}",
        f"\u200b {code}\n{words}",
    ]
    assert kept_of(world, *texts) == (0, len(texts), [])
    own = f"{code}: {words}"
    assert kept_of(world, own) == (0, 0, [own])


def closed_comment(world, comments, closed):
    visibility = Visibility.SECRETARIAT if closed == "secretariat" else Visibility.PUBLIC
    chosen = make.chosen(world.draft, "2.1", "coins")
    content = make.content(chosen, rationale="My neighbour Ali beats me.", visibility=visibility)
    comment = make.draft(world.round, world.body_author, world.body, content)
    if closed == "unsent":
        return comment
    make.ask(comment.submission, world.body_author)
    make.send(comment.submission, world.body_focal)
    comment.refresh_from_db()
    if closed == "covered":
        actor = Actor.now(world.people["secretary"], reason="It names a person.")
        CoverWords(comment, Shown("My neighbour … beats me."), actor=actor).execute()
    elif closed == "withdrawn":
        WithdrawComment(comment, actor=Actor.now(world.body_focal, reason="It is wrong.")).execute()
    return comment


def test_the_page_tells_how_many_comments_were_not_read_and_why(world, comments, client):
    comment = closed_comment(world, comments, "secretariat")
    notes = [Note(f"{code}\nMy neighbour", "X", "") for code in (comment.reference, "C-XXXXXX")]
    file = uploaded(world, Markup("text", (), tuple(notes)))
    client.force_login(world.drafter)
    page = client.get(reverse("amendments_admin:marked_file", args=[file.pk])).content.decode()
    assert "2 comments with codes such as C-7K3M9Q were not read: either whoever uploaded" in page
    assert "neighbour" not in page
    assert not any(note.text.split()[0] in page for note in notes)


def test_a_redline_with_comments_that_the_drafter_may_not_read_comes_back_without_them(world, comments):
    closed_comment(world, comments, "secretariat")
    kept = read(world, returned(world.people["secretary"], world))
    assert (len(kept["notes"]), kept["recorded"], kept["unread"]) == (0, 3, 1)


def test_a_comment_of_the_committee_whose_words_were_changed_is_not_told_to_all_drafters(world, comments):
    """What is written beneath it is read only where its own words stand whole."""
    changed = said(comments["committee"], "Said committee!", "We agree.")
    assert kept_of(world, changed, said(comments["committee"], "Said committee.")) == (1, 1, [])


@pytest.mark.parametrize("who_is_first", ["reads more", "reads less"])
def test_the_same_file_is_read_anew_for_whoever_may_read_other_comments(world, comments, who_is_first):
    text = said(comments["committee"], "Said committee.", "We agree.")
    markup = Markup("text", (), (Note(text, "X", ""),))
    people = [world.drafter, law.make_drafter(world.section, "newcomer")]
    counts = {}
    for person in people if who_is_first == "reads more" else reversed(people):
        counts[person] = uploaded(world, markup, person)
    assert [counts[person].markup["unread"] for person in people] == [0, 1]
    assert [len(counts[person].markup["notes"]) for person in people] == [1, 0]
    assert [uploaded(world, markup, person) for person in people] == [counts[person] for person in people]


def test_a_comment_is_read_while_only_its_files_are_covered(world, comments):
    actor = Actor.now(world.people["secretary"], reason="It names a person.")
    CoverWords(comments["withheld"], Shown(covers_files=True), actor=actor).execute()
    assert kept_of(world, said(comments["withheld"], "Said withheld.")) == (1, 0, [])


def test_a_line_of_an_answer_that_repeats_a_line_of_the_comment_is_offered(world, comments):
    code = comments["withheld"].reference
    answer = said(comments["withheld"], "Said withheld.", "You wrote:", "Said withheld.")
    assert kept_of(world, answer) == (0, 0, [f"{code}: You wrote:\nSaid withheld."])


def test_one_comment_copied_beneath_another_is_on_record_too(world, comments):
    both = "\n".join(said(comments[name], f"Said {name}.") for name in ("withheld", "committee"))
    assert kept_of(world, both) == (1, 0, [])


def test_a_line_of_an_answer_that_repeats_words_of_a_closed_comment_is_not_told_to_all_drafters(
    world, comments
):
    quoted = ["Said committee.", "> Said committee.", "You wrote “said  committee”, and we agree."]
    quoted.append(f"({heading(comments['committee'])})")
    texts = [said(comments["committee"], "Said committee.", "— Reply:", line) for line in quoted]
    assert kept_of(world, *texts) == (0, len(texts), [])


@pytest.mark.parametrize("kind", ["open", "committee", "secretariat", "unknown"])
def test_a_note_that_names_a_comment_is_a_note_as_it_stands(world, comments, kind):
    """It is read by its form alone, whatever comment there is."""
    comment = comments[kind] if kind in comments else closed_comment(world, comments, "secretariat")
    code = "C-XXXXXX" if kind == "unknown" else comment.reference
    texts = [f"{code}: we agree, take it in.", f"{code} says it too.", f"As in\n{code}, too much."]
    assert kept_of(world, *texts) == (0, 0, texts)


def test_a_comment_with_a_code_of_an_earlier_register_comes_back(world):
    content = make.content(make.chosen(world.draft, "2.1", "coins"), rationale="Said before.")
    comment = make.draft(world.round, world.body_author, world.body, content, references=("S-110", "C-110"))
    make.ask(comment.submission, world.body_author)
    make.send(comment.submission, world.body_focal)
    assert kept_of(world, said(comment, "Said before."), "C-110\nSaid before.") == (2, 0, [])


@pytest.mark.parametrize(
    "text",
    [
        "Too much.",
        "See C-XXXXXX.",
        "C-level officials pay too.",
        "C-131/12 Google Spain requires a right to be forgotten here.",
        "C-131/12",
        "C-189 of the ILO asks for more.",
        "Line.\nC-24 is a form.",
        "C-ROADS · a project",
        "C-XXXXXXX",
        "",
    ],
)
def test_a_note_without_the_heading_of_a_comment_stays_as_it_is(world, text):
    assert rest_of(world.drafter, world.amendment, [text]) == {}
