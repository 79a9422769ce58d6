"""An issue is behind only where the text that waits is newer than the one whose answer gave the state."""

from rights.actions.answers.assess_text import AssessText
from rights.queries.issue_lines import outdated
from rights.values import Conformity
from tests.rights.drafts import next_draft, other_draft


def test_an_older_draft_of_another_amendment_is_no_newer_text(office):
    other = other_draft(office, "Another amendment", "30 coins")
    answered = next_draft(office, "20 coins", "40 coins")
    AssessText(office.issue, answered, Conformity.CONFORMS, actor=office.act()).execute()
    assert [row.version for row in office.issue.followed.waiting()] == [other]
    assert outdated(office.analyst, [office.issue]) == set()
    newer = next_draft(office, "40 coins", "50 coins")
    assert [row.version for row in office.issue.followed.waiting()] == [other, newer]
    assert outdated(office.analyst, [office.issue]) == {office.issue.pk}
