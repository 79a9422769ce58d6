"""The new text that an amending act quotes under an instruction: printed, and read back.

An article is printed "Article 12-1. Heading", everything below it "12-1.1. Text"; lines without a number of the
announced provisions continue the text before them.
"""

import re
from collections.abc import Iterable

from amendments.instructions.errors import Unread
from amendments.instructions.operations import NewElement

_NUMBERED = re.compile(r"(\d+(?:[.-]\d+)*)\.(?:\s+(.*))?")


def is_article(number: str) -> bool:
    """Whether a number is that of an article, which has a heading of its own."""
    return "." not in number


def printed(elements: Iterable[NewElement], article: str) -> str:
    """The provisions as quoted text; `article` is the word before an article's number."""
    return "\n".join(line for element in elements for line in _lines(element, article))


def _lines(element: NewElement, article: str) -> list[str]:
    if not is_article(element.number):
        words = [element.heading] if element.heading else []
        return f"{element.number}. {chr(10).join([*words, element.text])}".split("\n")
    title = f"{article} {element.number}. {element.heading}".rstrip()
    return [title, *(element.text.split("\n") if element.text else [])]


def read(text: str, announced: Iterable[str], article: str) -> list[NewElement]:
    """The provisions in a quoted text, in order; the first must be the first that was announced."""
    expected = list(announced)
    found: list[tuple[str, list[str]]] = []
    for line in text.strip().split("\n"):
        number, rest = _number(line, expected, article)
        if number:
            found.append((number, [rest]))
        elif found:
            found[-1][1].append(line)
        else:
            raise Unread(f"The quoted text does not begin with {expected[0]}.")
    missing = [number for number in expected if number not in [n for n, _ in found]]
    if missing:
        raise Unread(f"The quoted text does not hold {missing[0]}.")
    return [_element(number, lines) for number, lines in found]


def _number(line: str, expected: list[str], article: str) -> tuple[str, str]:
    """The number that a line begins with, when it is one of the announced provisions or lies under one."""
    has_word = line.startswith(f"{article} ")
    match = _NUMBERED.fullmatch(line.removeprefix(f"{article} ") if has_word else line)
    if match is None or has_word != is_article(match[1]):
        return "", line
    number = match[1]
    is_expected = any(number == other or number.startswith(f"{other}.") for other in expected)
    return (number, match[2] or "") if is_expected else ("", line)


def _element(number: str, lines: list[str]) -> NewElement:
    if is_article(number):
        return NewElement(number, heading=lines[0], text="\n".join(lines[1:]))
    return NewElement(number, text="\n".join(lines))
