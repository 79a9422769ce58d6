"""One small world for every test of permissions: each role once, each object in every state that matters.

It is built through the actions of real work; the words in it are those of `words.py`.
"""

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser, Group

from amendments.actions.change_state import ChangeState
from amendments.actions.edit_instruction import EditInstruction
from amendments.actions.import_act import ImportAct, Particulars
from amendments.actions.propose_instruction import ProposeInstruction
from amendments.actions.request_release import RequestRelease
from amendments.actor import Actor
from amendments.models import Amendment, Section, Version
from amendments.models.release import Audience
from amendments.states import State
from consultations.actions.cancel_round import CancelRound
from consultations.actions.decide_disposition import DecideDisposition
from consultations.actions.discard_comment import DiscardComment
from consultations.actions.propose_disposition import ProposeDisposition
from consultations.actions.save_comment_draft import SaveCommentDraft
from consultations.actions.sign_off_submission import SignOffSubmission
from consultations.actions.submit import Submit
from consultations.actions.withdraw_comment import WithdrawComment
from consultations.models import Comment, Institution, Round, Submission
from consultations.rules.answers import Answer
from consultations.values import Identity, InstitutionType, MembershipRole, RoundAudience, Visibility
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW

EARLIER = NOW - 20 * DAY
ACT = law.ACT.replace("1.2.2. rafts.", "1.2.2. rafts;\n1.2.3. balloons.")
HIDDEN_ACT = ACT.replace("rafts", "gannetry")
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
)


@dataclass
class World:
    """Everything by name."""

    people: dict[str, Any] = field(default_factory=dict)
    bodies: dict[str, Institution] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)
    requests: dict[str, Any] = field(default_factory=dict)
    instructions: dict[str, Any] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    provisions: dict[str, Any] = field(default_factory=dict)

    def submission(self, comment: str) -> Submission:
        """The submission of a comment."""
        return self.comments[comment].submission

    def fresh(self) -> "World":
        """The same rows, read again."""
        return World(**{each.name: _again(getattr(self, each.name)) for each in fields(self)})


def _again(rows: dict[str, Any]) -> dict[str, Any]:
    stored = {name: row for name, row in rows.items() if row.pk}
    found = type(next(iter(stored.values())))._default_manager.in_bulk([row.pk for row in stored.values()])
    return {name: found[row.pk] if name in stored else row for name, row in rows.items()}


def build() -> World:
    """The whole world, in the order of the story."""
    world = World()
    _people(world)
    _bodies(world)
    _law(world)
    _drafts(world)
    _rounds(world)
    _comments(world)
    _answers(world)
    _last_draft(world)
    return world


def _people(world: World) -> None:
    for name, title in (("own", "Ferry Authority"), ("other", "Harbour Board")):
        world.sections[name] = law.make_section(title)
    people = world.people
    for role in SITE_ROLES:
        people[role] = make.make_person("Ottoline" if role == "citizen" else role.title(), role)
    for role, section in (("drafter", "own"), ("other_drafter", "other"), ("former_drafter", "own")):
        people[role] = law.make_drafter(world.sections[section], role.title())
        people[role].groups.add(Group.objects.get(name="drafter"))
    people["former_drafter"].is_active = False
    people["former_drafter"].save()
    people["superuser"] = law.make_user("Superuser", is_superuser=True, is_staff=True)
    people["public"] = AnonymousUser()


def _bodies(world: World) -> None:
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


def _law(world: World) -> None:
    drafter, own = world.people["drafter"], world.sections["own"]
    world.versions["base"] = law.make_act(own, drafter, text=ACT)
    _release(world, "base", Audience.PUBLIC)
    hidden = Particulars("Law on gannetry", "2-L", "en")
    action = ImportAct(own, law.parse(HIDDEN_ACT), hidden, actor=Actor.now(drafter))
    world.versions["hidden act"] = action.execute()
    base = world.versions["base"]
    world.amendments["own"] = law.make_amendment(own, base, drafter, "Amending the fares")
    world.amendments["hidden"] = law.make_amendment(own, base, drafter, "Amending halibut")
    other, other_drafter = world.sections["other"], world.people["other_drafter"]
    world.amendments["other"] = law.make_amendment(other, base, other_drafter, "Amending jackdaw")


