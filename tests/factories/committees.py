"""Two committees with their people, and for each of them an amendment with papers that nobody else may know."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.models import Amendment, Draft, ReleaseRequest, Version
from consultations.access.roles import install_roles
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.committees.refer_amendment import ReferAmendment
from consultations.actions.rounds.ask_late import AskLate
from consultations.models import Comment, Committee, Institution, Round, Submission
from consultations.rules.answer_kinds import Answer
from consultations.values import Identity, MembershipRole, RoundAudience, Visibility
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW

WORDS = {
    "ferries": "albacore",
    "harbours": "bonito",
}  # stand in the drafts and comments of one amendment alone


@dataclass
class Papers:
    """What one committee deals with."""

    committee: Committee
    amendment: Amendment
    draft: Draft  # released to the committee
    asked: Draft  # its release was asked for
    request: ReleaseRequest
    rounds: dict[str, Round] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    bodies: dict[str, Institution] = field(default_factory=dict)

    def submission(self, name: str) -> Submission:
        """The submission with which a comment was sent."""
        return self.comments[name].submission


@dataclass
class TwoCommittees:
    """Both of them, and everybody by name."""

    base: Version
    people: dict[str, Any] = field(default_factory=dict)
    papers: dict[str, Papers] = field(default_factory=dict)

    def person(self, name: str) -> Any:
        """The person as a new request knows her: nothing is remembered of earlier questions."""
        return get_user_model()._default_manager.get(pk=self.people[name].pk)


def build() -> TwoCommittees:
    """One ministry drafts two amendments, one for each committee."""
    install_roles()
    section = law.make_section()
    drafter = law.make_drafter(section)
    drafter.groups.add(Group.objects.get(name="drafter"))
    secretary = make.make_person("registrar", "secretary")
    base = law.make_act(section, drafter)
    law.release(base, "public", drafter, secretary)
    world = TwoCommittees(base, {"drafter": drafter})
    for name in WORDS:
        committee = Committee.objects.create(slug=name, name=name.title())
        _people(world, name, committee)
        amendment = law.make_amendment(section, base, drafter, f"On {name}")
        ReferAmendment(amendment, committee, actor=Actor.now(drafter)).execute()
        _papers(world, name, committee, amendment)
    for name, *roles in (
        ("administrator", "administrator"),
        ("analyst", "rights_analyst"),
        ("auditor", "auditor"),
        ("outsider", "citizen"),
        ("nobody", "secretary", "chair", "member"),  # in every group, in no office
    ):
        world.people[name] = law.make_user(name, *roles)
    _crossing(world)
    return world


def _people(world: TwoCommittees, name: str, committee: Committee) -> None:
    for kind in ("secretary", "chair"):
        world.people[f"{kind} of {name}"] = make.make_person(f"{kind} of {name}", kind, committee=committee)
    former = law.make_user(f"former secretary of {name}", "secretary", "chair")
    law.appoint(former, "secretary", committee, end=(NOW - 2 * DAY).date())
    law.appoint(former, "chair", committee, start=(NOW + 2 * DAY).date())
    world.people[f"former secretary of {name}"] = former


def _crossing(world: TwoCommittees) -> None:
    """Who is the secretary of one committee and the chair of the other has the powers of each in its own place."""
    both = law.make_user("both", "secretary", "chair")
    law.appoint(both, "secretary", world.papers["ferries"].committee)
    law.appoint(both, "chair", world.papers["harbours"].committee)
    world.people["both"] = both


def _papers(world: TwoCommittees, name: str, committee: Committee, amendment: Amendment) -> None:
    drafter, secretary = world.people["drafter"], world.people[f"secretary of {name}"]
    law.add(amendment, drafter, "insert_element", "1.2.4", new=f"{WORDS[name]}.")
    law.add(amendment, drafter, "replace_words", "2.1", old="10 coins", new="20 coins")
    draft = law.seal(amendment, drafter)
    law.release(draft, "committee", drafter, secretary)
    law.add(amendment, drafter, "repeal", "1.1")
    asked = law.seal(amendment, drafter)
    request = RequestRelease(asked, "public", actor=Actor.now(drafter)).execute()
    papers = world.papers[name] = Papers(committee, amendment, draft, asked, request)
    for body, is_seated in (("first", True), ("second", True), ("invited", False)):
        _body(world, papers, name, body, is_seated=is_seated)
    invited = papers.bodies["invited"]
    past = {"opens": NOW - 40 * DAY, "closes": NOW - 15 * DAY}
    for key, audience, plan in (
        ("committee", RoundAudience.COMMITTEE, {}),
        ("invited", RoundAudience.INVITED, {}),
        ("public", RoundAudience.PUBLIC, {}),
        ("closed", RoundAudience.INVITED, past),
    ):
        papers.rounds[key] = make.open_round(draft, secretary, invited, audience=audience, **plan)
    _comments(world, name, papers)
    focal = world.people[f"invited of {name}"]
    AskLate(papers.rounds["closed"], invited, actor=Actor.now(focal, reason="Ill.")).execute()
    law.add(amendment, drafter, "repeal", "1.2.1")
    AskCheck(
        amendment, law.join_legal_service(law.make_reviewer()), localdate(), actor=Actor.now(drafter)
    ).execute()


def _body(world: TwoCommittees, papers: Papers, name: str, body: str, *, is_seated: bool) -> None:
    secretary = world.people[f"secretary of {name}"]
    papers.bodies[body] = make.make_institution(secretary, f"{body}-of-{name}")
    person = make.make_member(secretary, papers.bodies[body], f"{body} of {name}", MembershipRole.FOCAL_POINT)
    world.people[f"{body} of {name}"] = person
    if is_seated:
        make.seat(secretary, papers.bodies[body], papers.committee)
        member = law.make_user(f"member for {body} of {name}", "member")
        make.join(secretary, papers.bodies[body], member, MembershipRole.AUTHOR)
        world.people[f"member for {body} of {name}"] = member


def _comments(world: TwoCommittees, name: str, papers: Papers) -> None:
    for key, said in (
        ("public", {"visibility": Visibility.PUBLIC}),
        ("committee", {"visibility": Visibility.COMMITTEE}),
        ("secretariat", {"visibility": Visibility.SECRETARIAT}),
        ("withheld", {"visibility": Visibility.COMMITTEE, "identity": Identity.WITHHELD}),
        ("withdrawn", {"visibility": Visibility.COMMITTEE}),
    ):
        _comment(world, name, papers, key, **said)
    WithdrawComment(
        papers.comments["withdrawn"], actor=Actor.now(world.people[f"first of {name}"], reason="Solved.")
    ).execute()
    drafter = Actor.now(world.people["drafter"], reason="Not needed.")
    ProposeDisposition(papers.comments["committee"], Answer.NOT_ACCEPTED, actor=drafter).execute()


def _comment(world: TwoCommittees, name: str, papers: Papers, key: str, **said: Any) -> None:
    focal, body = world.people[f"first of {name}"], papers.bodies["first"]
    passage = make.chosen(papers.draft, "2.1", "The fare is 20 coins.")
    words = make.content(passage, rationale=f"Because of {WORDS[name]}", **said)
    comment = papers.comments[key] = make.draft(papers.rounds["committee"], focal, body, words)
    make.send(comment.submission, focal)
    comment.refresh_from_db()
