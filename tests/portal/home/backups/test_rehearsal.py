"""A site is made, destroyed and restored by its own commands, in a file and on a server."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.standing import Shelf

ROOT = Path(__file__).resolve().parents[4]
SERVER = os.environ.get("MADDA_DATABASE_URL", "")
NAME = "rehearsal"
FILL = f"""
import sys; sys.path.append("{ROOT}")
from tests.factories import law
section = law.make_section()
drafter = law.make_drafter(section)
amendment = law.make_amendment(section, law.make_act(section, drafter), drafter)
law.add(amendment, drafter, "repeal", "1.2.1")
law.seal(amendment, drafter)
"""


@dataclass
class Site:
    """A site in folders of its own. `owner` migrates and restores, `address` is that of everything else."""

    folder: Path
    address: str
    owner: str

    @property
    def var(self) -> Path:
        return self.folder / "var"

    def manage(self, *command: str, as_owner: bool = False) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ["PATH"],
            "MADDA_VAR": str(self.var),
            "MADDA_BACKUPS": str(self.folder / "backups"),
            "MADDA_DATABASE_URL": self.owner if as_owner else self.address,
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "DJANGO_SUPERUSER_PASSWORD": "a long enough password",
        }
        asked = [sys.executable, "manage.py", *command]
        return subprocess.run(asked, env=environment, cwd=ROOT, capture_output=True, text=True)

    def done(self, *command: str, as_owner: bool = False) -> str:
        """What a command says that must not fail."""
        told = self.manage(*command, as_owner=as_owner)
        assert told.returncode == 0, told.stdout + told.stderr
        return told.stdout

    def make(self) -> None:
        """A record, an administrator and an upload."""
        self.done("migrate", "--verbosity=0", as_owner=True)
        self.done("shell", "-c", FILL)
        self.done("createsuperuser", "--noinput", "--email=root@caspia.example")
        (self.var / "media").mkdir(parents=True, exist_ok=True)
        (self.var / "media" / "ferry.png").write_bytes(b"a ferry")

    def restore(self, path: str) -> str:
        """From the file alone; then the record holds. What the doctor says, who finds nothing that does not work.

        Of a server he says alone that the settings are those of a machine of one's own.
        """
        answer = self.done("restore", path, as_owner=True)
        assert "2 versions and 1 drafts are as they were sealed." in answer
        assert (self.var / "media" / "ferry.png").read_bytes() == b"a ferry"
        assert "has tables already" in self.manage("restore", path, as_owner=True).stderr
        assert "2 versions and 1 drafts are as they were sealed." in self.done("verify_seals")
        self.done("run_periodic", "--once")
        self.done("db_worker", "--batch", "--no-startup-delay")
        told = self.manage("doctor").stdout
        faults = [line for line in told.splitlines() if line.startswith("FAULT")]
        assert told
        assert all(line.startswith("FAULT   settings: The database of a public site") for line in faults), (
            told
        )
        return told


def site_at(folder: Path, address: str, owner: str) -> Site:
    (folder / "backups").mkdir()
    return Site(folder, address, owner)


@pytest.fixture
def migrated(request: pytest.FixtureRequest, shelf: Shelf) -> Path:
    """The migrated database of this run. By a fixture in its signature the test would run on PostgreSQL too."""
    request.getfixturevalue("django_db_setup")
    return shelf.migrated


@pytest.mark.whole  # some commands, each a process
def test_a_site_that_was_destroyed_stands_again(tmp_path, migrated):
    """It begins with a migrated file: `tests/host` and `tests/standing.py` migrate one step by step."""
    address = f"sqlite:///{tmp_path / 'var' / 'madda.sqlite3'}"
    site = site_at(tmp_path, address, address)
    site.var.mkdir()
    shutil.copy(migrated, site.var / "madda.sqlite3")
    site.make()
    path = site.done("backup", "--keep=3").strip()
    shutil.rmtree(site.var)
    site.restore(path)


def _is_server() -> bool:
    return SERVER.startswith("postgres")


def _fresh() -> None:
    """An empty database with the role of the site, as the guide makes it."""
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {NAME}")
    where = urlsplit(SERVER)
    environment = {
        "PATH": os.environ["PATH"],
        "PGHOST": where.hostname or "",
        "PGPORT": str(where.port or 5432),
        "PGPASSWORD": where.password or "",
        "POSTGRES_USER": where.username or "postgres",
        "POSTGRES_DB": NAME,
        "SITE_PASSWORD": "ofthesite",
    }
    subprocess.run(["bash", "deploy/roles.sh"], env=environment, cwd=ROOT, check=True, capture_output=True)


@pytest.fixture
def server() -> Iterator[tuple[str, str]]:
    """The addresses of a database on the server of this run: for the site, and for the owner of the tables."""
    if not _is_server():
        pytest.skip("The database of this run is not PostgreSQL.")
    where = urlsplit(SERVER)
    _fresh()
    place = f"{where.hostname}:{where.port or 5432}/{NAME}"
    yield f"postgresql://madda_site:ofthesite@{place}", f"postgresql://{where.netloc}/{NAME}"
    with psycopg.connect(SERVER, autocommit=True) as again:
        again.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


@pytest.mark.postgres
@pytest.mark.whole
def test_a_site_on_a_server_that_was_destroyed_stands_again(tmp_path, server):
    site = site_at(tmp_path, *server)
    site.make()
    path = site.done("backup", as_owner=True).strip()
    shutil.rmtree(site.var)
    _fresh()
    assert "The role madda_site owns no table." in site.restore(path)
