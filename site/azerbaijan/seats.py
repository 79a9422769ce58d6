"""The 15 seats of the Steering Committee, with names copied from the project description."""

import json
from pathlib import Path

from amendments.audit.actor import Actor
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.institutions.register_institution import InstitutionData, RegisterInstitution
from consultations.models import Committee, Institution
from consultations.values import InstitutionType, SeatRole

FILE = Path(__file__).with_name("steering_committee.json")
SLUG = "project-steering-committee"
JUSTICE = "ministry-of-justice"  # it examines every draft


def load_seats(registrar: Actor, *, keeper: Actor) -> Committee:
    """Register the bodies and give them their seats; what stands already is kept.

    `registrar` registers bodies. `keeper` keeps the seats, and founds the committee if it does not exist.
    """
    told = json.loads(FILE.read_text(encoding="utf-8"))
    committee = Committee.objects.filter(slug=SLUG).first() or Committee(slug=SLUG, name=told["name"])
    for member in told["members"]:
        slug = f"az-{member['slug']}"
        institution = Institution.objects.filter(slug=slug).first()
        if institution is None:
            data = InstitutionData(
                slug,
                member["name"],
                InstitutionType(member["type"]),
                registrar.at.date(),
                {"az": member["name_az"]},
                checks_law=member["slug"] == JUSTICE,
            )
            institution = RegisterInstitution(data, actor=registrar).execute()
        GiveSeat(committee, institution, SeatRole(member["seat_role"]), actor=keeper).execute()
    return committee
