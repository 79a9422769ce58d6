"""An issued opinion with one recommendation, and what its tests share."""

import pytest

from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.models import Recommendation
from rights.queries.follow_up import stories
from rights.values import FollowUpValue
from tests.factories import law
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


def seal(office, old, new):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old=old, new=new)
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return law.text_in(draft)


def signed_in(client, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(answer):
    return " ".join(answer.content.decode().split())
