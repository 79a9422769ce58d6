"""The command line: files and streams of pairs."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from amendments.redline import __main__ as front

BEFORE = "Article 1. Purpose\nThis Act protects rights.\n\nArticle 2. Terms\nA term is a <word> with a meaning.\n\n\n"
AFTER = "Article 1. Purpose\nThis Act protects rights and freedoms.\n\nArticle 3. Terms\nA term is a <word> with a meaning.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "before.txt").write_bytes(BEFORE.encode())
    (tmp_path / "after.txt").write_bytes(AFTER.encode())
    return [str(tmp_path / "before.txt"), str(tmp_path / "after.txt")]


def joined(data: dict, skipped: str) -> str:
    return "".join(text for p in data["provisions"] for mark, text in p["spans"] if mark != skipped)


@pytest.mark.parametrize("language", [["--language", "en"], ["--country", "us", "--language", "EN"], []])
def test_json_spans_give_both_files_to_the_last_character(
    files: list[str], language: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert front.main([*files, "--format", "json", *language]) == 0
    data = json.loads(capsysbinary.readouterr().out)
    assert joined(data, "+") == BEFORE
    assert joined(data, "-") == AFTER
    assert data["summary"]["renumbered"] == 1


def test_a_language_without_a_scheme_is_compared_line_by_line(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert front.main([*files, "--language", "xx"]) == 0
    assert "lines stand for provisions" in capsys.readouterr().err


def test_text_shows_what_changed(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    front.main([*files, "--language", "en"])
    out = capsys.readouterr().out
    assert "== edited 1" in out
    assert "protects rights{+ and freedoms+}." in out
    assert "== renumbered 2 → 3" in out


def test_html_escapes_and_names_its_marks(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    front.main([*files, "--format", "html"])
    out = capsys.readouterr().out
    assert "&lt;word&gt;" in out
    assert '<ins><span class="redline-hidden" lang="en">[inserted </span> and freedoms' in out


def test_a_file_that_is_no_text_is_named(
    tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"one\n\xff")
    assert front.main([str(bad), files[1]]) == 2
    assert "bad.txt: not UTF-8: byte 0xFF in line 2, column 1." in capsys.readouterr().err


def test_two_files_are_needed(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        front.main(files[:1])
    assert "two files" in capsys.readouterr().err


def test_one_text_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, files: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(AFTER.encode())))
    assert front.main([files[0], "-", "--format", "json"]) == 0
    assert joined(json.loads(capsysbinary.readouterr().out), "-") == AFTER


def test_standard_input_is_not_both_texts(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        front.main(["-", "-"])
    assert "one text" in capsys.readouterr().err


def test_a_blank_file_is_compared(
    tmp_path: Path, files: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_bytes(b"\n\n")
    assert front.main([str(blank), files[1], "--language", "en", "--format", "json"]) == 0
    data = json.loads(capsysbinary.readouterr().out)
    assert joined(data, "+") == "\n\n"
    assert joined(data, "-") == AFTER


def answers(*lines: bytes) -> list[dict]:
    return [json.loads(line) for line in front.answers(lines)]


def test_pairs_are_answered_one_a_line() -> None:
    pair = {
        "id": "x",
        "before": "The court shall\ud800 decide.",
        "after": "The court may\ud800 decide.",
        "language": "en",
    }
    (answer,) = answers(json.dumps(pair).encode())
    assert answer.pop("seconds") >= 0
    assert answer == {
        "id": "x",
        "ops": [
            ["=", "The court ", None],
            ["-", "shall", None],
            ["+", "may", None],
            ["=", "\ud800 decide.", None],
        ],
    }


def test_moves_carry_a_number_at_both_places() -> None:
    lines = [
        f"{k}. The {word} of the Commissioner is to report once a year in public.\n"
        for k, word in enumerate(["first", "second", "third"])
    ]
    lines[0] = "0. Officials who hinder any of this are liable under the Code of Administrative Offences.\n"
    (answer,) = answers(
        json.dumps({"id": 1, "before": "".join(lines), "after": "".join([*lines[1:], lines[0]])}).encode()
    )
    assert [op for op in answer["ops"] if op[2] is not None] == [["-", lines[0], 1], ["+", lines[0], 1]]
    assert answer["moves"] == {"1": [["=", lines[0]]]}


def test_a_bad_line_is_named_and_the_others_are_answered() -> None:
    found = answers(
        b"{", b"", b"[1]", b'{"id": 4, "before": 1, "after": ""}', b'{"id": 5, "before": "", "after": ""}'
    )
    assert [answer.get("line") for answer in found] == [1, 3, 4, None]
    assert "Line 4: “before” must be a text." in found[2]["error"]
    assert found[3]["ops"] == []


def test_a_crash_of_one_pair_does_not_take_the_others_along(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(front, "compare_plain", lambda before, after: 1 / 0)
    (answer,) = answers(b'{"id": 1, "before": "", "after": ""}')
    assert answer == {"line": 1, "error": "Line 1: ZeroDivisionError: division by zero"}
    assert "Traceback" in capsys.readouterr().err


def test_the_stream_is_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": 1, "before": "a", "after": "a"}\n'))
    )
    assert front.main(["--jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["ops"] == [["=", "a", None]]


def test_the_front_starts_without_django() -> None:
    code = "import amendments.redline.__main__, sys; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])
