"""A recommended wording of a provision with points: said with all of them, or without any."""

import pytest
from django.urls import reverse

from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.queries.drafts import working_draft
from amendments.redline.provision_redline import Mark
from consultations.rules.outcome import Outcome
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.models import Recommendation
from rights.queries.follow_up import stories
from rights.queries.issue_page import issue_page
from rights.queries.opinion_page import recommendation_lines
from rights.queries.provision_parts import replaced_by
from tests.factories import law
from tests.rights.conftest import content, issue, passage

BEFORE = "This Law does not apply to:\n1.2.1. rowing boats;\n1.2.2. rafts."
WITH_POINTS = "This Act does not apply to:\n1.2.1. rowing boats;\n1.2.2. rafts."
WITHOUT = "This Act does not apply to:"


def told(spans):
    return [(span.mark.value, span.text) for span in spans if span.mark is not Mark.KEPT]


@pytest.mark.parametrize("wording", [WITH_POINTS, WITHOUT])
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


def _family(office):
    tree = working_draft(law.act_of(office.world.amendment)).tree
    return [(each.number, each.text) for each in tree if each.number.startswith("1.2")]


def test_words_without_points_are_found_in_the_next_text(office, opinion):
    words = passage(office.world.base, "1.2")
    opinion.recommendations.update(wording=WITHOUT, provision=words.provision, version=office.world.base)
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


def test_points_that_a_wording_leaves_out_are_struck():
    assert replaced_by("This Act applies to:\n1.2.1. canoes.", BEFORE) == BEFORE
    assert replaced_by(WITHOUT, "This Law does not apply to:\nthem.") == "This Law does not apply to:\nthem."
