"""What waits for administrators on their first page: changes of accounts, and what a new site still lacks."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.models import Section
from amendments.permissions import holds
from amendments.work import OTHERS_WAIT, Task, Work
from consultations.access.powers import Power
from consultations.models import Institution, Office
from consultations.models.institution import standing
from consultations.values import OfficeKind
from portal.users.models import AccountChange, User
from portal.users.powers import drafting_groups, keepers, keeps_accounts
from portal.users.roles import Role

ENOUGH = 2  # administrators: one asks, another one confirms (ADR 20)


class AccountsWork(Work):
    """The tasks of whoever keeps the accounts."""

    slug = "accounts"

    def tasks(self, user: Any, now: datetime) -> Sequence[Task]:
        """Changes to confirm, then the next step of a site that is not set up yet."""
        if not user.is_authenticated or not keeps_accounts(user):
            return ()
        return [*_changes(user, now), *_first_steps(user, now)]


def _changes(user: User, now: datetime) -> Iterator[Task]:
    """What others asked for: nobody confirms an own wish or a change of the own account."""
    rows = AccountChange.objects.waiting(now).exclude(asked_by=user).exclude(account=user)
    found = rows.aggregate(count=Count("pk"), oldest=Min("asked_at"))
    if found["count"]:
        yield Task(
            _("Confirm or refuse changes of accounts"),
            reverse("account_changes"),
            deadline=found["oldest"] + AccountChange.KEPT_WAITING,
            count=found["count"],
            detail=_("What nobody confirms in a week is not made."),
            rank=OTHERS_WAIT,
        )


def _first_steps(user: User, now: datetime) -> Iterator[Task]:
    """One step after the other: each of them needs the one before."""
    if not _is_enough_keepers():
        yield _name_administrators(now)
    elif holds(user, Power.GIVE_OFFICE) and not _has_secretary():
        yield _found_committee()
    elif holds(user, Power.OPEN_SECTION) and not Section.objects.exists():
        yield _open_section()
    elif not User.objects.filter(is_active=True, groups__in=drafting_groups()).exists():
        yield Task(
            _("Name the drafters of a drafting body"),
            reverse("drafting_bodies"),
            detail=_("They import acts and write amendments. Another administrator confirms each of them."),
            rank=OTHERS_WAIT,
        )


def _is_enough_keepers() -> bool:
    """Whether there are two people with the role. A superuser has no part in offices and drafting bodies."""
    with_role = Q(groups__name=Role.ADMINISTRATOR)
    return keepers().filter(with_role).count() >= ENOUGH


def _name_administrators(now: datetime) -> Task:
    wishes = AccountChange.objects.waiting(now).filter(value=Role.ADMINISTRATOR)
    title = _("Name two administrators")
    if wishes.exists():
        detail = _(
            "Until there are two of them, changes of accounts are confirmed on the server: "
            "manage.py confirm_account_change lists them and, with a number, confirms one."
        )
        return Task(title, reverse("account_changes"), detail=detail, rank=OTHERS_WAIT)
    detail = _(
        "A role with powers needs two of them: one asks for it, another one confirms it. "
        "Create their accounts with the role “Site administrator”."
    )
    return Task(title, reverse("wagtailusers_users:add"), detail=detail, rank=OTHERS_WAIT)


def _has_secretary() -> bool:
    today = standing(timezone.now())
    return Office.objects.filter(today, kind=OfficeKind.SECRETARY).exists()


def _found_committee() -> Task:
    return Task(
        _("Found the committee with the office of its secretary"),
        reverse("consultations_admin:give_office"),
        detail=_(
            "The secretary needs an account with the role “Committee secretary”, which another administrator "
            "has confirmed. The secretary then registers the institutions."
        ),
        rank=OTHERS_WAIT,
    )


def _open_section() -> Task:
    waits = "" if Institution.objects.exists() else _("The secretary registers the institutions first.")
    return Task(
        _("Name the first drafting body"),
        reverse("open_section"),
        detail=_("The first drafting body brings the library of acts."),
        rank=OTHERS_WAIT,
        stop=waits,
    )
