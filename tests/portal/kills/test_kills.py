"""`kill -9` while a site seals, receives, answers, imports, sends mails and fills its index (`killer.py`).

`MADDA_KILLS` says how many kills there are, a sixth of them for each kind of work.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copy

import pytest
from django.db import connection, connections

from tests.consultations.conftest import World, build_world

ROOT = Path(__file__).resolve().parents[3]
KILLS = int(os.environ.get("MADDA_KILLS", "30"))
NAME = "killed_site"


@pytest.fixture(scope="module")
def world(standing) -> World:
    """The world of the tests of consultations."""
    return standing("consultations", build_world)


def on_server(*statements: str) -> None:
    """Carry out statements outside the transaction of the test."""

    def work() -> None:
        own = connections["default"]
        own.settings_dict = {**own.settings_dict, "NAME": "postgres"}
        with own.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        own.close()

    with ThreadPoolExecutor(1) as threads:
        threads.submit(work).result()


@pytest.fixture
def server(world) -> Iterator[str]:
    """The address of a copy of the world's database on the server."""
    own = connection.settings_dict
    kept = own["NAME"].rsplit("_", 1)[0]  # nobody is connected to what workers copy
    on_server(f"DROP DATABASE IF EXISTS {NAME}", f"CREATE DATABASE {NAME} TEMPLATE {kept}")
    yield f"postgresql://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/{NAME}"
    on_server(f"DROP DATABASE {NAME} WITH (FORCE)")


@pytest.fixture
def file(world, shelf, tmp_path) -> str:
    """The address of a copy of the world's file."""
    return f"sqlite:///{copy(shelf.kept('consultations'), tmp_path)}"


def killed(world, folder: Path, address: str) -> dict:
    """What the killer found, by kind of work."""
    (folder / "world.pickle").write_bytes(pickle.dumps(world))
    environment = {
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "MADDA_VAR": str(folder),
        "MADDA_DATABASE_URL": address,
    }
    done = subprocess.run(
        [
            sys.executable,
            str(Path(__file__).parent / "killer.py"),
            str(folder / "world.pickle"),
            str(KILLS // 6),
        ],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    print(done.stdout)
    return json.loads(done.stdout)


def nothing_was_harmed(found: dict) -> None:
    harm = {name: {kind: work[kind] for kind in ("half", "lost", "doubled")} for name, work in found.items()}
    assert harm == {name: {"half": [], "lost": [], "doubled": []} for name in found}
    assert set(found) == {"seal", "submit", "answer", "import", "mail", "reindex"}
    for name, work in found.items():
        assert work["kills"] == KILLS // 6, name
    assert sum(work["cut off"] for work in found.values()) > KILLS / 2  # else it proves nothing


@pytest.mark.whole  # with the rest of what runs on PostgreSQL
def test_on_a_server_no_kill_leaves_a_half_step_loses_one_or_doubles_one(world, server, tmp_path):
    nothing_was_harmed(killed(world, tmp_path, server))


@pytest.mark.fuzz  # with the rest of what runs on SQLite
def test_in_a_file_no_kill_leaves_a_half_step_loses_one_or_doubles_one(world, file, tmp_path):
    nothing_was_harmed(killed(world, tmp_path, file))
