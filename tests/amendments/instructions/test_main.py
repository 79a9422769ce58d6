import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from amendments.instructions.__main__ import main

ROOT = Path(__file__).resolve().parents[3]
ACT = """LAW
On Data

Article 1. Scope
1.1. This Law applies to data.
1.2. It does not apply to secrets.

Article 2. Entry into force
This Law enters into force tomorrow.
"""


@pytest.fixture
def answered(monkeypatch, capsys):
    """Run a command on lines: objects are written as JSON, bytes go in as they are."""

    def run(*arguments, lines):
        data = b"".join(
            (line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()) + b"\n"
            for line in lines
        )
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        monkeypatch.setattr(sys, "path", list(sys.path))
        assert main(arguments) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_operations_are_worded_one_a_line(answered):
    lines = [
        {"op": "repeal", "target": "4.4"},
        {"op": "restate", "target": "4.4"},
        {"op": "nothing", "target": "4.4"},
    ]
    worded = answered("word", "--country", "az", "--language", "az", "--mood", "imperative", lines=lines)
    assert worded == [
        {"text": "4.4-cü maddə ləğv edilsin."},
        {"refused": "Write the new text."},
        {"refused": "Line 3: “nothing” is no kind of instruction."},
    ]


def test_the_past_is_worded_too(answered):
    (line,) = answered("word", "--language", "en", "--mood", "past", lines=[{"op": "repeal", "target": "4"}])
    assert line == {"text": "Article 4 has been repealed."}


def test_sentences_are_parsed(answered):
    lines = [
        {"text": "21.1-ci maddədə “3” rəqəmi “10” rəqəmi ilə əvəz edilmişdir.", "year": 2014},
        {"text": "Bu cümlə heç nə demir.", "year": 2014},
        {"text": 3},
        {"text": "4-cü maddə ləğv edilmişdir.", "year": "2014"},
    ]
    parsed = answered("parse", "--country", "az", "--language", "az", lines=lines)
    assert parsed[0] == {
        "operations": [{"op": "replace_number", "target": "21.1", "old": "3", "new": "10", "year": 2014}]
    }
    assert "not understood" in parsed[1]["unread"]
    assert parsed[2] == {"unread": "Line 3: “text” must be a string."}
    assert parsed[3] == {"unread": "Line 4: “year” must be a whole number."}


def test_the_text_of_one_provision_is_executed_under_any_number(answered):
    replaced = {"op": "replace_words", "target": "7.3", "old": "b", "new": "x"}
    heading = {"op": "restate_heading", "target": "7", "level": "heading", "new": "New"}
    lines = [
        {"before": "a b c", "operations": [replaced]},
        {"before": "a b b", "operations": [replaced]},
        {"before": "Old", "operations": [heading]},
        {"before": "a b", "operations": [replaced, {**replaced, "target": "7.4"}]},
        {"before": "a b", "operations": [replaced, {**heading, "target": "7.3"}]},
        {"before": "a b", "operations": [replaced, {"op": "insert_element", "target": "7.4", "new": "y"}]},
        {"before": "a b c", "operations": [{**replaced, "target": "", "targets": ["7.3", "7.4"]}]},
        {"before": "a b", "operations": [{"op": "commencement", "target": "*", "new": "Later."}]},
    ]
    executed = answered("execute", lines=lines)
    assert [line.get("after") for line in executed] == [
        "a x c",
        None,
        "New",
        None,
        None,
        None,
        "a x c",
        "a b",
    ]
    assert executed[1] == {"refused": "“b” stands 2 times in 7.3."}
    assert executed[5]["refused"].startswith("Operation 2:")


def test_a_whole_act_is_executed_and_printed(answered):
    operations = [
        {"op": "replace_words", "target": "1.1", "old": "data", "new": "personal data"},
        {"op": "insert_element", "target": "1.3", "new": "It applies abroad."},
    ]
    (line,) = answered(
        "execute", lines=[{"before": ACT, "operations": operations, "country": "", "language": "en"}]
    )
    assert line["after"] == ACT.replace("to data.", "to personal data.").replace(
        "secrets.\n", "secrets.\n1.3. It applies abroad.\n"
    )


