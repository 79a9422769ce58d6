"""A second identical click changes nothing, logs nothing and answers as the first did."""

from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Model
from wagtail.log_actions import registry as log_registry

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, NotAllowed
from consultations.models import Letter
from tests.permissions.steps import BEFORE, STEPS
from tests.permissions.test_actions import MATRIX
from tests.permissions.world import World
from tests.shares import telling

LOGGED_EACH_TIME = {
    "see a withheld identity",
    "download a draft that is not released",
    "download the proof of a receipt",
    "take the annual report away",
    "take a table of conformity away",
    "take the international recommendations away",
}
"""Reading a name, and taking a text away, is logged as often as it is done."""
REFUSED = {
    "add a ground of discrimination",  # the code is taken
    "close the account of a citizen",  # it takes no step any more
    "confirm a role of a citizen",
    "discard a draft of the rowing club",  # nobody reads it any more
    "edit the working text in place",  # the text is the same as before
    "move to a newer text",
    "refuse a role of a citizen",
    "seal a draft",  # nothing is left to seal
    "start the consolidation",
    "take a step back",
    "translate a comment",
    "translate a comment for the secretariat",
    "translate a draft that is not released",
    "translate a public draft",
    "translate the working text",
    "withdraw the amendment",
}
"""Whoever clicks twice is told that the step is taken, and nothing is written."""
SAYS_WHAT_CHANGED = {
    "import a right",
    "import a treaty",
    "import international recommendations",
    "load the vocabularies",
    "name the rights of an international recommendation",
}
PAGES_DO = {
    "answer the questions for the legal aid",  # the form sends a key, which `test_answer_questions.py` tests
    "answer the questions in one's own name",
    "bring a row of the concordance back",  # here each attempt takes it out before
    "change an instruction",  # the page sends the revision that was read
    "correct the day of entry into force",  # the page names the newest row of the days; `test_entry_days.py` tests it
    "have a letter written again",  # here each attempt has a letter of its own
    "follow the issues in a new text",  # here each attempt makes it new again
    "follow the issues to the end of an amendment",  # here each attempt ends one with another answer
    "follow the rows of the concordance in a new text",  # likewise
    "import an act",
    "open a rights issue",  # the form sends a key, which `test_open_issue.py` tests
    "order the instructions",  # the page names the two that change places
    "propose an instruction",  # a part of “accept proposed wording”
    "remove a finding",  # the address is gone with it
    "send an undelivered mail again",  # here each attempt has a mail of its own
    "submit an individual view",  # the page names the submission; here it is looked for among the drafts
    "take an act out of an amendment",
    "unlock the sign-in of somebody",  # here each attempt has failures of its own
    "write a finding",
}
"""Steps that cannot be taken twice in the same words here."""
TOLD = (
    "accept late",
    "decide an answer",
    "open a round",
    "release a version",
    "seal a draft",
    "submit for the Ombudsman",
)
"""`make test` tries these, `.ci/run` all."""


def clicked_twice() -> list[str]:
    """Every step that somebody may take. The form of a comment sends a key, which `test_save_comment_draft.py` tests."""
    steps = {step for step, roles in MATRIX.items() if roles}
    return sorted(step for step in steps - PAGES_DO if not step.startswith("write "))


def taken(step: str, world: World) -> Any:
    """The step, taken by one of those who may."""
    role = sorted(MATRIX[step])[0]
    return STEPS[step](world, Actor.now(world.people[role], reason="Because.")).execute()


def records() -> dict[type[Model], int]:
    """How much is in every log, in every history and among the letters."""
    logs = log_registry.get_log_entry_models()
    histories = [model for model in apps.get_models() if model.__name__.startswith("Historical")]
    return {model: model._default_manager.count() for model in (*logs, *histories, Letter)}


@pytest.mark.usefixtures("day_of_the_step")
@pytest.mark.parametrize("step", telling(clicked_twice(), *TOLD))
def test_a_second_click_changes_nothing_and_is_answered_as_the_first(world: World, step: str):
    if step in BEFORE:
        BEFORE[step](world)
    first = taken(step, world)
    vars(world).update(vars(world.fresh()))
    before = records()
    try:
        with transaction.atomic():
            second = taken(step, world)
    except (AmendmentsError, NotAllowed):
        assert step in REFUSED
    else:
        assert step not in REFUSED
        assert second == first or step in SAYS_WHAT_CHANGED or isinstance(first, list)
    changed = {model.__name__ for model, count in records().items() if count != before[model]}
    assert changed == set() or step in LOGGED_EACH_TIME
