"""Noting that a person opened a page: only if a person did, and never by letting the page wait."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection
from django.http import HttpRequest

PATIENCE = 250  # milliseconds; on SQLite a long import locks the database for up to a minute


def was_opened(request: HttpRequest) -> bool:
    """Whether the person opened the page: not a script, a prefetch, a frame or a preview in the admin."""
    headers = request.headers
    return (
        request.method == "GET"
        and not getattr(request, "is_preview", False)
        and headers.get("Sec-Fetch-Dest", "document") == "document"
        and not any(headers.get(name) for name in ("Sec-Purpose", "Purpose", "X-Moz", "HX-Request"))
        and headers.get("X-Requested-With") != "XMLHttpRequest"
    )


@contextmanager
def without_waiting() -> Iterator[None]:
    """Give up a write on SQLite if somebody else is writing for long. What is noted here can be left out once."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            yield
        except OperationalError as error:
            if "locked" not in str(error):
                raise
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
