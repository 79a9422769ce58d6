"""The table of conformity: the weakest value of each provision under each right, as of one text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.views.requests import page_of
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.queries.conformity import conformity_table
from rights.queries.names_of_texts import names_of
from rights.values import Conformity, IssueState
from rights.views import conformity_page
from tests.factories import law
from tests.rights.conftest import content, passage


@pytest.fixture
def act(office):
    return office.world.base.instrument


def shown(table):
    return {row.called: [cell.value for cell in row.cells] for row in table.rows}


def test_a_provision_has_a_cell_for_each_right_that_is_touched_as_of_the_text(office, act):
    version = office.world.base
    OpenIssue(version, [passage(version, "2.2")], content(rights=("B02",)), actor=office.act()).execute()
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    now = conformity_table(office.analyst, act, "")
    assert [right.code for right in now.rights] == ["B01", "B02"]
    assert shown(now) == {"2.1": [Conformity.CONFORMS, None], "2.2": [None, Conformity.DOES_NOT]}
    assert [row.cells[0].is_better for row in now.rows] == [True, False]
    raised = conformity_table(office.analyst, act, str(version.pk))
    assert shown(raised)["2.1"] == [Conformity.DOES_NOT, None]
    assert [cell.value for cell in raised.weakest] == [Conformity.DOES_NOT, Conformity.DOES_NOT]


def test_the_weakest_of_several_issues_counts_and_one_that_waits_is_told(office, act):
    version = office.world.base
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    other = OpenIssue(version, [passage(version, "2.1")], content(), actor=office.act()).execute()
    waiting = conformity_table(office.analyst, act, "")
    assert (shown(waiting), waiting.waiting) == ({"2.1": [None]}, 1)
    AssessText(other, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    assert shown(conformity_table(office.analyst, act, "")) == {"2.1": [Conformity.PARTLY]}


def test_a_closed_issue_without_a_value_does_not_cover_the_one_that_stands(office, act, client):
    version = office.world.base
    twice = OpenIssue(version, [passage(version, "2.1")], content(), actor=office.act()).execute()
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    MoveIssue(twice, IssueState.CLOSED, actor=office.act(reason="Entered twice.")).execute()
    table = conformity_table(office.analyst, act, "")
    (row,) = table.rows
    assert (row.touched[0].value, row.touched[0].issues) == (Conformity.CONFORMS, (office.issue, twice))
    assert (table.waiting, [cell.value for cell in table.weakest]) == (0, [Conformity.CONFORMS])
    assert [one.sign for one in row.touched[0].changes] == ["↑"]
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    cell = f"{row.provision}:B01"
    page = client.get(reverse("rights:conformity", args=[act.pk]), {"cell": cell}).content.decode()
    assert "to be assessed" not in page


def test_a_text_that_the_person_may_not_read_is_not_offered(office, act):
    law.add(office.world.amendment, office.world.drafter, "repeal", "1.2.1")
    hidden = law.text_in(law.seal(office.world.amendment, office.world.drafter))
    table = conformity_table(office.analyst, act, str(hidden.pk))
    assert table.version == office.world.text
    assert hidden not in [version for version, _name in table.offered]


def test_a_draft_that_answers_no_issue_is_not_offered(office, act):
    world = office.world
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Another amendment")
    law.add(amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    table = conformity_table(office.analyst, act, "")
    assert table.version == world.text
    assert law.text_in(draft) not in {version for version, _name in table.offered}


def test_the_page_says_each_value_in_words_and_asks_no_more_queries_for_more_issues(office, act, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("rights:conformity", args=[act.pk])
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    page = " ".join(client.get(url).content.decode().split())
    assert '<span class="visually-hidden">Partly conforms</span>' in page
    assert page.count('scope="row"') == 2
    before = _queries(client, url)
    version = office.world.base
    for number, right in (("2.2", "B02"), ("1.1", "B01"), ("1.2.1", "B02")):
        words = [passage(version, number)]
        OpenIssue(version, words, content(rights=(right,)), actor=office.act()).execute()
    assert _queries(client, url) <= before + 1


def test_a_right_that_waits_everywhere_is_to_be_assessed_in_the_whole_law_too(office, act, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    page = " ".join(client.get(reverse("rights:conformity", args=[act.pk])).content.decode().split())
    (row,) = [part for part in page.split("<tr") if "conformity-weakest" in part]
    assert '<span class="visually-hidden">to be assessed</span>' in row
    legend = page.partition('class="conformity-legend')[2].partition("</ul>")[0]
    assert "to be assessed" in legend


def _queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) <= 20
    return len(queries)


@pytest.mark.parametrize("role", ["drafter", "secretary", "admin", "citizen"])
def test_nobody_outside_the_office_opens_it(office, act, client, role):
    client.force_login(office.world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("rights:conformity", args=[act.pk])).status_code == 403


def test_the_rows_are_paged_and_a_cell_leads_to_the_issues_that_it_does_not_show(
    office, act, client, monkeypatch
):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    version = office.world.base
    for number in ("2.1", "2.1", "2.1", "2.2"):
        OpenIssue(version, [passage(version, number)], content(), actor=office.act()).execute()
    monkeypatch.setattr(
        conformity_page, "page_of", lambda request, rows, _most, name="": page_of(request, rows, 1, name)
    )
    url = reverse("rights:conformity", args=[act.pk])
    first, second = (client.get(url, {"page": number}).content.decode() for number in (1, 2))
    provision = version.entries.get(number="2.1").provision_id
    assert f"?provision={provision}&amp;right=B01" in first
    assert "1 more" in first
    assert first.count(f'href="?page=1&amp;cell={provision}%3AB01#cell"') == 2  # in the table and in the list
    assert "×3</span>" in first
    assert [page.count('scope="row"') for page in (first, second)] == [
        2,
        2,
    ]  # with the weakest values of the whole law
    assert "page=2" in first


def test_a_draft_stands_there_with_its_day(office, act):
    text = office.world.text
    table = conformity_table(office.analyst, act, str(text.pk))
    assert [name for _text, name in table.offered] == ["Law 1-L", names_of([text]).dated(text)]
    assert table.name == table.offered[1][1] != "Draft 1"
