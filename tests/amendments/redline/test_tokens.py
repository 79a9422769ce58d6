"""What may never be cut, in any script."""

import pytest
from hypothesis import given, strategies as st

from amendments.redline.tokens import ends_line, ends_sentence, is_small, is_word, split_words


@given(st.text(st.characters() | st.characters(categories=["Mn", "Mc", "Cs", "Cc", "Zs"])))
def test_the_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(split_words(text)) == text


@pytest.mark.parametrize(
    "whole",
    [
        "9.3.6-1-ci", "12/2023", "10-cu", "L121-1", "12A", "L'homme", "12(3)(a)", "30 000", "1 000 000,50", "12.05.2023",
        "08:30", "118.3.2–118.3.5-ci", "(a)", "(12)", "[7]", "e\u0301tude", "किताब", "كِتَاب", "می\u200cخواهم", "👩\u200d⚖️", "👍🏽", "\r\n",
    ],
)  # fmt: skip
def test_is_one_piece(whole: str) -> None:
    assert split_words(f"x {whole} y") == ["x", " ", whole, " ", "y"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one, two", ["one", ",", " ", "two"]),
        ("in 2023 500 acts", ["in", " ", "2023", " ", "500", " ", "acts"]),
        ("日本語", ["日", "本", "語"]),
        ("第15条", ["第", "15", "条"]),
        ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
        ("a\ud800b", ["a", "\ud800", "b"]),
        (" \u0301x", [" \u0301", "x"]),
    ],
)
def test_is_cut_into(text: str, pieces: list[str]) -> None:
    assert split_words(text) == pieces


def test_kinds_of_pieces() -> None:
    assert is_word("law")
    assert is_word("(a)")
    assert not is_word(",")
    assert ends_sentence(";")
    assert not ends_sentence(",")
    assert ends_line("\r\n")
    assert not ends_line(" ")


@pytest.mark.parametrize(
    ("text", "small"), [(" , ", True), (" and ", True), (" court ", False), ("a b", False), ("\n", False)]
)
def test_small_is_what_helps_no_reader(text: str, *, small: bool) -> None:
    assert is_small(text) is small
