"""Lines that somebody wrote to keep the reader busy: each is read in time that grows with its length."""

import time

import pytest

from amendments.plugins.registry import scheme_for

LONGEST = 100_000  # characters of a line that an import takes


@pytest.mark.parametrize("language", ["az", "en", "ru"])
@pytest.mark.parametrize("part", ["a", "iv", "- ", "[1] ", "[1] - ", "* # ", "1.", "(1"])
def test_what_a_line_repeats_takes_no_time(part, language):
    line = part * (LONGEST // len(part))
    began = time.process_time()
    scheme_for("az", language).parse(f"{line}\n")
    assert time.process_time() - began < 3
