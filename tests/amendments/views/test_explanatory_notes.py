"""The explanatory note of a draft on its page, and the form of its drafters."""

import io

import docx
import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import PageLogEntry

from amendments.hooks import NOTE_ITEMS, collect
from amendments.models import Instrument, NoteFile
from azerbaijan.explanatory_note import ITEMS
from tests.factories import law
from tests.factories.files import pdf


def page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def write(stage, **words):
    url = reverse("amendments:write_note", args=[stage.draft.pk])
    return stage.client("drafter").post(url, words, follow=True)


def test_the_drafters_write_the_note_and_whoever_reads_the_draft_reads_it(stage):
    html = write(stage, aims="Fares\r\nrise. <b>").content.decode()
    assert "The explanatory note is saved." in html
    stage.release("public")
    html = page(stage.client("public"), stage.draft.note_url)
    assert "Fares<br>rise. &lt;b&gt;" in html
    assert "not written yet" in html
    assert reverse("amendments:write_note", args=[stage.draft.pk]) not in html
    assert f'href="{stage.draft.redline_url}?view=table"' in html


def test_the_note_of_a_draft_that_one_may_not_read_is_not_there(stage):
    write(stage, aims="Fares rise.")
    assert stage.client("public").get(stage.draft.note_url).status_code == 404
    assert stage.client("other drafter").get(stage.draft.note_url).status_code == 404
    url = reverse("amendments:write_note", args=[stage.draft.pk])
    assert stage.client("other drafter").get(url).status_code == 404


def test_a_released_draft_keeps_its_note(stage):
    write(stage, aims="Fares rise.")
    stage.release("public")
    url = reverse("amendments:write_note", args=[stage.draft.pk])
    assert "can no longer be changed" in page(stage.client("drafter"), url)
    response = stage.client("drafter").post(url, {"aims": "Fares fall."})
    assert response.status_code == 422
    assert "Fares rise." in page(stage.client("public"), stage.draft.note_url)


def test_what_was_typed_stays_when_it_is_refused(stage):
    url = reverse("amendments:write_note", args=[stage.draft.pk])
    response = stage.client("drafter").post(url, {"aims": "Fares rise.", "seen": "another"})
    assert response.status_code == 422
    assert "Fares rise." in response.content.decode()


def test_the_form_of_the_next_draft_begins_with_the_words_of_this_one(stage):
    write(stage, aims="Fares rise.")
    world = stage.world
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    later = law.seal(world.amendment, world.drafter)
    assert "Fares rise." in page(stage.client("drafter"), reverse("amendments:write_note", args=[later.pk]))
    assert "Fares rise." not in page(stage.client("drafter"), later.note_url)


def next_draft(stage):
    law.add(stage.world.amendment, stage.world.drafter, "repeal", "2.2")
    return law.seal(stage.world.amendment, stage.world.drafter)


def test_the_files_of_this_draft_are_offered_to_the_next_one_until_they_are_attached(stage):
    attach(stage)
    later, row = next_draft(stage), NoteFile.objects.get()
    url = reverse("amendments:write_note", args=[later.pk])
    box = f'name="carried" value="{row.pk}" id="carried-{row.pk}"'
    html = " ".join(page(stage.client("drafter"), url).split())
    assert f"{box} checked>" in html
    assert ">Files of the draft before</span>" in html  # also for who sees the page
    stage.client("drafter").post(url, {"aims": "Fares rise."})
    html = " ".join(page(stage.client("drafter"), url).split())
    assert f"{box} >" in html  # the note is begun: nothing comes along by itself
    stage.client("drafter").post(url, {"aims": "Fares rise.", "carried": str(row.pk)})
    assert box not in page(stage.client("drafter"), url)
    assert stage.client("drafter").get(later.note_files.get().url).content == pdf()
    assert NoteFile.objects.filter(draft=stage.draft).count() == 1


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "Cover letter"), ("az", "Müşayiət məktubu"), ("ru", "Сопроводительное письмо")],
)
def test_an_act_of_azerbaijan_has_the_items_of_its_law(stage, language, label):
    Instrument.objects.filter(pk=stage.world.base.instrument_id).update(country="az")
    html = page(stage.client("drafter"), stage.draft.note_url.replace("/en/", f"/{language}/"))
    assert label in html
    places = [html.index(source) for source in ("48.3.1", "48.3.2", "48.3.3", "48.3.4", "48.2.2", "48.2.5")]
    assert places == sorted(places)


