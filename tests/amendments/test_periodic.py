"""The periodic runner."""

from datetime import timedelta
from threading import Event

import pytest
from django.core.management import CommandError, call_command
from wagtail import hooks

from amendments import periodic

pytestmark = pytest.mark.django_db


class Job:
    """Counts how often it ran; stops the runner at a count, or fails."""

    every = timedelta(milliseconds=1)

    def __init__(self, slug, stops=None, last=0, fails=False):
        self.slug, self.stops, self.last, self.fails, self.ran = slug, stops, last, fails, 0

    def run(self, now):
        self.ran += 1
        if self.stops is not None and self.ran == self.last:
            self.stops.set()
        if self.fails:
            raise ValueError("broken")


def test_jobs_run_again_and_again_and_one_that_fails_does_not_stop_the_others(caplog):
    stopped = Event()
    broken, sound = Job("broken", fails=True), Job("sound", stopped, 3)
    periodic.run([broken, sound], stopped)
    assert sound.ran == 3
    assert broken.ran == 3
    assert "The periodic job broken failed" in caplog.text


def test_a_job_waits_for_its_time():
    stopped = Event()
    seldom, often = Job("seldom"), Job("often", stopped, 5)
    seldom.every = timedelta(hours=1)
    periodic.run([seldom, often], stopped)
    assert (seldom.ran, often.ran) == (1, 5)


def test_the_command_runs_the_named_jobs_once():
    one, other = Job("one"), Job("other")
    with hooks.register_temporarily("register_periodic_jobs", lambda: [one, other]):
        call_command("run_periodic", once=True, only=["one"])
        assert (one.ran, other.ran) == (1, 0)
        with pytest.raises(CommandError, match="three"):
            call_command("run_periodic", once=True, only=["three"])
