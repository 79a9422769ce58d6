"""A file is made once and kept for whoever gets the same; a worker makes that of a big act; rights are asked each time."""

import io
from datetime import timedelta

import docx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry

from amendments.actions.exporting import request_export
from amendments.models import Export, ExportRequest
from amendments.queries.files import kept_exports as exports
from amendments.worker.kept_files import TendExports

State = Export.State


@pytest.fixture
def big(monkeypatch):
    """Every act is big."""
    monkeypatch.setattr(exports, "BIG", 2)


@pytest.fixture
def made(monkeypatch):
    """How often a Word file is written."""
    calls = []
    from amendments import exporters

    plain = exporters.OURS[0].export

    def counted(document):
        calls.append(document.name)
        return plain(document)

    object.__setattr__(exporters.OURS[0], "export", counted)
    yield calls
    object.__setattr__(exporters.OURS[0], "export", plain)


def taken(client, url, capture):
    """The answer to a click, after what the worker does."""
    with capture(execute=True):
        return client.get(url)


def url_of(stage):
    return f"{stage.draft.url}download/docx/"


def test_a_file_is_made_once_for_all_who_get_the_same(stage, made):
    stage.release("public")
    files = [
        stage.client(role).get(url_of(stage)).content for role in ("public", "public", "drafter", "chair")
    ]
    assert len(set(files)) == 1
    assert len(made) == 1
    assert Export.objects.count() == 1
    stage.client("public").get(url_of(stage).replace("/en/", "/az/"))
    assert Export.objects.count() == 2  # other words in its frame


def test_a_sealed_draft_keeps_its_title_in_its_file(stage, made):
    stage.release("public")
    stage.client("public").get(url_of(stage))
    stage.world.amendment.title = "Another title"
    stage.world.amendment.save()
    response = stage.client("public").get(url_of(stage))
    said = docx.Document(io.BytesIO(response.content)).core_properties.title
    assert said == f"{stage.draft.title} – Draft 1"
    assert len(made) == 1


def test_a_file_of_other_code_is_not_given(stage, made, monkeypatch):
    stage.release("public")
    stage.client("public").get(url_of(stage))
    monkeypatch.setattr(exports, "code_version", lambda: "of tomorrow")
    stage.client("public").get(url_of(stage))
    assert len(made) == 2


def test_the_worker_makes_the_file_of_a_big_act_and_it_waits_under_my_work(
    stage, big, made, django_capture_on_commit_callbacks
):
    client = stage.client("drafter")
    waiting = client.get(url_of(stage))
    assert waiting.status_code == 302
    assert made == []
    page = client.get(waiting.url).content.decode()
    assert "The file waits for its turn." in page
    assert "Download the file" not in page
    assert "Your files" in client.get("/en/").content.decode()
    export = Export.objects.get()
    from amendments.worker.tasks import make_export

    make_export.call(str(export.pk))
    assert len(made) == 1
    page = client.get(waiting.url).content.decode()
    assert "The file is ready." in page
    assert url_of(stage) in page
    response = client.get(url_of(stage))
    assert response["Content-Disposition"].startswith("attachment")
    (entry,) = registry.get_logs_for_instance(stage.draft).filter(action="amendments.download_text")
    assert entry.data["hash"] == stage.draft.root_hash
    assert entry.data["languages"] == ["en"]


def test_a_visitor_gets_it_too_and_no_more_than_some_wait(
    stage, big, monkeypatch, django_capture_on_commit_callbacks
):
    stage.release("public")
    client = stage.client("public")
    response = client.get(url_of(stage))
    assert response.status_code == 302
    assert ExportRequest.objects.count() == 0
    assert client.get(response.url).status_code == 200
    assert client.get(url_of(stage)).url == response.url  # asked for once
    monkeypatch.setattr(request_export, "MOST_OF_ONE", 1)
    refused = client.get(f"{stage.world.base.url}download/docx/")
    assert refused.status_code == 503
    assert refused["Retry-After"] == "120"
    assert Export.objects.count() == 1


def test_one_visitor_does_not_use_up_the_files_of_all(
    stage, big, monkeypatch, settings, django_capture_on_commit_callbacks
):
    stage.release("public")
    monkeypatch.setattr(request_export, "MOST_OF_A_VISITOR", 1)
    settings.MADDA_TRUSTED_PROXIES = 1
    client, other = stage.client("public"), f"{stage.world.base.url}download/docx/"
    one, same = {"X-Forwarded-For": "9.9.9.9, 2001:db8::1"}, {"X-Forwarded-For": "8.8.8.8, 2001:db8::2"}
    assert client.get(url_of(stage), headers=one).status_code == 302
    assert client.get(url_of(stage), headers=one).status_code == 302  # the same file
    assert client.get(other, headers=same).status_code == 503
    assert client.get(other, headers={"X-Forwarded-For": "9.9.9.9, 2001:db9::1"}).status_code == 302
    assert stage.client("drafter").get(other, headers=one).status_code == 302


def test_a_visitor_may_ask_again_when_a_file_is_made(
    stage, big, monkeypatch, django_capture_on_commit_callbacks
):
    stage.release("public")
    monkeypatch.setattr(request_export, "MOST_OF_A_VISITOR", 1)
    client, other = stage.client("public"), f"{stage.world.base.url}download/docx/"
    client.get(url_of(stage))
    assert (
        client.get(other, headers={"X-Forwarded-For": "9.9.9.9"}).status_code == 503
    )  # no proxy: not believed
    Export.objects.update(state=State.DONE)
    assert client.get(other).status_code == 302