def _drafts(world: World) -> None:
    """Draft after draft with another wording of the same inserted point, each released to fewer people."""
    drafter, amendment = world.people["drafter"], world.amendments["own"]
    world.instructions["taken"] = law.add(amendment, drafter, "insert_element", "1.2.4", new="albatross.")
    law.add(amendment, drafter, "replace_words", "2.1", old="10 coins", new="20 coins")
    _seal(world, "public", Audience.PUBLIC)
    for word, name, audience in (
        ("barnacle", "committee", Audience.COMMITTEE),
        ("cormorant", "invited", Audience.INVITED),
        ("dogfish", "body", Audience.DRAFTING_BODY),
    ):
        _reword(world, word)
        _seal(world, name, audience)


def _reword(world: World, word: str) -> None:
    drafter = world.people["drafter"]
    operation = law.operation("insert_element", "1.2.4", new=f"{word}.")
    row = world.instructions["taken"]
    row.refresh_from_db()
    EditInstruction(row, operation, actor=Actor.now(drafter), reason=f"kittiwake {word}").execute()


def _seal(world: World, name: str, audience: Audience | None = None) -> None:
    world.versions[name] = law.seal(world.amendments["own"], world.people["drafter"])
    if audience is not None:
        _release(world, name, audience)


def _release(world: World, name: str, audience: Audience) -> None:
    law.release(world.versions[name], audience, world.people["drafter"], world.people["secretary"])


def _rounds(world: World) -> None:
    secretary, ngo, office = world.people["secretary"], world.bodies["ngo"], world.bodies["office"]
    version = world.versions
    past = {"opens": NOW - 40 * DAY, "closes": NOW - 15 * DAY}
    public, invited, committee = RoundAudience.PUBLIC, RoundAudience.INVITED, RoundAudience.COMMITTEE
    for name, draft, audience, bodies, plan in (
        ("public", "public", public, (ngo, world.bodies["border"]), {}),
        ("invited", "invited", invited, (ngo, office), {}),
        ("committee", "committee", committee, (), {}),
        ("planned", "public", public, (), {"opens": NOW + 5 * DAY, "closes": NOW + 30 * DAY}),
        ("closed", "public", public, (ngo,), past),
        ("cancelled", "public", public, (), {}),
        ("body", "body", public, (), {}),
    ):
        world.rounds[name] = make.open_round(version[draft], secretary, *bodies, audience=audience, **plan)
    CancelRound(world.rounds["cancelled"], actor=Actor.now(secretary, reason="Superseded.")).execute()


def _comments(world: World) -> None:
    committee, secretariat = Visibility.COMMITTEE, Visibility.SECRETARIAT
    for name, round_, body, word, more in (
        ("public", "public", "ngo", "lobster", {}),
        ("withdrawn", "public", "ngo", "quahog", {}),
        (
            "committee",
            "public",
            "border",
            "mackerel",
            {"visibility": committee, "proposed_text": "A narwhal."},
        ),
        ("secretariat", "public", "border", "osprey", {"visibility": secretariat}),
        ("withheld", "public", "veiled", "pelican", {"identity": Identity.WITHHELD}),
        ("draft", "public", "stranger", "redshank", {}),
        ("discarded", "public", "stranger", "wolffish", {}),
        ("in review", "public", "office", "sturgeon", {}),
        ("invited", "invited", "ngo", "turbot", {}),
        ("seated", "committee", "border", "urchin", {}),
        ("decided", "closed", "ngo", "Decided.", {}),
        ("proposed", "closed", "ngo", "Proposed.", {}),
        ("committee decided", "closed", "border", "Later.", {"visibility": committee}),
        ("individual", "public", None, "viperfish", {}),
    ):
        _write(world, name, round_, body, rationale=f"Because of {word}", **more)
    make.ask(world.submission("in review"), world.people["rights_analyst"])
    stranger = Actor.now(world.people["stranger_author"])
    DiscardComment(world.comments["discarded"], actor=stranger).execute()
    for name in ("public", "committee", "withheld", "invited", "seated", "decided", "committee decided"):
        _send(world, name)
    Submit(world.submission("individual"), actor=Actor.now(world.people["citizen"])).execute()
    withdrawing = Actor.now(world.people["ngo_focal"], reason="Solved.")
    WithdrawComment(world.comments["withdrawn"], actor=withdrawing).execute()


