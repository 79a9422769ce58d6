"""Brings a backup into an empty site. What stands there already is never written over."""

import shutil
import tarfile
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from amendments.record.anchor import log_path
from portal.home.backups.database_copies import NAMES, fill_database, has_tables
from portal.home.backups.errors import BackupFailed
from portal.home.backups.making import KEYS, LOG, MEDIA, check_backup
from portal.home.versions import of_newer_code


def restore_backup(path: Path) -> list[str]:
    """Fill database, uploads and log of heads; returns what the operator should know, as sentences.

    All is looked at before anything is written: the backup is whole, the site is empty, the code is not older.
    """
    manifest = check_backup(path)
    _refuse_newer(manifest)
    media = Path(settings.MEDIA_ROOT)
    if has_tables():
        raise BackupFailed("The database has tables already. Name an empty one in MADDA_DATABASE_URL.")
    if media.is_dir() and any(each.is_file() for each in media.rglob("*")):
        raise BackupFailed(f"There are uploads in {media} already. Move them aside.")
    with (
        tempfile.TemporaryDirectory(dir=settings.VAR, prefix=".madda-") as room,
        tarfile.open(path) as archive,
    ):
        here = Path(room)
        _unpack(archive, here)
        database = here / NAMES[connection.vendor]
        if not database.exists():
            raise BackupFailed(
                f"The backup holds no {database.name}: it was made on another kind of database."
            )
        if (here / MEDIA).is_dir():
            shutil.rmtree(media, ignore_errors=True)  # folders without files
            shutil.move(here / MEDIA, media)
        try:
            fill_database(database)
        except BackupFailed:
            shutil.rmtree(media, ignore_errors=True)
            raise
        return [*_restore_log(here / LOG), *_tell_keys(manifest)]


def _unpack(archive: tarfile.TarFile, room: Path) -> None:
    """Plain files alone, below the folder alone. (`extractall` has its filter only from Python 3.11.4 on.)"""
    for member in archive:
        path = room / member.name
        read = archive.extractfile(member) if member.isfile() else None
        if read is None or room not in path.resolve().parents:
            raise BackupFailed(f"The backup holds {member.name}, which no backup of ours holds.")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as written:
            shutil.copyfileobj(read, written)


def _refuse_newer(manifest: dict[str, object]) -> None:
    listed = manifest.get("migrations")
    applied = (
        [(app, name) for app, _dot, name in (str(one).partition(".") for one in listed)]
        if isinstance(listed, list)
        else []
    )
    if newer := of_newer_code(applied, MigrationLoader(None, ignore_no_migrations=True)):
        raise BackupFailed(f"The backup is of a newer version of the code, which has {', '.join(newer)}.")


def _restore_log(copy: Path) -> list[str]:
    log = log_path()
    if log is None or not copy.exists():
        return []
    if log.exists():
        return [
            f"{log} was there and stays: verify_seals says whether the backup lacks anything that it holds."
        ]
    shutil.move(copy, log)
    return []


def _tell_keys(manifest: dict[str, object]) -> list[str]:
    files = manifest.get("files")
    if isinstance(files, dict) and KEYS in files:
        return [f"The keys of the site are in {KEYS} of the backup: put them into its environment."]
    return [
        "The backup holds no keys: MADDA_SECRET_KEY must be the one from before, or stand in MADDA_FORMER_SECRET_KEYS."
    ]
