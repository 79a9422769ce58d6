"""Closes a person's own account."""

from datetime import datetime
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from amendments.actions.base import BaseAction
from consultations.models import Comment, Follow
from consultations.models.institution import standing
from consultations.values import CommentState
from portal.users import notices
from portal.users.errors import StillActs, StillWrites
from portal.users.models import AccountChange, User
from portal.users.powers import privileged
from portal.users.session_ends import end_sessions_of

_NOWHERE = "account.invalid"  # RFC 2606: no mail reaches it


class CloseAccount(BaseAction[User]):
    """The owner of an account closes it, for good. Its address is free again; what was sent stays with the name.

    Raises `StillActs` for who has a role, and `StillWrites` for who has comments that were not sent.
    """

    action_name = "users.close_account"
    instance: User

    def user_has_permission(self) -> bool:
        """The owner alone."""
        return bool(self.instance.pk == self.user.pk)

    def done(self) -> User | None:
        return None if User.objects.filter(pk=self.instance.pk, is_active=True).exists() else self.instance

    def perform(self) -> User:
        """Write to the address, then forget it with everything that serves the account alone."""
        account = User.objects.get(pk=self.instance.pk)
        if acts(account, self.actor.at):
            raise StillActs
        if writes(account):
            raise StillWrites
        notices.tell_closed(account)
        end_sessions_of(account)
        _forget_changes(account, self.actor.at)
        for rows in (
            EmailAddress.objects.filter(user=account),
            Authenticator.objects.filter(user=account),
            Follow.objects.filter(person=account),
            account.saved_searches.all(),
        ):
            rows.delete()
        account.email = f"{uuid4()}@{_NOWHERE}"
        account.is_active = False
        account.set_unusable_password()
        account.save()
        return account


def _forget_changes(account: User, at: datetime) -> None:
    """Refuse the changes that wait, and forget the addresses that were asked for."""
    rows = AccountChange.objects.filter(account=account)
    rows.filter(state=AccountChange.State.WAITING).update(state=AccountChange.State.REFUSED, decided_at=at)
    rows.update(old_address="")
    rows.filter(kind=AccountChange.Kind.ADDRESS).update(value="")


def acts(account: User, at: datetime) -> bool:
    """Whether the person has a role, or acts for an institution or on a committee."""
    roles = account.is_superuser or privileged(account.groups.all())
    standing_for = (
        account.memberships.filter(standing(at)).exists() or account.offices.filter(standing(at)).exists()
    )
    return bool(roles) or standing_for


def writes(account: User) -> bool:
    """Whether the person has comments in the own name that were not sent."""
    return Comment.objects.filter(submission__person=account, state=CommentState.DRAFT).exists()
