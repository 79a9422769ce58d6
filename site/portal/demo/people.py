"""The people, bodies and sections of the demo."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from amendments.audit.actor import Actor
from amendments.models import Library
from consultations.actions.committees.give_office import GiveOffice, OfficeData
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.actions.institutions.open_section import OpenSection
from consultations.actions.institutions.register_institution import InstitutionData, RegisterInstitution
from consultations.letters.about_members import MemberAdded
from consultations.models import Committee, Institution, Letter
from consultations.values import InstitutionType, MembershipRole, OfficeKind, SeatRole
from portal.demo.story import ZONE, read
from portal.home.models import HomePage
from portal.users import roles
from portal.users.models import User

PASSWORD = "demo-demo-demo"  # noqa: S105 - printed by `make run`; the demo holds nothing secret
JUSTICE = "ministry-of-justice"
DRAFTING = ("state-migration-authority", JUSTICE)
COMMITTEE = "steering-committee"
FOUNDED = datetime(2020, 1, 1, 12, tzinfo=ZONE)


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


@transaction.atomic
def gather() -> Cast:
    """Create accounts, roles, bodies, seats and the sections in which bodies draft."""
    roles.install()
    people, bodies = read("users"), read("organisations")
    password = make_password(PASSWORD)  # the same for all: hashing it 60 times takes a quarter of a minute
    users = {person["username"]: _account(person, password) for person in people}
    _offices(people, users)
    institutions = _institutions(bodies, users["secretary"])
    cast = Cast(users, institutions, {p["username"]: p["organisation"] for p in people if p["organisation"]})
    _memberships(people, cast)
    _sections(cast, people)
    return cast


def _offices(people: list[dict[str, Any]], users: dict[str, User]) -> None:
    """The committee of the story, founded by the administrator with its offices."""
    actor = Actor(users["admin"], FOUNDED)
    committee = Committee(slug=COMMITTEE, name="Steering Committee")
    for person in people:
        for slug, kind in person.get("offices", {}).items():
            committee = Committee.objects.filter(slug=slug).first() or committee
            data = OfficeData(users[person["username"]], OfficeKind(kind))
            GiveOffice(committee, data, actor=actor).execute()


def _institutions(bodies: list[dict[str, Any]], secretary: User) -> dict[str, Institution]:
    """Registered by the secretary, with their seats on the committee."""
    actor = Actor(secretary, FOUNDED, "Committee secretariat")
    committee = Committee.objects.get(slug=COMMITTEE)
    institutions = {}
    for body in bodies:
        data = InstitutionData(
            body["slug"],
            body["name"],
            InstitutionType(body["type"]),
            FOUNDED.date(),
            is_fictional=True,
            checks_law=body["slug"] == JUSTICE,
        )
        institutions[body["slug"]] = RegisterInstitution(data, actor=actor).execute()
        if body["seat"] in SeatRole.values:
            seat = GiveSeat(committee, institutions[body["slug"]], SeatRole(body["seat"]), actor=actor)
            seat.execute()
    return institutions


def _account(person: dict[str, Any], password: str) -> User:
    user = User.objects.create(email=person["email"], password=password, name=person["name"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    user.groups.add(*Group.objects.filter(name__in=person["roles"]).exclude(name__in=MembershipRole.values))
    return user


def _memberships(people: list[dict[str, Any]], cast: Cast) -> None:
    actor = Actor(cast.users["secretary"], FOUNDED, "Committee secretariat")
    for person in people:
        for role in _parts(person["roles"]):
            data = MemberData(cast.users[person["username"]], MembershipRole(role), FOUNDED.date())
            AddMember(cast.institutions[person["organisation"]], data, actor=actor).execute()
    Letter.objects.filter(kind=MemberAdded.slug).delete()  # the story begins with all of them there


def _parts(roles: list[str]) -> set[str]:
    """What a person does for the own body; who sits on the committee for it may write for it."""
    is_member = "member" in roles and "chair" not in roles and "focal_point" not in roles
    found = set(roles) & set(MembershipRole.values) | ({MembershipRole.AUTHOR.value} if is_member else set())
    return found | ({MembershipRole.LEGAL_SERVICE.value} if "legal_reviewer" in roles else set())


def _sections(cast: Cast, people: list[dict[str, Any]]) -> None:
    """The library and one section a drafting body; its drafters get their rights on that page alone."""
    HomePage.objects.get().add_child(instance=Library(title="Laws", slug="acts"))
    for slug in DRAFTING:
        section = OpenSection(cast.institutions[slug], actor=Actor(cast.users["admin"], FOUNDED)).execute()
        group = Group.objects.get(page_permissions__page=section)
        for person in people:
            if person["organisation"] == slug and "drafter" in person["roles"]:
                cast.users[person["username"]].groups.add(group)
    HomePage.objects.get().save_revision().publish()  # so that search finds it and what stands below
