"""Every kind of page on a site that grows to 200 acts, 100,000 provisions, 1,000 rounds and 100,000 comments.

`python -m tests.benchmarks.scale` makes a site of its own, on SQLite or in the empty database of `MADDA_DATABASE_URL`. At each
size people follow the links from the first page, a few pages of each kind; the table tells the slowest of each kind, and
each kind whose queries grow with the site.
"""

import os
import re
import sys
import tempfile
import time
from collections import Counter, deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.benchmarks.tables import at_most, print_table, print_targets

SIZES = tuple(int(each) for each in os.environ.get("MADDA_SCALE", "20,60,200").split(","))  # acts
READERS = ("", "secretary", "drafter", "ngo_legal")
STARTS = ("/en/", "/en/search/?q=xarici", "/en/search/", "/en/acts/", "/en/consultations/", "/en/record/")
EACH_KIND = 2  # pages that a person visits of one kind
SLOWEST = 500.0  # milliseconds of CPU
_NAMES = re.compile(r"(?<=/)[^/]*\d[^/]*(?=/|$)")  # what tells one object from another in an address


@dataclass
class Cost:
    """What a page costs at its second visit."""

    url: str
    milliseconds: float
    queries: int


def run() -> None:
    """Print the costs of each kind of page at each size."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MADDA_VAR", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
        measure()


def measure() -> None:
    """Fill the site that the environment names, and measure at each size."""
    from tests.benchmarks.django_site import start_django

    start_django()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    call_command("load_demo", stdout=sys.stderr)
    from tests.benchmarks.scale_site import Builder

    builder = Builder()
    found: list[dict[str, Cost]] = []
    for acts in SIZES:
        builder.grow(acts)
        call_command("rebuild_index", stdout=sys.stderr, stderr=sys.stderr)
        print(_counted(), file=sys.stderr)
        found.append(_costs())
    _print(found)


def _counted() -> str:
    from amendments.models import Instrument, VersionEntry
    from consultations.models import Comment, Round

    return ", ".join(
        f"{model.objects.count():,} {model._meta.verbose_name_plural}"
        for model in (Instrument, VersionEntry, Round, Comment)
    )


def _costs() -> dict[str, Cost]:
    """The dearest page of each kind, for whom it is dearest."""
    dearest: dict[str, Cost] = {}
    for reader in READERS:
        print(f"walking as {reader or 'visitor'} …", file=sys.stderr)
        for kind, cost in _walk(reader):
            name = f"{kind}  [{reader or 'visitor'}]"
            if name not in dearest or cost.milliseconds > dearest[name].milliseconds:
                dearest[name] = cost
    return dearest


def _walk(reader: str) -> Any:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from tests.permissions.crawler import links

    client = Client(HTTP_HOST="127.0.0.1")
    if reader:
        user = get_user_model().objects.get(email=f"{reader}@demo.invalid")
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    queue, met, seen = deque(STARTS), Counter[str](), set[str]()
    while queue:
        url = queue.popleft()
        kind = _kind(url)
        if url in seen or met[kind] >= EACH_KIND:
            continue
        seen.add(url)
        met[kind] += 1
        response = client.get(url)
        queue.extend(links(url, response))
        if response.status_code == 200 and not response.streaming:
            yield kind, _cost(client, url)


def _kind(url: str) -> str:
    parts = urlsplit(url)
    return _NAMES.sub("*", parts.path) + ("?…" if parts.query else "")


def _cost(client: Any, url: str) -> Cost:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        client.get(url)
        queries = len(captured)  # the log is emptied when the next request begins
    before = time.process_time()
    client.get(url)
    return Cost(url, 1000 * (time.process_time() - before), queries)


def _print(found: list[dict[str, Cost]]) -> None:
    last = found[-1]
    names = sorted(last, key=lambda name: -last[name].milliseconds)
    rows = [
        [
            name,
            *(
                f"{size[name].milliseconds:.0f} ms, {size[name].queries}" if name in size else "–"
                for size in found
            ),
        ]
        for name in names
    ]
    heads = [f"{acts} acts" for acts in SIZES]
    print_table("CPU of a page, and its queries: the 40 dearest", ["page", *heads], rows[:40])
    print_table("Their addresses", ["page", "address"], [[name, last[name].url] for name in names[:40]])
    grown = [row for name, row in zip(names, rows, strict=True) if _grows(name, found)]
    print_table("Pages whose queries grow", ["page", *heads], grown)
    print_targets(
        [
            at_most("the dearest page, CPU", last[names[0]].milliseconds, SLOWEST, " ms"),
            at_most("kinds of pages whose queries grow", len(grown), 0),
        ]
    )


def _grows(name: str, found: list[dict[str, Cost]]) -> bool:
    counts = [size[name].queries for size in found if name in size]
    return len(counts) > 1 and counts[-1] > max(counts[:-1]) + 2


if __name__ == "__main__":
    run()
