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


def changed(drafter, stage, *titles, query=""):
    """The redline of the acts with other titles, uploaded."""
    data = drafter.get(f"{stage.draft.redline_url}download/tracked/{query}").content
    for old in titles:
        data = with_title(data, old, b"On Fords")
    url = reverse("amendments_admin:marked_files", args=[stage.draft.amendment_id])
    return drafter.post(url, {"file": SimpleUploadedFile("joint.docx", data)}, follow=True)


def test_an_act_whose_title_somebody_changed_is_named_as_not_found(drafter, stage):
    page = changed(drafter, stage, b"On Bridges")
    bridges = law.act_of(stage.draft.amendment, 2)
    assert page.context["not_found"] == [bridges.instrument]
    said = " ".join(strip_tags(page.content.decode()).split())
    assert "first lines of these acts were not found in the file" in said
    assert MarkedFile.objects.count() == 2


@pytest.mark.parametrize(
    ("titles", "not_found"),
    [
        ([b"On Bridges", b"On Tunnels"], [2, 3]),
        ([b"On Ferries", b"On Tunnels"], [1, 3]),
        ([b"On Ferries", b"On Bridges", b"On Tunnels"], [1, 2, 3]),
    ],
)
def test_acts_that_one_file_holds_without_their_titles_are_named(drafter, stage, titles, not_found):
    """Too few are found to divide the file."""
    page = changed(drafter, stage, *titles)
    acts = [law.act_of(stage.draft.amendment, place).instrument for place in not_found]
    assert page.context["not_found"] == acts
    assert page.context["others"] == []
    assert MarkedFile.objects.count() == 1


@pytest.mark.parametrize("titles", [[], [b"On Ferries"]])
def test_a_file_of_one_act_names_no_other_one(drafter, stage, titles):
    slug = law.act_of(stage.draft.amendment).instrument.slug
    page = changed(drafter, stage, *titles, query=f"?act={slug}")
    assert page.context["not_found"] == []
    assert MarkedFile.objects.count() == 1


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
