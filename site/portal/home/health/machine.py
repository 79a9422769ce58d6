"""What the doctor looks at around the site: database, role, clock, disk, cache, backups."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from amendments.models import ChainHead
from portal.home.health.beats import try_to_write
from portal.home.health.columns import missing_columns
from portal.home.health.findings import Finding, fault, warning, well
from portal.home.versions import of_newer_code
from portal.troubles import remedy_of

LEAST_FREE = 1_000_000_000  # bytes
BACKUP_AGE = timedelta(hours=26)  # one a day, with time to make it
CLOCKS_APART = timedelta(seconds=5)
_OF_ONE_PROCESS = ("locmem", "dummy")


def tables(now: datetime) -> Iterator[Finding]:
    """Whether the database answers and has all tables."""
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
        ahead = of_newer_code(executor.loader.applied_migrations, executor.loader)
        missing = missing_columns()
    except DatabaseError as trouble:
        remedy = remedy_of(trouble) or "Start it; see MADDA_DATABASE_URL."
        yield fault("tables", f"The database does not answer: {trouble}", remedy)
        return
    if behind:
        yield fault("tables", f"{len(behind)} migrations are not applied.", "Run manage.py migrate.")
    elif ahead:
        yield fault(
            "tables",
            f"The database is of a newer version than this code: {', '.join(ahead)}.",
            "Stop this process, and start the version that has migrated the database.",
        )
    elif missing:
        yield fault(
            "tables",
            f"All migrations are applied, but {len(missing)} columns are not there, the first is {missing[0]}: "
            "the database was made by an early version, which no migration brings up to date.",
            "Go back to the version that made it, or start with an empty database.",
        )
    else:
        yield well("tables", "All migrations are applied.")


def database(now: datetime) -> Iterator[Finding]:
    """Whether it takes a write."""
    try:
        try_to_write(now)
    except DatabaseError as trouble:
        remedy = remedy_of(trouble) or "Look at the disk and the rights of the database."
        yield fault("database", f"A write fails: {trouble}", remedy)
    else:
        yield well("database", "The database takes writes.")


_POWERS = """
SELECT rolname, rolsuper,
  (SELECT count(*) FROM pg_class WHERE pg_table_is_visible(oid) AND relkind = 'r'
    AND pg_has_role(current_user, relowner, 'MEMBER')),
  (SELECT count(*) FROM pg_class WHERE pg_table_is_visible(oid) AND relkind = 'r'
    AND has_table_privilege(current_user, oid, 'TRUNCATE, TRIGGER')),
  (SELECT count(*) FROM pg_proc WHERE pg_function_is_visible(oid)
    AND pg_has_role(current_user, proowner, 'MEMBER')),
  has_table_privilege(current_user, to_regclass('django_migrations'), 'INSERT, UPDATE, DELETE')
