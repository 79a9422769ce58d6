"""What the doctor finds, and what he says to do."""

import json
import os
from datetime import timedelta
from unittest.mock import create_autospec

import pytest
from django.core import checks
from django.core.cache.backends.locmem import LocMemCache
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from amendments.models import ChainHead, OutgoingMail
from amendments.record.anchor import keep_head
from portal.home.health import beats, machine, site
from portal.home.health.examination import EXAMINATIONS, examine, is_ill
from portal.home.health.findings import Grade
from portal.home.health.jobs import ForgetSessions, ForgetTasks, PublishScheduled
from portal.home.models import Heartbeat
from portal.users.roles import Role
from tests.factories import law

pytestmark = [pytest.mark.whole, pytest.mark.django_db]

NOW = timezone.now()


def task(**values):
    row = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="search.tasks.tell_saved_searches",
        backend_name="default", run_after=NOW - timedelta(days=30),
    )  # fmt: skip
    DBTaskResult.objects.filter(pk=row.pk).update(**values)
    return row


def found(examination, now=NOW):
    told = {}
    for one in examination(now):
        told.setdefault((one.grade.value, one.thing), []).append(f"{one.says} {one.remedy}")
    return {what: " ".join(texts) for what, texts in told.items()}


def test_a_first_start_says_what_is_missing(person):
    assert "createsuperuser" in found(site.first_start)["fault", "first start"]
    person(Role.ADMINISTRATOR)
    assert "second administrator" in found(site.first_start)["warning", "first start"]
    person(Role.ADMINISTRATOR, email="two@caspia.example")
    assert "library of acts" in found(site.first_start)["warning", "first start"]
    law.make_library()
    assert found(site.first_start).keys() == {("well", "first start")}


def test_a_write_is_tried(monkeypatch):
    assert found(machine.tables).keys() == {("well", "tables")}
    assert found(machine.database).keys() == {("well", "database")}

    def fail(*_args, **_values):
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(beats, "beat", fail)
    Heartbeat.objects.all().delete()
    assert "readonly" in found(machine.database)["fault", "database"]


def test_code_that_is_older_or_newer_than_the_tables_gets_no_requests(client):
    recorder = MigrationRecorder(connection)
    recorder.record_applied("users", "0999_of_a_later_version")
    recorder.record_applied("users", "0000_squashed_away")
    said = found(machine.tables)["fault", "tables"]
    assert "newer version than this code: users.0999_of_a_later_version. Stop this process" in said
    assert "tables" in client.get("/readyz").json()["lacking"]
    recorder.record_unapplied("users", "0999_of_a_later_version")
    assert found(machine.tables).keys() == {("well", "tables")}
    recorder.record_unapplied("home", "0001_initial")
    assert "manage.py migrate" in found(machine.tables)["fault", "tables"]
    assert client.get("/readyz").status_code == 503


def test_tables_of_an_early_version_are_named_though_all_migrations_are_applied(client):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE home_heartbeat RENAME COLUMN at TO since")
    said = found(machine.tables)["fault", "tables"]
    assert (
        "1 columns are not there, the first is home_heartbeat.at: the database was made by an early version"
        in said
    )
    assert "tables" in client.get("/readyz").json()["lacking"]


def test_the_health_check_fails_when_a_write_fails(client, monkeypatch):
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").json()["lacking"] == ["cache"]  # the tests have one for each process

    def fail(*_args, **_values):
        raise OperationalError("database or disk is full")

    Heartbeat.objects.all().delete()
    monkeypatch.setattr(beats, "beat", fail)
    assert client.get("/healthz").status_code == 503
    assert client.get("/readyz").json() == {"ready": False, "lacking": ["cache", "database"]}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite lets one write wait for another's end")
def test_a_long_writer_on_sqlite_is_no_fault(client, monkeypatch):
    def wait(*_args, **_values):
        raise OperationalError("database is locked")

    monkeypatch.setattr(beats, "beat", wait)
    assert client.get("/healthz").status_code == 200


