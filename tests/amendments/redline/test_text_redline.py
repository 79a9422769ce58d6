"""What diff_text promises, whatever the texts are."""

import random
from itertools import pairwise

import pytest
from hypothesis import given

from amendments.redline.provision_redline import Mark, Span
from amendments.redline.text_redline import diff_text
from amendments.redline.tokens import split_words
from tests.amendments.redline.notation import TEXTS, accepted, marked, rejected


@given(TEXTS, TEXTS)
def test_accepting_gives_after_and_rejecting_gives_before(before: str, after: str) -> None:
    spans = diff_text(before, after)
    assert rejected(spans) == before
    assert accepted(spans) == after


@pytest.mark.parametrize(
    ("before", "after", "redline"),
    [
        ("a fee\t20 manat", "a fee\t30 manat", "a fee\t{-20-}{+30+} manat"),
        ("old\tfee here\t20", "new\tfee here\t21", "{-old-}{+new+}\tfee here\t{-20-}{+21+}"),
        ("a\tb", "c\td", "{-a-}{+c+}\t{-b-}{+d+}"),
        ("a\tb", "a\tb\tc", "a\tb{+\tc+}"),
        ("x\na\t5", "x\na\t6", "x\na\t{-5-}{+6+}"),
    ],
)
def test_a_row_is_compared_cell_by_cell(before: str, after: str, redline: str) -> None:
    assert marked(diff_text(before, after)) == redline


def test_a_line_above_points_is_compared_by_words_as_it_is_alone() -> None:
    before, after = "A residence permit is refused where the person:", "residence permit is within heard:"
    alone = "{-A -}residence permit is {-refused where the person-}{+within heard+}:"
    assert marked(diff_text(before, after)) == alone
    points = "\n9.1.1. has given false information;\n9.1.2. is no longer there."
    assert marked(diff_text(before + points, after + points)) == alone + points


@given(TEXTS, TEXTS)
def test_the_same_input_gives_the_same_redline(before: str, after: str) -> None:
    assert diff_text(before, after) == diff_text(before, after)


@given(TEXTS)
def test_identical_texts_are_never_marked(text: str) -> None:
    assert diff_text(text, text) == ((Span(Mark.KEPT, text),) if text else ())


@given(TEXTS, TEXTS)
def test_no_span_is_empty_and_none_could_be_joined_to_the_next(before: str, after: str) -> None:
    spans = diff_text(before, after)
    assert all(span.text for span in spans)
    assert all(left.mark is not right.mark for left, right in pairwise(spans))


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
        ("30 000 manat", "30 500 manat", "{-30 000-}{+30 500+} manat"),
        ("section 12(3)(a) of", "section 12(3)(b) of", "section {-12(3)(a)-}{+12(3)(b)+} of"),
        ("One. Two.", "One. New one. Two.", "One.{+ New one.+} Two."),
        ("A and C apply here.", "A, B and C apply here.", "A{+, B+} and C apply here."),
        ("a case, review ended", "a case, review, or appeal, ended", "a case, review{+, or appeal,+} ended"),
        ("A b c", "b c", "{-A -}b c"),
        ("x  y", "x y", "x {- -}y"),
        ("", "new", "{+new+}"),
        ("old", "", "{-old-}"),
        ("foo bar\nbaz", "foo bar baz", "foo bar{-\n-}{+ +}baz"),
        ("one line\r\ntwo", "one line\ntwo", "one line{-\r\n-}{+\n+}two"),
        ("cafe\u0301 noir", "cafe noir", "{-cafe\u0301-}{+cafe+} noir"),
        ("第一条 国家保护人权。", "第一条 国家尊重人权。", "第一条 国家{-保护-}{+尊重+}人权。"),
    ],
)
def test_a_reader_sees_what_a_lawyer_would_mark(before: str, after: str, expected: str) -> None:
    assert marked(diff_text(before, after)) == expected


def test_a_new_wording_is_shown_as_a_replacement() -> None:
    before = (
        "The Ombudsman receives complaints of citizens and answers all of them in writing within a month."
    )
    after = "Every person has the right to a fair hearing by an independent court of law without delay."
    assert marked(diff_text(before, after)) == f"{{-{before}-}}{{+{after}+}}"


def test_a_new_wording_keeps_the_words_with_which_both_begin_and_end() -> None:
    before = "is considered undesirable by the competent authority;"
    after = "is considered by a reasoned decision a threat to public order or national security;"
    new = "by a reasoned decision a threat to public order or national security"
    expected = f"is considered {{-undesirable by the competent authority-}}{{+{new}+}};"
    assert marked(diff_text(before, after)) == expected
    assert marked(diff_text(f"It {before[3:]}", f"It {after[3:]}")).startswith("It considered {-")
    assert marked(diff_text(f"1 {before[14:]}", f"1 {after[14:]}")).startswith(
        "{-1 "
    )  # one word says nothing


def test_paragraphs_of_one_provision_are_matched_before_their_words() -> None:
    before = (
        "The first duty of the body is to hear complaints.\nThe second duty of the body is to report yearly."
    )
    after = "The second duty of the body is to report monthly.\nThe third duty of the body is to publish all reports."
    assert "The second duty of the body is to report {-yearly-}{+monthly+}." in marked(
        diff_text(before, after)
    )


def test_one_paragraph_of_a_megabyte_is_compared_and_not_replaced() -> None:
    source = random.Random(1)  # noqa: S311 - words, no secrets
    words = ["".join(source.choices("abcdefghij", k=6)) for _ in range(30_000)]
    changed = list(words)
    for place in range(50, len(words), 100):
        changed[place] = "CHANGED"
    spans = diff_text(" ".join(words), " ".join(changed))
    assert accepted(spans) == " ".join(changed)
    assert [span.text for span in spans if span.mark is Mark.INSERTED] == ["CHANGED"] * 300


@pytest.mark.parametrize(("unit", "times"), [("a ", 30_000), ("the law is ", 20_000), ("x", 200_000)])
def test_endless_repetition_neither_hangs_nor_breaks(unit: str, times: int) -> None:
    before, after = unit * times, unit * (times // 2) + "new " + unit * (times // 3) + "end"
    spans = diff_text(before, after)
    assert rejected(spans) == before
    assert accepted(spans) == after


def test_a_bracket_that_both_sides_open_is_closed_in_them():
    spans = diff_text("within 5 (five) days", "within 7 (seven) days")
    assert [(span.mark, span.text) for span in spans] == [
        (Mark.KEPT, "within "),
        (Mark.DELETED, "5 (five)"),
        (Mark.INSERTED, "7 (seven)"),
        (Mark.KEPT, " days"),
    ]
