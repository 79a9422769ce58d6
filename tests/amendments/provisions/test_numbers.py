import pytest

from amendments.provisions.numbers import ProvisionNumber, filed, latin_letters, letter_value, roman_value
from amendments.provisions.provision_errors import BadNumber

AZERBAIJANI = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"


@pytest.mark.parametrize(
    "ordered",
    [
        ["12", "12-1", "12-2", "13"],
        ["9.3.4", "9.3.4.1", "9.3.4-1", "9.3.5"],
        ["45.1.3", "45.1.3-1", "45.1.3-2", "45.1.4", "45.1.10"],
        ["12", "12.0", "12.1", "12-1", "12-1.1"],
        ["I", "II", "IV", "V", "IX", "X"],
        ["VII", "VII-I", "VIII"],
        ["a", "b", "c", "z", "aa"],
        ["6", "6a", "6b", "7"],
        ["12.01", "12.02", "12.10", "12.11"],
        ["9999", "9999-1", "10000", "10000.1", "10000-1", "10001", "99999"],
        ["12", "D12", "L111-1", "L. 111-2", "L121-1", "R. 12", "R13"],
        ["A12A", "A12B", "A13"],
        ["39", "39-1", "39A", "39 bis", "39 bis A", "39 ter", "40"],
        ["6", "6° bis", "6° ter", "7"],
        ["L121-1", "L121-1 bis", "L121-2", "R*121-3", "R122-1"],
        ["3", "4 to 6", "7", "8 and 9", "10–12", "13"],
    ],
)
def test_numbers_sort_in_the_order_of_print(ordered):
    assert sorted(ordered, key=ProvisionNumber.parse) == ordered


def test_letters_sort_by_the_alphabet_of_the_language():
    found = sorted(["d", "ç", "ə", "c", "e"], key=lambda letter: ProvisionNumber.parse(letter, AZERBAIJANI))
    assert found == ["c", "ç", "d", "e", "ə"]


@pytest.mark.parametrize(
    "ordered",
    [
        "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я аа",
        "а а-1 б",
        " ".join(AZERBAIJANI),
        "a g h i k p q w x y z aa",
        "1 1а 1б 2",
        "i ii iii iii-1 iv v vi ix x xi",
        "h i i-1 j",
        "c d",
    ],
)
def test_letters_are_filed_in_the_order_of_their_script(ordered):
    letters = latin_letters(ordered.split())
    assert sorted(set(ordered.split()), key=lambda each: filed(each, letters)) == ordered.split()
    with_others = ["", "8.1", *ordered.split()]  # what bears no letter tells nothing of these
    assert latin_letters(with_others) == letters
    assert all(map(filed, ordered.split()))
    assert filed("?") == ()


@pytest.mark.parametrize(
    "printed",
    [
        "",
        " ",
        "12.",
        ".1",
        "12..3",
        "-1",
        "12-",
        "a b",
        "012",
        "12-0",
        "Birinci",
        "12-ci",
        "12,3",
        "1/2",
        "٣",
        "1" * 9,
    ],
)
def test_what_is_no_number_is_refused(printed):
    with pytest.raises(BadNumber, match="not the number of a provision"):
        ProvisionNumber.parse(printed)


@pytest.mark.parametrize(
    ("printed", "depth", "parent", "own"),
    [
        ("12", 1, "", "12"),
        ("12-1", 1, "", "12-1"),
        ("9.3.4-1", 3, "9.3", "4-1"),
        ("3.0.1", 3, "3.0", "1"),
        ("IV", 1, "", "IV"),
    ],
)
def test_a_number_knows_its_levels(printed, depth, parent, own):
    number = ProvisionNumber.parse(printed)
    assert (number.depth, number.parent, number.own, str(number)) == (depth, parent, own, printed)


def test_dashes_and_superscripts_mean_the_same_suffix():
    assert ProvisionNumber.parse("12–1") == ProvisionNumber.parse("12¹") == ProvisionNumber.parse("12-1")
    assert len({ProvisionNumber.parse("12–1"), ProvisionNumber.parse("12-1")}) == 1


def test_a_number_is_equal_only_to_numbers():
    assert ProvisionNumber.parse("12") != "12"


@pytest.mark.parametrize(
    ("numeral", "value"), [("I", 1), ("XLIX", 49), ("MMXX", 2020), ("ІХ", 9), ("IIII", 0), ("", 0), ("A", 0)]
)
def test_roman_numerals(numeral, value):
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("letters", "value"), [("a", 1), ("z", 26), ("bb", 28), ("ab", 0), ("", 0), ("1", 0)]
)
def test_list_letters(letters, value):
    assert letter_value(letters) == value
