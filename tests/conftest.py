"""Fixtures for all suites."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from amendments.record import seals

DATA = Path(os.environ.get("MADDA_DATA", Path(__file__).resolve().parents[1] / ".." / "shared" / "data"))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real legal texts, which stay out of the repository."""
    if not (DATA / "az").is_dir():
        pytest.skip(f"no real legal texts at {DATA}: set MADDA_DATA to their folder")
    return DATA


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A transaction around the tests of a module: what they start from is built in it once, and undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def lifted_seals(transactional_db: None) -> Iterator[None]:
    """For tests with real transactions: the clean-up after them must delete sealed rows."""
    yield
    seals.lift(connection)
