"""What “My work” lists to the Ombudsman's office."""

from datetime import timedelta

from django.utils import timezone

from rights.actions.answers.assess_text import AssessText
from rights.queries.desk_lists import updates_for
from rights.values import Conformity
from tests.factories import law


def test_an_answer_on_a_draft_that_the_reader_may_not_read_is_not_listed(office):
    world, since = office.world, timezone.now() - timedelta(seconds=1)
    law.join(world.drafter, "rights_analyst")
    hidden = law.make_amendment(world.section, world.base, world.drafter, "Secret title")
    law.add(hidden, world.drafter, "replace_words", "2.1", old="10 coins", new="30 coins")
    texts = (world.text, law.text_in(law.seal(hidden, world.drafter)))
    for text in texts:
        AssessText(office.issue, text, Conformity.DOES_NOT, actor=office.act(world.drafter)).execute()
    assert [update.title for update in updates_for(office.analyst, since)] == [
        "HR-01, Draft 1: Does not conform"
    ]
