"""A recommended wording of a provision with points: said with all of them, or without any."""

from uuid import UUID

import pytest
from django.urls import reverse

from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.instructions.operations import from_json
from amendments.instructions.wording import Mood
from amendments.plugins.registry import wording_for
from amendments.queries.drafting.drafts import working_draft
from amendments.redline.provision_redline import Mark
from consultations.errors.of_states import ChangedSince
from consultations.models import Comment
from consultations.queries.answer_pages.board import board_rows
from consultations.queries.comments.provision_parts import replaced_by
from consultations.rules.outcome import Outcome
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.board_recommendations import RecommendationsOnBoard
from rights.models import Recommendation
from rights.queries.follow_up import stories
from rights.queries.issue_page import issue_page
from rights.queries.opinion_page import recommendation_lines
from tests.factories import consultation as make, law
from tests.rights.conftest import content, issue, passage

pytestmark = pytest.mark.whole

BEFORE = "This Law does not apply to:\n1.2.1. rowing boats;\n1.2.2. rafts."
WITH_POINTS = "This Act does not apply to:\n1.2.1. rowing boats;\n1.2.2. rafts."
WITHOUT = "This Act does not apply to:"
NUMBERED = f"1.2. {WITHOUT}"


def told(spans):
    return [(span.mark.value, span.text) for span in spans if span.mark is not Mark.KEPT]


@pytest.mark.parametrize("wording", [WITH_POINTS, WITHOUT, NUMBERED])
def test_the_points_are_not_shown_as_changed(office, opinion, wording):
    written = content(recommended_text=wording)
    words = passage(office.world.base, "1.2")
    row = OpenIssue(office.world.base, [words], written, actor=office.act()).execute()
    assert [text for _mark, text in told(issue_page(office.analyst, row).recommended)] == ["Law", "Act"]

    opinion.recommendations.update(wording=wording, provision=words.provision, version=office.world.base)
    [line] = recommendation_lines(office.analyst, opinion.recommendations.select_related("opinion"))
    assert [text for _mark, text in told(line.spans)] == ["Law", "Act"]


@pytest.mark.parametrize("wording", [WITH_POINTS, WITHOUT])
def test_a_taken_wording_leaves_each_point_in_the_law_once(office, opinion, wording):
    words = passage(office.world.base, "1.2")
    opinion.recommendations.update(wording=wording, provision=words.provision)
    issue(office, opinion)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    drafter = office.act(office.world.drafter)
    points = _family(office)[1:]
    TakeInstruction(TakeRecommendation(row, row.wording, actor=drafter).execute(), actor=drafter).execute()
    said = [("1.2.1", "rowing boats;"), ("1.2.2", "rafts.")] if wording == WITH_POINTS else points
    assert _family(office) == [("1.2", WITHOUT), *said]


FIRST_WORDS = {
    "az": "1.2-ci maddənin birinci abzası aşağıdakı redaksiyada verilsin: “",
    "en": "The first paragraph of Article 1.2 shall be restated as follows: “",
    "ru": "Первый абзац статьи 1.2 изложить в следующей редакции: «",
}


@pytest.mark.parametrize(
    "wording", ["Nobody asks for a ticket where there are only:", "Law does not apply where there are:"]
)
def test_new_words_before_points_are_said_of_these_words_alone(office, opinion, wording):
    words = passage(office.world.base, "1.2")
    opinion.recommendations.update(wording=wording, provision=words.provision)
    issue(office, opinion)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    drafter = office.act(office.world.drafter)
    points = _family(office)[1:]
    taken = TakeInstruction(
        TakeRecommendation(row, row.wording, actor=drafter).execute(), actor=drafter
    ).execute()
    said = [wording_for("az", one).word(from_json(taken.operation), Mood.IMPERATIVE) for one in FIRST_WORDS]
    assert [words.partition(wording)[0] for words in said] == list(FIRST_WORDS.values())
    assert _family(office) == [("1.2", wording), *points]


def _family(office):
    tree = working_draft(law.act_of(office.world.amendment)).tree
    return [(each.number, each.text) for each in tree if each.number.startswith("1.2")]


@pytest.mark.parametrize("wording", [WITHOUT, NUMBERED])
def test_words_without_points_are_found_in_the_next_text(office, opinion, wording):
    words = passage(office.world.base, "1.2")
    opinion.recommendations.update(wording=wording, provision=words.provision, version=office.world.base)
    issue(office, opinion)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    amendment, drafter = office.world.amendment, office.world.drafter
    law.add(amendment, drafter, "replace_words", "1.2", old="This Law", new="This Act")
    law.release(law.seal(amendment, drafter), "public", drafter, office.world.secretary)
    told_of = stories(office.analyst, row.opinion, [row])[row.pk].texts
    assert told_of[-1].outcome is Outcome.VERBATIM


def test_the_form_shows_the_points_of_the_provision(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("rights:open", args=[passage(office.world.base, "1.2").provision]))
    assert BEFORE in page.content.decode()


def test_words_without_points_are_compared_whole():
    assert replaced_by(WITHOUT, "This Law does not apply to:\nthem.") == "This Law does not apply to:\nthem."


BOATS, RAFTS = ("1.2.1", "rowing boats;"), ("1.2.2", "rafts.")
LEFT_OUT = {
    "This Act does not apply to:\n1.2.2. rafts.": [RAFTS],
    "This Law does not apply to:\n1.2.1. canoes.": [("1.2.1", "canoes.")],
    "This Law does not apply to:\n1.2.3. canoes.": [("1.2.3", "canoes.")],
    "This Act does not apply to:\n1.2.3. canoes.": [("1.2.3", "canoes.")],
    "This Act does not apply to:\n1.2.2. rafts;\n1.2.1. rowing boats;": [BOATS, ("1.2.2", "rafts;")],
    "This Law does not apply to:\n1.2.1. boats:\n1.2.1.1. rowing;\n1.2.2. rafts.": [
        ("1.2.1", "boats:"), ("1.2.1.1", "rowing;"), RAFTS,
    ],
}  # fmt: skip


