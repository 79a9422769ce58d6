"""A server that the tests may stop, kill and start again; described in a file, so that every process can."""

import base64
import contextlib
import json
import os
import pwd
import signal
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import asdict, dataclass, field
from pathlib import Path

_PATIENCE = (
    300  # seconds until a server must answer: it needs 20 of CPU, of which other suites leave it little
)
_RUNS_AS = "nobody"  # Elasticsearch refuses to run as root


_started: list[subprocess.Popen] = []  # a server may outlive whoever started it: that is no mistake


class RefusedError(Exception):
    """The server answered with an error: status and text."""


@dataclass(kw_only=True)
class Node:
    """One server. `key` is an API key limited to our indexes, `password` that of its superuser."""

    engine: str
    folder: str
    url: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    ca: str = ""
    key: str = ""
    password: str = ""

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (Path(self.folder) / "output.log").open("ab") as log:
            process = subprocess.Popen(
                self.command,
                env=os.environ | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd=self.folder,
                **as_other_user(),
            )
        _started.append(process)
        self._pid.write_text(str(process.pid))
        self._wait(process)

    def stop(self, signal_: int = signal.SIGTERM) -> None:
        """Stop it, or kill it with SIGKILL, and wait until it is gone."""
        if not self._pid.exists():
            return
        group = int(self._pid.read_text())
        self._pid.unlink()
        deadline = time.monotonic() + 30
        while _runs(group):
            os.killpg(group, signal_ if time.monotonic() < deadline else signal.SIGKILL)
            time.sleep(0.2)

    def ask(self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None) -> dict:
        """One request of the superuser."""
        request = urllib.request.Request(f"{self.url}{path}", method=method)  # noqa: S310 - our own server
        request.add_header("Content-Type", "application/json")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        if self.password and "Authorization" not in (headers or {}):
            request.add_header("Authorization", _basic("elastic", self.password))
        data = None if body is None else json.dumps(body).encode()
        context = ssl.create_default_context(cafile=self.ca) if self.ca else None
        try:
            with urllib.request.urlopen(request, data, timeout=30, context=context) as response:  # noqa: S310
                return json.load(response)
        except urllib.error.HTTPError as refused:
            raise RefusedError(refused.code, refused.read().decode()[:1000]) from refused

    @property
    def _pid(self) -> Path:
        return Path(self.folder) / "pid"

    def _wait(self, process: subprocess.Popen) -> None:
        deadline = time.monotonic() + _PATIENCE
        while process.poll() is None and time.monotonic() < deadline:
            try:
                self.ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=5s")
            except (OSError, RefusedError):
                time.sleep(0.2)
            else:
                return
        tail = (Path(self.folder) / "output.log").read_text(errors="replace")[-3000:]
        self.stop(signal.SIGKILL)
        raise RuntimeError(f"{self.engine} did not start:\n{tail}")


def save(nodes: list[Node], path: Path) -> None:
    """Describe the servers in a file."""
    path.write_text(json.dumps([asdict(node) for node in nodes]))


def load(path: Path) -> list[Node]:
    """The servers that a file describes."""
    return [Node(**described) for described in json.loads(path.read_text())]


def as_other_user() -> dict[str, str | int | list]:
    """How to start a process that must not be root's."""
    if os.geteuid() != 0:
        return {}
    group = pwd.getpwnam(_RUNS_AS).pw_gid
    return {"user": _RUNS_AS, "group": group, "extra_groups": []}


def give_away(folder: Path) -> None:
    """Hand a folder to the user that runs the servers."""
    if os.geteuid() == 0:
        user = pwd.getpwnam(_RUNS_AS)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def _runs(group: int) -> bool:
    """Whether any process of a group is alive; what is dead and was not buried by its parent does not count."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, of_group = stat.read_text().rpartition(")")[2].split()[:3]
            if int(of_group) == group and state != "Z":
                return True
    return False
