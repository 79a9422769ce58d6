"""Whoever sets a password by the link in a mail has shown that the address is theirs."""

from allauth.account.models import EmailAddress

from portal.users.models import User


def note_reset(sender: object, user: User, **_: object) -> None:
    """Receives allauth's `password_reset`: the only address of the account is confirmed, no second mail is needed.

    An account with a further address is left alone, because the link may have gone to that one.
    """
    if EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).exists():
        return
    address, _made = EmailAddress.objects.get_or_create(
        user=user, email__iexact=user.email, defaults={"email": user.email, "primary": True}
    )
    address.set_verified()
