"""Spans on one line, and texts to compare."""

from collections.abc import Iterable

from hypothesis import strategies as st

from amendments.redline.provision_redline import Mark, Span

_SIGNS = {Mark.KEPT: "%s", Mark.DELETED: "{-%s-}", Mark.INSERTED: "{+%s+}"}

_WORDS = [
    "court",
    "court",
    "the",
    "shall",
    "12-1",
    "12/2023",
    "10-cu",
    "30 000",
    "L'homme",
    "(a)",
    "日本",
    "สวัสดี",
]
_RARE = ["é", "e\u0301", "😀", "\ud800", "\x00", "\u2028", "\u00a0", "\t"]
_SPACES = [" ", " ", " ", " ", "\n", "\n\n", "\r\n", ",", ".", ";", "("]
PIECES = st.sampled_from([*_WORDS, *_RARE, *_SPACES])
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


def accepted(spans: Iterable[Span]) -> str:
    """The text after all changes."""
    return "".join(span.text for span in spans if span.mark is not Mark.DELETED)


def rejected(spans: Iterable[Span]) -> str:
    """The text without the changes."""
    return "".join(span.text for span in spans if span.mark is not Mark.INSERTED)


def marked(spans: Iterable[Span]) -> str:
    """{-deleted-} and {+inserted+}, as a reader would note them."""
    return "".join(_SIGNS[span.mark] % span.text for span in spans)
