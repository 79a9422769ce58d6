"""Comments of a round that come back with the redline are on record and become no notes; what is new in them does."""

import io
import zipfile
from dataclasses import replace

import pytest
from django.test import Client
from django.utils.translation import override

from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.audit.actor import Actor
from amendments.importers import load_act
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.sent_event import Shown
from consultations.queries.comments.remarks import heading
from consultations.queries.comments.returned_remarks import rest_of
from consultations.values import Identity, Visibility
from tests.factories import consultation as make, law

PROPOSED = "The fare is 5 coins.\nIt is paid later."


@pytest.fixture
def comments(world):
    kinds = {
        "open": {"proposed_text": PROPOSED},
        "withheld": {"identity": Identity.WITHHELD},
        "committee": {"visibility": Visibility.COMMITTEE},
    }
    found = {
        name: make.draft(
            world.round,
            world.ngo_author,
            world.ngo,
            make.content(make.chosen(world.draft, "2.1", "coins"), rationale=f"Said {name}.", **more),
        )
        for name, more in kinds.items()
    }
    make.ask(found["open"].submission, world.ngo_author)
    make.send(found["open"].submission, world.ngo_focal)
    return found


def returned(person, world, language="en"):
    """What is read of the file that the person downloads."""
    client = Client()
    client.force_login(person)
    redline = world.draft.redline_url.replace("/en/", f"/{language}/", 1)
    data = client.get(f"{redline}download/commented/").content
    assert zipfile.is_zipfile(io.BytesIO(data))
    return load_act("redline.docx", data).markup


def read(world, markup):
    act = law.act_of(world.amendment)
    return ReadMarkedFile(act, "redline.docx", markup, actor=Actor.now(world.drafter)).execute().markup


@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_comments_that_come_back_unchanged_are_counted_and_offered_to_nobody(world, comments, language):
    """Also those that the drafter may not read."""
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


def test_words_that_were_covered_since_are_not_told_anew(world, comments):
    actor = Actor.now(world.people["secretary"], reason="It names a person.")
    comment = CoverWords(comments["open"], Shown("Said …"), actor=actor).execute()
    text = f"{heading(comment)}\nSaid open."
    assert rest_of(world.amendment, [text]) == {text: ""}


def test_a_note_with_the_code_of_no_comment_stays_as_it_is(world, comments):
    assert rest_of(world.amendment, ["C-NONE · amendment\nToo much.", "Too much.", ""]) == {}
