"""Run in the shell of the host: an administrator, a drafter, the secretary of a committee and a citizen among its own users."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from amendments.audit.actor import Actor
from consultations.actions.committees.give_office import GiveOffice, OfficeData
from consultations.models import Committee
from consultations.values import OfficeKind

people = {}
for login, groups in {
    "ada": ["administrator"],
    "dora": ["drafter", "Drafters of the Ministry of Transport"],
    "sam": ["secretary"],
    "cleo": [],
}.items():
    people[login] = get_user_model().objects.create_user(login, f"{login}@example.org", "a long password")
    people[login].groups.set(Group.objects.filter(name__in=groups))
committee = Committee(slug="steering", name="Steering Committee")
GiveOffice(
    committee, OfficeData(people["sam"], OfficeKind.SECRETARY), actor=Actor.now(people["ada"])
).execute()
