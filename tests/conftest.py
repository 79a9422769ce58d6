"""Fixtures for all suites."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from amendments import seals

DATA = Path(os.environ.get("MADDA_DATA", Path(__file__).resolve().parents[1] / ".." / "shared" / "data"))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real legal texts, which stay out of the repository."""
    if not (DATA / "az").is_dir():
        pytest.skip(f"no real legal texts at {DATA}: set MADDA_DATA to their folder")
    return DATA


@pytest.fixture
def lifted_seals(transactional_db: None) -> Iterator[None]:
    """For tests with real transactions: the clean-up after them must delete sealed rows."""
    yield
    seals.lift(connection)
