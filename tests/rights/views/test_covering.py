"""The page on which somebody adds provisions to an issue and removes them."""

import pytest
from django.urls import reverse

from rights.actions.issues.cover_provisions import AddProvisions
from rights.actions.issues.move_issue import MoveIssue
from rights.values import IssueState
from tests.rights.conftest import passage
from tests.rights.pages import signed_in, text_of


@pytest.fixture
def analyst(office, client):
    return signed_in(client, office.analyst)


@pytest.fixture
def page(office):
    return reverse("rights:provisions", args=[office.issue.pk])


def test_a_provision_is_added_by_its_number_and_removed_with_a_reason(office, analyst, page):
    assert page in text_of(analyst.get(office.issue.url))
    shown = text_of(analyst.post(page, {"numbers": "2.2, 1.2.1"}, follow=True))
    assert "also covers 2.2, 1.2.1" in shown
    remove = reverse("rights:remove_provision", args=[office.issue.pk])
    told = {"provision": passage(office.world.base, "2.2").provision}
    assert analyst.post(remove, told).status_code == 422  # without a reason
    assert office.issue.anchors.count() == 3
    shown = text_of(analyst.post(remove, told | {"reason": "Not touched."}, follow=True))
    assert "also covers 1.2.1" in shown
    story = shown[shown.index("Provisions of the issue") :]
    assert story.index("added") < story.index("removed") < story.index("Not touched.")
    assert "1.2.1" in text_of(analyst.get(page))


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("99", "No provision of this text has the number 99."),
        ("", "This field is required."),
        (", ;", "This field is required."),
        ("2.1", "The issue covers these provisions already."),
    ],
)
def test_a_wrong_number_is_named_and_stays_in_the_form(office, analyst, page, numbers, said):
    answer = analyst.post(page, {"numbers": numbers})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert office.issue.anchors.count() == 1


def test_what_stands_below_a_whole_provision_is_covered_with_it(office, analyst, page):
    AddProvisions(office.issue, [passage(office.world.base, "1.2").provision], actor=office.act()).execute()
    answer = analyst.post(page, {"numbers": "1.2.1"})
    assert "The issue covers these provisions already." in text_of(answer)
    analyst.post(page, {"numbers": "1.2.1, 2.2"})
    assert office.issue.anchors.count() == 3


def test_a_closed_issue_has_no_form_and_refuses(office, analyst, page):
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Over.")).execute()
    shown = text_of(analyst.get(page))
    assert "Open it again first." in shown
    assert 'name="numbers"' not in shown
    assert f'action="{page}"' not in shown
    assert analyst.post(page, {"numbers": "2.2"}).status_code == 422


def test_an_unknown_provision_is_none(office, analyst):
    remove = reverse("rights:remove_provision", args=[office.issue.pk])
    assert analyst.post(remove, {"provision": "x", "reason": "No."}).status_code == 404
