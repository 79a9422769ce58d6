"""`run_demo` prints the right address and leaves no worker behind."""

import os
import subprocess
from unittest.mock import create_autospec

import pytest
from django.core.management import call_command

from portal.demo.management.commands import run_demo


@pytest.fixture
def worker(monkeypatch, settings, tmp_path):
    """Load, serve and start nothing, and record how the first worker is ended."""
    settings.WAGTAILADMIN_BASE_URL = "http://elsewhere"
    for name in ("VAR", "MEDIA_ROOT", "STATIC_ROOT"):
        setattr(settings, name, tmp_path / name)
    monkeypatch.setenv("MADDA_BASE_URL", "")
    monkeypatch.delenv("MADDA_BASE_URL")
    monkeypatch.setattr(run_demo, "call_command", create_autospec(call_command))
    monkeypatch.setattr(run_demo.signal, "signal", lambda *_: None)
    process, other = (
        create_autospec(subprocess.Popen, instance=True),
        create_autospec(subprocess.Popen, instance=True),
    )
    started = iter([process, other])
    monkeypatch.setattr(run_demo.subprocess, "Popen", lambda *_: next(started))
    return process


def test_the_base_url_follows_the_address(worker, settings):
    call_command("run_demo", address="127.0.0.1:8123")
    assert settings.WAGTAILADMIN_BASE_URL == os.environ["MADDA_BASE_URL"] == "http://127.0.0.1:8123"


def test_a_base_url_that_is_given_is_kept(worker, settings, monkeypatch):
    monkeypatch.setenv("MADDA_BASE_URL", "https://caspia.example")
    call_command("run_demo", address="127.0.0.1:8123")
    assert settings.WAGTAILADMIN_BASE_URL == "https://caspia.example"


def test_a_worker_that_does_not_end_is_ended(worker):
    worker.wait.side_effect = [subprocess.TimeoutExpired("db_worker", 20), 0]
    call_command("run_demo")
    worker.terminate.assert_called_once_with()
    worker.kill.assert_called_once_with()


def test_both_workers_start(worker, monkeypatch):
    names = []
    monkeypatch.setattr(run_demo.subprocess, "Popen", lambda command: names.append(command[-1]) or worker)
    call_command("run_demo")
    assert names == ["db_worker", "run_periodic"]
    assert worker.terminate.call_count == 2


def test_the_logins_are_the_last_words(worker, capsys):
    said = []
    run_demo.call_command.side_effect = lambda name, *_args, stdout=None, **_options: said.append(
        (name, stdout is not None, "Ctrl-C stops it." in capsys.readouterr().out)
    )
    call_command("run_demo", address="127.0.0.1:8123")
    assert said[-1] == ("runserver", True, True)  # they were printed, and its own greeting goes elsewhere
    assert [printed for _name, _is_kept, printed in said[:-1]] == [False] * (len(said) - 1)
    assert capsys.readouterr().out == ""
