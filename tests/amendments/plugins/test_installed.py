"""The country of a command comes from what is installed."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from amendments.plugins import installed
from amendments.plugins.installed import country_of, names
from amendments.provisions.provision_errors import CountryUnclear

ROOT = Path(__file__).resolve().parents[3]
SECOND = """
from dataclasses import replace
from amendments.provisions.numbering import NumberingScheme
from azerbaijan.schemes import CONVENTIONS
SCHEMES = (NumberingScheme(replace(CONVENTIONS, country="xa")),)
"""


@dataclass
class Spoken:
    country: str
    language: str


@pytest.mark.parametrize(
    ("known", "country", "found"),
    [
        ([("az", "az")], "", "az"),
        ([("az", "az")], "ge", "ge"),
        ([("", "en"), ("az", "en"), ("ge", "en")], "", ""),
        ([("az", "az"), ("ge", "ka")], "", "az"),
        ([], "", ""),
    ],
)
def test_the_only_country_needs_no_name(known, country, found):
    spoken = [Spoken(*pair) for pair in known]
    assert country_of(spoken, country, "EN" if ("", "en") in known else "AZ") == found


def test_several_countries_are_listed():
    with pytest.raises(CountryUnclear, match="az, ge"):
        country_of([Spoken("ge", "az"), Spoken("az", "az")], "", "az")


@pytest.fixture(autouse=True)
def _own_path(monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))


def test_plugins_are_named_or_found(monkeypatch):
    monkeypatch.setenv("MADDA_PLUGINS", "one, two")
    assert names() == ["one", "two"]
    monkeypatch.setenv("MADDA_PLUGINS", "")
    assert names() == []
    monkeypatch.delenv("MADDA_PLUGINS")
    assert names() == ["azerbaijan"]


def test_an_installed_package_says_that_it_is_a_plugin(monkeypatch):
    class Point:
        value = "georgia"

    monkeypatch.delenv("MADDA_PLUGINS", raising=False)
    monkeypatch.setattr(
        installed, "entry_points", lambda group: [Point()] if group == "madda.plugins" else []
    )
    assert names() == ["azerbaijan", "georgia"]


FRONTS = {
    "provisions": ["-", "--language", "az"],
    "redline": ["-", os.devnull, "--language", "az"],
    "instructions": ["word", "--language", "az"],
}


@pytest.mark.parametrize(
    "front",
    ["provisions", *(pytest.param(name, marks=pytest.mark.whole) for name in ("redline", "instructions"))],
)
def test_a_front_asks_for_the_country_only_where_there_are_several(tmp_path, front):
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "schemes.py").write_text(SECOND)
    (tmp_path / "second" / "wordings.py").write_text(
        "from azerbaijan.wordings import WORDINGS as FIRST\n"
        "class Second(type(FIRST[0])):\n    country = 'xa'\n"
        "WORDINGS = (Second(),)\n"
    )

    def run(*more, plugins):
        return subprocess.run(
            [sys.executable, "-m", f"amendments.{front}", *FRONTS[front], *more],
            cwd=ROOT,
            input=b"",
            capture_output=True,
            check=False,
            env={**os.environ, "MADDA_PLUGINS": plugins, "PYTHONPATH": str(tmp_path)},
        )

    assert run(plugins="azerbaijan").returncode == 0
    unclear = run(plugins="azerbaijan,second")
    assert (unclear.returncode, b"az, xa" in unclear.stderr) == (2, True)
    assert unclear.stderr.count(b"\n") == 1
    assert run("--country", "xa", plugins="azerbaijan,second").returncode == 0
