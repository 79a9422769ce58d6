"""Builds the world with the real actions. Its words are in `words.py`."""

from amendments.audit.actor import Actor
from tests.factories import vocabulary
from tests.permissions.comments import add_answers, add_comments, add_rounds
from tests.permissions.drafts import add_drafts, add_last_draft, add_law
from tests.permissions.issues import add_issues, add_opinions
from tests.permissions.people import add_bodies, add_people
from tests.permissions.rows import add_rows
from tests.permissions.saved import save_searches
from tests.permissions.world import World


def build() -> World:
    """The whole world, in the order of the story."""
    world = World()
    add_people(world)
    vocabulary.load(actor=Actor.now(world.people["administrator"]))
    add_bodies(world)
    add_law(world)
    add_drafts(world)
    add_rounds(world)
    save_searches(world)
    add_comments(world)
    add_answers(world)
    add_last_draft(world)
    add_issues(world)
    add_opinions(world)
    add_rows(world)
    return world
