"""The commands as they run in earnest, each a process of its own, on one database and one server."""

import contextlib
import json
import os
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 120


class Site:
    """A site in a folder: its commands, its worker and its writers."""

    def __init__(self, folder, node):
        self.folder, self.database, self.running = folder, folder / "site.sqlite3", []
        self.prefix = f"madda-{secrets.token_hex(4)}"
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            "MADDA_VAR": str(folder),
            "MADDA_DATABASE_URL": f"sqlite:///{self.database}",
            "MADDA_SEARCH_ENGINE": node.engine,
            "MADDA_SEARCH_URL": node.url,
            "MADDA_SEARCH_API_KEY": node.key,
            "MADDA_SEARCH_CA": node.ca,
            "MADDA_SEARCH_PREFIX": self.prefix,
            "MADDA_SEARCH_REPLICAS": "0",
        }

    def run(self, *command):
        """A command to its end; its output."""
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def manage(self, *command):
        """A command of the site to its end."""
        return self.run("manage.py", *command)

    def start(self, *command):
        """A process beside the test."""
        with (self.folder / "errors.log").open("a") as errors:
            process = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.running.append(process)
        return process

    def worker(self):
        """The worker that delivers."""
        return self.start("manage.py", "index_worker")

    def writer(self, name, count=1_000_000, pause=0.0):
        """A process that writes so many times, with pauses of so many seconds."""
        return self.start("-m", "tests.search.elastic.writing", name, str(count), str(pause))

    def waiting(self):
        """Changes that were not delivered."""
        return self._asked("SELECT COUNT(*) FROM madda_search_change")

    def searched(self):
        """The index that is searched."""
        return self._asked("SELECT id FROM madda_search_generation WHERE state = 'live'")

    def _asked(self, query):
        with contextlib.closing(sqlite3.connect(self.database, timeout=20)) as database:
            return database.execute(query).fetchone()[0]

    def drained(self):
        """Wait until everything is delivered."""
        deadline = time.monotonic() + PATIENCE
        while waiting := self.waiting():
            assert time.monotonic() < deadline, f"{waiting} changes wait"
            time.sleep(0.3)

    def compared(self):
        """What differs between the database and the server."""
        return json.loads(self.run("-m", "tests.search.elastic.checking"))

    def close(self):
        """Stop what still runs."""
        print((self.folder / "errors.log").read_text())  # pytest shows it where a test failed
        for process in self.running:
            if process.poll() is None:
                process.kill()
            process.wait(timeout=20)
            process.stdout.close()


@pytest.fixture(scope="session")
def database(nodes, tmp_path_factory):
    """The database of a new site, made once."""
    made = Site(tmp_path_factory.mktemp("site"), nodes["opensearch"])
    made.manage("migrate", "madda_search", "-v", "0")
    return made.database


@pytest.fixture
def site(node, database, tmp_path):
    """A site with an empty index that is searched."""
    made = Site(tmp_path, node)
    shutil.copy(database, made.database)
    made.manage("reindex")
    yield made
    made.close()
    for index in node.ask("GET", f"/{made.prefix}-*/_settings?filter_path=*.settings.index.uuid"):
        node.ask("DELETE", f"/{index}")


def until(writer, done):
    """Read the progress of a writer up to some number of changes."""
    for line in writer.stdout:
        if int(line) >= done:
            return
    pytest.fail("the writer ended too early")


def finished(writer):
    """Wait for the end of a writer."""
    assert writer.wait(timeout=PATIENCE) == 0


def test_nothing_of_5000_changes_is_lost_when_server_and_worker_die_under_writes(site, node):
    worker = site.worker()
    writers = [site.writer(name, 2500) for name in ("letter", "memo")]
    for writer in writers:
        until(writer, 700)
    node.stop(signal.SIGKILL)
    try:
        for writer in writers:
            until(writer, 1500)  # nobody waits for the server
        worker.kill()
        assert site.waiting() > 500
    finally:
        node.start()
    worker = site.worker()
    for writer in writers:
        finished(writer)
    site.drained()
    found = site.compared()
    assert found["entries"] > 1000
    assert {name: found[name] for name in ("lost", "risen", "different", "waiting", "dead")} == {
        "lost": 0,
        "risen": 0,
        "different": 0,
        "waiting": 0,
        "dead": 0,
    }
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=20) == 0


def test_nothing_is_lost_or_rises_again_when_the_index_is_built_anew_under_writes(site):
    site.worker()
    writers = [site.writer(name, pause=0.1) for name in ("letter", "memo")]
    for writer in writers:
        until(writer, 200)
    before = [site.searched()]
    for options in ([], [], ["--back"]):
        site.manage("reindex", *options)
        before.append(site.searched())
    first, second, third, back = before
    assert first < second < third
    assert back == second
    for writer in writers:
        assert writer.poll() is None
        writer.send_signal(signal.SIGTERM)
        finished(writer)
    site.drained()
    found = site.compared()
    assert found["generation"] == back
    assert found["entries"] > 300
    assert (found["lost"], found["risen"], found["different"], found["dead"]) == (0, 0, 0, 0)
