"""A reason that is refused stands in its field again, whatever the step is."""

import re

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.issues.cover_provisions import AddProvisions
from rights.actions.issues.move_issue import MoveIssue
from rights.values import EvidenceKind, IssueState
from tests.rights.concordance_rows import write
from tests.rights.conftest import passage
from tests.rights.pages import signed_in, text_of

REFUSED = "Ask +994 50 123 45 67 why."


def _row(office):
    row = write(office, office.world.text, "2.1")
    return office.world.drafter, reverse("concordance:remove_row", args=[row.pk]), {}


def _evidence(office):
    content = EvidenceContent(EvidenceKind.VISIT, "spring 2026", "Nobody spoke the language.")
    row = AddEvidence(office.issue, content, actor=office.act()).execute()
    return office.analyst, reverse("rights:remove_evidence", args=[row.pk]), {}


def _provision(office):
    key = passage(office.world.base, "2.2").provision
    other = passage(office.world.base, "1.2.1").provision
    AddProvisions(office.issue, [key, other], actor=office.act()).execute()
    return office.analyst, reverse("rights:remove_provision", args=[office.issue.pk]), {"provision": key}


def _closing(office):
    return office.analyst, reverse("rights:move", args=[office.issue.pk, IssueState.CLOSED]), {}


def _opening_again(office):
    MoveIssue(office.issue, IssueState.CLOSED, actor=Actor.now(office.analyst, reason="Over.")).execute()
    return office.analyst, reverse("rights:move", args=[office.issue.pk, IssueState.UNDER_ANALYSIS]), {}


@pytest.mark.parametrize("prepared", [_row, _evidence, _provision, _closing, _opening_again])
def test_a_reason_that_is_refused_stands_in_its_field(office, client, prepared):
    person, url, chosen = prepared(office)
    answer = signed_in(client, person).post(url, {**chosen, "reason": REFUSED})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "would show who somebody is" in page
    assert page.count(f"required> {REFUSED}</textarea>") == 1  # in one form, where there are several
    marked = r'<span class="field-error" id="([^"]+)">[^<]+ would show who [^<]+</span> <textarea [^>]*'
    field = re.search(marked + r'aria-invalid="true" data-takes-focus aria-describedby="\1" required>', page)
    assert field is not None
    assert page.count("aria-invalid") == 1
    assert len(re.findall('<details class="more(?: no-print)?" open>', page)) == 1
    assert '<form method="post" class="form' not in page  # would be sent to the address of this step
