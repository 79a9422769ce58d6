"""The numbers of a site, as a program reads them that raises alarms."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from amendments.models import ChainHead
from portal.home.health import beats, measures as measuring
from portal.home.health.findings import fault, warning, well
from portal.home.health.measures import measures, written
from portal.users.models import FailedSignIn
from tests.factories import law

pytestmark = pytest.mark.django_db

NOW = timezone.now()
LINE = re.compile(r'^(\w+)(?:\{((?:\w+="[^"]*",?)*)\})? (\S+)$')


def numbers(text):
    """The values by name and labels; a line that is no such line fails."""
    lines = [line for line in text.splitlines() if not line.startswith("# ")]
    read = [LINE.match(line) for line in lines]
    assert None not in read, lines
    return {(one[1], one[2] or ""): float(one[3]) for one in read}


@pytest.fixture(autouse=True)
def examined(monkeypatch):
    """What the doctor finds."""
    found = [well("disk", "Room."), warning("mail", "One.", "See."), fault("mail", "Two.", "See.")]
    monkeypatch.setattr(measuring, "examine", lambda _now: found)


def test_a_site_in_numbers():
    law.undelivered_mail()
    task = {"args_kwargs": {"args": [], "kwargs": {}}, "task_path": "a.b", "backend_name": "default"}
    DBTaskResult.objects.create(**task, run_after=NOW - timedelta(days=1))
    DBTaskResult.objects.update(enqueued_at=NOW - timedelta(minutes=5))
    beats.beat(beats.RUNNER, NOW - timedelta(seconds=30))
    ChainHead.objects.update_or_create(pk=1, defaults={"number": 1_234_567})
    for hours, failures, locked in ((0.5, 9, 60), (0.7, 4, -60), (2, 50, -60)):
        FailedSignIn.objects.create(
            login="chair@caspia.example", place=str(hours), failures=failures,
            last_at=NOW - timedelta(hours=hours), locked_until=NOW + timedelta(seconds=locked),
        )  # fmt: skip
    assert numbers(written(measures(NOW))) == {
        ("madda_finding", 'thing="disk"'): 0,
        ("madda_finding", 'thing="mail"'): 2,
        ("madda_mails", 'state="failed"'): 1,
        ("madda_tasks", 'state="ready"'): 1,
        ("madda_oldest_task_seconds", ""): 300,
        ("madda_runner_silent_seconds", ""): 30,
        ("madda_record_links", ""): 1_234_567,
        ("madda_wrong_passwords", ""): 13,
        ("madda_locked_places", ""): 1,
    }


def test_they_name_nobody_and_take_few_queries(django_assert_max_num_queries):
    law.undelivered_mail()
    FailedSignIn.objects.create(login="chair@caspia.example", place="x", failures=1, last_at=NOW)
    with django_assert_max_num_queries(8):
        text = written(measures(NOW))
    assert "caspia" not in text
    assert all(f"# TYPE {name} gauge" in text for name, _labels in numbers(text))


def test_a_runner_that_never_ran_is_silent_for_ever():
    assert numbers(written(measures(NOW)))["madda_runner_silent_seconds", ""] == float("inf")


def test_a_thing_with_quotes_stays_one_label(monkeypatch):
    monkeypatch.setattr(measuring, "examine", lambda _now: [well('check "a"\n\\b', "Well.")])
    assert '{thing="check \\"a\\"\\n\\\\b"} 0' in written(measures(NOW))


def test_the_command_prints_them_or_replaces_a_file(tmp_path, capsys):
    call_command("metrics")
    assert ("madda_record_links", "") in numbers(capsys.readouterr().out)
    path = tmp_path / "madda.prom"
    path.write_text("of yesterday")
    call_command("metrics", into=str(path))
    assert ("madda_record_links", "") in numbers(path.read_text())
    assert [each.name for each in tmp_path.iterdir()] == ["madda.prom"]
    assert capsys.readouterr().out == ""
