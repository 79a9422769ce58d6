"""Role × action on the law: one table."""

import pytest

from amendments.actions.add_instruction import AddInstruction
from amendments.actions.approve_release import ApproveRelease
from amendments.actions.change_state import ChangeState
from amendments.actions.edit_instruction import EditInstruction
from amendments.actions.import_act import ImportAct, Particulars
from amendments.actions.open_amendment import OpenAmendment
from amendments.actions.propose_instruction import ProposeInstruction
from amendments.actions.release_version import ReleaseVersion
from amendments.actions.request_release import RequestRelease
from amendments.actions.seal_consolidated import Adoption, SealConsolidated
from amendments.actions.seal_draft import SealDraft
from amendments.actions.take_instruction import TakeInstruction
from amendments.actions.withdraw_instruction import WithdrawInstruction
from amendments.actor import Actor
from amendments.errors import NotAllowed
from amendments.models.release import Audience
from amendments.states import State
from tests.factories import law

ROLES = ("drafter", "other", "secretary", "chair", "reader", "administrator", "nobody", "left")
ALLOWED = {
    "import_act": {"drafter"},
    "open_amendment": {"drafter"},
    "add_instruction": {"drafter"},
    "edit_instruction": {"drafter"},
    "withdraw_instruction": {"drafter"},
    "propose_instruction": {"drafter", "secretary"},
    "take_instruction": {"drafter"},
    "seal_draft": {"drafter"},
    "seal_consolidated": {"drafter"},
    "request_release": {"drafter"},
    "approve_release": {"chair"},
    "release_version": {"secretary"},
    "to_legal_check": {"drafter"},
    "to_consultation": {"secretary"},
}


@pytest.fixture
def stage(world):
    """The world with everything that the actions work on, and a person for each role."""
    first = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    draft = law.seal(world.amendment, world.drafter)
    proposed = ProposeInstruction(
        world.amendment, law.operation("repeal", "1.2.2"), actor=Actor.now(world.drafter)
    ).execute()
    request = RequestRelease(draft, Audience.INVITED, actor=Actor.now(world.drafter)).execute()
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")  # something to seal
    people = {
        "drafter": world.drafter,
        "other": world.other,
        "secretary": world.secretary,
        "chair": world.chair,
        "reader": law.make_user("reader", permissions=["read_released"]),
        "administrator": law.make_user("administrator", is_superuser=True, is_staff=True),
        "nobody": law.make_user("nobody"),
        "left": law.make_user("left", f"drafters of {world.section.title}", is_active=False),
    }

    def action(name, user):
        actor = Actor.now(user, reason="Because.")
        change = law.operation("replace_number", "2.1", old="10", new="13")
        new = law.operation("delete_words", "2.2", old="free of charge")
        return {
            "import_act": lambda: ImportAct(
                world.section, law.parse(), Particulars("Other", "7-L", "en"), actor=actor
            ),
            "open_amendment": lambda: OpenAmendment(world.section, world.base, "Second", actor=actor),
            "add_instruction": lambda: AddInstruction(world.amendment, new, actor=actor),
            "edit_instruction": lambda: EditInstruction(first, change, actor=actor),
            "withdraw_instruction": lambda: WithdrawInstruction(first, actor=actor),
            "propose_instruction": lambda: ProposeInstruction(world.amendment, new, actor=actor),
            "take_instruction": lambda: TakeInstruction(proposed, actor=actor),
            "seal_draft": lambda: SealDraft(world.amendment, actor=actor),
            "seal_consolidated": lambda: SealConsolidated(draft, Adoption("9-L", None), actor=actor),
            "request_release": lambda: RequestRelease(draft, Audience.PUBLIC, actor=actor),
            "approve_release": lambda: ApproveRelease(request, actor=actor),
            "release_version": lambda: ReleaseVersion(draft, Audience.INVITED, actor=actor),
            "to_legal_check": lambda: ChangeState(world.amendment, State.LEGAL_CHECK, actor=actor),
            "to_consultation": lambda: ChangeState(world.amendment, State.CONSULTATION, actor=actor),
        }[name]()

    return people, action


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ALLOWED)
def test_role_and_action(stage, name, role):
    people, action = stage
    step = action(name, people[role])
    if role in ALLOWED[name]:
        step.execute()
    else:
        with pytest.raises(NotAllowed):
            step.execute()


def test_nobody_releases_or_approves_the_own_request(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(world.amendment, world.drafter)
    both = law.make_user(
        "both", f"drafters of {world.section.title}", permissions=["release_version", "approve_release"]
    )
    request = RequestRelease(draft, Audience.PUBLIC, actor=Actor.now(both)).execute()
    with pytest.raises(NotAllowed):
        ReleaseVersion(draft, Audience.PUBLIC, actor=Actor.now(both)).execute()
    with pytest.raises(NotAllowed):
        ApproveRelease(request, actor=Actor.now(both)).execute()
