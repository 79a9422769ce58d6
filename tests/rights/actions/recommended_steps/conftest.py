"""An issued opinion with one recommendation, and what its tests share."""

import pytest

from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.models import Recommendation
from rights.queries.follow_up import stories
from rights.values import FollowUpValue
from tests.rights.conftest import issue


@pytest.fixture
def issued(office, opinion):
    return issue(office, opinion)


@pytest.fixture
def row(issued):
    return Recommendation.objects.select_related("opinion__amendment", "version__instrument").get(
        opinion=issued
    )


def follow(office, row, version, value=FollowUpValue.IN_PART, **more):
    return FollowUpRecommendation(row, version, value, actor=office.act(), **more).execute()


def story(office, row, person=None):
    return stories(person or office.analyst, row.opinion, [row])[row.pk]
