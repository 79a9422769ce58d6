"""The real site with the demo story, and a real browser. Without a browser the tests fail; none is skipped."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from tests.journeys.hands import Hands, Mouse
from tests.journeys.people import Person
from tests.standing import Shelf

_HERE = Path(__file__).resolve().parent
ROOT = _HERE.parents[1]
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

ANSWERS = 5_000  # milliseconds
MOST_SHOWN = 3_000  # characters of each page, and of the log


@pytest.fixture(scope="session")
def folder(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, django_db_setup: None, shelf: Shelf
) -> Path:
    """Where the site of this process keeps its data: a copy of the site that the first process of the run loads."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    loaded, loading = shared / "loaded", shared / "loading"
    with (shared / "loaded.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not loaded.exists():
            loading.mkdir(exist_ok=True)
            shutil.copy(shelf.migrated, loading / "madda.sqlite3")
            _load(loading)
            loading.rename(loaded)
    return shutil.copytree(loaded, own / "site")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """The second of two processes begins with what needs no site, while the first one loads it for both."""
    if all(_HERE in item.path.parents for item in items):
        of_the_site = [item for item in items if "folder" in item.fixturenames]
        others = [item for item in items if "folder" not in item.fixturenames]
        half = len(items) // 2  # what `--dist worksteal` gives each of them at first
        items[:] = [*of_the_site[:half], *others, *of_the_site[half:]]


def _load(folder: Path) -> None:
    for words in (["createcachetable", "--database=cache"], ["migrate", "--verbosity=0"], ["load_demo"]):
        done = subprocess.run(**_command(folder, *words), capture_output=True, text=True)
        if done.returncode:
            pytest.fail(f"the site cannot be loaded: {words}\n{done.stdout[-1000:]}{done.stderr[-3000:]}")


def _command(folder: Path, *words: str) -> dict[str, object]:
    """A command of the site, for `subprocess`."""
    environment = {**os.environ, "MADDA_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    environment.pop("MADDA_DATABASE_URL", None)
    return {"args": [sys.executable, "manage.py", *words], "cwd": ROOT, "env": environment}


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The site as `make run` brings it up a second time, on a port and in a folder of this process alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (folder / "log").open("w") as log:
        command = _command(folder, "run_demo", "--address", f"127.0.0.1:{port}")
        server = subprocess.Popen(**command, stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", server, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            pytest.fail(f"the site did not start:\n{log.read_text()[-3000:]}")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own site
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"the site did not answer:\n{log.read_text()[-3000:]}")


def _no_loop() -> None:
    raise RuntimeError("a connection belongs to the thread")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright. Its shell without windows draws the same pages for a third less CPU."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail("the journeys need Chromium; .ci/run installs it")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread, where Django would refuse the database or open a second connection
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        patch.setattr("asgiref.local.asyncio", SimpleNamespace(get_running_loop=_no_loop))
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Windows:
    """The windows that a test has opened. Its failure tells what each of them shows, and the end of the site's log."""

    def __init__(self, browser: Browser, address: str, log: Path) -> None:
        self._browser, self._address, self._log = browser, address, log
        self.people: list[Person] = []

    def __call__(
        self, username: str, hands: Hands | None = None, *, width: int = 1280, language: str = "en"
    ) -> Person:
        person = Person.enter(
            self._browser, self._address, username, hands or Mouse(), width=width, language=language
        )
        self.people.append(person)
        return person

    def shown(self) -> Iterator[tuple[str, str]]:
        """A heading and what stands below it. A window that answers no more is told as such."""
        for page in [page for context in self._browser.contexts for page in context.pages]:
            try:
                text = page.locator("body").inner_text(timeout=ANSWERS)
            except Error as failed:
                text = str(failed)
            yield page.url, text[:MOST_SHOWN]
        complaints = [complaint for person in self.people for complaint in person.complaints]
        yield "complaints so far", "\n".join(complaints)
        yield "log of the site", self._log.read_text()[-MOST_SHOWN:]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to a failure what stood on the screens."""
    windows = item.funcargs.get("come") if call.when == "call" and call.excinfo else None
    for heading, text in windows.shown() if isinstance(windows, Windows) else ():
        item.add_report_section("call", heading, text)
    return (yield)


@pytest.fixture
def come(address: str, browser: Browser, folder: Path) -> Iterator[Windows]:
    """`come("secretary")` opens a browser window for a person of the demo; `come("")` opens one for the public."""
    windows = Windows(browser, address, folder / "log")
    yield windows
    for context in browser.contexts:
        context.close()
    complaints = sorted({complaint for person in windows.people for complaint in person.complaints})
    assert not complaints, "\n".join(complaints)