def test_the_items_of_azerbaijan_are_those_of_articles_48_2_and_48_3():
    assert ITEMS in collect(NOTE_ITEMS)
    sources = {item.source for item in ITEMS.items}
    assert sources == {f"48.2.{n}" for n in range(1, 6)} | {f"48.3.{n}" for n in range(1, 5)}


def test_the_log_says_on_which_items_something_was_written(stage):
    write(stage, aims="Fares rise.")
    found = [entry for entry in _log(stage) if entry.action == "amendments.write_note"]
    assert [entry.data["items"] for entry in found] == [["aims"]]
    assert not PageLogEntry.objects.filter(action="amendments.write_note").exists()


def _log(stage):
    from wagtail.log_actions import registry

    return list(registry.get_logs_for_instance(stage.draft))


def attach(stage, name="Letter.pdf", content=None, **more):
    url = reverse("amendments:write_note", args=[stage.draft.pk])
    given = SimpleUploadedFile(name, pdf() if content is None else content)
    return stage.client("drafter").post(url, {"files-cover": given, **more}, follow=True)


def test_a_file_is_attached_and_downloaded_by_whoever_reads_the_draft(stage):
    attach(stage)
    row = NoteFile.objects.get()
    assert stage.client("public").get(row.url).status_code == 404
    assert stage.client("other drafter").get(row.url).status_code == 404
    assert 'href="' + row.url in page(stage.client("drafter"), stage.draft.note_url)
    stage.release("public")
    response = stage.client("public").get(row.url)
    assert (response.content, response["Content-Type"]) == (pdf(), "application/pdf")
    assert response["Content-Disposition"] == 'attachment; filename="Letter.pdf"'
    assert "sandbox" in response["Content-Security-Policy"]
    assert 'href="' + row.url in page(stage.client("public"), stage.draft.note_url)


def test_a_refused_file_is_named_and_everything_typed_stays(stage):
    response = attach(stage, "program.exe", b"MZ", aims="Fares rise.")
    html = response.content.decode()
    assert response.status_code == 422
    assert "“program.exe” is of a kind that cannot be attached" in html
    assert "Choose these files again" in html
    assert "Fares rise." in html
    assert not NoteFile.objects.exists()


def test_a_ticked_file_is_removed(stage):
    attach(stage)
    write(stage, removed=str(NoteFile.objects.get().pk))
    assert not NoteFile.objects.exists()


def test_an_item_with_a_file_alone_is_not_unwritten(stage):
    before = page(stage.client("drafter"), stage.draft.note_url).count("not written yet")
    attach(stage)
    assert page(stage.client("drafter"), stage.draft.note_url).count("not written yet") == before - 1


def test_the_note_leaves_as_a_word_file_and_as_a_pdf(stage):
    attach(stage, aims="Fares rise. <b>\nDogs pay.")
    stage.release("public")
    client = stage.client("public")
    html = page(client, stage.draft.note_url)
    for slug in ("note", "note-pdf"):
        assert f"{stage.draft.note_url}download/{slug}/" in html
    response = client.get(f"{stage.draft.note_url}download/note/")
    words = [each.text for each in docx.Document(io.BytesIO(response.content)).paragraphs]
    assert words.index("Fares rise. <b>") + 1 == words.index("Dogs pay.")
    assert "Attached: Letter.pdf" in words
    assert "not written yet" in words
    response = client.get(f"{stage.draft.note_url}download/note-pdf/")
    with pikepdf.open(io.BytesIO(response.content)) as file:
        assert file.Root.MarkInfo.Marked


def test_nobody_else_downloads_the_note(stage):
    write(stage, aims="Fares rise.")
    for person in ("public", "other drafter"):
        assert stage.client(person).get(f"{stage.draft.note_url}download/note/").status_code == 404
    assert stage.client("drafter").get(f"{stage.draft.note_url}download/docx/").status_code == 404


def test_a_note_that_was_changed_is_another_file(stage):
    url = f"{stage.draft.note_url}download/note/"
    first = stage.client("drafter").get(url).content
    write(stage, aims="Fares rise.")
    assert stage.client("drafter").get(url).content != first
