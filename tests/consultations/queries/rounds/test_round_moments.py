"""The moments at which rounds open and close by the clock."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.models import Round
from consultations.queries.rounds.round_moments import RoundMoments

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def hours(world):
    now = timezone.now()
    opens, closes = now + timedelta(hours=1), now + timedelta(hours=2)
    Round.objects.update(opens=opens, closes=closes)
    return now, opens, closes


def test_the_opening_comes_first_and_then_the_end_of_the_closing_second(hours):
    now, opens, closes = hours
    following = RoundMoments().next_after
    assert following(now) == opens
    assert following(opens) == closes + SECOND
    assert following(closes) == closes + SECOND
    assert following(closes + SECOND) is None
