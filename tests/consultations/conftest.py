"""A small world: an act, an amendment with a released draft, three institutions, and people of every role."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from amendments.audit.actor import Actor
from amendments.models import Amendment, Draft, Section, Version
from consultations.access.roles import install_roles
from consultations.models import Institution, Round
from consultations.values import InstitutionType, MembershipRole
from tests.factories import consultation as make, law, vocabulary
from tests.standing import copied


@pytest.fixture(scope="session")
def taxonomies() -> dict[str, Any]:
    """The project's list of values."""
    path = Path(__file__).parent / "data" / "taxonomies.json"
    return json.loads(path.read_text(encoding="utf-8"))


@dataclass
class World:
    """The objects that most tests of this app need. `people` maps a role to a person."""

    section: Section
    base: Version
    amendment: Amendment
    draft: Draft  # number 1, released to the public
    ngo: Institution
    body: Institution  # holds a seat
    stranger: Institution  # neither invited nor seated
    people: dict[str, Any]
    round: Round  # public, open

    @property
    def text(self) -> Version:
        """The act in the draft."""
        return law.text_in(self.draft)

    def __getattr__(self, name: str) -> Any:
        if name in self.__dict__.get("people", {}):
            return self.people[name]
        raise AttributeError(name)


def _people(section: Section) -> dict[str, Any]:
    people = {
        name: make.make_person(name, name)
        for name in ("secretary", "chair", "member", "rights_analyst", "legal_reader", "auditor")
    }
    people["admin"] = law.make_user("admin", "administrator", is_superuser=True)
    people["drafter"] = law.make_drafter(section)
    people["drafter"].groups.add(Group.objects.get(name="drafter"))
    people["citizen"] = make.make_person("citizen", "citizen")
    people["anonymous"] = AnonymousUser()
    return people


def build_world() -> World:
    """The world, built by the actions."""
    install_roles()
    section = law.make_section()
    people = _people(section)
    vocabulary.load(actor=Actor.now(people["admin"]))
    secretary, drafter = people["secretary"], people["drafter"]
    ngo = make.make_institution(secretary, "harbour-legal-aid")
    body = make.make_institution(secretary, "border-service", InstitutionType.STATE_BODY)
    stranger = make.make_institution(secretary, "rowing-club")
    make.seat(secretary, body)
    for name, institution, role in (
        ("ngo_author", ngo, MembershipRole.AUTHOR),
        ("ngo_focal", ngo, MembershipRole.FOCAL_POINT),
        ("body_author", body, MembershipRole.AUTHOR),
        ("body_focal", body, MembershipRole.FOCAL_POINT),
        ("stranger_focal", stranger, MembershipRole.FOCAL_POINT),
    ):
        people[name] = make.make_member(secretary, institution, name, role)
    base = law.make_act(section, drafter)
    law.release(base, "public", drafter, secretary)
    amendment = law.make_amendment(section, base, drafter)
    law.add(amendment, drafter, "replace_words", "2.1", old="10 coins", new="20 coins")
    law.add(amendment, drafter, "repeal", "1.2.2")
    draft = law.seal(amendment, drafter)
    law.release(draft, "public", drafter, secretary)
    round_ = make.open_round(draft, secretary, ngo, body)
    return World(section, base, amendment, draft, ngo, body, stranger, people, round_)


@pytest.fixture(scope="module")
def standing_world(standing: Callable[[str, Callable[[], Any]], Any]) -> World:
    """The world that the tests of a module share."""
    return standing("consultations", build_world)


@pytest.fixture
def world(standing_world: World, db: None) -> World:
    """A copy of the world. The changes of a test are rolled back."""
    return copied(standing_world)
