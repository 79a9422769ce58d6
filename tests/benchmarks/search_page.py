"""The page of hits through HTTP: the CPU that one worker of gunicorn spends on it, with 100,000 entries on SQLite.

`python -m tests.benchmarks.search_page` fills a site of its own in a temporary folder. Each query was asked once before.
`MADDA_ENTRIES` gives another number of entries.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.django_site import start_django
from tests.benchmarks.reading import environment_of, get, served, told
from tests.benchmarks.tables import at_most, print_table, print_targets

COUNT = int(os.environ.get("MADDA_ENTRIES", "100000")) // 2  # provisions, and as many comments
ASKED = 60  # queries of each kind
_MODULE = "tests.benchmarks.search_page"
_RENDERED = "a page whose hits are at hand"


def run() -> None:
    """Print what a narrow and a broad query cost as a whole page, beside a page without data."""
    with tempfile.TemporaryDirectory() as folder:
        port = 20_000 + os.getpid() % 20_000
        environment = environment_of(folder)
        queries = told(environment, "prepare", _MODULE)
        with served(environment, port, f"{_MODULE}:site()", workers=1) as server:
            asked = {
                kind: [f"{queries['address']}?{urlencode({'q': text})}" for text in queries[kind]]
                for kind in ("narrow", "broad")
            }
            asked["a page without data"] = ["/accessibility/"] * ASKED
            spent = {kind: _spent(port, server.pid, paths) for kind, paths in asked.items()}
        with served(environment, port, f"{_MODULE}:at_hand()", workers=1) as server:
            spent[_RENDERED] = _spent(port, server.pid, asked["broad"])
    rows = [[kind, f"{median(cost):.1f}", f"{quantiles(cost, n=20)[-1]:.1f}"] for kind, cost in spent.items()]
    print_table(f"Pages of hits, {2 * COUNT:,} entries: milliseconds of CPU", ["", "p50", "p95"], rows)
    both = median(spent["narrow"] + spent["broad"])
    targets = [("a page of hits through HTTP, half of them", both, 40)]
    targets.append((f"{_RENDERED}, half of them", median(spent[_RENDERED]), 15))
    print_targets([at_most(what, measured, limit, " ms") for what, measured, limit in targets])


def prepare() -> None:
    """Fill the site that the environment names, and print what is asked as JSON."""
    start_django()
    from django.core.management import call_command
    from django.urls import reverse

    from search import indexing, sources
    from tests.benchmarks.search_speed import _broad, _narrow

    call_command("createcachetable", database="cache")
    call_command("migrate", verbosity=0)
    _register()
    for source in sources.sources().values():
        indexing.rebuild(source, lambda done: None)
    indexing.settle()
    narrow = _narrow(list(sources.sources().values()))[:ASKED]
    print(json.dumps({"narrow": narrow, "broad": _broad()[:ASKED], "address": reverse("search:search")}))


def site() -> Any:
    """The site with the entries of the benchmark and no others, as gunicorn runs it."""
    start_django()
    from portal.wsgi import application

    _register()
    return application


def at_hand() -> Any:
    """The same, which finds what is asked once: then a page costs what it takes beside the engine."""
    application = site()
    from search import queries

    find, kept = queries.search, dict[str, Any]()

    def found(asked: Any, user: Any) -> Any:
        return kept.get(asked.text) or kept.setdefault(asked.text, find(asked, user))

    queries.search = found
    return application


def _register() -> None:
    from search import sources
    from tests.benchmarks.search_corpus import Laws, Remarks

    sources._sources.clear()
    laws = Laws(COUNT)
    for source in (laws, Remarks(COUNT, laws)):
        sources.register(source)


def _spent(port: int, server: int, paths: list[str]) -> list[float]:
    """Milliseconds of CPU of the worker for each page."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    (worker,) = children

    def so_far() -> int:
        return sum(
            int(each.read_text().split()[0]) for each in Path(f"/proc/{worker}/task").glob("*/schedstat")
        )

    found = []
    for is_measured in (False, True):
        for path in paths:
            before = so_far()
            assert get(port, path)[0] == 200, path
            if is_measured:
                found.append((so_far() - before) / 1e6)
    return found


if __name__ == "__main__":
    prepare() if sys.argv[-1] == "prepare" else run()
