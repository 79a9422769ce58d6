import importlib.util
from pathlib import Path

import pytest

from azerbaijan.schemes import SCHEMES


@pytest.fixture(scope="session")
def word():
    """The module that writes Word files for tests."""
    spec = importlib.util.spec_from_file_location("word_files", Path(__file__).with_name("word.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def az_scheme():
    return SCHEMES[0]
