"""A backup stands under its name only when it is whole, is read by its owner alone, and says what it holds."""

import stat
import tarfile
from datetime import UTC, datetime

import pytest

from portal.home.backups.errors import BackupFailed
from portal.home.backups.making import check_backup, drop_older, make_backup

NOW = datetime(2026, 3, 5, 12, 30, 1, tzinfo=UTC)


@pytest.fixture
def folder(site, copied):
    return site / "backups"


def names(path):
    with tarfile.open(path) as archive:
        return {name.partition("/")[2] or name for name in archive.getnames()}


def test_it_holds_database_uploads_log_and_manifest_and_nobody_else_reads_it(folder):
    path = make_backup(folder, NOW)
    assert path.name == "madda-2026-03-05T123001Z.tar"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {"images/ferry.png", "chain.log", "manifest.json"} < names(path)
    assert any(name.startswith("database.") for name in names(path))
    assert "keys.env" not in names(path)
    manifest = check_backup(path)
    assert manifest["made"] == "2026-03-05T12:30:01+00:00"
    assert any(name.startswith("amendments.0001") for name in manifest["migrations"])
    assert sorted(each.name for each in folder.iterdir()) == [path.name]


def test_keys_are_in_it_only_if_asked(folder, settings):
    settings.SECRET_KEY_FALLBACKS = ["older", "oldest"]
    with tarfile.open(make_backup(folder, NOW, with_keys=True)) as archive:
        keys = archive.extractfile("keys.env").read().decode()
    assert keys == f"MADDA_SECRET_KEY={settings.SECRET_KEY}\nMADDA_FORMER_SECRET_KEYS=older oldest\n"


@pytest.mark.parametrize(
    "damage", [b"", b"no archive", None], ids=["empty", "another file", "a changed byte"]
)
def test_a_damaged_backup_is_named(folder, damage):
    path = make_backup(folder, NOW)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"a ferry", b"A ferry") if damage is None else damage)
    with pytest.raises(BackupFailed, match=path.name):
        check_backup(path)


def test_what_fails_leaves_no_file(folder, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("portal.home.backups.making._write", full)
    with pytest.raises(BackupFailed, match="No space left"):
        make_backup(folder, NOW)
    assert list(folder.iterdir()) == []


def test_a_missing_folder_and_a_second_backup_of_the_same_second_are_refused(folder):
    with pytest.raises(BackupFailed, match="Make it first"):
        make_backup(folder / "elsewhere", NOW)
    make_backup(folder, NOW)
    with pytest.raises(BackupFailed, match="there already"):
        make_backup(folder, NOW)


def test_the_newest_stay_and_other_files_are_left_alone(folder):
    for day in range(1, 6):
        make_backup(folder, NOW.replace(day=day))
    (folder / "notes.tar").write_text("of somebody else")
    gone = drop_older(folder, 2)
    assert [path.name[6:16] for path in gone] == ["2026-03-03", "2026-03-02", "2026-03-01"]
    assert sorted(path.name[6:16] for path in folder.glob("madda-*")) == ["2026-03-04", "2026-03-05"]
    assert (folder / "notes.tar").exists()