def test_who_asks_often_reads_only(django_assert_num_queries):
    beats.try_to_write(NOW)
    with django_assert_num_queries(1):
        beats.try_to_write(NOW + timedelta(seconds=1))


def test_a_clock_that_went_back_is_told():
    section = law.make_section()
    law.make_act(section, law.make_drafter(section))
    assert ("well", "clock") in found(machine.clock, timezone.now())
    assert "went back" in found(machine.clock, NOW - timedelta(days=1))["fault", "clock"]


def test_a_clock_is_behind_any_link_and_not_only_the_last_seal():
    section = law.make_section()
    law.make_act(section, law.make_drafter(section))
    ChainHead.objects.update(moved_at=timezone.now() + timedelta(hours=1))  # by what was sent since
    assert "something was recorded at" in found(machine.clock, timezone.now())["fault", "clock"]


def test_the_runner_tells_of_a_clock_that_went_back(caplog):
    for at in (NOW, NOW + timedelta(minutes=2), NOW + timedelta(seconds=100)):
        beats.Beat().run(at)
    assert caplog.text == ""
    beats.Beat().run(NOW - timedelta(days=1))
    assert "The clock went back from" in caplog.text
    assert beats.last_beat(beats.RUNNER) == NOW - timedelta(days=1)


def test_room_and_backups(settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setattr(machine, "LEAST_FREE", 1)
    assert ("well", "disk") in found(machine.disk)
    monkeypatch.setattr(machine, "LEAST_FREE", 10**18)
    assert ("fault", "disk") in found(machine.disk)
    settings.VAR = tmp_path / "nowhere"
    assert "MADDA_VAR" in found(machine.disk)["fault", "disk"]
    settings.MADDA_BACKUPS = ""
    assert ("warning", "backups") in found(machine.backups)
    settings.MADDA_BACKUPS = str(tmp_path)
    assert "no backup" in found(machine.backups)["fault", "backups"]
    (tmp_path / "madda.dump").write_text("data")
    assert ("well", "backups") in found(machine.backups, timezone.now())
    old = NOW.timestamp() - 3 * 86400
    os.utime(tmp_path / "madda.dump", (old, old))
    assert "72 hours old" in found(machine.backups, NOW)["fault", "backups"]


def test_a_cache_of_one_process_is_a_fault(settings, monkeypatch):
    assert "for one process" in found(machine.shared_cache)["fault", "cache"]
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": "/x"}
    }
    kept = create_autospec(LocMemCache, instance=True)
    monkeypatch.setattr(machine, "cache", kept)
    assert "does not keep" in found(machine.shared_cache)["fault", "cache"]
    kept.get.side_effect = lambda _key: kept.add.call_args.args[1]
    assert ("well", "cache") in found(machine.shared_cache)
    kept.add.side_effect = DatabaseError("no such table: madda_cache")
    assert "createcachetable" in found(machine.shared_cache)["fault", "cache"]
    kept.add.side_effect = DatabaseError("cannot execute INSERT in a read-only transaction")
    said = found(machine.shared_cache)["fault", "cache"]
    assert "createcachetable" not in said
    assert "takes no write" in said


def test_waiting_and_lost_tasks():
    assert ("well", "worker") in found(site.worker)
    task(enqueued_at=NOW - timedelta(minutes=5))
    assert "db_worker" in found(site.worker)["fault", "worker"]
    DBTaskResult.objects.update(status="RUNNING", started_at=NOW - timedelta(hours=7))
    assert ("warning", "worker") in found(site.worker)
    ForgetTasks().run(NOW)
    assert DBTaskResult.objects.get().status == "FAILED"
    DBTaskResult.objects.update(finished_at=NOW - timedelta(days=15))
    ForgetTasks().run(NOW)
    assert not DBTaskResult.objects.exists()


