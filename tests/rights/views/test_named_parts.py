"""Parts that each article counts anew: named in the forms of the desk, and compared with what stood before."""

import re

import pytest
from django.urls import reverse

from consultations.actions.comments.anchoring import Chosen
from rights.actions.issues.open_issue import OpenIssue
from rights.models import ConcordanceRow
from tests.factories import law
from tests.rights.conftest import content
from tests.rights.pages import signed_in, text_of

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Piers

Article 1. Scope
1. This Law applies to piers.
2. It does not apply to rafts.

Article 2. Minor boats
A minor boat is not detained.

Article 3. Detention
1. A boat is detained for a day.
2. It is released when the fee is paid.
"""


@pytest.fixture
def piers(office):
    world = office.world
    version = law.make_act(world.section, world.drafter, text=ACT, number="7-L")
    law.release(version, "public", world.drafter, world.secretary)
    return version


def key_of(version, eid):
    return version.entries.get(eid=eid).provision_id


def whole(version, eid):
    return Chosen(str(key_of(version, eid)), 0, 0)


def test_a_row_of_the_concordance_is_written_on_a_part(office, piers, client):
    client.force_login(office.world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    part = key_of(piers, "art_3__para_2")
    hub = text_of(client.get(reverse("amendments:provision", args=[part])))
    form = reverse("concordance:write_row", args=[piers.instrument_id])
    assert f'href="{form}?provision={part}"' in hub
    offered = client.get(f"{form}?provision={part}").context["form"]
    assert offered["provisions"].value() == "3(2)"
    typed = {"treaty": "CRC", "articles": "3", "summary": "x", "rights": ["B01"], "degree": "full"}
    refused = client.post(form, typed | {"provisions": "1)"})
    assert "Several provisions of this text have the number 1)." in text_of(refused)
    for place, named in enumerate(("3(2)", "part 2 of Article 3, 1 (2)"), start=1):
        assert client.post(form, typed | {"provisions": named}).status_code == 302, named
        named_by = [row for row in ConcordanceRow.objects.all() if row.anchors.count() == place]
        assert len(named_by) == 1
        assert part in named_by[0].anchors.values_list("provision", flat=True)


def test_an_issue_is_opened_on_a_part_and_covers_others(office, piers, client):
    signed_in(client, office.analyst)
    url = reverse("rights:find")
    found = client.get(url, {"act": piers.instrument_id, "number": "3(2)"})
    assert found.url == reverse("rights:open", args=[key_of(piers, "art_3__para_2")])
    chosen = [whole(piers, "art_3__para_1")]
    issue = OpenIssue(piers, chosen, content(title="Detention"), actor=office.act()).execute()
    client.post(reverse("rights:provisions", args=[issue.pk]), {"numbers": "part 2 of Article 3; 1(2)"})
    assert issue.anchors.count() == 3


def test_a_heading_that_stood_there_before_is_not_told_as_new(office, piers, client):
    world = office.world
    issue = OpenIssue(piers, [whole(piers, "art_2")], content(title="Minors"), actor=office.act()).execute()
    amendment = law.make_amendment(world.section, piers, world.drafter, "Amending the Law on Piers")
    new = "1. A minor boat is not detained.\n2. Others are."
    law.add(amendment, world.drafter, "restate", "2", new=new)
    law.release(law.seal(amendment, world.drafter), "public", world.drafter, world.secretary)
    signed_in(client, office.analyst)
    for page in (client.get("/en/"), client.get(issue.url)):
        told = text_of(page)
        assert "Others are." in told
        assert not re.search(r"<ins[^>]*>(<span[^>]*>[^<]*</span>)?\s*Minor boats", told)