FROM pg_roles WHERE rolname = current_user
"""
_OTHER_ROLE = "Give the tables to another role, which migrates, and let the site use one that owns nothing."
_PARAMETER_RIGHTS_SINCE = 15_00_00  # PostgreSQL 15; before, only a superuser sets session_replication_role


def role(now: datetime) -> Iterator[Finding]:
    """Whether the account of the site in PostgreSQL could switch the seals off."""
    if connection.vendor != "postgresql":
        return
    replicates = False
    with connection.cursor() as cursor:
        cursor.execute(_POWERS)
        name, is_superuser, owned, emptied, functions, migrates = cursor.fetchone()
        if cursor.connection.info.server_version >= _PARAMETER_RIGHTS_SINCE:
            cursor.execute("SELECT has_parameter_privilege(current_user, 'session_replication_role', 'SET')")
            (replicates,) = cursor.fetchone()
    if is_superuser:
        owned = functions = emptied = replicates = migrates = False  # it is said already
        yield fault(
            "role", f"The role {name} is a superuser of PostgreSQL: it could drop the seals.", _OTHER_ROLE
        )
    revoke = f"Take it away (REVOKE … FROM {name}); deploy/roles.sh gives all that the site needs."
    member = "or is a member of the role that does"
    powers = (
        (owned, f"owns {owned} tables, {member}: it could drop the seals", _OTHER_ROLE),
        (functions, f"owns {functions} functions, {member}: it could replace the seals", _OTHER_ROLE),
        (emptied, f"may empty {emptied} tables, or put triggers on them: no seal prevents that", revoke),
        (replicates, "may set session_replication_role, which switches the seals off", revoke),
        (migrates, "may write django_migrations, which leads /readyz and migrate astray", revoke),
    )
    for holds, says, remedy in powers:
        if holds:
            yield warning("role", f"The role {name} {says}.", remedy)
    if not any((is_superuser, owned, functions, emptied, replicates, migrates)):
        yield well("role", f"The role {name} owns no table.")


def clock(now: datetime) -> Iterator[Finding]:
    """Whether the clock went back behind the record, or differs from that of the database."""
    latest = ChainHead.objects.values_list("moved_at", flat=True).first()
    remedy = "Set the clock by NTP (timedatectl set-ntp true) before anything is recorded."
    if latest is not None and latest > now:
        yield fault(
            "clock", f"The clock went back: something was recorded at {latest:%Y-%m-%d %H:%M:%S}.", remedy
        )
    elif connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            (there,) = cursor.fetchone()
        if abs(there - now) > CLOCKS_APART:
            yield fault("clock", f"The clock of the database says {there:%Y-%m-%d %H:%M:%S}.", remedy)
            return
    if latest is None or latest <= now:
        yield well("clock", f"It is {now:%Y-%m-%d %H:%M:%S} UTC.")


def disk(now: datetime) -> Iterator[Finding]:
    """Whether there is room for the database and the uploads."""
    folders = [Path(settings.VAR)]
    uploads = Path(settings.MEDIA_ROOT)
    if uploads.is_dir() and folders[0].is_dir() and uploads.stat().st_dev != folders[0].stat().st_dev:
        folders.append(uploads)
    for folder in folders:
        yield _room_in(folder)


def _room_in(folder: Path) -> Finding:
    if not folder.is_dir():
        return fault("disk", f"The folder {folder} is not there.", "Make it, or set MADDA_VAR to another.")
    free = shutil.disk_usage(folder).free
    says = f"{free // 1_000_000:,} MB are free in {folder}."
    if free < LEAST_FREE:
        return fault("disk", says, "Make room: old backups, logs, finished tasks.")
    return well("disk", says)


def shared_cache(now: datetime) -> Iterator[Finding]:
    """Whether the cache works and is seen by all processes."""
    backend = settings.CACHES["default"]["BACKEND"]
    if any(name in backend for name in _OF_ONE_PROCESS):
        yield fault(
            "cache",
            "Each process has a cache of its own, so limits on signing in count for one process.",
            "Use the cache of portal.settings.base.",
        )
        return
    mark = uuid4().hex
    try:
        cache.add(f"portal.doctor.{mark}", mark, 60)
        is_kept = cache.get(f"portal.doctor.{mark}") == mark
    except DatabaseError as trouble:
        yield fault("cache", f"The cache fails: {trouble}", remedy_of(trouble) or "Mend the database first.")
        return
    yield (
        well("cache", "All processes see one cache.")
        if is_kept
        else fault(
            "cache",
            "The cache does not keep what is written.",
            "Run manage.py createcachetable --database cache.",
        )
    )


def backups(now: datetime) -> Iterator[Finding]:
    """How old the newest backup is."""
    if not settings.MADDA_BACKUPS:
        yield warning(
            "backups", "It is not known where the backups are.", "Set MADDA_BACKUPS to their folder."
        )
        return
    files = [
        path for path in Path(settings.MADDA_BACKUPS).glob("*") if path.is_file() and path.stat().st_size
    ]
    if not files:
        yield fault(
            "backups", f"There is no backup in {settings.MADDA_BACKUPS}.", "Run manage.py backup every night."
        )
        return
    newest = max(files, key=lambda path: path.stat().st_mtime)
    age = timedelta(seconds=now.timestamp() - newest.stat().st_mtime)
    says = f"The newest backup is {newest.name}, {int(age.total_seconds() // 3600)} hours old."
    if age > BACKUP_AGE:
        yield fault("backups", says, "Look at what makes the backups.")
    else:
        yield well("backups", says)
