"""Whoever takes a recommendation begins with its change in the words that the working text has now."""

import pytest
from django.urls import reverse

from consultations.queries.provision_texts import wordings
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.models import Recommendation
from rights.queries.starting_wording import StartingWording, starting_wording
from tests.factories import law
from tests.rights.conftest import issue


@pytest.fixture
def recommended(office, opinion):
    """An issued recommendation to replace words of 2.1."""

    def make(old, new):
        [row] = opinion.recommendations.select_related("version")
        [words] = wordings([row.version], [row.provision_id]).values()
        assert old in words.body
        opinion.recommendations.update(wording=words.body.replace(old, new))
        issue(office, opinion)
        return Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()

    return make


@pytest.fixture
def moved_on(office):
    """The drafters change the words in which the fare is paid."""

    def change(new):
        amendment, drafter = office.world.amendment, office.world.drafter
        law.add(amendment, drafter, "replace_words", "2.1", old="before the crossing", new=new)

    return change


def test_a_text_that_stands_takes_the_wording_as_it_is(recommended):
    row = recommended("The fare", "The whole fare")
    assert starting_wording(row) == StartingWording(row.wording)


def test_a_change_elsewhere_in_the_provision_stays(office, recommended, moved_on, client):
    row = recommended("The fare", "The whole fare")
    moved_on("on board")
    start = starting_wording(row)
    assert (start.has_moved_on, start.is_carried) == (True, True)
    assert start.words == row.wording.replace("before the crossing", "on board")
    client.force_login(office.world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("rights:take", args=[row.pk])).content.decode()
    assert start.words in page
    assert "in the words of today" in page
    taken = TakeRecommendation(row, start.words, actor=office.act(office.world.drafter)).execute()
    assert taken.recommendation_links.get().as_recommended


def test_a_change_of_the_same_words_is_told(office, recommended, moved_on, client):
    row = recommended("before the crossing", "after the crossing")
    moved_on("on board")
    assert starting_wording(row) == StartingWording(row.wording, has_moved_on=True, is_carried=False)
    client.force_login(office.world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("rights:take", args=[row.pk])).content.decode()
    assert "this wording would undo that" in " ".join(page.split())
