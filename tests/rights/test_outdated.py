"""An issue is behind only where the text that waits is newer than the one whose answer gave the state."""

from rights.actions.answers.assess_text import AssessText
from rights.queries.issue_lines import outdated
from rights.queries.shown_states import other_states
from rights.values import Conformity
from tests.factories import law
from tests.rights.drafts import next_draft, other_draft


def answer(office, version, person=None):
    AssessText(office.issue, version, Conformity.CONFORMS, actor=office.act(person)).execute()
    office.issue.refresh_from_db()


def behind(office, person):
    """The issues that wait for a newer text, as the person may know."""
    return outdated(person, [office.issue], other_states(person, [office.issue]))


def test_an_older_draft_of_another_amendment_is_no_newer_text(office):
    other = other_draft(office, "Another amendment", "30 coins")
    answered = next_draft(office, "20 coins", "40 coins")
    answer(office, answered)
    assert [row.version for row in office.issue.followed.waiting()] == [other]
    assert behind(office, office.analyst) == set()


def test_an_answer_that_the_reader_may_not_read_takes_no_draft_off_those_that_wait(office):
    world = office.world
    answer(office, world.text)
    next_draft(office, "20 coins", "30 coins")
    assert behind(office, office.analyst) == {office.issue.pk}
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="30 coins", new="40 coins")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    law.join(world.drafter, "rights_analyst")
    answer(office, hidden, world.drafter)
    assert behind(office, office.analyst) == {office.issue.pk}
    assert behind(office, world.drafter) == set()
