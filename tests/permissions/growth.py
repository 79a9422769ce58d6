"""More of everything that the pages of the world list: each round adds the same to its things and beside them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.audit.actor import Actor
from amendments.models import ActImport, Amendment, Draft, Version
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.anchoring import Chosen
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.models import Comment, Institution, Round, RoundQuestion
from consultations.rules.answer_kinds import Answer
from consultations.values import MembershipRole, Visibility
from portal.users.models import AccountChange, FailedSignIn
from rights.actions.answers.assess_text import AssessText
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.row_content import Judged
from rights.actions.concordance.write_row import WriteRow
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.notes.add_note import AddNote
from rights.actions.replies.ask_reply import AskReply
from rights.actions.sources.import_recommendations import ImportRecommendations
from rights.actions.sources.link_source import LinkSource
from rights.international_table import GivenRecommendation, table_of
from rights.models import InternationalRecommendation, Opinion
from rights.values import Conformity, Degree, EvidenceKind
from search.models.saved import SavedSearch
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW
from tests.permissions.drafts import marked
from tests.permissions.issues import WORDS
from tests.permissions.rows import row_words
from tests.permissions.world import ACT, World


def grow(world: World, number: int) -> None:
    """One round, with its number in all names."""
    body, focal = _add_body(world, number)
    base, draft = _add_law(world, number)
    _add_tasks(world, number)
    open_, over = world.rounds["public"], world.rounds["closed"]
    _comment(world, open_, body, focal)
    _answer(world, _comment(world, over, body, focal))
    past = {"opens": NOW - (50 + number) * DAY, "closes": NOW - (20 + number) * DAY}
    for held, plan in ((world.drafts["public"], past), (draft, past), (draft, {})):
        round_ = make.open_round(held, world.people["secretary"], world.bodies["ngo"], body, **plan)
        comments = _comment(world, round_, body, focal)
        if plan:
            _answer(world, comments)
    _add_issues(world, number, base, draft, body)
    _add_rows(world, number, draft)
    _add_accounts(world, number)


def _actor(world: World, role: str, reason: str = "") -> Actor:
    return Actor.now(world.people[role], reason=reason)


def _add_body(world: World, number: int) -> tuple[Institution, Any]:
    secretary = world.people["secretary"]
    body = make.make_institution(secretary, f"body-{number}")
    make.seat(secretary, body)
    return body, make.make_member(secretary, body, f"Focal {number}", MembershipRole.FOCAL_POINT)


def _add_law(world: World, number: int) -> tuple[Version, Draft]:
    """Another act with an amendment, a draft for all, and an adopted text; another draft of the amendment of the world."""
    drafter, secretary = world.people["drafter"], world.people["secretary"]
    base = law.make_act(world.sections["own"], drafter, text=ACT, number=f"{number}-G")
    law.release(base, "public", drafter, secretary)
    draft = _draft(world, base, f"Amendment {number}")
    law.adopt(_draft(world, base, f"Adopted {number}"), drafter, f"{number}-H")
    other = law.make_amendment(world.sections["own"], world.versions["base"], drafter, f"Beside it {number}")
    law.add(other, drafter, "repeal", "1.2.1")
    return base, draft


def _draft(world: World, base: Version, title: str) -> Draft:
    drafter, secretary = world.people["drafter"], world.people["secretary"]
    amendment = law.make_amendment(world.sections["own"], base, drafter, title)
    law.add(amendment, drafter, "replace_words", "2.1", old="10 coins", new=f"{len(title)} coins")
    draft = law.seal(amendment, drafter)
    law.release(draft, "public", drafter, secretary)
    return draft


def _add_tasks(world: World, number: int) -> None:
    """What waits for somebody: imports, marked files, checks, findings, proposed instructions, mails."""
    drafter, reviewer = world.people["drafter"], world.people["legal_reviewer"]
    own = Amendment.objects.get(pk=world.amendments["own"].pk)
    particulars = Particulars(f"Failed {number}", f"{number}-F", "en")
    asked = RequestImport(world.sections["own"], ACT, particulars, actor=Actor.now(drafter)).execute()
    ActImport.objects.filter(pk=asked.pk).update(state=ActImport.State.FAILED, error="Not read.")
    act = law.act_of(own)
    ReadMarkedFile(act, f"{number}.docx", marked(act), actor=Actor.now(drafter)).execute()
    proposed = law.operation("insert_element", "2.3", new=f"Proposed {number}.")
    ProposeInstruction(act, proposed, actor=_actor(world, "secretary")).execute()
    data = FindingData("blocks", f"Say why {number}.", world.findings["open"].instruction)
    WriteFinding(world.checks["open"], data, actor=Actor.now(reviewer)).execute()
    checked = law.make_amendment(
        world.sections["own"], world.versions["base"], drafter, f"For the reviewer {number}"
    )
    law.add(checked, drafter, "repeal", "1.2.1")
    AskCheck(checked, reviewer, timezone.localdate(), actor=Actor.now(drafter)).execute()
    law.undelivered_mail(number)
    make.letter_aside(make.make_person(f"Reader {number}"))


def _comment(world: World, round_: Round, body: Institution, focal: Any) -> list[Comment]:
    """Comments of a new body on the same words, sent; and drafts of the body of the world."""
    passage = make.chosen(round_.draft, "2.1", "The fare is")
    is_over = round_.closes < NOW
    at = min(NOW, round_.closes) - DAY
    actor = Actor(focal, at, str(body))
    shown = (Visibility.PUBLIC, Visibility.PUBLIC, Visibility.COMMITTEE, Visibility.SECRETARIAT)
    comments = []
    for visibility in shown:
        said = make.content(
            passage,
            rationale=f"Because of {body}: {visibility}.",
            proposed_text="The fare is one coin.",
            visibility=visibility,
            language="az",
            files=(make.attached(f"{visibility}.txt", "Words."),),
        )
        comments.append(make.SaveCommentDraft(round_, said, actor=actor, institution=body).execute())
    submission = comments[0].submission
    make.SignOffSubmission(submission, actor=actor).execute()
    make.Submit(submission, actor=actor).execute()
    for comment in comments:
        comment.refresh_from_db()
    if not is_over:
        secretary = _actor(world, "secretary")
        TranslateComment(comments[0], "en", "Translated.", actor=secretary).execute()
        WithdrawComment(comments[1], actor=Actor.now(focal, reason="Solved.")).execute()
        asked = RoundQuestion.objects.filter(round=round_).count()
        RoundQuestion.objects.create(round=round_, order=asked + 1, text=f"Is it {body}?")
    return comments


def _answer(world: World, comments: list[Comment]) -> None:
    """One is decided, one proposed, and the others wait."""
    for comment, is_decided in zip(comments, (True, False), strict=False):
        proposing = _actor(world, "drafter", "Not needed.")
        ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=proposing).execute()
        if is_decided:
            DecideDisposition(comment, actor=_actor(world, "chair")).execute()


def _add_issues(world: World, number: int, base: Version, draft: Draft, body: Institution) -> None:
    """Issues on the same act and on another one, with all that hangs on them, and opinions on both amendments."""
    analyst, head = _actor(world, "rights_analyst", "New."), _actor(world, "rights_head")
    given = GivenRecommendation(
        annotation=f"g-{number}", body=f"Committee {number}", text="A rule.", rights=("B01",)
    )
    ImportRecommendations(table_of([given]), actor=analyst).execute()
    international = InternationalRecommendation.objects.get(annotation=given.annotation)
    old = world.issues["office"]
    old.refresh_from_db()
    for text, answered in ((world.versions["base"], world.drafts["public"]), (base, draft)):
        key = text.entries.get(number="2.1").provision_id
        words = replace(WORDS, title=f"Fares {number}", lead=body)
        reference = f"HR-{number}-{text.pk}"
        issue = OpenIssue(text, [Chosen(str(key))], words, actor=analyst, reference=reference).execute()
        AssessText(issue, law.text_in(answered), Conformity.PARTLY, actor=analyst, note="So.").execute()
        for held in (issue, old):
            held.refresh_from_db()
            AddNote(held, f"Note {number}.", actor=analyst).execute()
            content = EvidenceContent(EvidenceKind.VISIT, "2026", f"People waited {number}.", "a port")
            AddEvidence(held, content, actor=analyst).execute()
            held.refresh_from_db()
            AskReply(
                held, f"Why {number}?", timezone.localdate() + timedelta(days=1), actor=analyst
            ).execute()
            LinkSource(held, international, actor=analyst).execute()
        for is_issued in (False, True):
            opinion = _opinion(answered.amendment, f"Opinion {number}", body, issue, analyst)
            if is_issued:
                IssueOpinion(opinion, opinion.revision, actor=head).execute()


def _opinion(amendment: Amendment, title: str, body: Institution, issue: Any, analyst: Actor) -> Opinion:
    content = OpinionContent(title, "en", "We looked.")
    opinion = DraftOpinion(amendment, content, actor=analyst).execute()
    GatherIssues(opinion, [issue], actor=analyst).execute()
    opinion.refresh_from_db()
    words = RecommendationContent(title, "Because.", "The fare is one coin.", body)
    EditRecommendation(opinion.recommendations.get(), words, opinion.revision, actor=analyst).execute()
    opinion.refresh_from_db()
    return opinion


def _add_rows(world: World, number: int, draft: Draft) -> None:
    actor = _actor(world, "drafter")
    for text in (law.text_in(world.drafts["public"]), law.text_in(draft)):
        keys = [str(text.entries.get(number="2.1").provision_id)]
        words, judged = row_words(f"Article of {number}"), Judged(Degree.PARTIAL, "A rule is missing.")
        row = WriteRow(text, keys, words, judged, actor=actor).execute()
        JudgeRow(row, text, Judged(Degree.FULL, "It stands there."), actor=actor).execute()


def _add_accounts(world: World, number: int) -> None:
    """Accounts, what waits for a second administrator, locked sign-ins and saved searches."""
    asks, now = world.people["administrator"], timezone.now()
    person = make.make_person(f"Citizen {number}", "citizen")
    asked = {"old_address": person.email, "asked_by": asks, "asked_at": now}
    AccountChange.objects.create(account=person, kind=AccountChange.Kind.ROLE, value="secretary", **asked)
    FailedSignIn.objects.create(
        login=person.email, place=f"198.51.100.{number}", failures=9, last_at=now, locked_until=now + DAY
    )
    for person in world.people.values():
        if person.is_authenticated:
            SavedSearch.objects.create(
                owner=person, name=f"Saved {number}", address=f"q=fare{number}", language="en"
            )
