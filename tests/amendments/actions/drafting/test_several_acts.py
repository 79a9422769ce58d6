"""An amending law on several acts: opened, drafted, sealed as one draft, released and adopted together."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from amendments.actions.drafting.add_amended_act import AddAmendedAct
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.remove_amended_act import RemoveAmendedAct
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.actions.publication.request_release import RequestRelease
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.audit.actor import Actor
from amendments.errors import (
    ActAmendedAlready,
    ActInUse,
    ActsNeeded,
    ActWithoutInstruction,
    AlreadyAdopted,
    NotAdoptable,
    NothingToSeal,
    RefusedInstruction,
    ReleasedWithItsDraft,
    StaleInstruction,
)
from amendments.models import (
    Amendment,
    Draft,
    Instruction,
    ProvisionText,
    Release,
    ReleaseRequest,
    Version,
    VersionEntry,
)
from amendments.queries.proof.hashes import broken_drafts, broken_seals
from amendments.queries.showing.trees import tree_of
from amendments.states import State
from tests.amendments.conftest import build_world
from tests.factories import law, several

pytestmark = pytest.mark.whole


def _build():
    world = build_world()
    return replace(world, amendment=several.make_amendment(world.section, world.base, world.drafter))


@pytest.fixture(scope="module")
def standing_world(standing):
    return standing("three acts", _build)


@pytest.fixture
def amendment(world):
    return world.amendment


def now(world, reason=""):
    return Actor.now(world.drafter, reason=reason)


def words(version, number):
    return next(element.text for element in tree_of(version) if element.number == number)


def signed(amendment):
    Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)


def test_instructions_count_in_their_act_and_their_keys_in_the_amendment(world, amendment):
    rows = [(row.amended_act.order, row.order, row.key) for row in amendment.instructions]
    assert rows == [(1, 1, "a01"), (2, 1, "a02"), (2, 2, "a03"), (3, 1, "a04")]
    assert {row.amendment for row in amendment.instructions} == {amendment}


def test_a_draft_seals_every_act_with_its_instructions(world, amendment):
    draft = law.seal(amendment, world.drafter)
    versions = list(draft.versions.all())
    assert [(v.order, v.number, v.sealed_instructions.count()) for v in versions] == [
        (1, 1, 1),
        (2, 1, 2),
        (3, 1, 1),
    ]
    assert words(versions[1], "1.1").startswith("The toll is 5 coins.")
    assert words(versions[2], "1.2") == "The lamps burn day and night."
    assert [v.parent for v in versions] == [act.base_version for act in amendment.amended_acts.all()]


def test_a_refusal_in_the_last_act_leaves_nothing(world, amendment):
    row = amendment.instructions.last()
    Instruction.objects.filter(pk=row.pk).update(operation={**row.operation, "old": "at noon"})
    before = [model.objects.count() for model in (Draft, Version, VersionEntry, ProvisionText)]
    with pytest.raises(RefusedInstruction, match="a04"), transaction.atomic():
        law.seal(amendment, world.drafter)
    assert [model.objects.count() for model in (Draft, Version, VersionEntry, ProvisionText)] == before


def test_the_hashes_of_drafts_are_a_chain_over_their_versions(world, amendment):
    first = law.seal(amendment, world.drafter)
    law.add(amendment, world.drafter, "repeal", "1.1", place=3)
    second = law.seal(amendment, world.drafter)
    assert (first.previous_hash, second.previous_hash) == ("", first.root_hash)
    assert not broken_drafts([first, second])
    assert not broken_seals([*first.versions.all(), *second.versions.all()])
    tampered = law.text_in(second, 3)
    tampered.root_hash = "0" * 64
    second.root_hash = first.root_hash
    assert {seal.reason for seal in broken_drafts([first, second])} == {"its rows do not give its hash"}
    assert [seal.sealed for seal in broken_seals([tampered])] == [tampered]


def test_a_change_of_one_act_is_enough_for_the_next_draft(world, amendment):
    law.seal(amendment, world.drafter)
    with pytest.raises(NothingToSeal):
        law.seal(amendment, world.drafter)
    law.add(amendment, world.drafter, "repeal", "1.1", place=3)
    assert law.seal(amendment, world.drafter).number == 2


def test_a_forgotten_act_stops_the_seal_and_an_abandoned_one_is_sealed_unchanged(world):
    bridges, tunnels = (law.act_of(world.amendment, place).base_version for place in (2, 3))
    amendment = law.make_amendment(world.section, bridges, world.drafter, "Two laws", tunnels)
    row = law.add(amendment, world.drafter, "repeal", "1.2")
    with pytest.raises(ActWithoutInstruction, match="Law 12-L"):
        law.seal(amendment, world.drafter)
    other = law.add(amendment, world.drafter, "repeal", "1.2", place=2)
    WithdrawInstruction(other, actor=now(world, "Not needed.")).execute()
    draft = law.seal(amendment, world.drafter)
    assert tree_of(law.text_in(draft, 2)).elements == tree_of(tunnels).elements
    signed(amendment)
    adopted = SealConsolidated(draft, Adoption("9-L", None), actor=now(world)).execute()
    assert [version.instrument for version in adopted] == [bridges.instrument]
    assert row.amended_act.instrument == bridges.instrument


@pytest.mark.parametrize("step", ["add", "edit", "withdraw", "take", "move", "propose"])
def test_every_change_of_a_list_is_counted_in_its_act_alone(world, amendment, step):
    first, second = law.act_of(amendment, 2).instructions.all()
    proposed = ProposeInstruction(
        law.act_of(amendment, 2), law.operation("repeal", "1.1"), actor=Actor.now(world.secretary)
    ).execute()
    act = law.act_of(amendment, 2)
    others = [law.act_of(amendment, place).revision for place in (1, 3)]
    change = law.operation("replace_number", "1.1", old="3", new="6")
    {
        "add": AddInstruction(act, law.operation("add_sentence", "1.1", new="So be it."), actor=now(world)),
        "edit": EditInstruction(first, change, actor=now(world)),
        "withdraw": WithdrawInstruction(second, actor=now(world, "No.")),
        "take": TakeInstruction(proposed, actor=now(world)),
        "move": MoveInstruction(first, second, actor=now(world)),
        "propose": ProposeInstruction(act, law.operation("repeal", "1.2"), actor=now(world)),
    }[step].execute()
    assert law.act_of(amendment, 2).revision > act.revision
    assert [law.act_of(amendment, place).revision for place in (1, 3)] == others


def test_instructions_of_two_acts_never_change_places(world, amendment):
    one, other = law.act_of(amendment, 1).instructions.get(), law.act_of(amendment, 3).instructions.get()
    with pytest.raises(Exception, match="is no longer directly before"):
        MoveInstruction(one, other, actor=now(world)).execute()


def test_an_amendment_needs_acts_and_each_once(world):
    for bases in ([], [world.base, world.base]):
        with pytest.raises(ActsNeeded):
            OpenAmendment(world.section, bases, "Nothing", actor=now(world)).execute()


def test_an_act_joins_and_leaves_while_nothing_names_it(world):
    bridges, tunnels = (law.act_of(world.amendment, place).base_version for place in (2, 3))
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Growing")
    with pytest.raises(ActsNeeded):
        RemoveAmendedAct(law.act_of(amendment), actor=now(world)).execute()
    act = AddAmendedAct(amendment, bridges, actor=now(world)).execute()
    assert AddAmendedAct(amendment, bridges, actor=now(world)).execute() == act  # the second click
    RemoveAmendedAct(act, actor=now(world)).execute()
    RemoveAmendedAct(act, actor=now(world)).execute()  # the second click
    assert amendment.amended_acts.count() == 1
    act = AddAmendedAct(amendment, tunnels, actor=now(world)).execute()
    law.add(amendment, world.drafter, "repeal", "1.1", place=act.order)
    with pytest.raises(ActInUse):
        RemoveAmendedAct(act, actor=now(world)).execute()


def test_an_act_is_amended_on_one_of_its_texts(world, amendment):
    newer = law.adopt(_rival(world, amendment), world.drafter)
    with pytest.raises(ActAmendedAlready):
        AddAmendedAct(amendment, newer, actor=now(world)).execute()


def _rival(world, amendment):
    """A draft of another amendment on the second act."""
    bridges = law.act_of(amendment, 2).base_version
    rival = law.make_amendment(world.section, bridges, world.drafter, "Rival")
    law.add(rival, world.drafter, "replace_number", "1.1", old="3", new="4")
    return law.seal(rival, world.drafter)


def test_one_stale_act_stops_the_seal_until_it_is_moved(world, amendment):
    newer = law.adopt(_rival(world, amendment), world.drafter, "20-L")
    with pytest.raises(StaleInstruction, match="20-L"):
        law.seal(amendment, world.drafter)
    RebaseAmendment(law.act_of(amendment, 2), newer, actor=now(world)).execute()
    assert [act.base_version.number for act in amendment.amended_acts.all()] == [1, 2, 1]
    with pytest.raises(RefusedInstruction, match="a02"):  # its provision was changed by the rival
        law.seal(amendment, world.drafter)


def test_a_draft_is_released_with_all_of_its_versions(world, amendment):
    draft = law.seal(amendment, world.drafter)
    with pytest.raises(ReleasedWithItsDraft):
        RequestRelease(law.text_in(draft, 2), "public", actor=now(world)).execute()
    reader = law.make_user("reader")
    assert not Version.objects.visible_to(reader).filter(draft=draft).exists()
    law.release(draft, "public", world.drafter, world.secretary)
    assert Draft.objects.visible_to(reader).contains(draft)
    assert Version.objects.visible_to(reader).filter(draft=draft).count() == 3


def test_a_release_names_a_draft_or_a_version_and_never_both(world, amendment):
    draft = law.seal(amendment, world.drafter)
    said = {"audience": "public", "requested_at": draft.sealed_at, "requested_by": world.drafter}
    for given in ({}, {"draft": draft, "version": world.base}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReleaseRequest.objects.create(**given, **said)
    request = ReleaseRequest.objects.create(draft=draft, **said)
    given = {"audience": "public", "at": draft.sealed_at, "by": world.secretary, "request": request}
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(**given)


def test_the_adoption_seals_every_act_on_its_own_day(world, amendment):
    draft = law.seal(amendment, world.drafter)
    signed(amendment)
    ferries, bridges, tunnels = (act.instrument for act in amendment.amended_acts.all())
    days = {bridges.pk: date(2027, 7, 1), tunnels.pk: None}
    adoption = Adoption("30-L", date(2027, 1, 1), of_act=days)
    versions = SealConsolidated(draft, adoption, actor=now(world)).execute()
    assert [version.instrument for version in versions] == [ferries, bridges, tunnels]
    assert [version.commencements.get().date for version in versions] == [
        date(2027, 1, 1),
        date(2027, 7, 1),
        None,
    ]
    assert all(version.law_number == "30-L" and version.number == 2 for version in versions)
    assert not broken_seals([*versions, *(version.parent for version in versions)])
    with pytest.raises(AlreadyAdopted):
        AddAmendedAct(
            amendment, law.make_act(world.section, world.drafter, number="40-L"), actor=now(world)
        ).execute()


def test_an_adoption_that_one_act_stops_leaves_nothing(world, amendment):
    draft = law.seal(amendment, world.drafter)
    law.adopt(_rival(world, amendment), world.drafter)
    signed(amendment)
    before = Version.objects.count()
    with pytest.raises(NotAdoptable, match="Another text of the act"), transaction.atomic():
        SealConsolidated(draft, Adoption("30-L", None), actor=now(world)).execute()
    assert Version.objects.count() == before
