"""Run in the shell of the host: a drafter and a secretary among its own users."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

for login, groups in {
    "dora": ["drafter", "Drafters of the Ministry of Transport"],
    "sam": ["secretary"],
}.items():
    person = get_user_model().objects.create_user(login, f"{login}@example.org", "a long password")
    person.groups.set(Group.objects.filter(name__in=groups))
