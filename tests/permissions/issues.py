"""The issues of the Ombudsman's office, whose words nobody else may meet."""

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.models import Version, VersionEntry
from consultations.actions.comments.anchoring import Chosen
from rights.actions.answers.assess_text import AssessText
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import RemoveEvidence
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.issue_content import IssueContent
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.issuing.write_recommendation import WriteRecommendation
from rights.actions.notes.add_note import AddNote
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.sources.import_recommendations import ImportRecommendations
from rights.actions.sources.link_source import LinkSource
from rights.actions.tagging.remove_tag import RemoveTag
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.international_table import GivenRecommendation, table_of
from rights.models import (
    Assessment,
    FollowUp,
    InternationalRecommendation,
    IssuePlacement,
    Recommendation,
    RecommendationReply,
    ReplyRequest,
    RightsIssue,
)
from rights.queries.opinion_issues import recommended_texts
from rights.values import Conformity, EvidenceKind, FollowUpValue, Severity
from tests.factories import law
from tests.factories.consultation import DAY
from tests.permissions.world import World

WORDS = IssueContent(
    "Fares of saltmarsh people",
    Severity.CRITICAL,
    ("B01",),
    analysis="It is a mudflat.",
    extract="No estuary is closed.",
    recommended_text="The fare is a lagoon.",
)


RECOMMENDED = (
    GivenRecommendation(
        annotation="a-1", body="Committee on Migrant Workers", text="Let a goosander pass.", rights=("B01",)
    ),
    GivenRecommendation(annotation="a-2", body="A garganey", text="The right to life of a pochard."),
)


def add_issues(world: World) -> None:
    """An issue on the law in force, which the public draft answers, with notes for the office and for one person."""
    analyst, head = world.people["rights_analyst"], world.people["rights_head"]
    provision = Chosen(str(world.provisions["commented"].pk))
    issue = OpenIssue(
        world.versions["base"], [provision], WORDS, actor=Actor.now(analyst), reference="HR-1"
    ).execute()
    world.notes["office"] = AddNote(issue, "Ask the tidepool.", actor=Actor.now(analyst)).execute()
    AddNote(issue, "A doubt: undertow.", actor=Actor.now(head), is_private=True).execute()
    for state, words in (("standing", "A fieldfare"), ("removed", "A brambling")):
        content = EvidenceContent(
            EvidenceKind.VISIT, "2026", f"{words} waited.", "a siskin", source="A redpoll"
        )
        world.evidence[state] = AddEvidence(issue, content, actor=Actor.now(analyst)).execute()
    RemoveEvidence(world.evidence["removed"], actor=Actor.now(analyst, reason="A linnetnest.")).execute()
    actor = Actor.now(analyst, reason="New.")
    ImportRecommendations(table_of(RECOMMENDED), actor=actor).execute()
    for state, given in zip(("linked", "other"), RECOMMENDED, strict=True):
        found = InternationalRecommendation.objects.get(annotation=given.annotation)
        world.international[state] = found
    LinkSource(issue, world.international["linked"], actor=actor).execute()
    target = TagTarget(world.provisions["commented"], world.versions["base"])
    for state, code in (("standing", "E01"), ("removed", "E03")):
        (world.tags[state],) = TagRights(target, [code], actor=Actor.now(analyst)).execute()
    RemoveTag(world.tags["removed"], actor=Actor.now(analyst)).execute()
    text, value = law.text_in(world.drafts["public"]), Conformity.PARTLY
    world.answers["public"] = AssessText(
        issue, text, value, actor=Actor.now(analyst), note="Better: sandbank."
    ).execute()
    issue.refresh_from_db()
    world.issues["office"] = issue
    lead = replace(WORDS, lead=world.bodies["border"])
    issue = EditIssue(issue, lead, issue.revision, actor=Actor.now(analyst)).execute()
    for name, question in (("replied", "A plover?"), ("open", "A cuttlefish?")):
        asking = AskReply(issue, question, timezone.localdate() + DAY, actor=Actor.now(analyst))
        world.asked[name] = asking.execute()
    GiveReply(world.asked["replied"], "A dunnock.", actor=Actor.now(world.people["border_focal"])).execute()
    world.issues["office"] = issue


