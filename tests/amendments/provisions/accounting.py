"""Accounts for every line of an act that begins like a provision, by means that the parser does not use.

A line is a provision if an element with its number is printed from it; every other one has to be counted by a finding.
"""

import re
from collections import Counter

from amendments.provisions.losses import codes
from amendments.provisions.recognising.lines import split_lines

# Each of these counts lines that begin like a provision, but were not read as one.
COUNTING = {
    *(codes.UNPARSED_LINE, codes.NUMBERS_IN_CONTENTS, codes.NUMBERS_AFTER_END, codes.NUMBERS_IN_TABLES),
    *(codes.NUMBERS_IN_SIGNATURE, codes.NUMBERS_QUOTED, codes.NUMBERS_BEFORE_LAW, codes.LOST_NUMBERS),
}  # fmt: skip
# These count lines that another act would begin a provision with, and the scheme does not know.
LOOKING = {
    codes.UNKNOWN_HEADINGS,
    codes.TITLES_IN_TEXT,
    codes.NOTES_IN_LAW,
    codes.JOINED_NUMBERS,
    codes.REPEATED_NUMBERS,
}
_LEAD = re.compile(r"(?:[-*•–—|>#+]+[ \xa0\t]*)*")  # bullets, bars and signs of Markdown
_DECIMAL = re.compile(r"[0-9]{1,5}(?:-[0-9]{1,3})?(?:\.[0-9]{1,3}(?:-[0-9]{1,3})?)+\.(?![0-9])")
_ITEM = re.compile(r"(?:[0-9]{1,4}(?:-[0-9]{1,3})?[.)]|\([0-9]{1,3}\))(?![0-9.])")
_HEADING = re.compile(
    r"(?:Maddə|MADDƏ|Fəsil|FƏSİL|Article|ARTICLE|Section|Chapter|CHAPTER|Статья|СТАТЬЯ|Глава|ГЛАВА) (?:[0-9]{1,4}(?:-[0-9]{1,3})?|[IVXLC]{1,7})(?:\.(?![0-9])|$)"
)


def looks_numbered(line):
    """Whether a line begins as hardly anything but a provision or a heading does, also in a list or a table."""
    lead = _LEAD.match(line)
    return any(form.match(line, lead.end() if lead else 0) for form in (_DECIMAL, _ITEM, _HEADING))


def account(parsed, text):
    """(lines that look numbered, elements with a number, lines counted by findings)."""
    lines, __ = split_lines(text)
    looking = sum(1 for line in lines if looks_numbered(line.content))
    counts = Counter()
    for finding in parsed.warnings:
        counts[finding.code] += finding.count
    return looking, sum(1 for e in parsed.tree if e.number), sum(counts[code] for code in COUNTING)


def lost(parsed, text):
    """How many lines are neither; more elements than lines are no loss."""
    looking, elements, counted = account(parsed, text)
    return max(looking - elements - counted, 0)
