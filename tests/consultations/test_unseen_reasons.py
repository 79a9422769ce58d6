"""What has no shape is left out of the reasons of a comment and of an answer, so that none consists of nothing."""

import pytest

from consultations.forms.commenting import ONESELF, CommentForm
from consultations.forms.question_answers import AnswersForm
from consultations.models import RoundQuestion

SHARED = {"visibility": "public", "identity": "shown", "language": "en", "acting_for": ONESELF}
CASES = [
    ("\u200b\u00ad\ufeff", ""),
    ("fer\u00adries\u200b\r\nwait", "ferries\nwait"),
    ("a\u200db", "a\u200db"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "kept"), CASES)
def test_of_a_comment(typed, kept):
    form = CommentForm({**SHARED, "priority": "medium", "rationale": typed}, bodies=[None])
    assert form.is_valid(), form.errors
    assert form.said(None, ()).rationale == kept


@pytest.mark.parametrize(("typed", "kept"), CASES)
def test_of_an_answer(typed, kept):
    question = RoundQuestion(order=1, text="How long?")
    name = f"answer-{question.pk.hex}"
    form = AnswersForm({**SHARED, name: typed}, questions=[question], body=None, standing={})
    assert form.is_valid(), form.errors
    assert [answer.text for answer in form.answers] == [kept]
