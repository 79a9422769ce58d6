"""What belongs to one of two committees, how to ask whether it opens, and for whom it does."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import registry as log_registry
from wagtail.models import PageLogEntry

from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.audit.actor import Actor
from amendments.models import Amendment, Draft, Version
from amendments.queries.law.acts import amendment_page
from amendments.queries.my_tasks.waiting import tasks_for as tasks_of_law
from amendments.states import State
from consultations.access.permissions import may
from consultations.actions.answers.reveal_identity import RevealIdentity
from consultations.actions.committees.end_office import EndOffice
from consultations.actions.committees.end_seat import EndSeat
from consultations.actions.committees.give_office import GiveOffice, OfficeData
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.models import Comment, Membership, Office, Round, Seat, Submission
from consultations.queries.bodies.referrals import may_refer
from consultations.queries.comments.senders import is_text_open, sees_proposals
from consultations.queries.comments.writing import acting_for
from consultations.queries.my_tasks.waiting import tasks_for
from consultations.queries.rounds.managing import drafts_to_consult, rounds_to_manage
from consultations.rules.phases import Feature
from consultations.values import MembershipRole, OfficeKind
from search import queries
from search.queries.plain import plain
from search.request import Request
from tests.factories import law
from tests.factories.committees import WORDS, Papers, TwoCommittees
from tests.factories.consultation import DAY, NOW

FERRIES, HARBOURS = WORDS
Check = Callable[[Any, Papers, TwoCommittees], bool]


def takes(action: Any, *find: Callable[[Papers], Any]) -> Check:
    def check(who: Any, papers: Papers, world: TwoCommittees) -> bool:
        return action(*(each(papers) for each in find), actor=Actor.now(who)).user_has_permission()

    return check


def does(feature: Feature, round_: str = "public") -> Check:
    return lambda who, papers, world: may(who, feature, papers.rounds[round_], None, NOW)


def reads(name: str) -> Check:
    return lambda who, papers, world: Comment.objects.visible_to(who).contains(papers.comments[name])


def sees_round(name: str) -> Check:
    return lambda who, papers, world: Round.objects.visible_to(who).contains(papers.rounds[name])


def opens(find: Callable[[Papers], str]) -> Check:
    def check(who: Any, papers: Papers, world: TwoCommittees) -> bool:
        client = Client()
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
        return client.get(find(papers)).status_code == 200

    return check


def page(name: str, find: Callable[[Papers], Any]) -> Check:
    return opens(lambda papers: reverse(name, args=[find(papers).pk]))


def finds(**parameters: str) -> Check:
    def check(who: Any, papers: Papers, world: TwoCommittees) -> bool:
        given = QueryDict(mutable=True)
        given.update({"q": WORDS[papers.committee.slug], **parameters})
        return bool(plain(queries.search(Request.read(given), who))["total"])

    return check


def has_work(who: Any, papers: Papers, world: TwoCommittees) -> bool:
    tasks = [*tasks_for(who, NOW), *tasks_of_law(who, NOW)]
    return any(task.about == papers.amendment.title for task in tasks)


def steps_are_told(who: Any, papers: Papers, world: TwoCommittees) -> bool:
    kept = (papers.rounds["committee"], papers.amendment.referral, papers.amendment.state_changes.first())
    shown = {
        (entry.content_type.model_class(), entry.object_id)
        for log in log_registry.get_log_entry_models()
        if not issubclass(log, PageLogEntry)
        for entry in log.objects.viewable_by_user(who)
    }
    return any((type(row), str(row.pk)) in shown for row in kept)


def listed(rows: Callable[[Any], Any], find: Callable[[Papers], Any]) -> Check:
    return lambda who, papers, world: find(papers) in rows(who)


PLAN = RoundPlan(NOW - DAY, NOW + DAY)
OBJECTS: Mapping[str, Check] = {
    "draft": lambda who, papers, world: Draft.objects.visible_to(who).contains(papers.draft),
    "draft page": opens(lambda papers: papers.draft.url),
    "redline": opens(lambda papers: papers.draft.redline_url),
    "text": lambda who, papers, world: Version.objects.visible_to(who).contains(law.text_in(papers.draft)),
    "draft asked for": lambda who, papers, world: Draft.objects.visible_to(who).contains(papers.asked),
    "state": lambda who, papers, world: bool(
        (shown := amendment_page(who, Amendment.objects.get(pk=papers.amendment.pk))) and shown.shows_state
    ),
    "release": takes(ReleaseVersion, lambda p: p.asked, lambda p: "public"),
    "approve": takes(ApproveRelease, lambda p: p.request),
    "move amendment": takes(ChangeState, lambda p: p.amendment, lambda p: State.INTERAGENCY),
    "propose instruction": takes(
        ProposeInstruction, lambda p: law.act_of(p.amendment), lambda p: law.operation("repeal", "2.2")
    ),
    "round of the committee": sees_round("committee"),
    "round of the invited": sees_round("invited"),
    "public round": sees_round("public"),
    "page of the round": page("consultations:round", lambda p: p.rounds["committee"]),
    "open round": takes(OpenRound, lambda p: p.draft, lambda p: PLAN),
    "page to open a round": page("consultations:open_round", lambda p: p.draft),
    "desk": page("consultations:manage_round", lambda p: p.rounds["committee"]),
    "page to enter": page("consultations:enter", lambda p: p.rounds["committee"]),
    "rounds of the desk": listed(rounds_to_manage, lambda p: p.rounds["committee"]),
    "drafts of the desk": listed(drafts_to_consult, lambda p: p.asked),
    "history of the round": page("consultations_admin:round_history", lambda p: p.rounds["committee"]),
    "steps in the site history": steps_are_told,
    "move round": does(Feature.EXTEND),
    "invite": does(Feature.INVITE),
    "accept late": does(Feature.ACCEPT_LATE, "closed"),
    "enter": does(Feature.ENTER_ON_BEHALF),
    "write for an institution": lambda who, papers, world: any(
        acting_for(who, papers.rounds["committee"], NOW)
    ),
    "public comment": reads("public"),
    "comment for the committee": reads("committee"),
    "comment for the secretariat": reads("secretariat"),
    "page of the comment": page("consultations:comment", lambda p: p.comments["committee"]),
    "text of a withdrawn comment": lambda who, papers, world: (
        reads("withdrawn")(who, papers, world) and is_text_open(papers.comments["withdrawn"], who)
    ),
    "history of a comment": page("consultations:history", lambda p: p.comments["committee"]),
    "history in the admin": page("consultations_admin:comment_history", lambda p: p.comments["committee"]),
    "submission with a withheld identity": lambda who, papers, world: Submission.objects.visible_to(
        who
    ).contains(papers.submission("withheld")),
    "withheld identity": takes(RevealIdentity, lambda p: p.comments["withheld"]),
    "proposed answers": lambda who, papers, world: sees_proposals(who, papers.amendment),
    "board": page("consultations:board", lambda p: p.rounds["committee"]),
    "page to answer": page("consultations:answer", lambda p: p.comments["committee"]),
    "group": does(Feature.GROUP),
    "propose answer": does(Feature.PROPOSE_ANSWER),
    "confirm place": does(Feature.CONFIRM_PLACEMENT),
    "decide": does(Feature.DECIDE_ANSWER),
    "found texts": finds(),
    "found comments": finds(kind="comment"),
    "own work": has_work,
    "give seat": takes(GiveSeat, lambda p: p.committee, lambda p: p.bodies["invited"]),
    "end seat": takes(
        EndSeat, lambda p: Seat.objects.filter(committee=p.committee).first(), lambda p: NOW.date()
    ),
    "give office": lambda who, papers, world: takes(
        GiveOffice, lambda p: p.committee, lambda p: OfficeData(world.people["nobody"], OfficeKind.CHAIR)
    )(who, papers, world),
    "end office": takes(
        EndOffice, lambda p: Office.objects.filter(committee=p.committee).first(), lambda p: NOW.date()
    ),
    "add a member": lambda who, papers, world: takes(
        AddMember,
        lambda p: p.bodies["invited"],
        lambda p: MemberData(world.people["outsider"], MembershipRole.AUTHOR),
    )(who, papers, world),
    "end a membership": takes(
        EndMembership, lambda p: Membership.objects.filter(institution=p.bodies["invited"]).get()
    ),
    "pass on": lambda who, papers, world: may_refer(who, papers.amendment),
}


RENDERED = frozenset(
    {
        "draft page",
        "redline",
        "page of the round",
        "page to open a round",
        "desk",
        "page to enter",
        "history of the round",
        "page of the comment",
        "history of a comment",
        "history in the admin",
        "board",
        "page to answer",
    }
)
"""Pages of these objects. Each asks the same question as its queryset or its action."""

READS = frozenset({"draft", "draft page", "redline", "text", "found texts"})
SITS = READS | {"round of the committee", "public round", "page of the round"}
ANSWERS = SITS | {
    "round of the invited",
    "public comment",
    "comment for the committee",
    "page of the comment",
    "found comments",
    "proposed answers",
    "board",
    "state",
    "steps in the site history",
}
WROTE = frozenset(
    {
        "public comment",
        "comment for the committee",
        "comment for the secretariat",
        "text of a withdrawn comment",
        "submission with a withheld identity",
        "page of the comment",
        "history of a comment",
        "found comments",
        "write for an institution",
    }
)
KEEPS_MEMBERS = frozenset({"add a member", "end a membership"})
KEEPS_SEATS = frozenset({"give seat", "end seat"})
CHAIR = ANSWERS | {"draft asked for", "approve", "page to answer", "decide", "own work"}
SECRETARY = (
    ANSWERS
    | KEEPS_SEATS
    | KEEPS_MEMBERS
    | (WROTE - {"write for an institution"})
    | {
        "draft asked for",
        "release",
        "move amendment",
        "propose instruction",
        "open round",
        "page to open a round",
        "desk",
        "page to enter",
        "rounds of the desk",
        "drafts of the desk",
        "history of the round",
        "move round",
        "invite",
        "accept late",
        "enter",
        "history in the admin",
        "withheld identity",
        "page to answer",
        "group",
        "propose answer",
        "confirm place",
        "decide",
        "own work",
        "pass on",
    }
)
DRAFTER = ANSWERS | {
    "draft asked for",
    "propose instruction",
    "page to answer",
    "propose answer",
    "confirm place",
    "own work",
    "pass on",
}
OF_ONE: Mapping[str, frozenset[str]] = {
    "secretary of": SECRETARY,
    "chair of": CHAIR,
    "first of": SITS | WROTE,
    "second of": SITS | {"write for an institution"},
    "member for first of": ANSWERS | WROTE,
    "member for second of": ANSWERS | {"write for an institution"},
    "invited of": frozenset({"write for an institution", "own work", *KEEPS_MEMBERS}),
    "former secretary of": frozenset(),
}
OF_BOTH: Mapping[str, frozenset[str]] = {
    "drafter": DRAFTER,
    "analyst": ANSWERS,
    "auditor": frozenset({"history of the round", "steps in the site history"}),
    "administrator": KEEPS_SEATS | {"give office", "end office"},
    "outsider": frozenset(),
    "nobody": frozenset(),
}
