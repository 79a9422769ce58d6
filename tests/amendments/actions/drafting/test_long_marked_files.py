"""Files with many marks: the worker places them for their page and takes them in, all or none, for whoever asked."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks.base import Task

from amendments.actions.drafting import cancel_marked_changes
from amendments.actions.drafting.cancel_marked_changes import CancelMarkedChanges
from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.drafting.request_marked_changes import RequestMarkedChanges
from amendments.actions.drafting.take_marked_changes import TakeMarkedChanges
from amendments.actions.drafting.undo_marked_file import UndoMarkedFile
from amendments.audit.actor import Actor
from amendments.errors import AlreadyAdopted, MarkedFileDecided
from amendments.long_work import progress
from amendments.models import Instruction, MarginNote, MarkedFile
from amendments.queries.drafting import placings
from amendments.worker import marked_file_tasks as tasks
from tests.factories import law
from tests.permissions.drafts import marked

pytestmark = pytest.mark.whole
State = MarkedFile.State


@pytest.fixture(autouse=True)
def every_file_is_long(monkeypatch):
    monkeypatch.setattr(placings, "MOST_AT_ONCE", 0)


@pytest.fixture
def file(world):
    act = law.act_of(world.amendment)
    return ReadMarkedFile(act, "fares.docx", marked(act), actor=Actor.now(world.drafter)).execute()


@pytest.fixture
def asked(world, file):
    """The file, while the worker has not begun."""
    return request(world, file)


@pytest.fixture
def drafter(client, world):
    """A test client that is signed in as the drafter."""
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def page(drafter, file):
    """What the drafter reads on the page of the file."""
    url = reverse("amendments_admin:marked_file", args=[file.pk])
    return lambda: drafter.get(url).content.decode()


def request(world, file, *, at=None):
    actor = Actor(world.drafter, at or timezone.now())
    return RequestMarkedChanges(file, actor=actor, changes=[1], notes=[1]).execute()


def run(asked):
    tasks.take_marks.call(str(asked.pk))
    asked.refresh_from_db()
    return asked


def proposed():
    return Instruction.objects.filter(status="proposed")


def test_one_button_asks_the_worker_who_takes_all_in(
    drafter, world, file, page, django_capture_on_commit_callbacks
):
    url = reverse("amendments_admin:marked_file", args=[file.pk])
    with django_capture_on_commit_callbacks() as later:
        drafter.post(url, {"change": "1", "note": "1"})
    assert "The marks are being taken in." in page()
    assert not proposed().exists()
    for each in later:
        each()
    row = proposed().get()
    file.refresh_from_db()
    assert (file.state, row.marked_change.file) == (State.TAKEN, file)
    assert MarginNote.objects.count() == 1
    assert row.in_words in page()
    assert "fares.docx" in drafter.get("/", follow=True).content.decode().split("Your marked files")[1]


def test_a_second_click_and_a_second_worker_change_nothing(world, asked):
    assert request(world, asked) == asked
    run(asked)
    run(asked)
    assert request(world, asked).state == State.TAKEN
    assert proposed().count() == 1


def test_the_page_waits_until_the_marks_are_placed(page, monkeypatch):
    asked_for = []
    monkeypatch.setattr(Task, "enqueue", lambda _task, *given: asked_for.append(given))
    html = page()
    assert "The marks are being placed on the draft." in html
    assert "can be proposed" not in html
    page()
    assert len(asked_for) == 1
    tasks.place_marks.call(*asked_for[0])
    monkeypatch.setattr(placings, "place", lambda *_: pytest.fail("It was placed already."))
    assert "1 change can be proposed" in page()


def test_a_list_that_changed_is_placed_anew(world, page):
    assert "1 change can be proposed" in page()
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="Children", new="Minors")
    assert "0 changes can be proposed" in page()


def test_the_page_places_what_the_worker_could_not(file, page, monkeypatch):
    placings.note_failed(file)
    monkeypatch.setattr(Task, "enqueue", lambda *_: pytest.fail("The worker tried in vain."))
    assert "1 change can be proposed" in page()


def test_a_cancelled_file_is_looked_at_again(drafter, world, asked, page):
    progress.stop(str(asked.pk))  # as `CancelMarkedChanges` does before it waits for the worker
    assert run(asked).state == State.TAKING
    assert not proposed().exists()
    drafter.post(reverse("amendments_admin:cancel_marked_file", args=[asked.pk]))
    assert run(asked).state == State.READ
    assert "1 change can be proposed" in page()
    assert run(request(world, asked)).state == State.TAKEN
    again = CancelMarkedChanges(asked, actor=Actor.now(world.drafter)).execute()
    assert again.state == State.TAKEN


def test_a_cancelling_that_is_refused_is_told_and_stops_nothing(drafter, asked, monkeypatch):
    def refused(_action):
        raise AlreadyAdopted

    monkeypatch.setattr(CancelMarkedChanges, "lock", refused)
    answer = drafter.post(reverse("amendments_admin:cancel_marked_file", args=[asked.pk]), follow=True)
    assert str(AlreadyAdopted()) in answer.content.decode()
    assert run(asked).state == State.TAKEN


def test_the_same_file_is_not_kept_again_while_it_is_taken_in(world, asked):
    act = asked.amended_act
    same = ReadMarkedFile(act, "again.docx", marked(act), actor=Actor.now(world.drafter))
    assert same.execute() == asked


def test_a_file_that_is_left_out_is_not_asked_for(world, file):
    UndoMarkedFile(file, actor=Actor.now(world.drafter)).execute()
    with pytest.raises(MarkedFileDecided):
        request(world, file)


def test_rights_are_asked_again_when_it_is_carried_out(world, asked):
    world.drafter.groups.set(Group.objects.none())
    assert run(asked).state == State.READ
    assert "role" in asked.error
    assert not proposed().exists()


def test_an_unexpected_error_leaves_nothing_and_is_told(asked, page, monkeypatch):
    def broken(*_args, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr(MarginNote.objects, "bulk_create", broken)
    with pytest.raises(ZeroDivisionError):
        run(asked)
    asked.refresh_from_db()
    assert (asked.state, proposed().count()) == (State.READ, 0)
    assert "An unexpected error occurred" in page()


def test_what_a_dead_worker_left_is_taken_up_by_itself(world, file, django_capture_on_commit_callbacks):
    asked = request(world, file, at=timezone.now() - timedelta(minutes=3))
    for _runner in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            tasks.TakeUpMarkedFiles().run(timezone.now())
    asked.refresh_from_db()
    assert (asked.state, proposed().count()) == (State.TAKEN, 1)


def test_what_is_worked_on_is_left_alone_and_given_back_after_an_hour(asked, monkeypatch):
    monkeypatch.setattr(TakeMarkedChanges, "execute", lambda _: pytest.fail("It is not silent."))
    tasks.TakeUpMarkedFiles().run(timezone.now())
    asked.refresh_from_db()
    assert asked.state == State.TAKING
    tasks.TakeUpMarkedFiles().run(timezone.now() + timedelta(hours=2))
    asked.refresh_from_db()
    assert asked.state == State.READ
    assert "cut off" in asked.error


def test_the_page_says_how_far_the_worker_has_come(asked, page):
    with progress.watched(str(asked.pk), 10):
        progress.step(4)
    assert "4 of 10 steps." in page()
    MarkedFile.objects.filter(pk=asked.pk).update(moved_at=timezone.now() - timedelta(minutes=1))
    progress.shared_cache().clear()
    assert "no worker is running" in page()


@pytest.fixture
def asked_for(monkeypatch):
    """The placings that pages ask the worker for, which does not run."""
    found = []
    monkeypatch.setattr(Task, "enqueue", lambda _task, *given: found.append(given))
    return found


def test_a_placing_that_no_worker_takes_up_says_so(page, asked_for, monkeypatch):
    assert "no worker is running" not in page()
    later = timezone.now() + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert "no worker is running" in page()
    with progress.watched(placings.placing_name(MarkedFile.objects.get()), 10):
        progress.step(4)
    html = page()
    assert "4 of 10 steps." in html
    assert "no worker is running" not in html


def test_a_placing_is_cancelled_and_asked_for_again(drafter, file, page, asked_for):
    cancel = reverse("amendments_admin:cancel_marked_file", args=[file.pk])
    assert cancel in page()
    answer = drafter.post(cancel)
    assert answer["Location"].startswith(
        reverse("amendments_admin:marked_files", args=[file.amended_act.amendment_id])
    )
    tasks.place_marks.call(*asked_for[0])
    assert not placings.is_placed(file)
    assert "The marks are being placed on the draft." in page()
    assert len(asked_for) == 2
    tasks.place_marks.call(*asked_for[1])
    assert "1 change can be proposed" in page()


def test_a_request_that_comes_while_a_placing_is_cancelled_is_cancelled_too(world, file, monkeypatch):
    monkeypatch.setattr(cancel_marked_changes, "stop_placing", lambda standing: request(world, standing))
    again = CancelMarkedChanges(file, actor=Actor.now(world.drafter)).execute()
    assert again.state == State.READ
    with pytest.raises(progress.Stopped), progress.watched(str(file.pk), 1):
        pass  # a worker that read the request before it was cancelled


def test_a_placing_in_one_language_is_not_cancelled_by_a_reader_of_another(file, page, asked_for):
    page()
    with override("ru"):
        placings.stop_placing(file)
    tasks.place_marks.call(*asked_for[0])
    assert placings.is_placed(file)


def test_a_file_that_is_left_out_tells_no_error_of_before(world, asked, page):
    MarkedFile.objects.update(state=State.READ, error="It was cut off.")
    UndoMarkedFile(asked, actor=Actor.now(world.drafter)).execute()
    asked.refresh_from_db()
    assert (asked.error, asked.asked_by, asked.wish) == ("", None, {})
    assert "It was cut off." not in page()


def test_a_worker_takes_only_what_was_asked_for_last(world, asked, monkeypatch):
    seen = MarkedFile.objects.get(pk=asked.pk)
    CancelMarkedChanges(asked, actor=Actor.now(world.drafter)).execute()
    request(world, asked)
    with pytest.raises(MarkedFileDecided):
        TakeMarkedChanges(seen, actor=Actor.now(world.drafter), changes=[], notes=[]).execute()
    tasks._give_back(seen, "Of the first request.")
    assert run(asked).state == State.TAKEN
    assert proposed().count() == 1
