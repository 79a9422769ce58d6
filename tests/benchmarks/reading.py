"""Reading under load: what visitors get from gunicorn with three workers, in multiples of a page that says nothing.

`python -m tests.benchmarks.reading` makes a site of its own in a temporary folder, loads the demo and the Migration Code with
an amendment of 200 changes, and asks for pages through HTTP. `MADDA_DATABASE_URL` names a PostgreSQL database, empty or
from an earlier run; without it, the site runs on SQLite.
"""

import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.benchmarks.tables import Target, at_least, at_most, print_table, print_targets

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("MADDA_DATA", ROOT / ".." / "shared" / "data"))
ACT = DATA / "az" / "migration_code_2023-05.txt"
CHANGES = 200
TITLE = "Two hundred changes"
WORKERS, CLIENTS = 3, 16
SECONDS = 6.0  # of load for each page
TIMES = 80  # requests for the CPU of one, which is counted in ticks of 10 ms
SIGNED_IN = "redline, signed in"
READER, SECRETARY = "ngo_legal@demo.invalid", "secretary@demo.invalid"
TRIVIAL, ACT_PAGE, HOME, REDLINE, CODE = (
    "a page without data",
    "act",
    "home",
    "redline",
    "redline of the code",
)


def run() -> None:
    """Print how many pages a second visitors get, and what a signed-in reader costs."""
    with tempfile.TemporaryDirectory() as folder:
        port = 20_000 + os.getpid() % 20_000
        environment = environment_of(folder)
        prepared = told(environment, "prepare")
        with served(environment, port) as server:
            pages = {TRIVIAL: "/accessibility/", HOME: "/en/", **prepared["pages"]}
            loads = {name: _load(port, path) for name, path in pages.items() if path}
            cost = _cost(port, server, prepared)
    _print(loads, cost)


def _print(loads: dict[str, tuple[float, float]], cost: dict[str, float]) -> None:
    base = loads[TRIVIAL][0]
    rows = [
        [name, f"{rate / base:.2f} ×", f"{rate:.0f} / s", f"{slow:.0f} ms"]
        for name, (rate, slow) in loads.items()
    ]
    print_table(
        f"Anonymous visitors: {CLIENTS} at once, {WORKERS} workers", ["page", "requests", "here", "p95"], rows
    )
    trivial = cost[TRIVIAL]
    rows = [[name, f"{spent / trivial:.1f} ×", f"{spent:.1f} ms"] for name, spent in cost.items()]
    print_table(
        "CPU of the workers for one page, nothing kept of the whole page", ["page", "CPU", "here"], rows
    )
    print_targets(_targets(loads, cost))


def _targets(loads: dict[str, tuple[float, float]], cost: dict[str, float]) -> list[Target]:
    base = loads[TRIVIAL][0]
    shares = {HOME: 1 / 3, ACT_PAGE: 1 / 3, REDLINE: 1 / 3, CODE: 1 / 10}
    return [
        *(
            at_least(f"{name}, × the requests of {TRIVIAL}", loads[name][0] / base, share)
            for name, share in shares.items()
            if name in loads
        ),
        *(at_most(f"{name}, p95", loads[name][1], 150, " ms") for name in (HOME, ACT_PAGE, REDLINE)),
        at_most("redline for a signed-in reader, × the CPU of a page", cost[SIGNED_IN] / cost[TRIVIAL], 12),
    ]


def environment_of(folder: str) -> dict[str, str]:
    """The settings of a site of its own in a folder."""
    own = {
        "MADDA_VAR": folder,
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
    }
    return {**os.environ, **own}


def told(environment: dict[str, str], step: str, module: str = "tests.benchmarks.reading") -> Any:
    """What a step says in a process of its own."""
    command = [sys.executable, "-m", module, step]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout.decode().strip().split("\n")[-1])


