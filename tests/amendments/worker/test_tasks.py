"""The import of a long act: it is requested once, and the worker carries out all of it or nothing."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry, PageLogEntry

from amendments.actions.importing.carry_out_import import CarryOutImport
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.audit.actor import Actor
from amendments.errors import NotImportable
from amendments.long_work import progress
from amendments.models import ActImport, Instrument, Version
from amendments.queries.files.imports import standing_of
from amendments.worker import tasks
from amendments.worker.abandoned import TakeUpImports
from tests.factories import law

State = ActImport.State
GIVEN = Particulars("Code of Canals", "5-L", "en", date=date(2020, 2, 3), source="Gazette 7")


pytestmark = pytest.mark.whole


@pytest.fixture
def later(django_capture_on_commit_callbacks):
    """Do a step, and then what starts after the commit."""

    def taken(action):
        with django_capture_on_commit_callbacks(execute=True):
            return action.execute()

    return taken


def request(world, text=law.ACT, given=GIVEN, *, at=None, user=None):
    actor = Actor(user or world.drafter, at or timezone.now())
    return RequestImport(world.section, text, given, actor=actor)


def run(asked):
    tasks.import_act.call(str(asked.pk))
    asked.refresh_from_db()
    return asked


def test_what_is_asked_for_is_imported_by_who_asked(world, later):
    asked = later(request(world))
    asked.refresh_from_db()
    assert (asked.state, asked.text, asked.provisions) == (State.DONE, "", 10)
    act = asked.version.instrument
    assert (act.title, act.number, act.date) == (GIVEN.title, "5-L", GIVEN.date)
    assert asked.version.sealed_by == world.drafter
    assert asked.version.entries.count() == 10


def test_the_particulars_are_kept_as_they_were_given(world):
    asked = request(world).execute()
    assert Particulars.of(asked.given) == GIVEN
    asked.refresh_from_db()
    assert Particulars.of(asked.given) == GIVEN


def test_a_second_click_asks_for_nothing(world, later):
    first = request(world).execute()
    assert request(world).execute() == first
    run(first)
    assert later(request(world)) == first
    assert ActImport.objects.count() == 1
    assert Instrument.objects.filter(number="5-L").count() == 1


def test_a_second_click_does_not_wait_until_the_act_is_saved(world, monkeypatch):
    first = request(world).execute()
    ActImport.objects.filter(pk=first.pk).update(state=State.SAVING)
    monkeypatch.setattr(RequestImport, "lock", lambda _: pytest.fail("The section is held by the worker."))
    assert request(world).execute() == first


def test_a_known_act_is_not_asked_for(world):
    with pytest.raises(NotImportable, match="imported already"):
        request(world, given=Particulars("Again", world.base.instrument.number, "en")).execute()
    assert not ActImport.objects.exists()


DEEP = "\n".join(f"{'1.' * levels} Deep." for levels in range(1, 41))


@pytest.mark.parametrize(
    ("text", "error"),
    [("LAW ON NOTHING", "No provision was found"), (f"LAW\nArticle 1. A\n{DEEP}", "is too long")],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_saved(world, text, error):
    asked = run(request(world, text).execute())
    assert (asked.state, asked.text) == (State.FAILED, text)
    assert error in asked.error
    assert Instrument.objects.count() == 1


def test_the_reason_is_told_in_the_language_of_who_asked(world):
    with translation.override("az"):
        asked = request(world, "LAW ON NOTHING").execute()
    assert run(asked).error != run(request(world, "LAW ON NOTHING AT ALL").execute()).error


def test_rights_are_asked_again_when_it_is_carried_out(world):
    asked = request(world).execute()
    world.drafter.groups.set(Group.objects.none())
    assert run(asked).state == State.FAILED
    assert "role" in asked.error
    assert not Instrument.objects.filter(number="5-L").exists()


def test_an_unexpected_error_leaves_nothing_and_is_told(world, monkeypatch):
    def broken(**_):
        raise ZeroDivisionError

    asked = request(world).execute()
    monkeypatch.setattr("amendments.actions.importing.import_act.Commencement.objects.create", broken)
    with pytest.raises(ZeroDivisionError):
        run(asked)
    asked.refresh_from_db()
    assert (asked.state, asked.version) == (State.FAILED, None)
    assert "unexpected" in asked.error
    assert Version.objects.count() == 1


def test_what_failed_may_be_asked_for_again(world, later):
    asked = request(world).execute()
    ActImport.objects.filter(pk=asked.pk).update(state=State.FAILED, error="Why.")
    assert later(request(world)) == asked
    asked.refresh_from_db()
    assert (asked.state, asked.error) == (State.DONE, "")


@pytest.mark.parametrize("state", [State.WAITING, State.READING, State.SAVING])
def test_what_was_cut_off_may_be_asked_for_again_after_a_silence(world, later, state):
    long_ago = timezone.now() - timedelta(minutes=3)
    asked = request(world, at=long_ago).execute()
    ActImport.objects.filter(pk=asked.pk).update(state=state)
    assert later(request(world)) == asked
    asked.refresh_from_db()
    assert asked.state == State.DONE


@pytest.mark.parametrize("state", [State.WAITING, State.READING, State.SAVING])
def test_what_a_dead_worker_left_is_taken_up_by_itself(
    world, state, monkeypatch, django_capture_on_commit_callbacks
):
    long_ago = timezone.now() - timedelta(minutes=3)
    asked = request(world, at=long_ago).execute()
    ActImport.objects.filter(pk=asked.pk).update(state=state)
    for _runner in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            TakeUpImports().run(timezone.now())
    asked.refresh_from_db()
    assert asked.state == State.DONE
    assert Instrument.objects.filter(number="5-L").count() == 1


def test_what_is_worked_on_or_waits_is_left_alone_and_old_failures_are_forgotten(world):
    asked = request(world).execute()
    for state in (State.SAVING, State.FAILED):
        ActImport.objects.filter(pk=asked.pk).update(state=state)
        TakeUpImports().run(timezone.now())
        asked.refresh_from_db()
        assert asked.state == state
    TakeUpImports().run(timezone.now() + timedelta(days=91))
    assert not ActImport.objects.exists()


def test_two_workers_import_once(world):
    asked = request(world).execute()
    parsed = law.parse(law.ACT)
    first = CarryOutImport(asked, parsed).execute()
    assert CarryOutImport(asked, parsed).execute() == first
    assert run(asked).version == first
    assert Instrument.objects.filter(number="5-L").count() == 1


def test_it_is_told_how_many_provisions_are_saved(world, monkeypatch):
    told = []
    monkeypatch.setattr("amendments.actions.publication.sealing.BATCH", 4)
    asked = request(world).execute()
    real = progress.step

    def step(number):
        real(number)
        told.append(progress.seen(str(asked.pk), asked.moved_at).done)

    monkeypatch.setattr(progress, "step", step)
    run(asked)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 80)
    assert len(set(told)) > 8
    assert standing_of(asked, timezone.now()).saved is None
    asked.state = State.SAVING
    assert standing_of(asked, timezone.now()).saved == 10


def test_work_that_nobody_watches_tells_nothing(world):
    progress.step(5)
    assert progress.seen("", timezone.now()) is None


def test_the_page_says_how_it_stands(world, client):
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    asked = request(world).execute()
    url = reverse("amendments_admin:import_state", args=[asked.pk])

    def shown(**state):
        ActImport.objects.filter(pk=asked.pk).update(**state)
        return client.get(url).content.decode()

    now = timezone.now()
    page = shown()
    assert "waits for its turn" in page
    assert 'http-equiv="refresh"' in page
    assert "db_worker" not in page
    assert "Start again" not in page
    assert "db_worker" in shown(moved_at=now - timedelta(seconds=20))
    page = shown(moved_at=now - timedelta(minutes=3))  # behind another, or its task got lost
    assert "cut off" not in page
    assert "db_worker" in page
    assert "Start again" in page
    page = shown(state=State.READING)
    assert "seems to be cut off" in page
    assert "Start again" in page
    assert "being read" in shown(state=State.READING, moved_at=now)
    assert "<progress" not in shown(state=State.SAVING, provisions=10)
    with progress.watched(str(asked.pk), 80):
        progress.step(32)
        assert "4 of 10 provisions" in shown()
    assert "Start again" not in shown(moved_at=now - timedelta(minutes=9))  # it was heard of just now
    page = shown(state=State.FAILED, error="Line 7 is wrong.")
    assert '<p lang="en">Line 7 is wrong.</p>' in page  # in the language of who asked
    assert "refresh" not in page
    assert f"?again={asked.pk}" in page
    form = client.get(reverse("amendments_admin:import"), {"again": asked.pk}).context["form"]
    assert form["text"].value() == law.ACT
    assert form["number"].value() == "5-L"
    assert client.post(url)["Location"] == url
    run(asked)
    assert asked.version.instrument.url in client.get(url).content.decode()
    client.post(url)
    asked.refresh_from_db()
    assert asked.state == State.DONE
    assert GIVEN.title in client.get(reverse("amendments_admin:import")).content.decode()


def test_a_page_of_what_became_known_meanwhile_says_so(world, client):
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    asked = request(world).execute()
    ActImport.objects.filter(pk=asked.pk).update(state=State.FAILED)
    ImportAct(world.section, law.parse(law.ACT), GIVEN, actor=Actor.now(world.drafter)).execute()
    url = reverse("amendments_admin:import_state", args=[asked.pk])
    assert "imported already" in client.post(url, follow=True).content.decode()


def test_an_import_of_another_body_does_not_exist(world, client):
    client.force_login(world.other, backend="django.contrib.auth.backends.ModelBackend")
    asked = request(world).execute()
    assert client.get(reverse("amendments_admin:import_state", args=[asked.pk])).status_code == 404
    assert client.get(reverse("amendments_admin:import"), {"again": asked.pk}).status_code == 404


def test_the_site_history_names_the_section_and_not_the_act(world):
    request(world).execute()
    entry = PageLogEntry.objects.get(action="amendments.request_import")
    assert (entry.page_id, entry.label) == (world.section.pk, str(world.section))
    assert not ModelLogEntry.objects.filter(action="amendments.request_import").exists()
