"""My work leads to the rows with other words of each act in the table of that act."""

import pytest
from django.urls import reverse

from consultations.models import Right
from rights.models import ConcordanceRow
from tests.factories import law
from tests.rights.concordance_rows import write

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def acts(office):
    """The act with two rows, and one before it in the alphabet with a row. Each has a row with other words."""
    world = office.world
    base = law.make_act(world.section, world.drafter, number="0-L")
    law.release(base, "public", world.drafter, world.secretary)
    amendment = law.make_amendment(world.section, base, world.drafter, "Another amendment")
    law.add(amendment, world.drafter, "replace_words", "2.1", old="10 coins", new="30 coins")
    law.release(law.seal(amendment, world.drafter), "public", world.drafter, world.secretary)
    for version, articles in ((base, "9"), (world.base, "3(1)"), (world.text, "4")):
        write(office, version, "2.1", articles=articles).rights.add(Right.objects.get(code="B01"))
    return world.base.instrument, base.instrument


@pytest.mark.parametrize(
    ("name", "only"), [("drafter", "stale"), ("analyst", "mine"), ("secretary", "stale")]
)
def test_my_work_has_a_task_for_each_act_that_opens_its_rows(office, acts, client, name, only):
    person = office.analyst if name == "analyst" else getattr(office.world, name)
    client.force_login(person, backend=BACKEND)
    home = client.get("/en/").content.decode()
    for act, articles in zip(acts, ("3(1)", "9"), strict=True):
        url = f"{reverse('concordance:rows')}?act={act.pk}&only={only}"
        assert url.replace("&", "&amp;") in home
        assert [line.row.articles for line in client.get(url).context["lines"]] == [articles]


def test_the_table_opens_with_the_act_that_has_most_rows(acts, client, office):
    client.force_login(office.world.drafter, backend=BACKEND)
    assert client.get(reverse("concordance:rows")).context["table"].act == acts[0]
    ConcordanceRow.objects.filter(instrument=acts[0]).first().delete()
    assert client.get(reverse("concordance:rows")).context["table"].act == acts[1]
