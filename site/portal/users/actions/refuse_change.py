"""Refuses a change of an account that somebody asked for."""

from typing import Any

from amendments.actions.base import BaseAction
from portal.users import notices
from portal.users.errors import ChangeOver
from portal.users.models import AccountChange
from portal.users.powers import keeps_accounts


class RefuseChange(BaseAction[AccountChange]):
    """An administrator, who may be the one who asked, or the owner of the account refuses a change."""

    action_name = "users.refuse_change"
    instance: AccountChange

    def user_has_permission(self) -> bool:
        """Administrators, and the owner of the account."""
        return keeps_accounts(self.user) or self.user.pk == self.instance.account_id

    def perform(self) -> AccountChange:
        """Close the change and tell those concerned."""
        change = self.instance
        change.refresh_from_db()
        if change.state != AccountChange.State.WAITING:
            raise ChangeOver
        change.state, change.decided_at, change.decided_by = (
            AccountChange.State.REFUSED,
            self.actor.at,
            self.user,
        )
        change.save()
        notices.tell_decided(change)
        return change

    def log_data(self) -> dict[str, Any]:
        """What was refused."""
        return {"kind": self.instance.kind, "value": self.instance.value}
