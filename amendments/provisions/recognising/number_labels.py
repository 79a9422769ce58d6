"""Reading the number before a part or point: "12.3.1.", "1.", "1)", "(a)", "IV."."""

import re
from collections.abc import Iterator
from unicodedata import combining, normalize

from amendments.provisions.conventions import Conventions
from amendments.provisions.lookalikes import Folder
from amendments.provisions.numbers import (
    REPEATED,
    Component,
    ProvisionNumber,
    letter_value,
    plain,
    roman_value,
)
from amendments.provisions.provision_errors import BadNumber
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.tree import Kind

MARKS = r"(?P<marks>(?: ?\[[0-9]{1,4}\])*)"  # footnote marks between a number and what ends the label
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER = rf"(?:(?![{_RAISED}])[^\W\d_])"
_INSERTED = rf"[{_RAISED}]*(?:\([1-9][0-9]?\))?(?:-[0-9]{{1,3}})*"  # 12¹, 12(1), 12-1
_TO = r"(?:\) ?- ?[0-9]{1,4}(?:-[0-9]{1,3})*(?=\)))?"  # points repealed together: "3) - 6-3)"
_DECIMAL = re.compile(
    rf"(?P<number>[0-9]{{1,5}}{_INSERTED}(?:\.[0-9]{{1,3}}{_INSERTED})+)"
    rf"{MARKS}(?P<after> {{0,3}}[.)](?!\d) *| +|$)"
)
_ITEM = re.compile(
    rf"(?P<open>\( {{0,2}})?(?P<number>[0-9]{{1,4}}(?:[a-z]{{1,2}}|{_LETTER})?(?(open)(?:\.[0-9]{{1,2}})?){_INSERTED}{_TO}"
    rf"|{_LETTER}\.(?:{_LETTER}|[0-9]{{1,2}})|{_LETTER}{{1,5}}[{_RAISED}]*(?:-[0-9]{{1,3}})?)"
    rf"{MARKS} {{0,3}}(?P<close>[.)°º])(?!\d)(?P<repeated>(?<=[°º]) (?:{'|'.join(REPEATED)})(?![^\W_]))?(?(repeated)[.)]?) *"
    r"(?:(?<=\.)[—–-] ?(?=\())?"  # "1.—(1)"
)
_ZERO = re.compile(r"\.0[0-9]")  # of a date; only a heading has such a number: "Sec. 12.01."
# "İ.Əliyevin", "İ. Əliyev imzalayır.": no Roman number; "İ. Ümumi müddəalar" may be one that heads a section
_INITIAL = re.compile(r"İ\.(?:\S| +[A-ZÇƏĞİÖŞÜ](?![A-ZÇƏĞİÖŞÜ])\w*[ ,].*[.,;:]$)")
_LONGEST_ROMAN_LIST = 100  # “C.” and “D.” begin the names of people


def number_range(folder: Folder, conventions: Conventions) -> str:
    """What may follow a number where several are printed together: " to 6", ", 7 and 8"."""
    words = folder.any_of(conventions.ranges)
    return rf"(?:(?:, |,? (?:{words}) )[0-9]{{1,5}}(?:[a-z](?![^\W_]))?)*" if conventions.ranges else ""


def read_number(style: str, number: str) -> NumberReading | None:
    """A reading of digits or Roman numerals; None where they are no number of a provision."""
    try:
        return NumberReading(style, ProvisionNumber.parse(number).components)
    except BadNumber:
        return None


def read_decimal(content: str, folded: str) -> Label | None:
    """A number of several levels; without a full stop after it only its place can tell whether it is one."""
    match = _DECIMAL.match(folded)
    if not match or _ZERO.search(match["number"]):
        return None
    ending = match["after"].strip()
    reading = read_number("decimal" + ending, match["number"])
    if reading is None:
        return None
    return Label(
        Form.DECIMAL,
        Kind.PART,
        content[: match.end("number")],
        0,
        match.end(),
        (reading,),
        marks=match.span("marks"),
        is_marked=ending != "",
    )


def read_item(content: str, folded: str, conventions: Conventions) -> Label | None:
    """The number or letter of a list, with every way to read it."""
    match = _ITEM.match(folded)
    if not match or (match["open"] and match["close"] != ")"):
        return None
    start, stop = match.span("number")
    if content[start:stop] == "İ" and _INITIAL.match(content):
        return None
    if match["repeated"]:
        stop = match.end("repeated")  # "6° bis" is one number
    while stop < len(content) and combining(content[stop]):  # an accent that stands beside its letter
        stop += 1
    brackets = (match["open"] or "").strip() + match["close"]
    printed = normalize("NFC", content[start:stop])
    readings = tuple(_readings(printed, folded[start:stop], brackets, conventions))
    if not readings:
        return None
    is_part = match["close"] == "." or (match["open"] and readings[0].style.startswith("arabic"))
    kind = Kind.PART if is_part else Kind.POINT
    return Label(
        Form.ITEM, kind, content[start:stop], start, match.end(), readings, marks=match.span("marks")
    )


def _readings(printed: str, folded: str, brackets: str, conventions: Conventions) -> Iterator[NumberReading]:
    folded = plain(folded)
    base = folded.partition("-")[0]
    if base[0].isdecimal():
        if reading := read_number("arabic" + brackets, folded):
            yield reading
        return
    if "." in base:
        yield from _dotted(base, brackets, conventions.alphabet)
        return
    is_large = printed[: len(base)].isupper()
    size = "large " if is_large else "small "
    inserted = tuple(int(part) for part in folded[len(base) :].split("-") if part)
    small = printed[: len(base)].replace("İ", "i").lower()
    if before := conventions.skipped.get(small):  # stands between two letters of the list
        small, inserted = before, (1, *inserted)
    letter = letter_value(small, conventions.alphabet)
    if letter and brackets != ".":
        yield NumberReading(f"{size}letter{brackets}", (Component(letter, inserted),))
    roman = roman_value(base.upper())
    may_be_roman = is_large or (conventions.small_roman_lists and brackets != ".")
    if 0 < roman < _LONGEST_ROMAN_LIST and may_be_roman:
        yield NumberReading(f"{size}roman{brackets}", (Component(roman, inserted),))
    if len(base) == 2 and brackets != "." and not inserted:
        yield from _doubled(base.replace("İ", "i").lower(), f"{size}letter{brackets}", conventions.alphabet)


def _dotted(number: str, brackets: str, alphabet: str) -> Iterator[NumberReading]:
    """A letter with a number is printed after the letter, "(a.1)"; with another letter below it, "b.a)"."""
    letter, __, own = number.partition(".")
    outer, inner = letter_value(letter, alphabet), letter_value(own, alphabet)
    if brackets == ".":
        return  # the initials of a person
    if outer and own.isdecimal():
        yield NumberReading(f"small letter{brackets}", (Component(outer, (int(own),)),))
    elif outer and inner:
        yield NumberReading(f"small letter.letter{brackets}", (Component(inner),))


def _doubled(letters: str, style: str, alphabet: str) -> Iterator[NumberReading]:
    """Two letters: "aa" and "(ab)" are printed after "a", and "aa", "bb" may be a list of their own; "(AB)" is a word."""
    first, second = (letter_value(letter, alphabet) for letter in letters)
    if first and second and (first == second or (style.startswith("small") and style.endswith("()"))):
        yield NumberReading(style, (Component(first, (second,)),))
        if first == second:
            yield NumberReading(f"double {style}", (Component(first),))
