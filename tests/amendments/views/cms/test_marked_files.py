"""A file that others marked: read, looked at, taken in by one button, undone by one."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import PageLogEntry

from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from amendments.models import Instruction, MarginNote, MarkedFile
from amendments.own_marked_files import OwnMarkedFiles
from amendments.queries.drafting.drafts import working_draft
from tests.amendments.renderers.word.revisions import accepted, changes, rejected
from tests.factories import law
from tests.permissions.drafts import marked as marks_on

LIST, FILE, UNDO, DESK = (
    f"amendments_admin:{name}" for name in ("marked_files", "marked_file", "undo_marked_file", "workspace")
)


@pytest.fixture
def file(drafter, stage):
    """The redline of the sealed draft, uploaded as it left the site."""
    address = f"{stage.draft.redline_url}download/tracked/"
    data = drafter.get(address).content
    url = reverse(LIST, args=[stage.world.amendment.pk])
    answer = drafter.post(url, {"file": SimpleUploadedFile("marked.docx", data)})
    found = MarkedFile.objects.get()
    assert answer["Location"] == reverse(FILE, args=[found.pk])
    return found


def answered(data):
    """A redline in which Vera Lex writes two words into the provision that the draft inserts."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(found, "w") as written:
        for name in package.namelist():
            words = package.read(name).decode()
            before, dogs, after = words.partition("Dogs")
            if dogs and name == "word/document.xml":
                (ours,) = re.findall("<w:ins [^>]+>", before)[-1:]
                end, begin = "</w:t></w:r></w:ins>", '<w:r><w:t xml:space="preserve">'
                theirs = f'<w:ins w:id="999" w:author="Vera Lex" w:date="2026-11-02T10:00:00Z">{begin} and cats{end}'
                words = f"{before}{dogs}{end}{theirs}{ours}{begin}{after}"
            written.writestr(name, words)
    return found.getvalue()


def read(stage):
    """A file that two people marked, as it is kept."""
    act = law.act_of(stage.world.amendment)
    return ReadMarkedFile(act, "fares.docx", marks_on(act), actor=Actor.now(stage.world.drafter)).execute()


def test_words_that_nobody_tracked_are_listed_and_stay_listed(drafter, stage):
    act = law.act_of(stage.world.amendment)
    marks = marks_on(act)
    typed = replace(marks, text=f"{marks.text.rstrip()} Typed.\n")
    found = ReadMarkedFile(act, "fares.docx", typed, actor=Actor.now(stage.world.drafter)).execute()
    page = drafter.get(reverse(FILE, args=[found.pk])).content.decode()
    assert "Differs from the draft and is not marked" in page
    assert "Typed." in page
    drafter.post(reverse(FILE, args=[found.pk]))
    assert "Typed." in drafter.get(reverse(FILE, args=[found.pk])).content.decode()


def test_our_own_redline_says_nothing_new(drafter, stage, file):
    page = drafter.get(reverse(FILE, args=[file.pk]))
    placing = page.context["placing"]
    assert placing.changes == []
    assert placing.left == []
    assert placing.standing
    html = page.content.decode()
    assert all(each.author in html for each in placing.standing)
    assert '<a href="#standing">' in html