def test_operations_are_derived_and_give_the_text(answered):
    texts = {"before": "One day. Two.", "after": "One week. Two. Three."}
    (line,) = answered("derive", lines=[texts])
    (after,) = answered("execute", lines=[{"before": texts["before"], "operations": line["operations"]}])
    assert after == {"after": texts["after"]}


def test_operations_are_derived_from_two_whole_acts(answered):
    act = "LAW\n\nArticle 1. Fares\n1.1. The fare is 10 coins.\n1.2. Children travel free.\n"
    edited = act.replace("10 coins", "12 coins").replace("free.\n", "free.\n1.3. Dogs pay half.\n")
    whole = {"country": "", "language": "en"}
    (derived,) = answered("derive", lines=[{"before": act, "after": edited, **whole}])
    assert [operation["target"] for operation in derived["operations"]] == ["1.1", "1.3"]
    (executed,) = answered("execute", lines=[{"before": act, **derived, **whole}])
    assert executed == {"after": edited}


def test_a_change_of_spacing_is_no_instruction(answered):
    act = "Article 1. Fares\n1.1. The fare is 10 coins.\n"
    (refused,) = answered(
        "derive", lines=[{"before": act, "after": act.replace("\n", "\n\n"), "language": "en"}]
    )
    assert refused == {"refused": "The two texts differ in how they are printed, not only in words."}


@pytest.mark.parametrize("command", ["word", "parse", "execute", "derive"])
@pytest.mark.parametrize(
    "line", [b"{", b"[]", b"\xff\xfe", b"{}", b'"text"', b"[" * 20_000, b'{"before": 1}']
)
def test_a_bad_line_is_answered_and_the_next_one_too(answered, command, line):
    answers = answered(command, lines=[line, line])
    assert len(answers) == 2
    assert all("Line" in (a.get("refused") or a["unread"]) for a in answers)


def test_what_the_schemes_do_not_know_is_refused(answered):
    (line,) = answered(
        "execute", lines=[{"before": "x", "operations": [], "country": "xx", "language": "xx"}]
    )
    assert "xx" in line["refused"]


def test_an_unknown_language_ends_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "path", list(sys.path))
    assert main(["parse", "--language", "xx"]) == 2
    assert "xx" in capsys.readouterr().err


def test_a_plugin_that_is_not_there_is_named(monkeypatch, capsys):
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setenv("MADDA_PLUGINS", "atlantis")
    assert main(["execute"]) == 2
    assert "atlantis" in capsys.readouterr().err


def test_empty_lines_are_passed_over(answered):
    assert answered("word", lines=[b"", b"  ", {"op": "repeal", "target": "4"}]) == [
        {"text": "Article 4 shall be repealed."}
    ]


def test_an_unknown_language_is_said_before_anything_is_read():
    command = [sys.executable, "-m", "amendments.instructions", "word", "--language", "xx"]
    result = subprocess.run(command, input=b"{}\n", capture_output=True, cwd=ROOT, check=False)
    assert result.returncode == 2
    assert b"xx" in result.stderr
    assert b"Traceback" not in result.stderr


def test_the_front_imports_no_django():
    code = "import sys, amendments.instructions.__main__; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_one_line_never_takes_the_others_along(answered, monkeypatch, capsys):
    lines = [
        b'{"text": "\\ud800"}',
        b'{"text": "x", "year": ' + b"1" * 5_000 + b"}",
        b"[" * 200_000,
        {"text": "5.1-ci maddə ləğv edilsin."},
    ]
    found = answered("parse", "--country", "az", "--language", "az", lines=lines)
    assert found[0] == {"unread": "“\ud800” is not understood."}
    assert found[1]["unread"].startswith("Line 2: no JSON")
    assert found[2]["unread"].startswith("Line 3: no JSON")
    assert found[3] == {"operations": [{"op": "repeal", "target": "5.1"}]}


def test_a_crash_on_one_line_is_told_and_the_next_is_answered(answered, monkeypatch, capsys):
    from amendments.instructions import __main__ as front

    monkeypatch.setattr(front, "from_json", lambda data: {"1": 1}[data["target"]])
    lines = [{"op": "repeal", "target": "2"}, b"{"]
    found = answered("word", "--language", "en", lines=lines)
    assert found[0] == {"refused": "Line 1: KeyError: '2'"}
    assert found[1]["refused"].startswith("Line 2: no JSON")
