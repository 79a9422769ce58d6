"""A copy of the database as it is at one moment, and an empty database filled from one."""

import os
import sqlite3
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from portal.home.backups.errors import BackupFailed
from portal.home.migration_rights import keep_from_the_site

NAMES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def copy_database(into: Path) -> Path:
    """Write a copy into a folder, while the site goes on; returns the file."""
    path = into / NAMES[connection.vendor]
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_sqlite_file())) as here, closing(sqlite3.connect(path)) as there:
            here.backup(there)
    else:
        _postgres("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")
    return path


def fill_database(copy: Path) -> None:
    """Bring a copy into the database, which has no tables yet."""
    connection.close()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy)) as there, closing(sqlite3.connect(_sqlite_file())) as here:
            there.backup(here)
    else:
        options = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
        _postgres("pg_restore", *options, str(copy))
        keep_from_the_site(connection.alias)


def has_tables() -> bool:
    """Whether anything stands in the database."""
    return bool(connection.introspection.table_names())


def _sqlite_file() -> str:
    return str(connection.settings_dict["NAME"])


def _postgres(program: str, *options: str) -> None:
    """Run a program of PostgreSQL on the database of the settings; the password is in no list of processes."""
    settings: Mapping[str, Any] = connection.settings_dict
    given = {"--host": settings["HOST"], "--port": settings["PORT"], "--username": settings["USER"]}
    where = [f"{name}={value}" for name, value in given.items() if value]
    command: Sequence[str] = [program, *where, f"--dbname={settings['NAME']}", "--no-password", *options]
    environment = {**os.environ, "PGPASSWORD": settings["PASSWORD"] or ""}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise BackupFailed(f"{program} is not installed. Install the package postgresql-client.") from None
    if done.returncode:
        raise BackupFailed(f"{program}: {done.stderr.strip()}")
