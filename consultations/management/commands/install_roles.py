"""`manage.py install_roles`: the groups of the roles, each with what it may do."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand

from consultations.access.roles import ROLES, install_roles


class Command(BaseCommand):
    """Creates the groups of the roles. A group of the site with the same name as a role gets the powers of the role."""

    help = "Create the groups of the roles and give each what the table of roles says."

    def handle(self, *args: Any, **options: Any) -> None:
        stood = dict.fromkeys(Group.objects.filter(name__in=ROLES).values_list("name", flat=True))
        for group in install_roles():
            people = group.user_set.count()
            note = f", stood already with {people} people" if group.name in stood else ""
            self.stdout.write(f"{group.name}: {len(ROLES[group.name])} permissions{note}")
