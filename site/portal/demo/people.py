"""The people, bodies and sections of the demo."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from consultations.models import Committee, Institution, Membership, Seat
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page

from amendments.models import Library, Section
from consultations.roles import install_roles
from portal.demo.story import read
from portal.home.models import HomePage
from portal.users.models import User

PASSWORD = "demo-demo-demo"  # noqa: S105 - printed by `make run`; the demo holds nothing secret
DRAFTING = ("state-migration-authority", "ministry-of-justice")
FROM = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Cast:
    """Accounts by user name and institutions by slug."""

    users: dict[str, User]
    institutions: dict[str, Institution]
    of: dict[str, str]  # user name → institution slug

    def body(self, username: str) -> str:
        """The name of the body for which somebody acts."""
        slug = self.of.get(username)
        return self.institutions[slug].name if slug else ""
