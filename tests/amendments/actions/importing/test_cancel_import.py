"""The import of a long act is cancelled: the worker stops, nothing is saved, and its page and My work say so."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from amendments.actions.importing.cancel_import import CancelImport
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.long_work import progress
from amendments.models import ActImport, Instrument
from tests.amendments.worker.test_tasks import later, request, run
from tests.factories import law

State = ActImport.State

__all__ = ["later"]


def test_what_waits_or_is_read_is_cancelled_and_may_start_again(world, client, later):
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    asked = request(world).execute()
    url = reverse("amendments_admin:cancel_import", args=[asked.pk])
    assert url in client.get(reverse("amendments_admin:import_state", args=[asked.pk])).content.decode()
    page = client.post(url, follow=True).content.decode()
    assert "Nothing of it is saved" in page
    assert f"It was cancelled by {world.drafter}." in page
    assert url not in page
    client.post(url)
    assert PageLogEntry.objects.filter(action="amendments.cancel_import").count() == 1
    assert run(asked).state == State.FAILED
    assert not Instrument.objects.filter(number="5-L").exists()
    assert later(request(world)) == asked
    asked.refresh_from_db()
    assert asked.state == State.DONE
    client.post(url)  # too late
    asked.refresh_from_db()
    assert asked.state == State.DONE


@pytest.mark.parametrize("at_once", [True, False], ids=["while it is read", "while it is saved"])
def test_the_worker_stops_when_its_import_is_cancelled(world, monkeypatch, at_once):
    monkeypatch.setattr("amendments.actions.publication.sealing.BATCH", 4)
    asked = request(world).execute()
    real = progress.step
    cancel = CancelImport(asked, actor=Actor.now(world.drafter))

    def step(number):
        if number:
            progress.stop(str(asked.pk))  # as `CancelImport` does before it waits for the worker
        real(number)

    def parse(*given):
        cancel.execute()
        return law.parse(law.ACT)

    if at_once:
        monkeypatch.setattr("amendments.worker.tasks.scheme_for", lambda *_: SimpleNamespace(parse=parse))
    else:
        monkeypatch.setattr(progress, "step", step)
    run(asked)
    assert not Instrument.objects.filter(number="5-L").exists()
    assert asked.version is None
    assert cancel.execute().state == State.FAILED
    assert PageLogEntry.objects.filter(action="amendments.cancel_import").count() == 1


def test_nobody_else_cancels_an_import(world, client):
    client.force_login(world.other, backend="django.contrib.auth.backends.ModelBackend")
    asked = request(world).execute()
    assert client.post(reverse("amendments_admin:cancel_import", args=[asked.pk])).status_code == 404
    with pytest.raises(NotAllowed):
        CancelImport(asked, actor=Actor.now(world.other)).execute()
    asked.refresh_from_db()
    assert asked.state == State.WAITING


@pytest.mark.whole
def test_my_work_names_it_while_it_goes_on_and_some_days_after(world, client):
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    asked = request(world).execute()

    def shown():
        return client.get("/", follow=True).content.decode()

    page = shown()
    assert "Your imports" in page
    assert reverse("amendments_admin:import_state", args=[asked.pk]) in page
    assert f">{asked.given['number']}<" in page
    run(asked)
    assert asked.version.instrument.url in shown().split("Your imports")[1]
    ActImport.objects.update(moved_at=timezone.now() - timedelta(days=8))
    assert "Your imports" not in shown()
    ActImport.objects.update(moved_at=timezone.now())
    client.force_login(world.other, backend="django.contrib.auth.backends.ModelBackend")
    assert "Your imports" not in shown()