WRITERS = {
    "ngo": ("ngo_author", "ngo_focal"),
    "border": ("border_author", "border_focal"),
    "stranger": ("stranger_author", "stranger_focal"),
    "veiled": ("veiled_focal", "veiled_focal"),
    "office": ("rights_analyst", "rights_head"),
    None: ("citizen", "citizen"),
}


def _moment(world: World, round_: str) -> datetime:
    return EARLIER if round_ == "closed" else NOW


def _write(world: World, name: str, round_: str, body: str | None, **said: Any) -> None:
    row = world.rounds[round_]
    passage = make.chosen(row.version, "2.1", "The fare is 20 coins.")
    actor = Actor(world.people[WRITERS[body][0]], _moment(world, round_))
    institution = world.bodies[body] if body else None
    saved = SaveCommentDraft(row, make.content(passage, **said), actor=actor, institution=institution)
    world.comments[name] = saved.execute()


def _send(world: World, name: str) -> None:
    submission = world.submission(name)
    body = next(key for key, row in world.bodies.items() if row == submission.institution)
    at = EARLIER if submission.round == world.rounds["closed"] else NOW
    actor = Actor(world.people[WRITERS[body][1]], at, str(submission.institution))
    SignOffSubmission(submission, actor=actor).execute()
    Submit(submission, actor=actor).execute()


def _answers(world: World) -> None:
    chair = world.people["chair"]
    for name, word, is_decided in (
        ("decided", "xiphias", True),
        ("proposed", "yellowtail", False),
        ("committee decided", "zander", True),
    ):
        actor = Actor.now(world.people["drafter"], reason=f"Not needed: {word}.")
        comment = world.comments[name]
        comment.refresh_from_db()
        ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=actor).execute()
        if is_decided:
            DecideDisposition(comment, actor=Actor.now(chair)).execute()


def _last_draft(world: World) -> None:
    """A sealed draft that nobody asked to release, working text after it, and the way through the states."""
    drafter, secretary = world.people["drafter"], world.people["secretary"]
    _reword(world, "eiderduck")
    _seal(world, "unreleased")
    _reword(world, "flounder")
    asked = Actor.now(drafter)
    world.requests["wider"] = RequestRelease(
        world.versions["invited"], Audience.PUBLIC, actor=asked
    ).execute()
    reviewer = world.people["legal_reviewer"]
    for state, person, reason in (
        (State.LEGAL_CHECK, drafter, ""),
        (State.DRAFTING, reviewer, "Came back: ibisnote."),
        (State.CONSULTATION, secretary, "Urgent."),
    ):
        ChangeState(world.amendments["own"], state, actor=Actor.now(person, reason=reason)).execute()
    inserted = world.versions["public"].entries.get(number="1.2.4")
    standing = world.versions["public"].entries.get(number="2.1")
    hidden = world.versions["hidden act"].entries.get(number="1.2.2")
    world.provisions = {
        "inserted": inserted.provision,
        "commented": standing.provision,
        "hidden": hidden.provision,
    }
    proposed = law.operation("delete_words", "2.2", old="free of charge")
    action = ProposeInstruction(world.amendments["own"], proposed, actor=Actor.now(secretary))
    world.instructions["proposed"] = action.execute()