@pytest.mark.parametrize("wording", LEFT_OUT)
def test_points_that_a_wording_leaves_out_are_struck_on_the_screen_and_go_from_the_law(
    office, opinion, wording
):
    opinion.recommendations.update(wording=wording, version=office.world.base)
    _take(office, opinion, "1.2")
    [line] = recommendation_lines(office.analyst, Recommendation.objects.select_related("opinion"))
    assert "".join(span.text for span in line.spans if span.mark is not Mark.INSERTED) == BEFORE
    assert _standing(office, "1.2") == [("1.2", wording.split("\n")[0]), *LEFT_OUT[wording]]


def test_an_article_that_is_a_heading_is_worded_with_its_parts(office, opinion):
    opinion.recommendations.update(wording="Tolls\n2.2. Children pay half.", version=office.world.base)
    _take(office, opinion, "2")
    assert _standing(office, "2") == [("2", "Tolls"), ("2.2", "Children pay half.")]


@pytest.mark.parametrize("wording", [WITH_POINTS, WITHOUT, NUMBERED, f"1.2. {WITH_POINTS}"])
def test_the_board_compares_a_wording_with_points_with_the_provision_and_its_points(office, opinion, wording):
    """The draft repeals 1.2.2, so that a wording that says it brings it back. One without points leaves both as they are."""
    reader, round_ = office.world.secretary, office.world.round
    provision = passage(office.world.base, "1.2").provision
    opinion.recommendations.update(wording=wording, provision=provision)
    issue(office, opinion)
    others = RecommendationsOnBoard().beside(reader, round_)
    [row] = board_rows(reader, round_, Comment.objects.none(), [UUID(provision)], others)
    assert [(one.letter, one.proposal.wording) for one in row.others] == [("A", wording)]
    changed = [(one.mark, one.text.strip()) for one in row.pieces if one.mark is not Mark.KEPT]
    assert changed[:2] == [(Mark.DELETED, "Law"), (Mark.INSERTED, "Act")]
    shown = "".join(one.text for one in row.pieces if one.mark is not Mark.DELETED)
    has_points = wording not in (WITHOUT, NUMBERED)
    assert ("1.2.1. rowing boats;" in shown) is has_points
    assert "rowing boats" not in "".join(text for _mark, text in changed)
    assert ("rafts" in "".join(text for _mark, text in changed)) is has_points


@pytest.mark.parametrize("number", ["", "1.2. "])
def test_on_the_board_a_wording_without_points_beside_one_with_points_leaves_the_points(
    office, opinion, number
):
    world = office.world
    provision = passage(world.base, "1.2").provision
    words = f"{number}This Code does not apply to:"
    said = make.content(make.chosen(world.draft, "1.2"), proposed_text=words)
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(row.submission, world.ngo_focal, supersedes=False)
    opinion.recommendations.update(wording=WITH_POINTS, provision=provision)
    issue(office, opinion)
    others = RecommendationsOnBoard().beside(world.secretary, world.round)
    comments = Comment.objects.filter(pk=row.pk)
    [shown] = board_rows(world.secretary, world.round, comments, [UUID(provision)], others)
    by_comment = [one.text for one in shown.pieces if "A" in one.labels]
    assert [text.strip() for text in by_comment] == ["Law", "Code"]


def test_points_that_the_drafters_changed_since_are_written_over_only_on_purpose(office, opinion):
    words = passage(office.world.base, "1.2")
    opinion.recommendations.update(wording=WITH_POINTS, provision=words.provision, version=office.world.base)
    issue(office, opinion)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    drafter = office.act(office.world.drafter)
    law.add(office.world.amendment, office.world.drafter, "restate", "1.2.1", new="canoes;")
    with pytest.raises(ChangedSince):
        TakeRecommendation(row, row.wording, actor=drafter).execute()
    proposed = TakeRecommendation(row, row.wording, actor=drafter, restate=True).execute()
    TakeInstruction(proposed, actor=drafter).execute()
    assert _standing(office, "1.2")[1:] == [BOATS, RAFTS]


def _take(office, opinion, number):
    """The drafters take the wording on a provision into the working text, over what they changed since."""
    opinion.recommendations.update(provision=passage(office.world.base, number).provision)
    issue(office, opinion)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    drafter = office.act(office.world.drafter)
    proposed = TakeRecommendation(row, row.wording, actor=drafter, restate=True).execute()
    TakeInstruction(proposed, actor=drafter).execute()


def _standing(office, number):
    tree = working_draft(law.act_of(office.world.amendment)).tree
    return [
        (each.number, each.text or each.heading)
        for each in tree
        if each.number.startswith(number) and not each.repealed
    ]


@pytest.mark.parametrize("label", ["a)", "(a)"])
def test_points_that_were_taken_over_stand_in_the_next_text_however_the_act_numbers_them(
    office, opinion, label
):
    wording = f"The fare is:\n{label} ten coins by day;\n{label.replace('a', 'b')} five coins by night."
    opinion.recommendations.update(wording=wording, version=office.world.base)
    _take(office, opinion, "2.1")
    world = office.world
    law.release(law.seal(world.amendment, world.drafter), "public", world.drafter, world.secretary)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    assert stories(office.analyst, row.opinion, [row])[row.pk].texts[-1].outcome is Outcome.VERBATIM
