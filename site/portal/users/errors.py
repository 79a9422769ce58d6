"""Why a change of an account is refused. Each message says what to do."""

from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError


class AccountsError(AmendmentsError):
    """The base of all refusals about accounts."""


class ChangeOver(AccountsError):
    """The change was confirmed or refused before, or nobody confirmed it in a week."""

    message = _("This change no longer waits. Ask for it again if it is still needed.")


class SecondPersonNeeded(AccountsError):
    """Who asked for a change, and whose account it is, does not confirm it."""

    message = _(
        "Another administrator must confirm this change: not the one who asked for it, and not the owner."
    )


class AddressTaken(AccountsError):
    """Another account has the address."""

    message = _(
        "Another account has this address. Write a different one, or change the address of the other account first."
    )


class DraftsAlready(AccountsError):
    """The person is a drafter of this body."""

    message = _("This person drafts for this body already.")


class NoDraftingGroup(AccountsError):
    """No group has the right to draft for the body."""

    message = _("No group may change the page of this body. Give a group this right under “Groups” first.")


class StillActs(AccountsError):
    """The owner of the account has a role."""

    message = _(
        "You act for an institution, a committee or a drafting body, or have another role. Ask an administrator to end"
        " it first, so that nothing that waits for you is forgotten."
    )


class StillWrites(AccountsError):
    """The owner of the account has comments that were not sent."""

    message = _("You have comments that were not sent. Send or discard them first.")
