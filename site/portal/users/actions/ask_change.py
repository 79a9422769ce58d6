"""Asks for a change of an account that somebody else confirms."""

from typing import Any

from django.contrib.auth.models import Group

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from consultations.access.exclusive_roles import functions_of, refuse_joined
from portal.users import notices
from portal.users.accounts import refuse_foreign_power
from portal.users.errors import AddressTaken
from portal.users.models import AccountChange, User
from portal.users.powers import keeps_accounts

Kind, State = AccountChange.Kind, AccountChange.State


class AskChange(BaseAction[AccountChange]):
    """An administrator asks for a new address or for a role of somebody. Nothing changes before it is confirmed.

    The owner of the account and the other administrators are told.
    """

    action_name = "users.ask_change"
    instance: User

    def __init__(self, account: User, kind: AccountChange.Kind, value: str, *, actor: Actor) -> None:
        super().__init__(account, actor=actor)
        self.kind = kind
        self.value = value

    def user_has_permission(self) -> bool:
        """Administrators, for every account but their own; only a superuser for the account of a superuser."""
        refuse_foreign_power(self.user, [self.instance])
        return keeps_accounts(self.user) and self.instance.pk != self.user.pk

    def done(self) -> AccountChange | None:
        """The same change, if it waits already."""
        return self._same().waiting(self.actor.at).first()

    def perform(self) -> AccountChange:
        """Write the change and tell those concerned."""
        if self.kind == Kind.ADDRESS:
            refuse_taken(self.value, self.instance)
        elif self.kind == Kind.ROLE:
            refuse_joined(self.instance, functions_of(self.instance, Group.objects.filter(name=self.value)))
        self._same().filter(state=State.WAITING).update(state=State.REFUSED, decided_at=self.actor.at)
        change = AccountChange.objects.create(
            account=self.instance,
            kind=self.kind,
            value=self.value,
            old_address=self.instance.email,
            asked_by=self.user,
            asked_at=self.actor.at,
        )
        notices.tell_asked(change)
        return change

    def log_data(self) -> dict[str, Any]:
        """What was asked for."""
        return {"kind": str(self.kind), "value": self.value}

    def _same(self) -> Any:
        return AccountChange.objects.filter(account=self.instance, kind=self.kind, value=self.value)


def refuse_taken(address: str, account: User) -> None:
    """Raise `AddressTaken` if another account has the address, confirmed or not."""
    others = User.objects.exclude(pk=account.pk)
    if (
        others.filter(email__iexact=address).exists()
        or others.filter(emailaddress__email__iexact=address).exists()
    ):
        raise AddressTaken