def settled(data, gone):
    """The redline as somebody leaves it who accepts, or rejects, all of its changes: no mark is in it any more."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(found, "w") as written:
        for name in package.namelist():
            words = package.read(name).decode()
            if name == "word/document.xml":
                words = re.sub("<w:(ins|del) [^>]*/>", "", words)
                words = re.sub(f"<w:{gone} [^>]*>.*?</w:{gone}>", "", words, flags=re.DOTALL)
                words = re.sub("</?w:(ins|del)( [^>]*)?>", "", words).replace("delText", "t")
            written.writestr(name, words)
    return found.getvalue()


def test_a_redline_of_which_all_is_rejected_lists_what_the_draft_has(drafter, stage):
    redline = drafter.get(f"{stage.draft.redline_url}download/tracked/").content
    url = reverse(LIST, args=[stage.world.amendment.pk])
    answer = drafter.post(url, {"file": SimpleUploadedFile("none.docx", settled(redline, "ins"))})
    assert answer.status_code == 302
    page = drafter.get(answer["Location"])
    placing = page.context["placing"]
    assert (placing.changes, placing.notes, placing.standing, placing.left) == ([], [], [], [])
    assert any("Dogs" in each.old and not each.new for each in placing.unmarked)
    assert "Somebody rejected changes of the draft" in page.content.decode()


def test_a_redline_of_which_all_is_accepted_has_nothing_to_look_at(drafter, stage):
    redline = drafter.get(f"{stage.draft.redline_url}download/tracked/").content
    url = reverse(LIST, args=[stage.world.amendment.pk])
    page = drafter.post(url, {"file": SimpleUploadedFile("all.docx", settled(redline, "del"))})
    assert "no tracked changes and no comments" in page.content.decode()
    assert not MarkedFile.objects.exists()


def test_an_answer_to_our_redline_is_proposed_on_the_words_of_the_draft(drafter, stage):
    data = drafter.get(f"{stage.draft.redline_url}download/tracked/").content
    answer = answered(data)
    url = reverse(LIST, args=[stage.world.amendment.pk])
    drafter.post(url, {"file": SimpleUploadedFile("answered.docx", answer)})
    found = MarkedFile.objects.get()
    (change,) = drafter.get(reverse(FILE, args=[found.pk])).context["placing"].changes
    (said,) = change.operations
    assert (said.target, said.anchor, said.new, change.author) == ("2.3", "Dogs", "and cats", "Vera Lex")


def test_a_file_that_left_the_site_is_compared_with_the_draft_that_it_was(drafter, stage, file):
    assert file.markup["left_from"] == stage.draft.root_hash
    law.add(stage.world.amendment, stage.world.drafter, "insert_element", "2.9", new="Gained since.")
    assert drafter.get(reverse(FILE, args=[file.pk])).context["placing"].unmarked == []


def test_a_marked_file_is_looked_at_before_anything_is_proposed(drafter, stage):
    found = read(stage)
    page = drafter.get(reverse(FILE, args=[found.pk])).content.decode()
    assert "1 change can be proposed" in page
    assert "1 comment becomes a note" in page
    assert "Author A" in page
    assert "Too much." in page
    assert not Instruction.objects.filter(status="proposed").exists()


def test_what_is_chosen_is_proposed_with_its_author_and_date(drafter, stage):
    found = read(stage)
    drafter.post(reverse(FILE, args=[found.pk]), {"change": "1", "note": "1"})
    row = Instruction.objects.get(status="proposed")
    assert (row.marked_change.author, row.marked_change.written_at.isoformat()) == (
        "Author A",
        "2026-11-02T10:00:00+00:00",
    )
    desk = drafter.get(reverse(DESK, args=[stage.world.amendment.pk])).content.decode()
    assert "Marked by Author A, " in desk
    assert "in fares.docx" in desk
    assert "Too much." in desk
    note = MarginNote.objects.get()
    tree = working_draft(law.act_of(stage.world.amendment)).tree
    assert tree.by_key[str(note.provision)].number == "2.2"
    outcome = drafter.get(reverse(FILE, args=[found.pk])).content.decode()
    said = " ".join(strip_tags(outcome).split())
    assert f"{row.key} {row.in_words}" in said
    assert f"{row.key} {row.key}" not in said
    again = drafter.post(reverse(FILE, args=[found.pk]), {"change": "1", "note": "1"})
    assert again.status_code == 302
    assert Instruction.objects.filter(status="proposed").count() == MarginNote.objects.count() == 1


def test_what_is_not_chosen_is_left_out(drafter, stage):
    found = read(stage)
    drafter.post(reverse(FILE, args=[found.pk]), {})
    found.refresh_from_db()
    assert found.state == "taken"
    assert not Instruction.objects.filter(status="proposed").exists()
    assert not MarginNote.objects.exists()


def test_undoing_withdraws_what_waits_and_hides_the_notes(drafter, stage):
    found = read(stage)
    drafter.post(reverse(FILE, args=[found.pk]), {"change": "1", "note": "1"})
    drafter.post(reverse(UNDO, args=[found.pk]))
    row = Instruction.objects.get(marked_change__file=found)
    found.refresh_from_db()
    assert (row.status, found.state, found.markup) == ("withdrawn", "undone", {})
    desk = drafter.get(reverse(DESK, args=[stage.world.amendment.pk])).content.decode()
    assert "Too much." not in desk
    refused = drafter.post(reverse(FILE, args=[found.pk]), {"change": "1"}, follow=True)
    assert "taken in or left out already" in refused.content.decode()


def test_what_was_taken_into_the_draft_stays(drafter, stage):
    found = read(stage)
    drafter.post(reverse(FILE, args=[found.pk]), {"change": "1"})
    row = Instruction.objects.get(marked_change__file=found)
    TakeInstruction(row, actor=Actor.now(stage.world.drafter)).execute()
    drafter.post(reverse(UNDO, args=[found.pk]))
    row.refresh_from_db()
    assert row.status in {"taken", "folded"}


def test_taken_into_the_draft_it_leaves_again_in_the_redline(drafter, stage):
    found = read(stage)
    text = found.markup["text"]
    drafter.post(reverse(FILE, args=[found.pk]), {"change": "1"})
    row = Instruction.objects.get(marked_change__file=found)
    TakeInstruction(row, actor=Actor.now(stage.world.drafter)).execute()
    draft = law.seal(stage.world.amendment, stage.world.drafter)
    data = drafter.get(f"{draft.redline_url}download/tracked/").content
    assert changes(data)
    assert " ".join(rejected(data)).split() == text.split()
    assert "2.2. Minors " in " ".join(accepted(data))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("act.txt", b"Article 1. Scope\n", "no tracked changes"),
        ("act.docx", b"PK\x03\x04 no zip", "damaged"),
        ("act.odt", b"", "act.odt: this kind of file cannot be imported. Save it as one of .docx."),
        (None, None, "Choose a file."),
    ],
)
def test_a_file_without_marks_or_that_cannot_be_read_is_refused(drafter, stage, name, data, said):
    given = {"file": SimpleUploadedFile(name, data or b" ")} if name else {}
    page = drafter.post(reverse(LIST, args=[stage.world.amendment.pk]), given)
    assert said in page.content.decode()
    assert not MarkedFile.objects.exists()


def test_the_same_file_is_kept_once_and_listed(drafter, stage):
    assert read(stage) == read(stage)
    page = drafter.get(reverse(LIST, args=[stage.world.amendment.pk])).content.decode()
    assert page.count("fares.docx") == 1
    assert "not taken in yet" in page


def test_the_same_file_read_again_says_that_it_was_taken_in_and_chooses_nothing(drafter, stage):
    first = read(stage)
    url = reverse(FILE, args=[first.pk])
    fresh = drafter.get(url).content.decode()
    assert 'name="change" value="1" checked' in fresh
    drafter.post(url, {"change": "1", "note": "1"})
    again = drafter.get(reverse(FILE, args=[read(stage).pk])).content.decode()
    assert "The same file was taken in already" in again
    assert url in again
    assert 'name="change" value="1">' in again
    assert "checked" not in again.partition('class="madda-marked"')[2].partition("</form>")[0]


def test_a_comment_that_is_a_note_already_is_not_offered_again(drafter, stage):
    first = read(stage)
    drafter.post(reverse(FILE, args=[first.pk]), {"change": "1", "note": "1"})
    other = read(stage)
    MarkedFile.objects.filter(pk=other.pk).update(digest="saved again")
    again = drafter.get(reverse(FILE, args=[other.pk])).content.decode()
    assert "1 comment is a note already" in again
    assert 'name="note"' not in again
    drafter.post(reverse(FILE, args=[other.pk]), {"note": "1"})
    assert other.margin_notes.count() == 0


def test_own_data_name_the_files_that_a_person_uploaded(stage):
    found = read(stage)
    (row,) = OwnMarkedFiles().rows(stage.world.drafter)
    assert (row["name"], row["state"], row["read_at"]) == ("fares.docx", "read", found.read_at)
    assert OwnMarkedFiles().count(stage.world.drafter) == 1
    assert list(OwnMarkedFiles().rows(stage.world.other)) == []


def test_the_log_says_who_took_what(drafter, stage):
    found = read(stage)
    drafter.post(reverse(FILE, args=[found.pk]), {"change": "1", "note": "1"})
    drafter.post(reverse(UNDO, args=[found.pk]))
    entries = {each.action: each.data for each in PageLogEntry.objects.filter(page=stage.world.amendment)}
    row = Instruction.objects.get(marked_change__file=found)
    assert entries["amendments.read_marked_file"]["changes"] == 1
    assert entries["amendments.take_marked_changes"]["instructions"] == [row.key]
    assert entries["amendments.take_marked_changes"]["notes"] == 1
    assert entries["amendments.undo_marked_file"]["instructions"] == [row.key]
