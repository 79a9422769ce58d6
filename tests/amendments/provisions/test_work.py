"""An act whose lines are all alike costs no more for each line than a short one."""

import sys

import pytest

from amendments.provisions.losses import printed_twice
from amendments.provisions.recognising import returning_entries, twins

pytestmark = pytest.mark.whole


def steps(scheme, text):
    """How many lines of Python it takes to read an act."""
    count = 0

    def counting(frame, event, argument):
        nonlocal count
        count += event == "line"
        return counting

    before = sys.gettrace()
    sys.settrace(counting)
    try:
        scheme.parse(text)
    finally:
        sys.settrace(before)
    return count


def letters(number):
    return "".join("abcdefghij"[int(figure)] for figure in str(number))


@pytest.mark.parametrize(
    "lines",
    [
        "Article 1. A",
        "Contents\nArticle {of_ten}. Fees",
        "Article {of_ten}. A {letters}\nChapter 1. {letters}",
        "{n}. Fees and taxes and duties {letters}",
    ],
)
def test_a_line_of_a_long_act_takes_no_more_steps(lines, en, monkeypatch):
    for module, limit in [
        (twins, "_NEAREST"),
        (printed_twice, "_MOST_ALIKE"),
        (returning_entries, "_MOST_ALIKE"),
    ]:
        monkeypatch.setattr(module, limit, 5)

    def act(times):
        numbers = range(1, times + 1)
        return "LAW\n" + "\n".join(lines.format(n=n, of_ten=n % 10, letters=letters(n)) for n in numbers)

    en.parse(act(2))
    short, long = (steps(en, act(times)) for times in (200, 600))
    assert long <= 3.3 * short
