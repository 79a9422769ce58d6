"""The migrated database and the worlds of the tests. Each is built once in a run, and every worker copies it.

On SQLite a world is a file of the whole database. On PostgreSQL it is a database of its own (`tests/databases.py`).
"""

import fcntl
import hashlib
import os
import pickle
import sqlite3
from collections.abc import Callable, Hashable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from tests.databases import Databases, go_back_to, numbers

_MIGRATED = "migrated"


class Shelf:
    """The folder that all workers of a run share, and the database of one worker."""

    def __init__(self, folder: Path, kept: Path, worker: str, unblocked: Callable[[], Any]) -> None:
        self._folder = folder
        self._kept = kept / f"{_migrations()}.sqlite3"
        self._worker = worker
        self._unblocked = unblocked
        self._databases, self._stands = Databases(worker, self._once), False

    def open_database(self) -> None:
        """Connect to a migrated database that belongs to this worker alone."""
        connection.close()
        if connection.vendor == "sqlite":
            connection.settings_dict["NAME"] = f"file:tests-{self._worker}?mode=memory&cache=shared"
            _load(self._once(_MIGRATED, self._migrate))
        else:
            self._once(_MIGRATED, _create_template)
            self._databases.empty()

    @property
    def migrated(self) -> Path:
        """The file of the migrated database on SQLite."""
        return self._folder / _MIGRATED

    def kept(self, name: str) -> Path:
        """The file of a world on SQLite, once it was built."""
        return self._folder / name

    def close_database(self) -> None:
        """Delete the database of this worker."""
        if connection.vendor == "sqlite":
            connection.close()
        else:
            self._databases.drop()

    @contextmanager
    def world(self, name: str, build: Callable[[], Any]) -> Iterator[Any]:
        """Put what `build` builds into the database, in a transaction that is rolled back at the end."""
        if connection.vendor != "sqlite":
            rows = self._databases.world(name, build)
            self._stands = True
            try:
                with _undone():
                    yield pickle.loads(rows)  # noqa: S301 - this run wrote it
            finally:
                self._stands = False
            return
        try:
            path = self._once(name, lambda kept: _build(kept, build))
            _load(path)
            with _undone():
                yield pickle.loads(_beside(path).read_bytes())  # noqa: S301 - this run wrote it
        finally:
            _load(self.migrated)

    def clear(self) -> None:
        """Leave a world that no module uses any more, before a test that starts from an empty database."""
        if connection.vendor != "sqlite" and not self._stands:
            with self._unblocked():
                self._databases.empty()

    def _migrate(self, path: Path) -> None:
        """Migrate, which takes some seconds, and keep the result for the next run. `post_migrate` is sent again."""
        if self._kept.exists():
            _load(self._kept)
            emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
        else:
            _migrate_others()
            _make_tables("amendments", "consultations", "rights", "demo")
            call_command("migrate", verbosity=0)
            new = self._kept.with_suffix(f".{os.getpid()}")
            _save(new)
            for old in self._kept.parent.glob("*.sqlite3"):
                if old != self._kept:  # another run beside this one may read it
                    old.unlink(missing_ok=True)
            new.replace(self._kept)
        _save(path)

    def _once(self, name: str, make: Callable[[Path], None]) -> Path:
        """The file of this name. The first worker that needs it makes it; the others wait."""
        path = self._folder / name
        with (self._folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                make(path)
        return path


def _migrations() -> str:
    """A name that changes with the migrations of any app."""
    digest = hashlib.sha256()
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(f"{app.label}/{path.name}".encode() + path.read_bytes())
    return digest.hexdigest()


def _migrate_others() -> None:
    """Migrate the apps of others first, because each migration builds all models again that have a table by then."""
    executor = MigrationExecutor(connection)
    own = {app.label for app in apps.get_app_configs() if "site-packages" not in app.path}
    executor.migrate([leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] not in own])


def _make_tables(*labels: str) -> None:
    """Make the tables of apps from their models, in a tenth of the time of migrations that only make them.

    `make check` compares the models with the migrations. The site of somebody else (`tests/host`) and the suite on
    PostgreSQL are migrated step by step.
    """
    command = migrate.Command()
    command.verbosity = 0
    command.sync_apps(connection, labels)
    recorder = MigrationRecorder(connection)
    for label, name in MigrationExecutor(connection).loader.disk_migrations:
        if label in labels:
            recorder.record_applied(label, name)


def _create_template(path: Path) -> None:
    """Migrate the template step by step, unless an earlier run left it on the server with these migrations."""
    template, migrations = f"test_{connection.settings_dict['NAME']}", _migrations()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [template]
        )
        is_there = cursor.fetchone() == (migrations,)
    if not is_there:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        with connection.cursor() as cursor:
            name = connection.ops.quote_name(template)
            cursor.execute(f"COMMENT ON DATABASE {name} IS %s", [migrations])
    connection.close()  # a database is copied while nobody is connected to it
    path.touch()


def _build(path: Path, build: Callable[[], Any]) -> None:
    with transaction.atomic():
        world = build()
        connection.run_on_commit.clear()  # neither mails nor tasks
    _beside(path).write_bytes(pickle.dumps(world))
    _save(path)


def _beside(path: Path) -> Path:
    """The file that keeps the rows of a world by name."""
    return path.with_suffix(".pickle")


def _save(path: Path) -> None:
    with closing(sqlite3.connect(path)) as kept:
        connection.connection.backup(kept)


def _load(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as kept:
        kept.backup(connection.connection)


def copies_of(world: Any) -> Callable[[], Any]:
    """A function that gives copies of the world as it stands now, with all its rows, in less time than `copy.deepcopy`."""
    packed = pickle.dumps(world)
    return lambda: pickle.loads(packed)  # noqa: S301 - the line above wrote it


def copied(world: Any) -> Any:
    """One copy."""
    return copies_of(world)()


@contextmanager
def further(build: Callable[[], Any]) -> Iterator[Any]:
    """Add what `build` builds to the world that stands, until the end of the block."""
    with _undone():
        built = build()
        connection.run_on_commit.clear()  # neither mails nor tasks
        yield built


class Recordings:
    """What fixtures build before each test of a module: built once by its actions, and written again as SQL afterwards."""

    def __init__(self) -> None:
        self._kept: dict[
            Hashable, tuple[list[tuple[str, int, bool]], list[tuple[str, Any, bool]], bytes]
        ] = {}

    def __call__(self, build: Callable[..., Any], world: Any, *arguments: Hashable) -> Any:
        """What `build(world, *arguments)` returns. What it does to the world is done to this one."""
        key = (build.__qualname__, arguments)
        if key not in self._kept:
            stood = numbers() if connection.vendor == "postgresql" else []
            with _recorded() as statements:
                built = build(world, *arguments)
            self._kept[key] = (stood, statements, pickle.dumps((vars(world), built)))
            return built
        stood, statements, rows = self._kept[key]
        if stood:
            go_back_to(stood)
        with connection.cursor() as cursor:
            for sql, parameters, is_many in statements:
                (cursor.executemany if is_many else cursor.execute)(sql, parameters)
        now, built = pickle.loads(rows)  # noqa: S301 - this run wrote it
        vars(world).update(now)
        return built


@contextmanager
def _recorded() -> Iterator[list[tuple[str, Any, bool]]]:
    """All statements that write, with the savepoints around them."""
    statements: list[tuple[str, Any, bool]] = []

    def note(execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SELECT", "PRAGMA")):
            statements.append((sql, parameters, many))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        yield statements


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
