"""A backup fills an empty site, and never writes over what stands there."""

import json
import shutil
import tarfile
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from portal.home.backups.errors import BackupFailed
from portal.home.backups.making import make_backup
from portal.home.backups.restoring import restore_backup

ROOT = Path(__file__).resolve().parents[4]
NOW = datetime(2026, 3, 5, 12, 30, 1, tzinfo=UTC)


@pytest.fixture
def backup(site, copied, settings):
    """A backup of the site, whose folder is empty now."""
    path = make_backup(site / "backups", NOW)
    shutil.rmtree(settings.VAR)
    settings.VAR.mkdir()
    return path


@pytest.fixture
def filled(monkeypatch):
    """The names of the copies that filled the database, which counts as empty."""
    found = []
    monkeypatch.setattr("portal.home.backups.restoring.has_tables", lambda: False)
    monkeypatch.setattr("portal.home.backups.restoring.fill_database", lambda copy: found.append(copy.name))
    return found


def test_uploads_and_log_come_back_with_the_database(backup, filled, settings):
    told = restore_backup(backup)
    assert len(filled) == 1
    assert (settings.VAR / "media" / "images" / "ferry.png").read_bytes() == b"a ferry"
    assert settings.MADDA_CHAIN_LOG.read_text() == "a head\n"
    assert any("MADDA_SECRET_KEY" in sentence for sentence in told)
    assert sorted(path.name for path in settings.VAR.iterdir()) == ["chain.log", "media"]


def test_a_log_that_was_there_stays(backup, filled, settings):
    settings.MADDA_CHAIN_LOG.write_text("a head\nanother\n")
    assert any("stays" in sentence for sentence in restore_backup(backup))
    assert settings.MADDA_CHAIN_LOG.read_text() == "a head\nanother\n"


def test_a_site_that_is_not_empty_is_left_alone(backup, settings):
    with pytest.raises(BackupFailed, match="has tables already"):
        restore_backup(backup)
    assert list(settings.VAR.iterdir()) == []


def test_uploads_that_are_there_are_not_written_over(backup, filled, settings):
    other = settings.VAR / "media" / "images" / "ferry.png"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"another ferry")
    with pytest.raises(BackupFailed, match="Move them aside"):
        restore_backup(backup)
    assert (filled, other.read_bytes()) == ([], b"another ferry")


def test_uploads_go_again_if_the_database_cannot_be_filled(backup, filled, settings, monkeypatch):
    def broken(_copy):
        raise BackupFailed("The server went away.")

    monkeypatch.setattr("portal.home.backups.restoring.fill_database", broken)
    with pytest.raises(BackupFailed, match="went away"):
        restore_backup(backup)
    assert list(settings.VAR.iterdir()) == []


def test_a_backup_of_newer_code_is_refused(site, copied, filled, monkeypatch):
    applied = {("amendments", "0001_initial"): None, ("amendments", "0999_later"): None}
    recorder = "django.db.migrations.recorder.MigrationRecorder.applied_migrations"
    monkeypatch.setattr(recorder, lambda self: applied)
    path = make_backup(site / "backups", NOW)
    with pytest.raises(BackupFailed, match=r"amendments\.0999_later"):
        restore_backup(path)
    assert filled == []


@pytest.mark.parametrize(
    "name", ["../elsewhere", "/etc/elsewhere", "media"], ids=["above", "absolute", "folder"]
)
def test_a_file_that_would_lie_elsewhere_is_refused(backup, filled, name, tmp_path, settings):
    hostile = tmp_path / "madda-hostile.tar"
    with tarfile.open(hostile, "w") as archive:
        member = tarfile.TarInfo(name)
        member.type = tarfile.DIRTYPE if name == "media" else tarfile.REGTYPE
        archive.addfile(member)
        content = json.dumps({"files": {} if name == "media" else {name: sha256(b"").hexdigest()}}).encode()
        told = tarfile.TarInfo("manifest.json")
        told.size = len(content)
        archive.addfile(told, BytesIO(content))
    with pytest.raises(BackupFailed, match="no backup of ours"):
        restore_backup(hostile)
    assert filled == []
    assert list(settings.VAR.iterdir()) == []
