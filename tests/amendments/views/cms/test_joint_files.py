"""A marked file with several acts: each act gets its own part, and each page leads to the others."""

import io
import zipfile

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import strip_tags

from amendments.models import MarkedFile
from tests.amendments.conftest import build_world
from tests.amendments.views.conftest import Stage
from tests.factories import law, several


def _build():
    world = build_world()
    amendment = several.make_amendment(world.section, world.base, world.drafter)
    sealed = law.seal(amendment, world.drafter)
    return Stage(world, sealed, {"public": AnonymousUser(), "drafter": world.drafter})


@pytest.fixture(scope="module")
def standing_stage(standing):
    return standing("joint files of three acts", _build)


def send(drafter, stage, query):
    """Upload the redline of all acts as a file of one of them; the file to which the page then leads."""
    data = drafter.get(f"{stage.draft.redline_url}download/tracked/").content
    url = reverse("amendments_admin:marked_files", args=[stage.draft.amendment_id]) + query
    answer = drafter.post(url, {"file": SimpleUploadedFile("joint.docx", data)}, follow=True)
    return answer.context["file"], answer


def test_each_act_gets_its_part_and_leads_to_the_others(drafter, stage):
    bridges = law.act_of(stage.draft.amendment, 2)
    found, page = send(drafter, stage, f"?act={bridges.instrument.slug}")
    assert found.amended_act == bridges
    files = {file.amended_act_id: file for file in MarkedFile.objects.all()}
    assert set(files) == {act.pk for act in stage.draft.amendment.amended_acts.all()}
    for file in files.values():
        placing = drafter.get(reverse("amendments_admin:marked_file", args=[file.pk])).context["placing"]
        assert (placing.changes, placing.left, placing.unmarked) == ([], [], [])
        assert placing.standing
    html = page.content.decode()
    assert page.context["not_found"] == []
    assert "holds the texts of several acts" in html
    url = reverse("amendments_admin:marked_files", args=[stage.draft.amendment_id])
    for place in (1, 3):
        assert f'href="{url}?act={law.act_of(stage.draft.amendment, place).instrument.slug}"' in html


def with_title(data, old, new):
    """A Word file with other words in its text."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(found, "w") as written:
        for name in package.namelist():
            words = package.read(name)
            written.writestr(name, words.replace(old, new) if name == "word/document.xml" else words)
    return found.getvalue()


def test_an_act_whose_title_somebody_changed_is_named_as_not_found(drafter, stage):
    data = drafter.get(f"{stage.draft.redline_url}download/tracked/").content
    joint = with_title(data, b"On Bridges", b"On Fords")
    url = reverse("amendments_admin:marked_files", args=[stage.draft.amendment_id])
    page = drafter.post(url, {"file": SimpleUploadedFile("joint.docx", joint)}, follow=True)
    bridges = law.act_of(stage.draft.amendment, 2)
    assert page.context["not_found"] == [bridges.instrument]
    said = " ".join(strip_tags(page.content.decode()).split())
    assert "first lines of these acts were not found in the file" in said
    assert MarkedFile.objects.count() == 2


def test_a_file_of_one_act_says_nothing_of_others(drafter, stage):
    act = law.act_of(stage.draft.amendment)
    data = drafter.get(f"{stage.draft.redline_url}download/tracked/?act={act.instrument.slug}").content
    url = reverse("amendments_admin:marked_files", args=[stage.draft.amendment_id])
    page = drafter.post(url, {"file": SimpleUploadedFile("one.docx", data)}, follow=True)
    assert MarkedFile.objects.count() == 1
    assert page.context["not_found"] == []
    assert "holds the texts of several acts" not in page.content.decode()


def test_a_file_of_another_act_is_read_there(drafter, stage):
    ferries, bridges = (law.act_of(stage.draft.amendment, place) for place in (1, 2))
    data = drafter.get(f"{stage.draft.redline_url}download/tracked/?act={ferries.instrument.slug}").content
    url = reverse("amendments_admin:marked_files", args=[stage.draft.amendment_id])
    upload = SimpleUploadedFile("one.docx", data)
    page = drafter.post(f"{url}?act={bridges.instrument.slug}", {"file": upload}, follow=True)
    file = MarkedFile.objects.get()
    assert file.amended_act == ferries
    assert page.context["file"] == file
    placing = page.context["placing"]
    assert (placing.changes, placing.left, placing.unmarked) == ([], [], [])
    assert f"The file is one of {ferries.instrument.shown_title}, and is read there." in page.content.decode()


def test_a_file_of_which_the_first_lines_are_of_no_act_is_read_where_it_was_sent(drafter, stage):
    ferries, bridges = (law.act_of(stage.draft.amendment, place) for place in (1, 2))
    data = drafter.get(f"{stage.draft.redline_url}download/tracked/?act={bridges.instrument.slug}").content
    url = reverse("amendments_admin:marked_files", args=[stage.draft.amendment_id])
    upload = SimpleUploadedFile("one.docx", with_title(data, b"On Bridges", b"On Fords"))
    drafter.post(f"{url}?act={ferries.instrument.slug}", {"file": upload})
    assert MarkedFile.objects.get().amended_act == ferries
