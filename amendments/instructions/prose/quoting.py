"""The new text that an amending act quotes under an instruction: printed, and read back.

An article is printed "Article 12-1. Heading", a chapter "Chapter 3. Heading", everything below an article
"12-1.1. Text", in acts that number on their own "3. Text" and "a) Text", a row with a tab between its cells; lines without a number of the announced
provisions continue the text before them. Title and preamble have words only.
"""

import re
from collections.abc import Iterable, Mapping

from amendments.instructions.designations import is_dotted_article, without_kind
from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import NewElement
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import roman_value

# How numbers of articles, chapters, sections, divisions and annexes are printed ("Article {}."), and what a note
# begins with, in the language of the act; of single provisions by their citation, as the act prints them. One that ends
# in a line break stands above the heading. The only annex of an act has no number; without
# a label of its own it has that of a numbered one without the number.
Labels = Mapping[str, str]

_NUMBERED = re.compile(r"([^\s.]+(?:\.[^\s.]+)*)\.(?:\s+(.*))?")
_NAMED = re.compile(r"(section|chapter|division|annex) (?!note$)(\S+)")
_LOCAL = re.compile(r"(.*)\(([^()]+)\)")
_POINT = re.compile(r".+ (point|article|row) ([^\s:]+)(?::\d+)?")
_WORDS_ONLY = frozenset({"title", "preamble"})
_TABLE = re.compile(r".+ table \d+")


def has_heading(number: str) -> bool:
    """Whether a number is that of an article or of what stands above articles: these have headings."""
    if number in _WORDS_ONLY:
        return False
    if is_dotted_article(number):
        return True
    return bool(_NAMED.fullmatch(number)) or not ("." in number or "(" in number or " " in number)


def _has_words_only(number: str) -> bool:
    """Whether what bears this number is printed without it."""
    return number in _WORDS_ONLY or _TABLE.fullmatch(number) is not None


def printed(elements: Iterable[NewElement], labels: Labels) -> str:
    """The provisions as quoted text."""
    return "\n".join(line for element in elements for line in _lines(element, labels))


def read(text: str, announced: Iterable[str], labels: Labels) -> list[NewElement]:
    """The provisions in a quoted text, in order; the first must be the first that was announced."""
    expected = list(announced)
    if _has_words_only(expected[0]):
        return [NewElement(expected[0], text=text.strip())]
    found: list[tuple[str, list[str]]] = []
    for line in text.strip().split("\n"):
        number, rest = _number(line, expected, labels)
        if number:
            found.append((number, [rest]))
        elif found:
            found[-1][1].append(line)
        else:
            raise Unread(_("The quoted text does not begin with %(number)s.", number=expected[0]))
    missing = [number for number in expected if number not in [n for n, __ in found]]
    if missing:
        raise Unread(_("The quoted text does not hold %(number)s.", number=missing[0]))
    return [_element(number, lines, labels) for number, lines in found]


def as_quoted(numbers: Iterable[str], text: str, labels: Labels) -> tuple[str, ...]:
    """The numbers of new provisions; of an article where one is quoted with the word for it: "Article 5.2."."""
    lines = text.split("\n")
    names = ((number, f"article {number}", labels["article"].format(number)) for number in numbers)
    return tuple(
        name if is_dotted_article(name) and any(line.startswith(label) for line in lines) else number
        for number, name, label in names
    )


def _lines(element: NewElement, labels: Labels) -> list[str]:
    label = _label(element.number, labels)
    if has_heading(element.number):
        joint = "" if label.endswith("\n") else " "
        title = f"{label}{joint}{element.heading}".rstrip()
        return [*title.split("\n"), *(element.text.split("\n") if element.text else [])]
    words = "\n".join(part for part in (element.heading, element.text) if part)
    return f"{label} {words}".strip().split("\n")


def _label(number: str, labels: Labels) -> str:
    """What is printed before the words: "Article 12.", "Chapter 3.", "12.1.", of 4(3) "3.", of 4(3)(a) "a)"."""
    if _has_words_only(number):
        return ""
    if "{" not in labels.get(number, "{"):
        return labels[number]
    if number == "annex":
        return labels.get("only annex") or labels["annex"].format("").strip(" .:№")
    if number == "note" or number.endswith(" note"):
        return labels["note"]
    if match := _NAMED.fullmatch(number):
        return labels[match[1]].format(match[2])
    if match := _LOCAL.fullmatch(number):
        is_part = "(" not in match[1] and (match[2][0].isdigit() or roman_value(match[2]))
        return f"{match[2]}{'.' if is_part else ')'}"
    if match := _POINT.fullmatch(number):
        return f"{match[2]}."
    return labels["article"].format(without_kind(number)) if has_heading(number) else f"{number}."


def _printed_label(number: str, labels: Labels) -> "re.Pattern[str]":
    """A line that begins with a label, whichever of the usual marks follows the number."""
    label = _label(number, labels).rstrip("\n")
    bare = label.rstrip(".:)")
    before, mark = (r"\(?", "[.:)]") if label != bare else ("", "")
    return re.compile(rf"{before}{re.escape(bare)}{mark}(?:\s+(.*))?")


def _number(line: str, expected: list[str], labels: Labels) -> tuple[str, str]:
    """The number that a line begins with, when it is one of the announced provisions or lies under one."""
    for number in expected:
        if match := _printed_label(number, labels).fullmatch(line):
            return number, (match[1] or "").strip()
    article = labels["article"].partition("{")[0]
    is_upper = any(_NAMED.fullmatch(number) for number in expected)
    is_article = line.startswith(article)
    match = _NUMBERED.fullmatch(line.removeprefix(article))
    if match is None or (is_article and not is_upper):
        return "", line
    is_below = is_upper or any(match[1].startswith(f"{number}.") for number in expected)
    is_numbered = match[1][0].isdigit() and is_article == has_heading(match[1])
    return (match[1], match[2] or "") if is_below and is_numbered else ("", line)


def _element(number: str, lines: list[str], labels: Labels) -> NewElement:
    if has_heading(number):
        if _label(number, labels).endswith("\n") and not lines[0]:
            lines = lines[1:] or lines
        return NewElement(number, heading=lines[0], text="\n".join(lines[1:]))
    return NewElement(number, text="\n".join(lines))
