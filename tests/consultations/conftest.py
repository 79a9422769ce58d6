import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def taxonomies():
    """The project's list of values, as it is carried in the repository."""
    for folder in ("tests/data", "site/portal/demo/data", "tests/consultations/data"):
        path = ROOT / folder / "taxonomies.json"
        if path.exists():
            return json.loads(path.read_text(encoding="utf-8"))
    pytest.fail("taxonomies.json is not in the repository.")
    return {}
