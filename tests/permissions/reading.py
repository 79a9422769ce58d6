"""Who reads which object of the world: for every kind of object, in every state that matters."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from consultations.models import Committee, LetterSettings, Office
from portal.users.models import AccountChange
from tests.factories import law
from tests.permissions.files import awaited_file
from tests.permissions.issues import place_of_issue
from tests.permissions.roles import (
    ACCOUNTS,
    BORDER_SERVICE,
    COMMITTEE_READERS,
    EVERYBODY,
    LEGAL_AID,
    NOBODY,
    OFFICE,
    OMBUDSMAN,
    OWN,
    READ_COMMITTEE_DRAFT,
    READ_INVITED_DRAFT,
    READ_REQUESTED_DRAFT,
    ROWING_CLUB,
    SECRETARY,
    SEE_BODIES,
    SEE_VOCABULARIES,
    SUPERUSER,
    Roles,
)
from tests.permissions.world import World


def account_change(world: World, role: str) -> AccountChange:
    """A role for the citizen that waits for a second person, once."""
    person, asks = world.people["citizen"], world.people["administrator"]
    kind = AccountChange.Kind.ROLE
    defaults = {"old_address": person.email, "asked_by": asks, "asked_at": timezone.now()}
    return AccountChange.objects.get_or_create(account=person, kind=kind, value=role, defaults=defaults)[0]


READERS: Mapping[str, Mapping[str, Roles]] = {
    "act": {"base": EVERYBODY, "hidden act": OWN},
    "amendment": {"own": EVERYBODY, "hidden": OWN, "other": frozenset({"other_drafter"})},
    "section": {"own": EVERYBODY, "other": EVERYBODY},
    # A consolidated text, or a draft: whoever it was released to.
    "version": {"base": EVERYBODY, "hidden act": OWN},
    "draft": {
        "public": EVERYBODY,
        "committee": READ_COMMITTEE_DRAFT,
        "invited": READ_INVITED_DRAFT | BORDER_SERVICE,  # invited to another round on the amendment
        "body": READ_REQUESTED_DRAFT,
        "unreleased": OWN,
    },
    "version of a draft": {
        "public": EVERYBODY,
        "committee": READ_COMMITTEE_DRAFT,
        "body": READ_REQUESTED_DRAFT,
        "unreleased": OWN,
    },
    "import": {"failed": OWN},
    "file": {"public": EVERYBODY, "unreleased": OWN},
    "marked file": {"read": OWN},
    "check": {
        "open": frozenset({"other_drafter", "legal_reviewer"}),
        "returned": OWN | {"legal_reviewer"},
    },
    "finding": {
        "open": frozenset({"other_drafter", "legal_reviewer"}),
        "returned": OWN | {"legal_reviewer"},
    },
    "request": {"wider": READ_INVITED_DRAFT | BORDER_SERVICE},
    "provision": {"inserted": EVERYBODY, "commented": EVERYBODY, "hidden": OWN},
    # A round: the narrower of its own audience and that of its version.
    "round": {
        "public": EVERYBODY,
        "planned": EVERYBODY,
        "closed": EVERYBODY,
        "cancelled": EVERYBODY,
        "invited": READ_INVITED_DRAFT,
        "committee": READ_COMMITTEE_DRAFT,
        "body": READ_REQUESTED_DRAFT,
    },
    # A comment: the narrower of its own visibility and its round; a draft is its body's own.
    "comment": {
        "public": EVERYBODY,
        "withdrawn": EVERYBODY,  # the tombstone
        "committee": COMMITTEE_READERS | BORDER_SERVICE,
        "secretariat": SECRETARY | BORDER_SERVICE,
        "withheld": EVERYBODY,
        "draft": ROWING_CLUB,
        "discarded": NOBODY,
        "in review": OMBUDSMAN,
        "invited": READ_INVITED_DRAFT,
        "seated": READ_COMMITTEE_DRAFT,
        "decided": EVERYBODY,
        "proposed": EVERYBODY,
        "committee decided": COMMITTEE_READERS | BORDER_SERVICE,
        "individual": EVERYBODY,
    },
    "question": {"public": EVERYBODY, "committee": READ_COMMITTEE_DRAFT},
    # A file of an explanatory note: whoever reads the draft.
    "note file": {"unreleased": OWN},
    # A file: whoever reads the text of its comment.
    "attachment": {
        "public": EVERYBODY,
        "withdrawn": LEGAL_AID | SECRETARY,  # not with the tombstone
        "committee": COMMITTEE_READERS | BORDER_SERVICE,
        "secretariat": SECRETARY | BORDER_SERVICE,
        "withheld": EVERYBODY,
        "draft": ROWING_CLUB,
        "in review": OMBUDSMAN,
        "invited": READ_INVITED_DRAFT,
        "seated": READ_COMMITTEE_DRAFT,
    },
    # What is sent at once, by the comment that tells it: read by whoever reads a comment of it with its sender.
    "submission": {
        "public": EVERYBODY,
        "committee": COMMITTEE_READERS | BORDER_SERVICE,
        "withheld": SECRETARY | {"veiled_focal"},
        "draft": ROWING_CLUB,
        "in review": OMBUDSMAN,
        "invited": READ_INVITED_DRAFT,
        "individual": EVERYBODY,
    },
    "issue": {"office": OFFICE},
    "international recommendation": {"linked": OFFICE, "other": OMBUDSMAN},
    "tag with a right": dict.fromkeys(("standing", "removed"), OFFICE),
    "note on an issue": {"office": OFFICE},
    "evidence of an issue": dict.fromkeys(("standing", "removed"), OFFICE),
    "answer to an issue": {"public": OFFICE},
    "opinion": {"drafted": OFFICE, "issued": EVERYBODY},
    "recommendation": {"drafted": OFFICE, "issued": EVERYBODY},
    "question to an institution": dict.fromkeys(("open", "replied"), OFFICE | BORDER_SERVICE),
    "place of an issue": {"public": OFFICE, "unreleased": NOBODY},
    # A row of the concordance and its degrees: whoever reads the text on which they stand.
    "row of the concordance": {"public": EVERYBODY, "unreleased": OWN},
    "degree of a row": {"public": EVERYBODY, "unreleased": OWN},
    "placement": {"public": EVERYBODY, "committee": COMMITTEE_READERS | BORDER_SERVICE},
    # Bodies, their people and seats, in the lists of the editing desk.
    "institution": {"veiled": SEE_BODIES},
    "membership": {"veiled": SEE_BODIES},
    "seat": {"border": SEE_BODIES},
    "committee": {"committee": SEE_BODIES},
    "office": {"chair": SEE_BODIES},
    "account": {"citizen": ACCOUNTS, "superuser": ACCOUNTS},
    "right": {
        "B01": SEE_VOCABULARIES
    },  # in the vocabularies of the editing desk; in the forms everybody reads it
    "treaty": {"CRC": SEE_VOCABULARIES},
    "search server": {"none": NOBODY},  # this site has none
    "saved search": {"citizen": frozenset({"citizen"})},
    "letter settings": {"citizen": frozenset({"citizen"})},
    "account change": {"member": ACCOUNTS},
    "group": {"citizen": SUPERUSER},
}

FIND: Mapping[str, Callable[[World, str], Any]] = {
    "act": lambda world, state: world.versions[state].instrument,
    "amendment": lambda world, state: world.amendments[state],
    "section": lambda world, state: world.sections[state],
    "version": lambda world, state: world.versions[state],
    "draft": lambda world, state: world.drafts[state],
    "version of a draft": lambda world, state: law.text_in(world.drafts[state]),
    "import": lambda world, state: world.imports[state],
    "file": awaited_file,
    "marked file": lambda world, state: world.marked_files[state],
    "check": lambda world, state: world.checks[state],
    "finding": lambda world, state: world.findings[state],
    "request": lambda world, state: world.requests[state],
    "provision": lambda world, state: world.provisions[state],
    "round": lambda world, state: world.rounds[state],
    "comment": lambda world, state: world.comments[state],
    "question": lambda world, state: world.questions[state],
    "attachment": lambda world, state: world.attachments[state],
    "note file": lambda world, state: world.drafts[state].note_files.get(),
    "submission": lambda world, state: world.submission(state),
    "institution": lambda world, body: world.bodies[body],
    "membership": lambda world, body: world.bodies[body].memberships.get(),
    "seat": lambda world, body: world.bodies[body].seats.get(),
    "committee": lambda world, slug: Committee.objects.get(slug=slug),
    "office": lambda world, kind: Office.objects.get(kind=kind),
    "account": lambda world, role: world.people[role],
    "right": lambda world, code: SimpleNamespace(slug="rights", code=code),
    "treaty": lambda world, code: SimpleNamespace(slug="treaties", code=code),
    "search server": lambda world, state: None,
    "saved search": lambda world, role: world.saved[role],
    "letter settings": lambda world, role: LetterSettings.objects.get_or_create(
        person=world.people[role], defaults={"token": f"token-of-{role}"}
    )[0],
    "account change": lambda world, role: account_change(world, role),
    "group": lambda world, name: Group.objects.get(name=name),
    "issue": lambda world, state: world.issues[state],
    "international recommendation": lambda world, state: world.international[state],
    "tag with a right": lambda world, state: world.tags[state],
    "note on an issue": lambda world, state: world.notes[state],
    "evidence of an issue": lambda world, state: world.evidence[state],
    "question to an institution": lambda world, state: world.asked[state],
    "answer to an issue": lambda world, state: world.answers[state],
    "place of an issue": place_of_issue,
    "opinion": lambda world, state: world.opinions[state],
    "recommendation": lambda world, state: world.recommendations[state],
    "row of the concordance": lambda world, state: world.rows[state],
    "degree of a row": lambda world, state: world.rows[state].judgements.last(),
    "placement": lambda world, state: world.comments[state].anchors.get().placements.first(),
}
"""The object of a kind in a state."""
