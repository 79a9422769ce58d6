"""Provisions that a draft repeals are found by the numbers that they had."""

from django.urls import reverse

from rights.models import RightsIssue
from tests.rights.drafts import released
from tests.rights.pages import signed_in, text_of


def test_an_issue_covers_provisions_that_the_draft_repeals_by_their_numbers_in_the_base_text(office, client):
    world = office.world
    text = released(office, world.amendment, "repeal", "1.2.1")
    base = {number: world.base.entries.get(number=number).provision_id for number in ("1.2.1", "2.1")}
    url = f"{reverse('rights:open', args=[base['2.1']])}?text={text.pk}"
    told = {"title": "Children", "severity": "high", "conformity": "does-not", "rights": ["B01"]}
    analyst = signed_in(client, office.analyst)
    assert analyst.post(url, told | {"also": "1.2.1, 2.2"}).status_code == 302
    raised = RightsIssue.objects.get(title="Children")
    places = [row.provision_id for row in raised.anchors.order_by("pk")]
    assert places[:2] == [base["2.1"], base["1.2.1"]]
    assert "1.2.1" in text_of(analyst.get(raised.url))
    assert analyst.post(url, told | {"also": "1.2.9"}).status_code == 422
