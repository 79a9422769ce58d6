"""Whoever is about to issue an opinion is told of the law that became of a draft, and of drafts of an act that had none."""

from rights.models import Recommendation
from rights.queries.newer_texts import newer_texts
from tests.factories import law


def newer(office, opinion, reader=None):
    rows = Recommendation.objects.filter(opinion=opinion).select_related(
        "version__instrument", "version__draft"
    )
    return newer_texts(reader or office.head, opinion, rows)


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


def test_nobody_is_told_what_a_draft_says_that_he_may_not_read(office, opinion):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="30 coins", new="10 coins")
    law.release(law.seal(world.amendment, world.drafter), "public", world.drafter, world.secretary)
    Recommendation.objects.filter(opinion=opinion).update(version=hidden)
    assert newer(office, opinion) == []
    (found,) = newer(office, opinion, world.drafter)
    assert (found.before, found.name, found.as_law) == ("Draft 2", "Draft 3", (1,))
