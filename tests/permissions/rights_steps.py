"""Steps on the issues of the Ombudsman's office as real actions."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.comments.anchoring import Chosen
from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.concordance.change_row import ChangeRow
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.remove_row import BringBackRow, RemoveRow
from rights.actions.concordance.row_content import Judged
from rights.actions.concordance.take_back_judgement import TakeBackJudgement
from rights.actions.concordance.write_row import WriteRow
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.edit_evidence import EditEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import BringBackEvidence, RemoveEvidence
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.following.follow_end import FollowEnd
from rights.actions.following.follow_rows import FollowRows
from rights.actions.following.follow_text import FollowText
from rights.actions.issues.cover_provisions import AddProvisions, RemoveProvision
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import EditOpinion, OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.issuing.move_recommendation import MoveRecommendation
from rights.actions.issuing.remove_recommendation import RemoveRecommendation
from rights.actions.issuing.write_recommendation import WriteRecommendation
from rights.actions.notes.add_note import AddNote
from rights.actions.notes.take_back_note import TakeBackNote
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_follow_up import TakeBackFollowUp
from rights.actions.recommended_steps.take_back_recommendation_reply import TakeBackRecommendationReply
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.replies.take_back_question import TakeBackQuestion
from rights.actions.replies.take_back_reply import TakeBackReply
from rights.actions.reporting.log_annual_file import LogAnnualFile
from rights.actions.reporting.log_conformity_file import LogConformityFile
from rights.actions.sources.import_recommendations import ImportRecommendations
from rights.actions.sources.link_source import LinkSource, UnlinkSource
from rights.actions.sources.log_recommendations_file import LogRecommendationsFile
from rights.actions.sources.name_rights import NameRights
from rights.actions.tagging.remove_tag import BringBackTag, RemoveTag
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.international_table import GivenRecommendation, table_of
from rights.models import FollowedText, IssuePlacement, RowPlacement, RowText, TakenBackReply
from rights.values import Conformity, Degree, EvidenceKind, FollowUpValue, IssueState
from tests.factories import law
from tests.factories.consultation import DAY
from tests.permissions.issues import (
    WORDS,
    another_recommendation,
    further_provision,
    given_answer,
    given_reply,
    let_stand,
    newer_text,
    not_gone_on,
    place_of_issue,
    place_to_recommend,
)
from tests.permissions.rows import row_words
from tests.permissions.world import World

FORM = UUID(int=1)  # the key of the form of a note
NEW_TABLE = table_of([GivenRecommendation(annotation="a-3", body="CEDAW", text="So.")])
EVIDENCE = EvidenceContent(EvidenceKind.VISIT, "2026", "Two families waited.")


def _open(world: World, actor: Actor) -> OpenIssue:
    provision = Chosen(str(world.provisions["commented"].pk))
    return OpenIssue(world.versions["base"], [provision], WORDS, actor=actor)


def _give(world: World, actor: Actor) -> EditIssue:
    owner = world.people["rights_head"]
    return EditIssue(world.issues["office"], replace(WORDS, owner=owner), 2, actor=actor)


def _answer(world: World, actor: Actor) -> AssessText:
    text = law.text_in(world.drafts["public"])
    return AssessText(world.issues["office"], text, Conformity.CONFORMS, actor=actor)


def _confirm(world: World, actor: Actor) -> ConfirmIssuePlace:
    return ConfirmIssuePlace(place_of_issue(world, "public"), FoundPlace(None), actor=actor)


def _follow(world: World, actor: Actor) -> FollowText:
    text = law.text_in(world.drafts["unreleased"])
    FollowedText.objects.filter(version=text).delete()
    IssuePlacement.objects.filter(version=text).delete()
    return FollowText(text, actor=actor)


def _follow_end(world: World, actor: Actor) -> FollowEnd:
    answer = _answer(world, Actor.now(world.people["rights_head"])).execute()
    amendment = answer.version.draft.amendment
    Amendment.objects.filter(pk=amendment.pk).update(state=State.WITHDRAWN)
    return FollowEnd(amendment, actor=actor)


def _add_provisions(world: World, actor: Actor) -> AddProvisions:
    return AddProvisions(world.issues["office"], [str(further_provision(world).provision_id)], actor=actor)


def _remove_provision(world: World, actor: Actor) -> RemoveProvision:
    issue, key = world.issues["office"], str(further_provision(world).provision_id)
    if not issue.history.filter(history_change_reason="Not touched.").exists():
        AddProvisions(issue, [key], actor=Actor.now(world.people["rights_head"])).execute()
    return RemoveProvision(issue, key, actor=replace(actor, reason="Not touched."))


def _gather(world: World, actor: Actor) -> GatherIssues:
    words = [Chosen(str(world.provisions["commented"].pk))]
    head = Actor.now(world.people["rights_head"])
    other = OpenIssue(world.versions["base"], words, replace(WORDS, title="Another"), actor=head, key=FORM)
    return GatherIssues(world.opinions["drafted"], [other.execute()], actor=actor)


def _write_row(world: World, actor: Actor, rights: tuple[str, ...]) -> WriteRow:
    text, keys = law.text_in(world.drafts["public"]), [str(world.provisions["commented"].pk)]
    content = replace(row_words(), rights=rights, summary="Something that no other row asks for.")
    return WriteRow(text, keys, content, Judged(Degree.NONE), actor=actor, key=FORM)


def _judge(world: World, actor: Actor) -> JudgeRow:
    text = law.text_in(world.drafts["public"])
    return JudgeRow(world.rows["public"], text, Judged(Degree.NONE), actor=actor)


def _bring_back(world: World, actor: Actor) -> BringBackRow:
    RemoveRow(world.rows["public"], actor=Actor.now(world.people["drafter"], reason="Twice.")).execute()
    return BringBackRow(world.rows["public"], actor=actor)


def _follow_rows(world: World, actor: Actor) -> FollowRows:
    text = law.text_in(world.drafts["unreleased"])
    RowText.objects.filter(version=text).delete()
    RowPlacement.objects.filter(version=text).delete()
    return FollowRows(text, actor=actor)


def _reply_back(world: World, actor: Actor) -> TakeBackReply:
    """The second click sends the moment of the same reply."""
    asked = not_gone_on(world)
    taken = TakenBackReply.objects.filter(request=asked).first()
    seen = taken.at if taken else asked.replied_at
    return TakeBackReply(asked, seen.isoformat(), actor=replace(actor, reason="A slip."))


def _recommendation_reply_back(world: World, actor: Actor) -> TakeBackRecommendationReply:
    """The second click sends the key of the same reply."""
    row = world.recommendations["issued"]
    seen = TakenBackReply.objects.filter(recommendation=row).first() or given_reply(world)
    return TakeBackRecommendationReply(row, seen.pk, actor=replace(actor, reason="A slip."))


def _move(world: World, actor: Actor) -> MoveRecommendation:
    another_recommendation(world)
    return MoveRecommendation(world.recommendations["drafted"], 1, actor=actor)


STEPS: Mapping[str, Callable[[World, Actor], Any]] = {
    "open a rights issue": _open,
    "change a rights issue": lambda world, actor: EditIssue(
        world.issues["office"], replace(WORDS, title="Fares again"), 2, actor=actor
    ),
    "give a rights issue to another analyst": _give,
    "add provisions to a rights issue": _add_provisions,
    "remove a provision from a rights issue": _remove_provision,
    "close a rights issue": lambda world, actor: MoveIssue(
        world.issues["office"], IssueState.CLOSED, actor=actor
    ),
    "write an internal note": lambda world, actor: AddNote(
        world.issues["office"], "A note.", actor=actor, key=FORM
    ),
    "take an internal note back": lambda world, actor: TakeBackNote(world.notes["office"], actor=actor),
    "write evidence on an issue": lambda world, actor: AddEvidence(
        world.issues["office"], EVIDENCE, actor=actor, key=FORM
    ),
    "change evidence on an issue": lambda world, actor: EditEvidence(
        world.evidence["standing"], EVIDENCE, 1, actor=actor
    ),
    "tag with a right": lambda world, actor: TagRights(
        TagTarget(world.provisions["commented"], world.versions["base"]), ["B01"], actor=actor
    ),
    "take a tag off": lambda world, actor: RemoveTag(world.tags["standing"], actor=actor),
    "put a tag back": lambda world, actor: BringBackTag(world.tags["removed"], actor=actor),
    "take evidence out": lambda world, actor: RemoveEvidence(world.evidence["standing"], actor=actor),
    "bring evidence back": lambda world, actor: BringBackEvidence(world.evidence["removed"], actor=actor),
    "import international recommendations": lambda world, actor: ImportRecommendations(
        NEW_TABLE, actor=actor
    ),
    "name the rights of an international recommendation": lambda world, actor: NameRights(
        world.international["other"], ["B01"], seen=(), actor=actor
    ),
    "take the international recommendations away": lambda world, actor: LogRecommendationsFile(
        2, "recommendations-csv", actor=actor
    ),
    "link an issue with an international recommendation": lambda world, actor: LinkSource(
        world.issues["office"], world.international["other"], actor=actor
    ),
    "remove the link with an international recommendation": lambda world, actor: UnlinkSource(
        world.issues["office"], world.international["linked"], actor=actor
    ),
    "assess a text": _answer,
    "take an assessment back": lambda world, actor: TakeBackAssessment(let_stand(world), actor=actor),
    "confirm the place of an issue": _confirm,
    "ask an institution about a rights issue": lambda world, actor: AskReply(
        world.issues["office"], "Why?", timezone.localdate() + DAY, actor=actor
    ),
    "take a question to an institution back": lambda world, actor: TakeBackQuestion(
        world.asked["open"], actor=actor
    ),
    "reply to the Ombudsman's office": lambda world, actor: GiveReply(
        world.asked["open"], "So.", actor=actor
    ),
    "take a reply to the Ombudsman's office back": _reply_back,
    "take a reply to a recommendation back": _recommendation_reply_back,
    "take back what became of a recommendation": lambda world, actor: TakeBackFollowUp(
        given_answer(world), actor=replace(actor, reason="A slip.")
    ),
    "follow the issues in a new text": _follow,
    "follow the issues to the end of an amendment": _follow_end,
    "draft an opinion": lambda world, actor: DraftOpinion(
        world.amendments["own"], OpinionContent("Fares", "en"), actor=actor, key=FORM
    ),
    "change an opinion": lambda world, actor: EditOpinion(
        world.opinions["drafted"], OpinionContent("Fares", "en"), 3, actor=actor
    ),
    "gather issues into an opinion": _gather,
    "change a recommendation": lambda world, actor: EditRecommendation(
        world.recommendations["drafted"], RecommendationContent("Fares"), 3, actor=actor
    ),
    "write a recommendation without an issue": lambda world, actor: WriteRecommendation(
        world.opinions["drafted"],
        place_to_recommend(world),
        RecommendationContent("Fares"),
        actor=actor,
        key=FORM,
    ),
    "put a recommendation at another place": _move,
    "take a recommendation out": lambda world, actor: RemoveRecommendation(
        world.recommendations["drafted"], actor=actor
    ),
    "take a recommended wording": lambda world, actor: TakeRecommendation(
        world.recommendations["issued"], "A fare is 7 coins.", actor=actor
    ),
    "reply to a recommendation": lambda world, actor: ReplyToRecommendation(
        world.recommendations["issued"], "So.", actor=actor
    ),
    "say what became of a recommendation": lambda world, actor: FollowUpRecommendation(
        world.recommendations["issued"],
        newer_text(world),
        FollowUpValue.ACCEPTED,
        actor=actor,
    ),
    "take a table of conformity away": lambda world, actor: LogConformityFile("conformity-xlsx", actor=actor),
    "take the annual report away": lambda world, actor: LogAnnualFile(2026, "annual-xlsx", actor=actor),
    "issue an opinion": lambda world, actor: IssueOpinion(world.opinions["drafted"], 3, actor=actor),
    "write a row of the concordance": lambda world, actor: _write_row(world, actor, ()),
    "write a row of the concordance that names a right": lambda world, actor: _write_row(
        world, actor, ("B01",)
    ),
    "change a row of the concordance": lambda world, actor: ChangeRow(
        world.rows["public"], row_words("Best interests"), 1, actor=actor
    ),
    "give a degree to a row of the concordance": _judge,
    "take a degree back": lambda world, actor: TakeBackJudgement(
        world.rows["public"].judgements.last(), actor=actor
    ),
    "take a row out of the concordance": lambda world, actor: RemoveRow(
        world.rows["public"], actor=replace(actor, reason="Twice.")
    ),
    "bring a row of the concordance back": _bring_back,
    "follow the rows of the concordance in a new text": _follow_rows,
}
