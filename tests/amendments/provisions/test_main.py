"""The command-line front, as a person calls it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DATA = Path(__file__).parent / "data"
BASE_LAW = ROOT / "site" / "portal" / "demo" / "data" / "base_law.txt"


def run(*arguments, stdin=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "amendments.provisions", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_json_names_every_provision():
    result = run(str(DATA / "english_act.txt"), "--country", "xx", "--language", "en", "--format", "json")
    answer = json.loads(result.stdout)
    assert result.returncode == 0
    assert list(answer) == ["elements", "warnings"]
    assert answer["elements"][3] == {
        "kind": "part",
        "number": "1",
        "eid": "art_1__para_1",
        "heading": "",
        "text": "This Law applies to:",
        "parent": "art_1",
        "notes": [],
    }
    assert answer["elements"][1]["parent"] is None
    assert answer["elements"][9]["notes"] == ["1"]


def test_text_gives_the_file_back_from_standard_input():
    data = (DATA / "roman_parts.txt").read_bytes().replace(b"\n", b"\r\n")
    result = run("-", "--country", "az", "--language", "az", "--format", "text", stdin=data)
    assert (result.returncode, result.stdout) == (0, data)


def test_text_tells_the_findings_on_standard_error():
    act = "LAW\nArticle 1. Fees\nA fee is paid.\nArticle 3. Ends\nIt ends.\nArticle 3. Ends\nIt ends.\n"
    result = run("-", "--language", "en", "--format", "text", stdin=act.encode())
    assert result.stdout.decode() == act
    assert result.stderr.decode().splitlines() == [
        "-: line 4: 3 follows 1: a number is left out. (gap, 1, stops the import until it is confirmed)",
        "-: line 6: 3 is printed twice, first in line 4. (duplicate_number, 1, stops the import until it is confirmed)",
    ]


def test_findings_name_line_and_code():
    result = run("-", "--country", "az", "--language", "az", stdin="Maddə 1. A\nV. B.".encode())
    assert json.loads(result.stdout)["warnings"] == [
        {
            "line": 2,
            "code": "unparsed_line",
            "message": "“V. B.” looks like a number or heading but was read as text.",
            "count": 1,
            "stops": True,
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["missing.txt"], b"", "No such file"),
        (["-"], "Maddə 1. Ad\n1.1. Şəxs ".encode() + b"\xff", "byte 0xFF in line 2, column 11."),
        (["-", "--country", "fr", "--language", "fr"], b"", "No numbering scheme"),
    ],
)
def test_a_refusal_is_one_line_and_an_exit_code(arguments, stdin, message):
    result = run(*arguments, stdin=stdin)
    error = result.stderr.decode()
    assert result.returncode == 2
    assert message in error
    assert error.count("\n") == 1


def test_a_reader_that_has_seen_enough_ends_the_front_quietly():
    command = [sys.executable, "-m", "amendments.provisions", "-", "--country", "az", "--language", "az"]
    text = "".join(f"Maddə {n}. Ad\nMətn.\n" for n in range(1, 1_000)).encode()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as front:
        front.stdout.close()
        front.stdin.write(text)
        front.stdin.close()
        assert front.stderr.read() == b""


def test_an_unknown_plugin_is_named():
    result = run("-", MADDA_PLUGINS="atlantis")
    assert result.returncode == 2
    assert "atlantis" in result.stderr.decode()


def test_plugins_may_be_left_out():
    assert run("-", "--country", "az", "--language", "az", MADDA_PLUGINS="").returncode == 2
    assert run("-", "--language", "ru", MADDA_PLUGINS="").returncode == 0


def test_the_front_starts_without_django():
    code = "import sys, amendments.provisions.__main__ as front; front.installed_schemes(); print('django' in sys.modules)"
    start = time.process_time()
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert result.stdout.strip() == b"False"
    assert time.process_time() - start < 5


def test_the_base_law_of_the_demo_is_read_as_its_authors_list_it():
    listed = json.loads(BASE_LAW.with_name("amendment_versions.json").read_text(encoding="utf-8"))["base"][
        "provisions"
    ]
    result = run(str(BASE_LAW), "--country", "xx", "--language", "en")
    found = [
        element
        for element in json.loads(result.stdout)["elements"]
        if element["kind"] in {"article", "part", "point"}
    ]
    assert [(e["number"], e["heading"], e["text"]) for e in found] == [
        (p["num"], p["heading"], p["text"]) for p in listed
    ]
    assert len(found) == 105
    assert json.loads(result.stdout)["warnings"] == []
