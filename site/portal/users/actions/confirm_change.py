"""Makes a change of an account that another person asked for."""

from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group

from amendments.actions.base import BaseAction, hold
from portal.users import notices
from portal.users.accounts import refuse_foreign_power
from portal.users.actions.ask_change import refuse_taken
from portal.users.errors import ChangeOver, SecondPersonNeeded
from portal.users.models import AccountChange, User
from portal.users.powers import groups_with, keeps_accounts
from portal.users.session_ends import end_sessions_of

Kind, State = AccountChange.Kind, AccountChange.State


class ConfirmChange(BaseAction[AccountChange]):
    """Another administrator confirms a change: not who asked for it, and not the owner of the account."""

    action_name = "users.confirm_change"
    instance: AccountChange
    is_named: ClassVar[bool] = True  # whether the row names who confirmed

    def user_has_permission(self) -> bool:
        """Administrators; only a superuser for the account of a superuser."""
        refuse_foreign_power(self.user, [self.instance.account])
        return keeps_accounts(self.user)

    def refuse_unfit(self) -> None:
        """Refuse a person who may confirm changes, but not this one."""
        if self.user.pk in (self.instance.asked_by_id, self.instance.account_id):
            raise SecondPersonNeeded

    def perform(self) -> AccountChange:
        """Change the account and tell those concerned."""
        change = self.instance
        change.refresh_from_db()
        if not AccountChange.objects.waiting(self.actor.at).filter(pk=change.pk).exists():
            raise ChangeOver
        self.refuse_unfit()
        if change.kind == Kind.ADDRESS:
            _give_address(change.account, change.value)
        elif change.kind == Kind.FACTOR:
            hold(change.account)  # who changes the factors of this account at this moment is done, or waits
            Authenticator.objects.filter(user=change.account).delete()
            end_sessions_of(change.account)
        else:
            change.account.groups.add(*groups_with(Group.objects.get(name=change.value)))
        change.state, change.decided_at = State.MADE, self.actor.at
        change.decided_by = self.user if self.is_named else None
        change.save()
        notices.tell_decided(change)
        return change

    def log_data(self) -> dict[str, Any]:
        """What was changed."""
        return {"kind": self.instance.kind, "value": self.instance.value}


class ConfirmByMail(ConfirmChange):
    """The owner of an account confirms the new address with the link that the old address got."""

    def user_has_permission(self) -> bool:
        """The owner, for the address alone: a role is not confirmed by whom it is given to."""
        change = self.instance
        is_own = self.user.pk == change.account_id and change.account.email == change.old_address
        return is_own and change.kind == Kind.ADDRESS

    def refuse_unfit(self) -> None:
        """Nothing more: the signed link shows that the owner asks."""


class ConfirmOnServer(ConfirmChange):
    """Who has the shell of the server confirms a change, for a site with one administrator."""

    is_named = False

    def user_has_permission(self) -> bool:
        """Whoever can start the command could change the database as well."""
        return True

    def refuse_unfit(self) -> None:
        """Nothing more."""


def _give_address(account: User, address: str) -> None:
    """Write the address. The owner confirms it with the first sign-in."""
    refuse_taken(address, account)
    account.email = address
    account.save(update_fields=["email"])
    EmailAddress.objects.filter(user=account).delete()
    EmailAddress.objects.create(user=account, email=address, primary=True, verified=False)
