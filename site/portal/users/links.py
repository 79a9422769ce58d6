"""The signed link by which the old address of an account confirms or refuses the new one."""

from django.core import signing
from django.urls import reverse

from consultations.letters.wording import absolute
from portal.users.models import AccountChange

_SALT = "portal.users.change"


def link_to(change: AccountChange) -> str:
    """The whole address of the page with the two buttons."""
    return absolute(reverse("account_change", args=[signing.dumps(change.pk, salt=_SALT)]))


def change_of(token: str) -> AccountChange | None:
    """The change of a link; None if the link is not ours or is older than a change waits."""
    try:
        pk = signing.loads(token, salt=_SALT, max_age=AccountChange.KEPT_WAITING)
    except signing.BadSignature:
        return None
    return AccountChange.objects.select_related("account", "asked_by").filter(pk=pk).first()
