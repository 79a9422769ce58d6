"""What a change does when it is committed."""

import pytest
from django.db import connection


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Captures what waits for the commit of a block; what the making of the world left does not wait any more."""

    def capture(**options):
        connection.run_on_commit.clear()
        return django_capture_on_commit_callbacks(**options)

    return capture
