"""Saved searches of a site with a server: they tell the same, to the same people."""

import pytest

from tests.search.test_alerts import *  # noqa: F403

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _by_server(asked):
    """Readers are answered by a server meanwhile."""
