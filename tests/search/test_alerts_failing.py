"""What goes wrong with one saved search, one mail or one task does not stop the others."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.utils import timezone

from amendments.hooks import PERIODIC_JOBS, collect
from search import alerts, news
from search.models.saved import Found, News, SavedSearch

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_row_taken_back_before_its_mail_is_not_told(saved, notebook, later, monkeypatch):
    saved()
    notebook.add("a residence permit")
    with monkeypatch.context() as broken:
        broken.setattr(alerts, "send", lambda *args: (_ for _ in ()).throw(ConnectionRefusedError))
        later(notebook.index)
    notebook.hidden = {"n1"}
    alerts.tell(timezone.now())
    assert mail.outbox == []
    assert not Found.objects.filter(is_mailed=False).exists()


def test_a_mail_that_fails_is_sent_with_the_next(saved, notebook, later, monkeypatch, tokens, caplog):
    saved()
    notebook.add("a residence permit", heading="First")
    with monkeypatch.context() as broken:
        broken.setattr(alerts, "send", lambda *args: (_ for _ in ()).throw(ConnectionRefusedError))
        later(notebook.index)
    assert "could not be sent" in caplog.text
    notebook.add("another permit", heading="Second")
    later(notebook.index)
    (message,) = mail.outbox
    assert message.subject == "2 new results: Permits"


def test_one_task_serves_many_changes(saved, notebook, django_capture_on_commit_callbacks, monkeypatch):
    tasks = []
    monkeypatch.setattr(news, "tell_saved_searches", SimpleNamespace(enqueue=lambda: tasks.append(1)))
    saved()
    notebook.add("a permit")
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(5):
            notebook.index()
    assert len(tasks) == 1
    News.objects.update(at=timezone.now() - timedelta(minutes=5))  # its worker was stopped
    with django_capture_on_commit_callbacks(execute=True):
        notebook.index()
    assert len(tasks) == 2


def test_a_task_that_was_lost_is_asked_for_again_without_another_change(saved, notebook):
    """The process died between the commit and the task: the owner was told with the next change, if one came."""
    saved()
    notebook.add("a permit")
    notebook.index()  # nothing is called after the commit
    (job,) = [job for job in collect(PERIODIC_JOBS) if job.slug == "saved_searches"]
    job.run(timezone.now())
    assert mail.outbox == []  # it may be on its way
    job.run(timezone.now() + timedelta(minutes=2))
    assert len(mail.outbox) == 1
    assert not News.objects.exists()


def test_a_change_that_ends_after_the_worker_asks_for_it_again(
    saved, notebook, django_capture_on_commit_callbacks
):
    saved()
    of_another = News.objects.create(source="note", object_id="0", at=timezone.now())
    notebook.add("a permit")
    with django_capture_on_commit_callbacks() as callbacks:
        notebook.index()
    of_another.delete()  # the worker was done with it, and could not see the rows of this transaction
    for callback in callbacks:
        callback()
    assert len(mail.outbox) == 1


def test_a_name_of_several_lines_does_not_stop_the_mails(saved, notebook, later):
    saved(name="Permits\r\nBcc: other@example.org")
    notebook.add("a permit")
    later(notebook.index)
    assert mail.outbox[0].subject == "1 new result: Permits Bcc: other@example.org"


@pytest.mark.parametrize("step", ["_look", "_mail"])
def test_one_search_that_fails_stops_no_other(saved, notebook, later, monkeypatch, step):
    broken, given = saved(), {"by_mail": True, "language": "en"}
    SavedSearch.objects.create(owner=broken.owner, name="Stays", address="q=residence", **given)
    notebook.add("a residence permit")
    taken = getattr(alerts, step)

    def sometimes(row, *more):
        if row.pk == broken.pk:
            raise ValueError
        taken(row, *more)

    monkeypatch.setattr(alerts, step, sometimes)
    later(notebook.index)
    assert [message.subject for message in mail.outbox] == ["1 new result: Stays"]
    assert not News.objects.exists()
