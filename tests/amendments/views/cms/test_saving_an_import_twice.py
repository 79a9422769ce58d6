"""“Save and seal” pressed twice leads to the act, and not to a page that says it is there already."""

import pytest
from django.urls import reverse

from amendments.models import Instrument
from tests.amendments.views.cms.test_importing import ROWBOATS, URL, particulars
from tests.factories import law

pytestmark = pytest.mark.django_db


def test_the_second_answer_leads_to_the_act_that_the_first_has_sealed(drafter, stage):
    data = particulars(stage, title="Law", number="5-L", text=ROWBOATS, save="1")
    first = drafter.post(reverse(URL), data)
    assert drafter.post(reverse(URL), data)["Location"] == first["Location"]
    assert Instrument.objects.filter(number="5-L").count() == 1


@pytest.mark.parametrize("other", [{"title": "Other law"}, {"text": ROWBOATS.replace("rafts", "floats")}])
def test_another_title_or_text_is_refused_with_the_act_that_is_there(drafter, stage, other):
    data = particulars(stage, title="Law", number="5-L", text=ROWBOATS, save="1")
    drafter.post(reverse(URL), data)
    refused = drafter.post(reverse(URL), data | other)
    assert "imported already: Law" in refused.content.decode()


def test_a_colleague_is_told_of_the_act_that_another_has_sealed(drafter, stage, client):
    data = particulars(stage, title="Law", number="5-L", text=ROWBOATS, save="1")
    drafter.post(reverse(URL), data)
    colleague = law.make_user("colleague", f"drafters of {stage.world.section.title}")
    client.force_login(colleague, backend="django.contrib.auth.backends.ModelBackend")
    assert "imported already: Law" in client.post(reverse(URL), data).content.decode()
