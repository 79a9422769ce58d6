"""A recommendation is taken as the change of the text on which it was written: what was changed since stays."""

import pytest
from django.urls import reverse

from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.models import Instruction
from amendments.queries.drafting.drafts import working_draft
from consultations.errors.of_states import ChangedSince
from consultations.queries.comments.provision_texts import wordings
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.models import Recommendation
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


def words_after(office, proposed):
    """The words of the provision once the drafters have taken the instruction in."""
    TakeInstruction(proposed, actor=office.act(office.world.drafter)).execute()
    tree = working_draft(law.act_of(office.world.amendment)).tree
    return tree.numbered("2.1")[0].text


def test_a_change_elsewhere_in_the_provision_stays(office, recommended, moved_on):
    row = recommended("The fare", "The whole fare")
    moved_on("on board")
    taken = TakeRecommendation(row, row.wording, actor=office.act(office.world.drafter)).execute()
    assert words_after(office, taken) == row.wording.replace("before the crossing", "on board")
    assert taken.recommendation_links.get().as_recommended


def test_a_change_of_the_same_words_is_refused_and_may_be_written_over(office, recommended, moved_on):
    row = recommended("before the crossing", "after the crossing")
    moved_on("on board")
    drafter = office.act(office.world.drafter)
    with pytest.raises(ChangedSince):
        TakeRecommendation(row, row.wording, actor=drafter).execute()
    taken = TakeRecommendation(row, row.wording, actor=drafter, restate=True).execute()
    assert words_after(office, taken) == row.wording


def test_the_secretariat_takes_it_without_a_look_at_the_working_text(office, recommended, moved_on, client):
    row = recommended("The fare", "The whole fare")
    moved_on("in the lagoon")
    client.force_login(office.world.secretary, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("rights:take", args=[row.pk])
    page = client.get(url).content.decode()
    assert row.wording in page
    assert "lagoon" not in page
    done = client.post(url, {"wording": row.wording}, follow=True)
    assert Instruction.objects.filter(status=Instruction.Status.PROPOSED).exists()
    assert "lagoon" not in done.content.decode()
