"""What diff_text promises, whatever the texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.redline.redline import Mark, Span
from amendments.redline.text import diff_text
from amendments.redline.words import split_words

PIECES = st.sampled_from(
    [
        "court",
        "court",
        "the",
        "12-1",
        "12/2023",
        "10-cu",
        " ",
        " ",
        ",",
        ".",
        "\n",
        "\r\n",
        "é",
        "e\u0301",
        "😀",
        "\ud800",
        "\x00",
        "日本",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


def accepted(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans if span.mark is not Mark.DELETED)


def rejected(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans if span.mark is not Mark.INSERTED)


def marked(spans: tuple[Span, ...]) -> str:
    """The spans on one line: {-deleted-} and {+inserted+} as a reader would note them."""
    signs = {Mark.KEPT: "%s", Mark.DELETED: "{-%s-}", Mark.INSERTED: "{+%s+}"}
    return "".join(signs[span.mark] % span.text for span in spans)


@given(TEXTS, TEXTS)
def test_accepting_gives_after_and_rejecting_gives_before(before: str, after: str) -> None:
    spans = diff_text(before, after)
    assert rejected(spans) == before
    assert accepted(spans) == after


@given(TEXTS, TEXTS)
def test_the_same_input_gives_the_same_redline(before: str, after: str) -> None:
    assert diff_text(before, after) == diff_text(before, after)


@given(TEXTS)
def test_identical_texts_are_never_marked(text: str) -> None:
    assert diff_text(text, text) == ((Span(Mark.KEPT, text),) if text else ())


@given(TEXTS, TEXTS)
def test_no_word_and_no_figure_is_cut(before: str, after: str) -> None:
    for side, text in ((Mark.INSERTED, before), (Mark.DELETED, after)):
        ends = {0}
        for piece in split_words(text):
            ends.add(max(ends) + len(piece))
        position = 0
        for span in diff_text(before, after):
            if span.mark is not side:
                position += len(span.text)
                assert position in ends


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The court shall decide.", "The court may decide.", "The court {-shall-}{+may+} decide."),
        ("within 30 days", "within 45 days", "within {-30-}{+45+} days"),
        ("12/2023-cü il", "12/2024-cü il", "{-12/2023-cü-}{+12/2024-cü+} il"),
        ("One. Two.", "One. New one. Two.", "One.{+ New one.+} Two."),
        ("A b c", "b c", "{-A -}b c"),
        ("x  y", "x y", "x {- -}y"),
        ("", "new", "{+new+}"),
        ("old", "", "{-old-}"),
    ],
)
def test_a_reader_sees_what_a_lawyer_would_mark(before: str, after: str, expected: str) -> None:
    assert marked(diff_text(before, after)) == expected
