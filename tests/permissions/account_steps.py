"""Steps on the accounts of other people as real actions."""

from collections.abc import Callable, Mapping
from typing import Any

from amendments.audit.actor import Actor
from portal.users.actions.ask_change import AskChange
from portal.users.actions.close_account import CloseAccount
from portal.users.actions.confirm_change import ConfirmChange
from portal.users.actions.end_drafting import EndDrafting
from portal.users.actions.refuse_change import RefuseChange
from portal.users.actions.unlock_sign_in import UnlockSignIn
from portal.users.models import AccountChange, FailedSignIn
from tests.factories import law
from tests.factories.consultation import NOW
from tests.permissions.world import World


def _ask(world: World, actor: Actor) -> AskChange:
    return AskChange(world.people["citizen"], AccountChange.Kind.ROLE, "auditor", actor=actor)


def _asked_by_a_second_administrator(world: World) -> None:
    second = law.make_user("Second administrator")
    second.groups.set(world.people["administrator"].groups.all())
    _ask(world, Actor.now(second)).execute()


def _unlock(world: World, actor: Actor) -> UnlockSignIn:
    row = FailedSignIn.objects.filter(login="ottoline").first() or FailedSignIn(login="ottoline")
    return UnlockSignIn(row, actor=actor)


def _locked(world: World) -> None:
    FailedSignIn.objects.create(login="ottoline", place="10.0.0.1", last_at=NOW)


def _end_drafting(world: World, actor: Actor) -> EndDrafting:
    return EndDrafting(world.people["drafter"], world.amendments["hidden"].drafting_body, actor=actor)


STEPS: Mapping[str, Callable[[World, Actor], Any]] = {
    "ask for a role of a citizen": _ask,
    "confirm a role of a citizen": lambda w, a: ConfirmChange(AccountChange.objects.get(), actor=a),
    "refuse a role of a citizen": lambda w, a: RefuseChange(AccountChange.objects.get(), actor=a),
    "unlock the sign-in of somebody": _unlock,
    "take a drafter out": _end_drafting,
    "close the account of a citizen": lambda w, a: CloseAccount(w.people["citizen"], actor=a),
}

BEFORE: Mapping[str, Callable[[World], object]] = {
    "confirm a role of a citizen": _asked_by_a_second_administrator,
    "refuse a role of a citizen": _asked_by_a_second_administrator,
    "unlock the sign-in of somebody": _locked,
}
