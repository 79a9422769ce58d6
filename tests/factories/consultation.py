"""Institutions, people, rounds, comments and submissions of the consultations app, made by its actions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.utils.timezone import localtime

from amendments.attaching.new_file import NewFile
from amendments.audit.actor import Actor
from amendments.models import Draft
from amendments.record import seals
from consultations.actions.comments.content import Chosen, Content
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.actions.institutions.register_institution import InstitutionData, RegisterInstitution
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.actions.submissions.ask_sign_off import AskSignOff
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.models import Comment, Committee, Institution, Letter, Round, Submission
from consultations.rules.answer_kinds import Stance
from consultations.values import InstitutionType, MembershipRole, OfficeKind, RoundAudience
from tests.factories import law
from tests.factories.files import pdf

NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)


def make_person(name: str, *roles: str, committee: Committee | None = None) -> Any:
    """A person in the groups of these roles (`install_roles` comes first), with the offices of a committee among them."""
    person = law.make_user(name, *roles)
    for kind in OfficeKind.values:
        if kind in roles:
            law.appoint(person, kind, committee)
    return person


def make_institution(secretary: Any, slug: str, kind: InstitutionType = InstitutionType.NGO) -> Institution:
    """A standing institution."""
    data = InstitutionData(slug, slug.replace("-", " ").title(), kind, start=(NOW - 900 * DAY).date())
    return RegisterInstitution(data, actor=Actor.now(secretary)).execute()


def make_member(secretary: Any, institution: Institution, name: str, role: MembershipRole) -> Any:
    """A person who acts for the institution."""
    person = make_person(name)
    join(secretary, institution, person, role)
    return person


def join(secretary: Any, institution: Institution, person: Any, role: MembershipRole) -> None:
    """Make a person a member of an institution since long ago."""
    data = MemberData(person, role, start=(NOW - 900 * DAY).date())
    AddMember(institution, data, actor=Actor.now(secretary)).execute()


def seat(secretary: Any, institution: Institution, committee: Committee | None = None) -> None:
    """A seat on the committee since long ago."""
    committee = committee or law.make_committee()
    GiveSeat(committee, institution, actor=Actor(secretary, NOW - 900 * DAY)).execute()


def open_round(
    draft: Draft,
    secretary: Any,
    *invited: Institution,
    audience: RoundAudience = RoundAudience.PUBLIC,
    **plan: Any,
) -> Round:
    """A round that opened ten days ago and closes in twenty.

    It may be wider than the release of the draft, because who sees what must be right then too. The amendment may be
    at any state.
    """
    plan = {"opens": NOW - 10 * DAY, "closes": NOW + 20 * DAY, **plan}
    action = OpenRound(
        draft,
        RoundPlan(audience=audience, invited=tuple(invited), **plan),
        actor=Actor(secretary, min(NOW, plan["opens"]) - DAY),
    )
    with patch.multiple(
        "consultations.actions.rounds.open_round",
        open_audiences=lambda _draft: [audience],
        shut_out=lambda _draft, _institutions, _at: [],
        obstacle_of_state=lambda _amendment: "",
    ):
        return action.execute()


def chosen(draft: Draft, number: str, quote: str = "", *, in_base: bool = False, place: int = 1) -> Chosen:
    """Words of a provision, by its printed number in an act of a draft."""
    version = law.text_in(draft, place)
    source = version.parent if in_base else version
    text = source.entries.get(number=number).texts.get().text
    start = text.body.index(quote) if quote else 0
    return Chosen(str(text.provision_id), start, start + len(quote), in_base=in_base)


def content(
    *passages: Chosen, stance: Stance | None = Stance.OPPOSES, rationale: str = "Too much.", **more: Any
) -> Content:
    """What an author writes."""
    return Content(stance=stance, rationale=rationale, chosen=passages, **more)


def attached(name: str = "Study.pdf", words: str = "Words.") -> NewFile:
    """A file to attach."""
    return NewFile(name, words.encode() if name.endswith(".txt") else pdf(words))


def typed_at(moment: datetime) -> str:
    """A moment as a form sends it."""
    return localtime(moment).strftime("%Y-%m-%dT%H:%M")


def minute_ago() -> str:
    """Just before now, as a form sends it."""
    return typed_at(NOW - timedelta(minutes=2))


def draft(round_: Round, person: Any, institution: Institution | None, said: Content, **more: Any) -> Comment:
    """A saved draft."""
    return SaveCommentDraft(round_, said, actor=Actor.now(person), institution=institution, **more).execute()


def send(submission: Submission, focal: Any, *, supersedes: bool = False) -> Submission:
    """Sign off and submit."""
    if submission.institution_id:
        SignOffSubmission(submission, actor=Actor.now(focal)).execute()
    return Submit(submission, actor=Actor.now(focal), supersedes=supersedes).execute()


def ask(submission: Submission, author: Any) -> Submission:
    """Ask the focal point for sign-off."""
    return AskSignOff(submission, actor=Actor.now(author)).execute()


@contextmanager
def behind_the_seals() -> Iterator[None]:
    """Change what was sent or decided, as whoever owns the tables can; the seals stand again afterwards."""
    seals.lift(connection)
    yield
    connection.check_constraints()  # PostgreSQL puts no trigger while one of a foreign key waits
    seals.install(connection)


def letter_aside(person: Any) -> Letter:
    """A letter that could not be written and was put aside."""
    return Letter.objects.create(
        person=person, kind="decided", about="0", at=NOW, due_at=NOW, state=Letter.State.FAILED,
        attempts=8, error="ValueError: letters/texts.py, 1",
    )  # fmt: skip