def prepare() -> None:
    """Fill the site that the environment names, and print its addresses and a session as JSON."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_demo", stdout=sys.stderr)
    from amendments.models import Draft

    draft = Draft.objects.exclude(amendment__title=TITLE).order_by("sealed_at").last()
    assert draft is not None
    pages = {ACT_PAGE: draft.versions.get().instrument.url, REDLINE: draft.redline_url}
    if ACT.exists():
        pages[CODE] = (Draft.objects.filter(amendment__title=TITLE).first() or _code()).redline_url
    print(json.dumps({"pages": pages, "session": _session()}))


def _code() -> Any:
    """A public draft with 200 changes of the Migration Code."""
    from amendments.actions.importing.import_act import ImportAct
    from amendments.actions.importing.particulars import Particulars
    from amendments.audit.actor import Actor
    from amendments.plugins.registry import scheme_for
    from amendments.queries.showing.trees import tree_of
    from consultations.actions.committees.refer_amendment import ReferAmendment
    from consultations.models import Office
    from portal.users.models import User
    from tests.factories import law

    section = law.make_section("Benchmark")
    drafter, secretary = law.make_drafter(section), User.objects.get(email=SECRETARY)
    parsed = scheme_for("az", "az").parse(ACT.read_text(encoding="utf-8"))
    reasons = {finding.code: "So printed." for finding in parsed.stopping}
    given, actor = Particulars("Migration Code", "713-IVQ", "az", country="az"), Actor.now(drafter)
    base = ImportAct(section, parsed, given, actor=actor, confirmed=reasons).execute()
    amendment = law.make_amendment(section, base, drafter, TITLE)
    committee = Office.objects.get(user=secretary).committee
    ReferAmendment(amendment, committee, actor=Actor.now(drafter)).execute()
    for number, word in _words(tree_of(base)):
        law.add(amendment, drafter, "replace_words", number, old=word, new="sınaq")
    draft = law.seal(amendment, drafter)
    for text in (base, draft):
        law.release(text, "public", drafter, secretary)
    return draft


def _words(tree: Any) -> Iterator[tuple[str, str]]:
    """Numbers of points with a word that stands there once."""
    found = 0
    for element in tree:
        words = element.text.split()
        word = next(
            (each for each in words if each.isalpha() and len(each) > 6 and element.text.count(each) == 1), ""
        )
        if found < CHANGES and word and "." in element.number and len(tree.numbered(element.number)) == 1:
            found += 1
            yield element.number, word
    assert found == CHANGES


def _session() -> str:
    from django.test import Client

    from portal.users.models import User

    client = Client()
    client.force_login(User.objects.get(email=READER), backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies["sessionid"].value


@contextmanager
def served(
    environment: dict[str, str], port: int, application: str = "portal.wsgi", workers: int = WORKERS
) -> Iterator[subprocess.Popen[bytes]]:
    """The site under gunicorn."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        application,
        "--workers",
        str(workers),
        "--bind",
        f"127.0.0.1:{port}",
    ]
    server = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield server
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def _wait(port: int) -> None:
    for _attempt in range(120):
        try:
            if get(port, "/healthz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise TimeoutError("The site did not answer within a minute.")


def get(port: int, path: str, cookie: str = "") -> tuple[int, int]:
    """The status and the bytes of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    response = connection.getresponse()
    size = len(response.read())
    connection.close()
    return response.status, size


def _load(port: int, path: str) -> tuple[float, float]:
    """Requests a second and the 95th percentile in milliseconds, with all clients at once."""
    for _worker in range(4 * WORKERS):  # each process makes the page once
        assert get(port, path)[0] == 200
    end = time.monotonic() + SECONDS

    def visit(_client: int) -> list[float]:
        spent = []
        while (start := time.monotonic()) < end:
            assert get(port, path)[0] == 200
            spent.append(time.monotonic() - start)
        return spent

    with ThreadPoolExecutor(CLIENTS) as clients:
        times = [each for spent in clients.map(visit, range(CLIENTS)) for each in spent]
    return len(times) / SECONDS, 1000 * quantiles(times, n=20)[-1]


def _cost(port: int, server: subprocess.Popen[bytes], prepared: Any) -> dict[str, float]:
    """Milliseconds of CPU for one page of which nothing is kept as a whole: visitors bring a cookie of their own."""
    pages, session = prepared["pages"], f"sessionid={prepared['session']}"
    redline = pages[REDLINE]
    asked = {
        TRIVIAL: ("/accessibility/", "other=1"),
        "redline, anonymous": (redline, "other=1"),
        SIGNED_IN: (redline, session),
        "act, signed in": (pages[ACT_PAGE], session),
        "home, signed in": ("/en/", session),
    }
    if CODE in pages:
        asked["redline of the code, signed in"] = (pages[CODE], session)
    for path, cookie in asked.values():
        for _worker in range(4 * WORKERS):
            assert get(port, path, cookie)[0] == 200
    rounds = [{name: _spent(port, server, *page) for name, page in asked.items()} for _round in range(3)]
    return {name: median(each[name] for each in rounds) for name in asked}


def _spent(port: int, server: subprocess.Popen[bytes], path: str, cookie: str) -> float:
    before = _cpu(server)
    for _time in range(TIMES):
        get(port, path, cookie)
    return 1000 * (_cpu(server) - before) / TIMES


def _cpu(server: subprocess.Popen[bytes]) -> float:
    """Seconds of CPU of the workers so far."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    ticks = 0
    for child in children:
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    steps: dict[str, Callable[[], None]] = {"prepare": prepare}
    steps.get(sys.argv[-1], run)()
