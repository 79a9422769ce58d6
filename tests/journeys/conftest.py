"""The real site with the demo story, and a real browser. Without a browser the tests fail; none is skipped."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.hands import Hands, Mouse
from tests.journeys.people import Person

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site keeps its data."""
    return tmp_path_factory.mktemp("site")


def _command(folder: Path, *words: str) -> dict[str, object]:
    """A command of the site, for `subprocess`."""
    environment = {**os.environ, "MADDA_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    environment.pop("MADDA_DATABASE_URL", None)
    return {"args": [sys.executable, "manage.py", *words], "cwd": ROOT, "env": environment}


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The site as `make run` brings it up, on a port and in a folder of its own."""
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
    """Debian's Chromium, driven by Playwright."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("the journeys need Chromium; .ci/run installs it")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread, where Django would refuse the database or open a second connection
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        patch.setattr("asgiref.local.asyncio", SimpleNamespace(get_running_loop=_no_loop))
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def come(address: str, browser: Browser) -> Iterator[object]:
    """`come("secretary")` opens a browser window for a person of the demo; `come("")` opens one for the public."""
    people: list[Person] = []

    def enter(
        username: str, hands: Hands | None = None, *, width: int = 1280, language: str = "en"
    ) -> Person:
        person = Person.enter(browser, address, username, hands or Mouse(), width=width, language=language)
        people.append(person)
        return person

    yield enter
    complaints = sorted({complaint for person in people for complaint in person.complaints})
    for person in people:
        person.page.context.close()
    assert not complaints, "\n".join(complaints)