def test_whoever_may_no_longer_read_the_text_gets_neither_file_nor_page(
    stage, big, django_capture_on_commit_callbacks
):
    client = stage.client("drafter")
    waiting = taken(client, url_of(stage), django_capture_on_commit_callbacks)
    assert Export.objects.get().state == State.DONE
    assert client.get(url_of(stage)).status_code == 200
    stage.world.drafter.groups.clear()
    client = Client()
    client.force_login(type(stage.world.drafter).objects.get(pk=stage.world.drafter.pk))
    assert client.get(url_of(stage)).status_code == 404
    assert client.get(waiting.url).status_code == 404
    assert exports.files_of(type(stage.world.drafter).objects.get(pk=stage.world.drafter.pk), 5) == []


def test_a_worker_makes_nothing_for_a_person_whose_rights_are_gone(stage, big, made):
    stage.client("drafter").get(url_of(stage))
    stage.world.drafter.groups.clear()
    from amendments.worker.tasks import make_export

    make_export.call(str(Export.objects.get().pk))
    export = Export.objects.get()
    assert (export.state, export.content, made) == (State.FAILED, None, [])
    assert "Ask for it again." in export.error


def test_who_cancels_waits_no_longer_and_others_still_do(stage, big, made):
    stage.release("public")
    one, two = stage.client("drafter"), stage.client("chair")
    for client in (one, two):
        client.get(url_of(stage))
    export = Export.objects.get()
    cancel = reverse("amendments:cancel_export", args=[export.pk])
    assert one.post(cancel).status_code == 302
    assert one.post(cancel).status_code == 404
    assert Export.objects.exists()
    ExportRequest.objects.all().delete()
    one.get(url_of(stage))
    one.post(cancel)
    assert not Export.objects.exists()
    from amendments.worker.tasks import make_export

    make_export.call(str(export.pk))
    assert made == []


def test_a_worker_stops_when_nobody_waits_any_more(stage, big, made, monkeypatch):
    stage.client("drafter").get(url_of(stage))
    document = exports.PreparedExport.document

    def read(plan, *, is_whole=True):
        if is_whole:
            Export.objects.all().delete()  # cancelled meanwhile
        return document(plan, is_whole=is_whole)

    monkeypatch.setattr(exports.PreparedExport, "document", read)
    from amendments.worker.tasks import make_export

    make_export.call(str(Export.objects.get().pk))
    assert made == []


def test_files_that_nobody_takes_are_forgotten_and_there_is_only_so_much_room(stage, monkeypatch):
    from amendments.worker import kept_files as tending

    stage.release("public")
    client = stage.client("public")
    for url in (url_of(stage), f"{stage.world.base.url}download/docx/"):
        client.get(url)
    now = timezone.now()
    TendExports().run(now)
    assert Export.objects.count() == 2
    newest = Export.objects.get(version=stage.world.base)
    Export.objects.exclude(pk=newest.pk).update(used_at=now - timedelta(days=1))
    monkeypatch.setattr(tending, "ROOM", newest.size)
    TendExports().run(now)
    assert list(Export.objects.all()) == [newest]
    TendExports().run(now + timedelta(days=8))
    assert not Export.objects.exists()


@pytest.mark.parametrize("state", [State.WAITING, State.MAKING])
def test_a_file_whose_worker_died_is_taken_up_again(stage, big, state, django_capture_on_commit_callbacks):
    stage.client("drafter").get(url_of(stage))
    now = timezone.now()
    Export.objects.update(state=state, moved_at=now)
    TendExports().run(now)
    assert Export.objects.get().state == state
    with django_capture_on_commit_callbacks(execute=True):
        TendExports().run(now + timedelta(minutes=3))
    assert Export.objects.get().state == State.DONE


def test_an_unexpected_error_is_told_and_raised_to_the_worker(stage, big, monkeypatch):
    stage.client("drafter").get(url_of(stage))
    from amendments.worker.tasks import make_export

    monkeypatch.setattr(exports.PreparedExport, "contained", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_export.call(str(Export.objects.get().pk))
    assert Export.objects.get().state == State.FAILED


def test_the_page_leads_to_no_other_site(stage, big):
    stage.release("public")
    response = stage.client("public").get(url_of(stage))
    Export.objects.update(state=State.DONE)
    page = (
        stage.client("public")
        .get(response.url.split("?")[0] + "?to=https://elsewhere.example/")
        .content.decode()
    )
    assert 'class="button" href="https://elsewhere' not in page
    assert "Download the file" not in page


def test_what_changed_while_a_file_was_made_is_kept_for_nobody(stage, made, monkeypatch):
    """As a comment that the reader may read from this moment on: it is read after the key was made."""
    stage.release("public")
    versions = iter(["as it was asked for"])
    monkeypatch.setattr(exports, "code_version", lambda: next(versions, "as it is now"))
    response = stage.client("chair").get(url_of(stage))
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert len(made) == 1
    assert not Export.objects.exists()


def test_nor_by_the_worker(stage, big, made, monkeypatch, django_capture_on_commit_callbacks):
    from amendments.worker.tasks import make_export

    client = stage.client("drafter")
    versions = iter(["as it was asked for"] * 2)
    monkeypatch.setattr(exports, "code_version", lambda: next(versions, "as it is now"))
    client.get(url_of(stage))
    make_export.call(str(Export.objects.get().pk))
    assert len(made) == 1
    assert Export.objects.get().state == State.FAILED


def test_of_an_address_with_a_very_long_query_the_path_is_kept(stage, big):
    client = stage.client("drafter")
    assert client.get(f"{url_of(stage)}?{'x' * 2000}=1").status_code == 302
    assert ExportRequest.objects.get().url == url_of(stage)
