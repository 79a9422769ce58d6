"""Further drafts under the issue of the office, released to everybody."""

from typing import Any

from django.utils import timezone

from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from rights.queries.desk import desk
from tests.factories import law


def next_draft(office: Any, old: str, new: str) -> Any:
    """The text of the next draft of the amendment, with other words in 2.1."""
    return released(office, office.world.amendment, "replace_words", "2.1", old=old, new=new)


def next_without(office: Any, instruction: Any) -> Any:
    """The next draft of the amendment, released to everybody, without an instruction that the one before had."""
    world = office.world
    WithdrawInstruction(instruction, actor=office.act(world.drafter, "No.")).execute()
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return draft


def other_draft(office: Any, title: str, new: str) -> Any:
    """The text of the first draft of another amendment of the law in force, with another fare in 2.1."""
    world = office.world
    amendment = law.make_amendment(world.section, world.base, world.drafter, title)
    return released(office, amendment, "replace_words", "2.1", old="10 coins", new=new)


def released(office: Any, amendment: Any, *instruction: str, **given: str) -> Any:
    """The text of the next draft of an amendment, with one more instruction."""
    world = office.world
    law.add(amendment, world.drafter, *instruction, **given)
    draft = law.seal(amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return law.text_in(draft)


def waiting(office: Any, issue: Any) -> Any:
    """The question about the issue on the first page of the office."""
    return next((row for row in desk(office.analyst, timezone.now()).rows if row.issue == issue), None)
