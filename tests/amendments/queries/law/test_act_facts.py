"""What identifies an act and its text; a reader learns of no text that the reader may not read."""

from datetime import date

from django.contrib.auth.models import AnonymousUser

from amendments.queries.law.act_facts import act_facts
from tests.factories import law


def adopted(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    draft = law.seal(world.amendment, world.drafter)
    return draft, law.adopt(draft, world.drafter, "9-L", date(2026, 1, 1))


def test_a_consolidated_text_names_its_day_and_the_laws_that_made_it(world):
    draft, text = adopted(world)
    facts = act_facts(world.drafter, text)
    assert (facts.number, facts.kind, facts.day, facts.stage) == ("1-L", "law", date(2026, 1, 1), "")
    assert [(event.day, event.kind, event.source) for event in facts.events] == [
        (date(2026, 1, 1), "amendment", "9-L")
    ]
    assert act_facts(world.drafter, law.text_in(draft)).stage == "draft-1"


def test_nobody_learns_of_a_text_that_is_not_released(world):
    _draft, text = adopted(world)
    assert act_facts(AnonymousUser(), text).events == ()
