from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from consultations.rules import similarity
from consultations.rules.similarity import (
    THRESHOLD,
    CommentText,
    are_opposed,
    containment,
    shingles,
    similar_to,
)

A = "is considered by a reasoned decision a threat to public order or national security"
B = "the person is considered by a reasoned decision a threat to public order or national security"
KEYS = [UUID(int=place) for place in (9, 4, 7, 1, 8, 2)]
C = "The Human Rights Commissioner visits reception centres at any time without notice"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [(A, A, 1.0), (A, B, 1.0), (A, C, 0.0), ("", A, 0.0), ("", "", 0.0), ("3 months", "3 Months", 1.0)],
)
def test_containment_of_the_shorter_text_in_the_longer(a, b, expected):
    first, second = shingles(a), shingles(b)
    assert containment(first, second) == containment(second, first) == expected


def of(texts):
    return [CommentText(key, text) for key, text in zip(KEYS, texts, strict=False)]


def test_suggests_those_above_the_threshold_most_similar_first():
    half = A.replace("public order or national security", "the peace of the whole country")
    own, *others = of([A, half, B, C, ""])
    assert similar_to(own, others) == [KEYS[2], KEYS[1]]


def test_many_who_send_the_same_words_are_not_compared_with_each_other(monkeypatch):
    """As after a campaign: the page of one of 300 comments took 13 seconds."""
    compared = []
    real = are_opposed
    monkeypatch.setattr(similarity, "are_opposed", lambda a, b: compared.append(b.key) or real(a, b))
    others = [CommentText(UUID(int=place), A) for place in range(30)]
    assert similar_to(CommentText(KEYS[0], A), others) == compared == [other.key for other in others]


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
def test_opposite_demands_are_not_suggested(a, b, opposed, monkeypatch):
    assert are_opposed(a, b) is are_opposed(b, a) is opposed
    monkeypatch.setattr(similarity, "THRESHOLD", 0.0)
    assert similar_to(a, [b]) == ([] if opposed else [b.key])


@given(st.lists(st.text(alphabet="ab cd", max_size=30), min_size=1, max_size=6))
def test_agrees_with_the_share_of_each(texts):
    own, *others = of(texts)
    shares = {other.key: containment(shingles(own.text), shingles(other.text)) for other in others}
    expected = [key for key, share in shares.items() if share >= THRESHOLD]
    assert sorted(similar_to(own, others)) == sorted(expected)
