"""Ends the drafting of a person for a body."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import QuerySet

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.models import Section
from portal.users import notices
from portal.users.accounts import refuse_foreign_power
from portal.users.models import User
from portal.users.powers import drafting_groups, keeps_accounts
from portal.users.roles import Role


class EndDrafting(BaseAction[User]):
    """An administrator takes a person out of the drafters of a body. Who drafts for no other body is no drafter any more.

    The person and the administrators are told. What the person has drafted stays.
    """

    action_name = "users.end_drafting"
    instance: User

    def __init__(self, account: User, section: Section, *, actor: Actor) -> None:
        super().__init__(account, actor=actor)
        self.section = section

    def user_has_permission(self) -> bool:
        """Administrators, for every account but their own."""
        refuse_foreign_power(self.user, [self.instance])
        return keeps_accounts(self.user) and self.instance.pk != self.user.pk

    def done(self) -> User | None:
        """The account, if it drafts here no more."""
        return None if self._groups().exists() else self.instance

    def perform(self) -> User:
        """Take the groups away and tell those concerned."""
        every, here = drafting_groups().filter(user=self.instance), list(self._groups())
        taken = [group.name for group in here]
        self.instance.groups.remove(*here)
        if not every.exists():
            self.instance.groups.remove(*self.instance.groups.filter(name=Role.DRAFTER))
            taken.append(Role.DRAFTER.value)
        notices.tell_taken(self.instance, taken, self.user)
        return self.instance

    def _groups(self) -> QuerySet[Group]:
        """The groups by which the account drafts for the body."""
        groups = drafting_groups().filter(user=self.instance, page_permissions__page=self.section)
        return groups.distinct()

    def log_data(self) -> dict[str, Any]:
        """The body."""
        return {"section": self.section.title}
