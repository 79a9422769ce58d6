"""Each role of the matrix once, and the bodies that they act for."""

from django.contrib.auth.models import AnonymousUser, Group

from consultations.values import InstitutionType, MembershipRole
from tests.factories import consultation as make, law
from tests.permissions.world import World

SITE_ROLES = (
    "legal_reviewer",
    "member",
    "chair",
    "secretary",
    "handbook_editor",
    "training_coordinator",
    "administrator",
    "auditor",
    "citizen",
    "rights_analyst",
    "rights_head",
    "rights_reader",
)


def add_people(world: World) -> None:
    for name, title in (("own", "Ferry Authority"), ("other", "Harbour Board")):
        world.sections[name] = law.make_section(title)
    people = world.people
    for role in SITE_ROLES:
        people[role] = make.make_person("Ottoline" if role == "citizen" else role.title(), role)
    law.join_legal_service(people["legal_reviewer"])
    for role, section in (("drafter", "own"), ("other_drafter", "other"), ("former_drafter", "own")):
        people[role] = law.make_drafter(world.sections[section], role.title())
        people[role].groups.add(Group.objects.get(name="drafter"))
    people["former_drafter"].is_active = False
    people["former_drafter"].save()
    people["superuser"] = law.make_user("Superuser", is_superuser=True, is_staff=True)
    people["public"] = AnonymousUser()


def add_bodies(world: World) -> None:
    secretary = world.people["secretary"]
    kinds = {"border": InstitutionType.STATE_BODY, "office": InstitutionType.NHRI}
    names = {
        "ngo": "harbour-legal-aid",
        "stranger": "rowing-club",
        "border": "border-service",
        "office": "public-defender",
        "union": "seafarers-union",
        "veiled": "lanternkeepers",
    }
    for key, slug in names.items():
        kind = kinds.get(key, InstitutionType.NGO)
        world.bodies[key] = make.make_institution(secretary, slug, kind)
    for key in ("border", "union"):
        make.seat(secretary, world.bodies[key])
    author, focal, head = MembershipRole.AUTHOR, MembershipRole.FOCAL_POINT, MembershipRole.HEAD
    for key, role, name, part in (
        ("ngo", "ngo_author", "Norberta", author),
        ("ngo", "ngo_focal", "Legal Aid Focal", focal),
        ("stranger", "stranger_author", "Rower", author),
        ("stranger", "stranger_focal", "Rowing Focal", focal),
        ("border", "border_author", "Guard", author),
        ("border", "border_focal", "Border Focal", focal),
        ("veiled", "veiled_focal", "Quillon", focal),
    ):
        world.people[role] = make.make_member(secretary, world.bodies[key], name, part)
    for key, role, part in (
        ("union", "member", author),
        ("office", "rights_analyst", author),
        ("office", "rights_head", head),
    ):
        make.join(secretary, world.bodies[key], world.people[role], part)
