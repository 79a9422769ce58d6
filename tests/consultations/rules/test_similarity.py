from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from consultations.rules.similarity import THRESHOLD, CommentText, are_opposed, containment, similar_pairs

A = "is considered by a reasoned decision a threat to public order or national security"
B = "the person is considered by a reasoned decision a threat to public order or national security"
KEYS = [UUID(int=place) for place in (9, 4, 7, 1, 8, 2)]
C = "The Human Rights Commissioner visits reception centres at any time without notice"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [(A, A, 1.0), (A, B, 1.0), (A, C, 0.0), ("", A, 0.0), ("", "", 0.0), ("3 months", "3 Months", 1.0)],
)
def test_containment_of_the_shorter_text_in_the_longer(a, b, expected):
    assert containment(a, b) == expected
    assert containment(b, a) == expected


def test_suggests_pairs_above_the_threshold_most_similar_first():
    half = A.replace("public order or national security", "the peace of the whole country")
    texts = [A, B, half, C, ""]
    pairs = similar_pairs([CommentText(key, text) for key, text in zip(KEYS, texts, strict=False)])
    assert [(p.first, p.second) for p in pairs] == [
        (KEYS[0], KEYS[1]),
        (KEYS[0], KEYS[2]),
        (KEYS[1], KEYS[2]),
    ]


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        (CommentText(KEYS[0], "Within 7 days."), CommentText(KEYS[1], "Within 24 hours."), True),
        (CommentText(KEYS[0], "Within 7 days."), CommentText(KEYS[1], "Within 7 days of 30 coins."), False),
        (CommentText(KEYS[0], "As in 5.2.3 of it."), CommentText(KEYS[1], "As in 9.1.2 of it."), False),
        (CommentText(KEYS[0], A, deletes=True), CommentText(KEYS[1], A, "a threat to public order"), True),
        (CommentText(KEYS[0], A, deletes=True), CommentText(KEYS[1], A), False),
        (CommentText(KEYS[0], A, deletes=True), CommentText(KEYS[1], A, "no threat", deletes=True), False),
        (
            CommentText(KEYS[0], "It takes 3 weeks.", "in 7 days, in 2 copies"),
            CommentText(KEYS[1], "It takes 4 weeks.", "in 7 days, in 2 copies"),
            False,
        ),
        (
            CommentText(KEYS[0], "", "in 7 days, in 2 copies"),
            CommentText(KEYS[1], "", "in 24 hours, in 2 copies"),
            True,
        ),
        (CommentText(KEYS[0], A, stance="supports"), CommentText(KEYS[1], A, stance="opposes"), True),
        (
            CommentText(KEYS[0], A, stance="supports_with_changes"),
            CommentText(KEYS[1], A, stance="opposes"),
            False,
        ),
    ],
)
def test_opposite_demands_are_no_pair(a, b, opposed):
    assert are_opposed(a, b) is are_opposed(b, a) is opposed
    if opposed:
        assert not similar_pairs([a, b], threshold=0.0)


@given(st.lists(st.text(alphabet="ab cd", max_size=30), max_size=6))
def test_agrees_with_the_comparison_of_every_two(texts):
    wordings = [CommentText(key, text) for key, text in zip(KEYS, texts, strict=False)]
    expected = {
        (KEYS[i], KEYS[j])
        for i in range(len(texts))
        for j in range(i + 1, len(texts))
        if containment(texts[i], texts[j]) >= THRESHOLD
    }
    assert {(p.first, p.second) for p in similar_pairs(wordings)} == expected
