"""What “My work” lists to the Ombudsman's office."""

from django.utils import timezone

from rights.actions.answers.assess_text import AssessText
from rights.queries.desk_lists import updates_for
from rights.values import Conformity


def test_the_answers_of_colleagues_are_listed_and_own_ones_are_not(office):
    world, since = office.world, timezone.now()
    AssessText(office.issue, world.text, Conformity.DOES_NOT, actor=office.act(office.head)).execute()
    told = [update.title for update in updates_for(office.analyst, since)]
    assert told == ["HR-01, Draft 1: Does not conform"]
    assert [update.title for update in updates_for(office.head, since)] == []
