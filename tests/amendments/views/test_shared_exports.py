"""Several wait for the same file of a big act: nobody's rights and nobody's cancelling decide for the others."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.models import Export, ExportRequest
from amendments.queries.files import kept_exports as exports
from amendments.worker import kept_files
from amendments.worker.tasks import make_export

State = Export.State


@pytest.fixture
def asked(stage, monkeypatch):
    """A drafter asks for a file; then the given others do."""
    monkeypatch.setattr(exports, "BIG", 2)
    stage.release("public")

    def ask(*others):
        clients = [stage.client(role) for role in ("drafter", *others)]
        urls = [client.get(f"{stage.draft.url}download/docx/").url for client in clients]
        assert len(set(urls)) == 1
        return clients, urls[0]

    return ask


def without_the_first(stage, monkeypatch):
    """The drafter may read the text no more."""
    plain = exports.prepared_export

    def read(user, recipe):
        if user == stage.world.drafter:
            raise Export.DoesNotExist
        return plain(user, recipe)

    from amendments.actions.exporting import carry_out_export

    monkeypatch.setattr(carry_out_export, "prepared_export", read)


@pytest.mark.parametrize("other", ["chair", "public"])
def test_others_get_it_though_the_first_lost_the_right(stage, asked, other, monkeypatch):
    (_first, second), url = asked(other)
    without_the_first(stage, monkeypatch)
    make_export.call(str(Export.objects.get().pk))
    assert Export.objects.get().state == State.DONE
    assert "The file is ready." in second.get(url).content.decode()


def test_nobody_gets_it_if_nobody_has_the_right(stage, asked, monkeypatch):
    asked()
    without_the_first(stage, monkeypatch)
    make_export.call(str(Export.objects.get().pk))
    assert Export.objects.get().state == State.FAILED


@pytest.mark.parametrize("other", ["chair", "public"])
def test_others_wait_on_though_the_first_cancels(stage, asked, other):
    (first, second), url = asked(other)
    assert first.post(reverse("amendments:cancel_export", args=[Export.objects.get().pk])).status_code == 302
    assert second.get(url).status_code == 200
    export = Export.objects.get()
    assert export.asked_by != stage.world.drafter
    make_export.call(str(export.pk))
    assert Export.objects.get().state == State.DONE


@pytest.mark.parametrize("other", ["chair", "public"])
def test_others_wait_on_though_the_account_of_the_first_is_gone(stage, asked, other):
    (_first, second), url = asked(other)
    field = Export._meta.get_field("asked_by")
    field.remote_field.on_delete(_Collected(), field, Export.objects.all(), "default")
    ExportRequest.objects.filter(user=stage.world.drafter).delete()
    Export.objects.update(asked_by=None)
    make_export.call(str(Export.objects.get().pk))
    assert "The file is ready." in second.get(url).content.decode()


class _Collected:
    """Notes what becomes of files whose first asker is deleted."""

    def collect(self, *_args, **_named):
        raise AssertionError("the file is deleted with the account")

    def add_field_update(self, field, value, _rows):
        assert (field.name, value) == ("asked_by", None)


def test_a_reader_who_loses_the_text_while_it_is_made_is_told_in_words(stage, asked, monkeypatch):
    asked()
    monkeypatch.setattr(exports, "prepared_export", _gone)
    make_export.call(str(Export.objects.get().pk))
    export = Export.objects.get()
    assert export.state == State.FAILED
    assert "Ask for it again." in export.error


def _gone(_user, _recipe):
    raise Export.DoesNotExist


def test_room_that_another_runner_made_meanwhile_is_not_waited_for(db, monkeypatch):
    monkeypatch.setattr(kept_files, "ROOM", -1)
    kept_files.TendExports().run(timezone.now())
    assert not Export.objects.exists()
