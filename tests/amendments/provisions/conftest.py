from pathlib import Path

import pytest

from amendments.provisions.schemes import DEFAULTS, find
from azerbaijan.schemes import SCHEMES

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def az():
    return find([*DEFAULTS, *SCHEMES], "az", "az")


@pytest.fixture(scope="session")
def en():
    return find(DEFAULTS, "", "en")


@pytest.fixture(scope="session")
def ru():
    return find(DEFAULTS, "kz", "ru")


@pytest.fixture(scope="session")
def read():
    def read_file(name: str) -> str:
        return (DATA / name).read_text(encoding="utf-8")

    return read_file
