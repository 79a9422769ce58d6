"""Whoever is about to issue an opinion is told of the law that became of a draft, and of drafts of an act that had none."""

import pytest

from rights.models import Recommendation
from rights.queries.newer_texts import newer_texts
from tests.factories import law
from tests.rights.drafts import next_draft


def newer(office, opinion):
    rows = Recommendation.objects.filter(opinion=opinion).select_related(
        "version__instrument", "version__draft"
    )
    return newer_texts(office.head, opinion, rows)


def test_the_adopted_law_is_newer_than_the_draft(office, opinion, client):
    world = office.world
    adopted = law.adopt(world.draft, world.drafter)
    assert newer(office, opinion) == []
    law.release(adopted, "public", world.drafter, world.secretary)
    (found,) = newer(office, opinion)
    assert (found.before, found.name, found.places, found.url) == ("Draft 1", "Law 2-L", (1,), "")
    client.force_login(office.head, backend="django.contrib.auth.backends.ModelBackend")
    page = " ".join(client.get(opinion.url).content.decode().split())
    assert "There is a newer text, Law 2-L. Recommendation 1 was written on Draft 1." in page
    assert "Compare Draft 1" not in page


def test_a_draft_that_begins_to_change_an_act_is_newer_than_its_law(office, opinion):
    world = office.world
    Recommendation.objects.filter(opinion=opinion).update(version=world.base)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    (found,) = newer(office, opinion)
    assert (found.before, found.name, found.places, found.url) == (
        "Law 1-L",
        "Draft 2",
        (1,),
        draft.redline_url,
    )


@pytest.mark.whole
def test_a_draft_that_leaves_to_the_law_what_the_older_one_changed_is_told(office, opinion):
    older = next_draft(office, "20 coins", "30 coins")
    next_draft(office, "30 coins", "10 coins")
    Recommendation.objects.filter(opinion=opinion).update(version=older)
    (found,) = newer(office, opinion)
    assert (found.before, found.name, found.as_law) == ("Draft 2", "Draft 3", (1,))