def add_opinions(world: World) -> None:
    """One that nobody outside the office knows of, and one that is issued."""
    analyst, head = Actor.now(world.people["rights_analyst"]), Actor.now(world.people["rights_head"])
    for name, words in (("drafted", OPINION), ("issued", ISSUED)):
        row = DraftOpinion(
            world.amendments["own"], OpinionContent(words[0], "en", words[1]), actor=analyst
        ).execute()
        GatherIssues(row, [world.issues["office"]], actor=analyst).execute()
        content = RecommendationContent(words[2], words[3], words[4], world.bodies["border"])
        EditRecommendation(row.recommendations.get(), content, 2, actor=analyst).execute()
        world.opinions[name] = row
    IssueOpinion(world.opinions["issued"], 3, actor=head).execute()
    world.recommendations |= {name: row.recommendations.get() for name, row in world.opinions.items()}
    for row in (*world.opinions.values(), world.issues["office"]):
        row.refresh_from_db()


OPINION = ("A wagtailer", "A whimbrel.", "A wryneck", "A woodcock.", "The fare is a wigeon.")
ISSUED = ("A xanthium", "A xantus.", "A xenops", "A xolmis.", "The fare is a xeruses.")


def let_stand(world: World) -> Assessment:
    """The answer on the public draft, with its issue as the answer left it: an opinion moved it on."""
    answer = world.answers["public"]
    answer.refresh_from_db()
    if answer.taken_back_at is None:
        RightsIssue.objects.filter(pk=answer.issue_id).update(state=answer.state_after)
    return answer


def place_of_issue(world: World, draft: str) -> IssuePlacement:
    """Where the words of the issue stand in a draft."""
    return IssuePlacement.objects.get(
        anchor__issue=world.issues["office"], version__draft=world.drafts[draft]
    )


def further_provision(world: World) -> VersionEntry:
    """A provision of the text on which the issue of the office was raised, beside that of the issue."""
    entries = world.versions["base"].entries.exclude(number="").exclude(is_repealed=True)
    return entries.exclude(provision=world.provisions["commented"].pk).filter(number__contains=".").first()


def place_to_recommend(world: World) -> tuple[Version, UUID]:
    """Where a recommendation can be written without an issue."""
    (version,) = recommended_texts(world.people["rights_analyst"], world.opinions["drafted"])
    return version, world.provisions["commented"].pk


def another_recommendation(world: World) -> Recommendation:
    """A second one in the opinion, which stands before the first, as its provision does."""
    opinion, analyst = world.opinions["drafted"], Actor.now(world.people["rights_analyst"])
    held = opinion.recommendations.filter(issue=None).first()
    words = RecommendationContent("A wren")
    writing = WriteRecommendation(opinion, place_to_recommend(world), words, actor=analyst)
    return held or writing.execute()


def not_gone_on(world: World) -> ReplyRequest:
    """The question with the reply, from which the office has not gone on: it was given a moment ago."""
    asked = world.asked["replied"]
    if asked.replied_at is not None:
        asked.replied_at = timezone.now()
        ReplyRequest.objects.filter(pk=asked.pk).update(replied_at=asked.replied_at)
    return asked


def given_reply(world: World) -> RecommendationReply:
    """The reply to the issued recommendation."""
    row = world.recommendations["issued"]
    given = RecommendationReply.objects.filter(recommendation=row).first()
    focal = Actor.now(world.people["border_focal"])
    return given or ReplyToRecommendation(row, "So.", actor=focal).execute()


def given_answer(world: World) -> FollowUp:
    """What the office said became of the issued recommendation."""
    row, analyst = world.recommendations["issued"], Actor.now(world.people["rights_analyst"])
    given = FollowUp.objects.filter(recommendation=row).first()
    text = newer_text(world)
    return given or FollowUpRecommendation(row, text, FollowUpValue.ACCEPTED, actor=analyst).execute()


def newer_text(world: World) -> Version:
    """A text newer than that of the issued recommendation, which the office comes to read."""
    draft = world.drafts["body"]
    if not draft.releases.filter(audience="invited").exists():
        law.release(draft, "invited", world.people["drafter"], world.people["secretary"])
    return law.text_in(draft)
