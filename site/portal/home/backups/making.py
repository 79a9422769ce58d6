"""Writes a backup: the database, the uploads, the log of heads and, if asked, the keys, in one file.

The database is copied first and the uploads after it: a file is only ever added, so that every upload that the copy
names is there. The file stands under its name only when all of it was written and read again.
"""

import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from amendments.record.anchor import log_path
from portal.home.backups.database_copies import copy_database
from portal.home.backups.errors import BackupFailed

MANIFEST, KEYS, LOG, MEDIA = "manifest.json", "keys.env", "chain.log", "media"
PATTERN = "madda-*.tar"


def make_backup(folder: Path, now: datetime, *, with_keys: bool = False) -> Path:
    """Write a backup into the folder; returns the file, which only its owner may read."""
    if not folder.is_dir():
        raise BackupFailed(f"The folder {folder} is not there. Make it first.")
    path = folder / f"madda-{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}.tar"
    if path.exists():
        raise BackupFailed(f"{path} is there already.")
    unfinished = path.with_suffix(".unfinished")
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".madda-") as room:
            os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            _write(unfinished, dict(_parts(Path(room), with_keys=with_keys)), now)
        check_backup(unfinished)
        unfinished.rename(path)
    except OSError as trouble:
        raise BackupFailed(f"The backup could not be written: {trouble}") from trouble
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def drop_older(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest backups of a folder; returns what was deleted."""
    gone = sorted(folder.glob(PATTERN), reverse=True)[keep:]
    for path in gone:
        path.unlink()
    return gone


def check_backup(path: Path) -> dict[str, object]:
    """The manifest of a backup, of which every file was read and is as it was written."""
    try:
        with tarfile.open(path) as archive:
            found = {member.name: _hash(archive, member) for member in archive if member.isfile()}
            manifest: dict[str, object] = json.load(archive.extractfile(MANIFEST))  # type: ignore[arg-type]
    except (OSError, tarfile.TarError, KeyError, ValueError) as trouble:
        raise BackupFailed(f"{path} is no whole backup: {trouble}") from trouble
    found.pop(MANIFEST)
    if found != manifest.get("files"):
        raise BackupFailed(f"{path} is damaged: its files are not those of its manifest.")
    return manifest


def _parts(room: Path, *, with_keys: bool) -> Iterator[tuple[str, Path]]:
    """What goes into the backup, by its name there."""
    database = copy_database(room)
    yield database.name, database
    media = Path(settings.MEDIA_ROOT)
    for path in sorted(each for each in media.rglob("*") if each.is_file()):
        yield f"{MEDIA}/{path.relative_to(media)}", path
    log = log_path()
    if log is not None and log.exists():
        copied = room / LOG  # it grows while we read
        copied.write_bytes(log.read_bytes())
        yield LOG, copied
    if with_keys:
        keys = room / KEYS
        former = " ".join(str(key) for key in settings.SECRET_KEY_FALLBACKS)
        keys.write_text(f"MADDA_SECRET_KEY={settings.SECRET_KEY}\nMADDA_FORMER_SECRET_KEYS={former}\n")
        yield KEYS, keys


def _write(path: Path, parts: dict[str, Path], now: datetime) -> None:
    hashes = {}
    with tarfile.open(path, "w") as archive:
        for name, part in parts.items():
            archive.add(part, name, recursive=False)
            with part.open("rb") as read:
                hashes[name] = file_digest(read, "sha256").hexdigest()
        manifest = path.with_suffix(".manifest")
        applied = MigrationRecorder(connection).applied_migrations()
        told = {
            "made": now.isoformat(timespec="seconds"),
            "migrations": sorted(f"{app}.{name}" for app, name in applied),
            "files": hashes,
        }
        try:
            manifest.write_text(json.dumps(told, indent=1))
            archive.add(manifest, MANIFEST)
        finally:
            manifest.unlink(missing_ok=True)


def _hash(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    read = archive.extractfile(member)
    assert read is not None  # noqa: S101 - a plain file
    found = sha256()
    while block := read.read(1 << 20):
        found.update(block)
    return found.hexdigest()
