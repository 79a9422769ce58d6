"""What the accounts keep of a person, and the file of everything that the site keeps (`register_personal_data`)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amendments.hooks import PERSONAL_DATA, collect
from portal.users.models import AccountChange, User


class OwnAccount:
    """The account itself."""

    slug = "account"
    label = _("Your account")
    kept = _("Your name stays beside what you did. Your address is removed when you close the account.")

    def count(self, user: User) -> int:
        return 1

    def rows(self, user: User) -> Iterator[Mapping[str, Any]]:
        """Never the password or a second factor."""
        yield {
            "name": user.name,
            "email": user.email,
            "made": user.date_joined,
            "last_sign_in": user.last_login,
            "roles": sorted(user.groups.values_list("name", flat=True)),
            "changes": list(
                AccountChange.objects.filter(account=user).values("kind", "state", "asked_at", "decided_at")
            ),
        }


class OwnSignIns:
    """Where the person is signed in."""

    slug = "sign_ins"
    label = _("Sign-ins that have not ended")
    kept = _("Forgotten when the sign-in ends.")

    def count(self, user: User) -> int:
        return UserSession.objects.filter(user=user).count()

    def rows(self, user: User) -> Iterator[Mapping[str, Any]]:
        """The network address and the browser of each."""
        yield from UserSession.objects.filter(user=user).values(
            "created_at", "last_seen_at", "ip", "user_agent"
        )


class OwnSearches:
    """The searches that the person saved."""

    slug = "saved_searches"
    label = _("Saved searches")
    kept = _("Until you delete them.")

    def count(self, user: User) -> int:
        return user.saved_searches.count()

    def rows(self, user: User) -> Iterator[Mapping[str, Any]]:
        """The account without the secret addresses of its feeds."""
        yield from user.saved_searches.values("name", "address", "by_mail", "language", "saved_at")


KINDS = (OwnAccount, OwnSignIns, OwnSearches)


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of data, as the page tells of it."""

    label: Promise
    kept: Promise
    count: int


def told(user: User) -> list[Kept]:
    """What is kept of a person."""
    return [Kept(kind.label, kind.kept, kind.count(user)) for kind in collect(PERSONAL_DATA)]


def whole(user: User, now: datetime) -> dict[str, Any]:
    """Everything that is kept of a person, by slug."""
    return {"made": now, **{kind.slug: list(kind.rows(user)) for kind in collect(PERSONAL_DATA)}}
