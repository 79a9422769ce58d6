"""The table of ASVS 4.0.3 in `docs/asvs.md` is whole, and the tests that it names exist."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TEXT = (DOCS / "asvs.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| V([\d.]+) \| (\d) \| ([^|]+) \| ([^|]+) \|$", TEXT, re.MULTILINE)
REQUIRED = {
    1: """
        2.1.1-12 2.2.1-3 2.3.1 2.5.1-6 2.7.1-4 2.8.1 3.1.1 3.2.1-3 3.3.1-2 3.4.1-5 3.7.1 4.1.1-3,5
        4.2.1-2 4.3.1-2 5.1.1-5 5.2.1-8 5.3.1-10 5.5.1-4 6.2.1 7.1.1-2 7.4.1 8.2.1-3 8.3.1-4 9.1.1-3
        10.3.1-3 11.1.1-5 12.1.1 12.3.1-5 12.4.1-2 12.5.1-2 12.6.1 13.1.1,3 13.2.1-3 13.3.1 14.2.1-3
        14.3.2-3 14.4.1-7 14.5.1-3
    """,
    2: """
        1.1.1-7 1.2.1-4 1.4.1,4-5 1.5.1-4 1.6.1-4 1.7.1-2 1.8.1-2 1.9.1-2 1.10.1 1.11.1-2 1.12.2
        1.14.1-6 2.3.2-3 2.4.1-5 2.5.7 2.6.1-3 2.7.5-6 2.8.2-7 2.9.1-3 2.10.1-4 3.2.4 3.3.3-4
        3.5.1-3 4.3.3 5.4.1-3 6.1.1-3 6.2.2-6 6.3.1-2 6.4.1-2 7.1.3-4 7.2.1-2 7.3.1,3-4 7.4.2-3
        8.1.1-4 8.3.5-8 9.2.1-4 10.2.1-2 11.1.6-8 12.1.2-3 12.2.1 12.3.6 13.1.4-5 13.2.5-6 13.3.2
        13.4.1-2 14.1.1-4 14.2.4-6 14.5.4
    """,
}
"""The numbers of both levels: “4.1.1-3,5” is 4.1.1 to 4.1.3 and 4.1.5. The standard deleted those between."""
NO_SECRETS = {"SECRET_KEY", "EMAIL_HOST_PASSWORD"}  # Django's names for two of them
LAYERS = {"models", "queries", "actions", "forms", "views", "management", "migrations", "templatetags"}
"""What every app has; the section “Inside an app” of `docs/architecture.md` tells of them."""
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def required():
    """Each number with its level."""
    for level, numbers in REQUIRED.items():
        for section in numbers.split():
            head, _dot, tails = section.rpartition(".")
            for tail in tails.split(","):
                first, _dash, last = tail.partition("-")
                yield from ((f"{head}.{one}", level) for one in range(int(first), int(last or first) + 1))


@cache
def functions_of(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_requirement_stands_once_with_its_level():
    assert Counter((number, int(level)) for number, level, _asked, _proof in ROWS) == Counter(required())
    assert len(ROWS) == TEXT.count("\n| V")  # each line of the tables was read


@pytest.mark.parametrize(("file", "least"), [("asvs.md", 100), ("threat-model.md", 19), ("keys.md", 4)])
def test_every_test_that_is_named_exists(file, least):
    named = set(TEST.findall((DOCS / file).read_text(encoding="utf-8")))
    assert len(named) >= least
    missing = [
        f"{path}::{name}"
        for path, name in sorted(named)
        if not (ROOT / path).is_file() or name not in functions_of(path)
    ]
    assert missing == []


def test_every_line_is_proved_or_says_why_not():
    for number, _level, _asked, proof in ROWS:
        said = re.split(r"\b(open|does not apply): ", proof)
        assert TEST.search(proof) or (len(said) == 3 and said[2]), number
        assert "tests/" not in TEST.sub("", proof), f"V{number} names a test in another form"


def test_the_sums_are_right():
    proved = [proof for *_row, proof in ROWS if TEST.search(proof) and "open: " not in proof]
    partly = [proof for *_row, proof in ROWS if TEST.search(proof) and "open: " in proof]
    idle = [proof for *_row, proof in ROWS if "does not apply: " in proof]
    still = len(ROWS) - len(proved) - len(partly) - len(idle)
    said = f"Of {len(ROWS)} requirements {len(proved)} are proved, {len(partly)} in part, {still} are open"
    assert f"{said} and {len(idle)} do not apply." in TEXT


def test_every_way_of_the_threat_model_says_what_stops_it_what_is_left_and_which_test_shows_it():
    text = (DOCS / "threat-model.md").read_text(encoding="utf-8")
    ways = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")][1:]
    assert len(ways) > 15
    for way in ways:
        worth, who, how, stop, left, test = (cell.strip() for cell in way)
        assert all((worth, who, how, stop, left)), way
        assert TEST.fullmatch(test), way


def test_each_stage_has_its_work_on_security():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    stages = dict(re.findall(r"^\| (\w+) \| (.*`.*) \|$", text, re.MULTILINE))
    assert list(stages) == ["design", "code", "review", "release", "operation"]
    named = [name for work in stages.values() for name in re.findall(r"`([\w./-]+)`", work)]
    assert len(named) >= 8
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_key_of_the_settings_stands_in_the_policy():
    settings = "".join(
        path.read_text(encoding="utf-8")
        for path in [*(ROOT / "site" / "portal" / "settings").glob("*.py"), ROOT / "deploy" / "env.example"]
    )
    keys = set(re.findall(r"\b[A-Z][A-Z_]*_(?:KEYS?|PASSWORD)\b", settings)) - NO_SECRETS
    policy = (DOCS / "keys.md").read_text(encoding="utf-8")
    assert len(keys) > 5
    assert {key for key in keys if f"`{key}`" not in policy} == set()


def test_every_room_has_its_line_in_the_architecture():
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    rooms = {
        f"{app}/{room.name}"
        for app in ("amendments", "consultations", "search", "site/portal")
        for room in (ROOT / app).iterdir()
        if (room / "__init__.py").is_file() and room.name not in LAYERS
    }
    assert len(rooms) > 25
    assert {room for room in rooms if f"| `{room}` | " not in text} == set()
    named = re.findall(r"^\| `([\w/.]+)` \|", text, re.MULTILINE)
    assert [each for each in named if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("file", ["requirements.txt", "tests/requirements.txt"])
def test_every_package_is_pinned_with_its_reason(file):
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    for line in (line for line in lines if line and not line.startswith(("#", "-"))):
        assert re.fullmatch(r"[\w.-]+(\[[\w,]+\])?==[\w.]+ +# .+", line), line