def test_a_task_of_wagtails_index_whose_worker_died_waits_again():
    left = task(task_path="wagtail.tasks.update_reference_index_task")
    for minutes, status in ((10, "RUNNING"), (20, "READY")):
        DBTaskResult.objects.update(status="RUNNING", started_at=NOW - timedelta(minutes=minutes))
        ForgetTasks().run(NOW)
        left.refresh_from_db()
        assert left.status == status
    assert left.started_at is None


def test_the_runner_shows_that_it_runs():
    assert "not seen at all" in found(site.runner)["fault", "runner"]
    beats.Beat().run(NOW)
    assert ("well", "runner") in found(site.runner)
    assert "not seen since" in found(site.runner, NOW + timedelta(minutes=5))["fault", "runner"]


def test_mails_that_wait_or_failed():
    assert ("well", "mail") in found(site.mails)
    OutgoingMail.objects.create(message_id="1", recipients="a@x.example", written_at=NOW - timedelta(hours=1))
    assert "MADDA_SMTP_HOST" in found(site.mails)["fault", "mail"]
    OutgoingMail.objects.update(state=OutgoingMail.State.FAILED)
    assert "1 mails were not delivered" in found(site.mails)["warning", "mail"]


def test_the_checks_of_the_apps_are_told(monkeypatch):
    trouble = [
        checks.Error("A trigger is missing.", hint="Run it.", id="x.E1"),
        checks.Warning("Empty.", id="x.W1"),
    ]
    monkeypatch.setattr(site.checks, "run_checks", lambda **_: trouble)
    told = found(site.system_checks)
    assert told["fault", "check x.E1"] == "A trigger is missing. Run it."
    assert ("warning", "check x.W1") in told
    monkeypatch.setattr(site.checks, "run_checks", lambda **_: [])
    assert found(site.system_checks).keys() == {("well", "checks")}


@pytest.mark.parametrize("trouble", [DatabaseError("no such table"), PermissionError(13, "not allowed")])
def test_an_examination_that_is_stopped_is_told(trouble):
    def broken(now):
        raise trouble
        yield

    (one,) = examine(NOW, (broken,))
    assert one.grade is Grade.FAULT
    assert str(trouble) in one.says


def test_the_command_tells_people_and_programs_and_exits_with_its_finding(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--json")
    assert ended.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert {"thing", "grade", "says", "remedy"} == set(told[0])
    with pytest.raises(SystemExit):
        call_command("doctor")
    assert "→ Run manage.py createsuperuser." in capsys.readouterr().out
    assert len(EXAMINATIONS) == 16
    assert not is_ill([])


def test_other_regular_work(client):
    ForgetSessions().run(NOW)
    PublishScheduled().run(NOW)


def test_the_log_outside_the_database_is_looked_at(settings, tmp_path, django_capture_on_commit_callbacks):
    assert "MADDA_CHAIN_LOG" in found(site.chain)["warning", "chain"]
    settings.MADDA_CHAIN_LOG = tmp_path / "chain.log"
    head = ChainHead.objects.create(pk=1, number=7, sha256="0" * 64)
    assert "does not know link 7" in found(site.chain)["fault", "chain"]
    with django_capture_on_commit_callbacks(execute=True):
        keep_head(head)
    assert found(site.chain).keys() == {("well", "chain")}
    ChainHead.objects.update(sha256="1" * 64)
    assert "computed anew" in found(site.chain)["fault", "chain"]
    ChainHead.objects.update(sha256=head.sha256)
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    assert "MADDA_FORMER_SECRET_KEYS" in found(site.chain)["fault", "chain"]
    settings.SECRET_KEY_FALLBACKS = [former]
    assert found(site.chain).keys() == {("well", "chain")}


def test_before_anything_is_recorded_the_log_may_be_empty(settings, tmp_path):
    settings.MADDA_CHAIN_LOG = tmp_path / "chain.log"
    assert found(site.chain).keys() == {("well", "chain")}
