"""Unlocks the sign-in to an account."""

from typing import Any

from amendments.actions.base import BaseAction
from portal.users import locks
from portal.users.models import FailedSignIn
from portal.users.powers import keeps_accounts


class UnlockSignIn(BaseAction[FailedSignIn]):
    """An administrator lets every place try again at once to sign in to the account that the row names."""

    action_name = "users.unlock_sign_in"
    instance: FailedSignIn

    def user_has_permission(self) -> bool:
        """Administrators."""
        return keeps_accounts(self.user)

    def done(self) -> FailedSignIn | None:
        """The row, if somebody unlocked it before."""
        login = self.instance.login
        return None if FailedSignIn.objects.filter(login=login).exists() else self.instance

    def perform(self) -> FailedSignIn:
        """Forget what was counted."""
        locks.forget(self.instance.login)
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Whose sign-in it is."""
        return {"login": self.instance.login}
