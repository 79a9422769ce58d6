"""How much a reading takes out of the database."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


def rows_read(reading: Callable[[], Any]) -> int:
    """The rows of all its queries."""
    with CaptureQueriesContext(connection) as queries:
        reading()
    with connection.cursor() as cursor:
        return sum(len(cursor.execute(query["sql"]).fetchall()) for query in queries.captured_queries)
