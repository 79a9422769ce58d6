import pytest

from azerbaijan.wordings.forms import Case, decline
from azerbaijan.wordings.numbers import expand


@pytest.mark.parametrize(
    ("noun", "case", "plural", "possessed", "form"),
    [
        ("maddə", Case.LOCATIVE, False, True, "maddəsində"),
        ("maddə", Case.DATIVE, False, False, "maddəyə"),
        ("maddə", Case.GENITIVE, True, False, "maddələrin"),
        ("bənd", Case.DATIVE, False, False, "bəndə"),
        ("fəsil", Case.GENITIVE, False, False, "fəslin"),
        ("fəsil", Case.LOCATIVE, False, False, "fəsildə"),
        ("abzas", Case.ABLATIVE, False, True, "abzasından"),
        ("Qanun", Case.GENITIVE, False, False, "Qanunun"),
        ("söz", Case.ABLATIVE, True, True, "sözlərindən"),
    ],
)
def test_nouns_follow_vowel_harmony(noun, case, plural, possessed, form):
    assert decline(noun, case, plural=plural, possessed=possessed) == form


@pytest.mark.parametrize(
    ("printed", "plural", "numbers"),
    [
        ("98.2-98.4", True, ["98.2", "98.3", "98.4"]),
        ("91-1-91-3", True, ["91-1", "91-2", "91-3"]),
        ("141-143", True, ["141", "142", "143"]),
        ("12-1", True, ["12-1"]),
        ("12-1", False, ["12-1"]),
        ("272.2", True, ["272.2"]),
        ("9.3.4-1", False, ["9.3.4-1"]),
    ],
)
def test_a_plural_noun_makes_a_range(printed, plural, numbers):
    assert expand(printed, plural=plural) == numbers
