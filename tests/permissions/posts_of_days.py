"""What is posted to the page on which a day of entry into force is corrected."""

from datetime import timedelta

from django.utils.timezone import localdate

from amendments.queries.way.steps import Way
from amendments.states import day_field
from tests.factories import law
from tests.permissions.posting import Given, Post, on_amendment, sign
from tests.permissions.roles import OWN
from tests.permissions.world import World


def adopted_ahead(world: World) -> None:
    """The own amendment is signed, and its law enters into force later."""
    sign(world)
    day = localdate() + timedelta(days=400)
    law.adopt(world.drafts["unreleased"], world.people["drafter"], "9-L", day)


def other_day(world: World) -> Given:
    amendment = world.amendments["own"]
    return {
        "seen": Way(amendment).last_recorded or "",
        day_field(law.act_of(amendment).instrument_id): localdate() + timedelta(days=30),
        "reason": "Because.",
    }


ENTRY_DAYS = {"amendments:correct_entry_days": Post(on_amendment(), other_day, OWN, before=adopted_ahead)}
