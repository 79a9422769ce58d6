"""The page of a marked file says of which draft it is, also where the file no longer does."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.models import Instruction, MarkedFile
from tests.amendments.views.cms.test_marked_files import FILE, LIST, answered, file as file
from tests.factories import law
from tests.permissions.drafts import marked as marks_on


def with_words(data, old, new):
    """A file with other words in its text."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(found, "w") as written:
        for name in package.namelist():
            words = package.read(name).decode()
            assert name != "word/document.xml" or old in words
            written.writestr(name, words.replace(old, new) if name == "word/document.xml" else words)
    return found.getvalue()


def without_identity(data):
    """A file from which somebody removed what it says of itself."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(found, "w") as written:
        for name in package.namelist():
            words = package.read(name).decode()
            is_core = name == "docProps/core.xml"
            written.writestr(name, re.sub(">[^<>]+</d", "></d", words) if is_core else words)
    return found.getvalue()


def test_a_redline_without_its_identity_is_known_by_its_words(drafter, stage):
    data = answered(drafter.get(f"{stage.draft.redline_url}download/tracked/").content)
    url = reverse(LIST, args=[stage.world.amendment.pk])
    placings = []
    for each in (data, without_identity(data)):
        drafter.post(url, {"file": SimpleUploadedFile("answered.docx", each)})
        page = drafter.get(reverse(FILE, args=[MarkedFile.objects.order_by("read_at").last().pk]))
        assert "The file is of Draft 1." in page.content.decode()
        placings.append(page.context["placing"])
    assert MarkedFile.objects.count() == 2
    assert placings[0] == placings[1]


def test_a_redline_without_its_identity_and_with_other_words_tells_what_to_do(drafter, stage):
    data = without_identity(drafter.get(f"{stage.draft.redline_url}download/tracked/").content)
    found = with_words(data, "free of charge", "for nothing")
    url = reverse(LIST, args=[stage.world.amendment.pk])
    page = drafter.post(url, {"file": SimpleUploadedFile("typed.docx", found)}, follow=True).content.decode()
    assert "The file is of Draft 1." not in page
    assert "no longer says of which draft it is" in " ".join(page.split())


@pytest.mark.parametrize("author", ["Author", ""])
def test_a_redline_from_the_document_inspector_tells_what_to_do(drafter, stage, author):
    found = inspected(drafter, stage, author)
    page = drafter.post(*found, follow=True).content.decode()
    said = " ".join(page.split())
    assert "The file is of Draft 1." not in said
    assert "have it marked without the inspector" in said
    assert "somebody removed its properties" not in said


def inspected(drafter, stage, author):
    data = without_identity(drafter.get(f"{stage.draft.redline_url}download/tracked/").content)
    data = with_words(data, "free of charge", "for nothing")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        words = package.read("word/document.xml").decode()
    bare = re.sub('(w:author=")[^"]*"', rf'\1{author}"', re.sub(' w:date="[^"]*"', "", words))
    url = reverse(LIST, args=[stage.world.amendment.pk])
    return url, {"file": SimpleUploadedFile("inspected.docx", with_words(data, words, bare))}


def test_a_file_says_of_which_draft_it_is(drafter, stage, file):
    page = drafter.get(reverse(FILE, args=[file.pk])).content.decode()
    assert "The file is of Draft 1." in page
    assert "compare/1/" not in page


def test_a_file_of_an_older_draft_leads_to_what_changed_since(drafter, stage, file):
    amendment = stage.world.amendment
    dogs = Instruction.objects.get(operation__target="2.3")
    WithdrawInstruction(dogs, actor=Actor.now(stage.world.drafter, reason="Birds.")).execute()
    law.add(amendment, stage.world.drafter, "insert_element", "2.3", new="A bird travels in its cage.")
    law.seal(amendment, stage.world.drafter)
    answer = drafter.get(reverse(FILE, args=[file.pk]))
    page, placing = answer.content.decode(), answer.context["placing"]
    assert "The file is of Draft 1, and Draft 2 is sealed since." in " ".join(page.split())
    assert f'href="{amendment.url}compare/1/2/"' in page
    assert drafter.get(f"{amendment.url}compare/1/2/").status_code == 200
    assert [("Dogs" in each.new) for each in placing.outdated] == [True]
    assert not any("Dogs" in each.new for each in placing.standing)
    assert "No longer in the draft" in page
    assert "1 change of the draft that the file was is no longer in the draft" in " ".join(page.split())


@pytest.mark.parametrize(
    ("target", "edited", "said"),
    [("2.2", "Children", "2.2"), ("1.2", "rafts", "1.2.2"), ("2.2", "2.2.", "2.2")],
)
def test_words_that_come_in_a_repealed_provision_name_the_instruction(drafter, stage, target, edited, said):
    act = law.act_of(stage.world.amendment)
    row = law.add(stage.world.amendment, stage.world.drafter, "repeal", target)
    marks = marks_on(act)
    at = marks.text.rindex(edited) + len(edited)
    edit = replace(marks.edits[0], start=at, end=at, new=" and dogs")
    typed = replace(marks, edits=(edit,), notes=())
    found = ReadMarkedFile(act, "fares.docx", typed, actor=Actor.now(stage.world.drafter)).execute()
    page = drafter.get(reverse(FILE, args=[found.pk])).content.decode()
    assert f"Instruction {row.key} repeals {said}. Withdraw it to keep the provision." in page
