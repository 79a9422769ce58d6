"""An opinion on an amendment of several acts names the act of each provision, and tells of a newer draft once."""

import pytest
from django.urls import reverse

from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import RecommendationContent
from rights.actions.issuing.write_recommendation import WriteRecommendation
from rights.models import Opinion
from tests.factories import law, several
from tests.rights.conftest import content, issue, passage


@pytest.fixture
def three(office):
    """An opinion on the first draft of an amendment of three acts, with a recommendation on four provisions."""
    world = office.world
    world.amendment = several.make_amendment(world.section, world.base, world.drafter)
    for act in world.amendment.amended_acts.all()[1:]:
        law.release(act.base_version, "public", world.drafter, world.secretary)
    law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay.")
    world.draft = draft(world)
    opinion = DraftOpinion(
        world.amendment, OpinionContent("On three laws", "en", "We looked."), actor=office.act()
    ).execute()
    for place, number in ((1, "2.1"), (1, "2.3"), (2, "1.1"), (2, "1.2")):
        text = law.text_in(world.draft, place)
        words = RecommendationContent("T", "Because.", addressee=world.body, rights=("B01",))
        spot = text, text.entries.get(number=number).provision_id
        WriteRecommendation(opinion, spot, words, actor=office.act()).execute()
    return Opinion.objects.get(pk=opinion.pk)


def draft(world):
    sealed = law.seal(world.amendment, world.drafter)
    law.release(sealed, "public", world.drafter, world.secretary)
    return sealed


def signed_in(client, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(answer):
    return " ".join(answer.content.decode().split())


def test_each_recommendation_names_its_act(office, three, client):
    page = text_of(client.get(issue(office, three).url))
    for number, act in (("2.1", "Law 1-L"), ("1.1", "Law 11-L")):
        assert f">{number}</a>, Draft 1, {act}</li>" in page
    form = reverse("rights:recommendation", args=[office.issue.pk])
    assert form not in page


def test_the_forms_and_the_issues_to_gather_name_it_too(office, three, client):
    text = law.text_in(office.world.draft, 2)
    OpenIssue(text, [passage(text, "1.2")], content(title="Tolls"), actor=office.act()).execute()
    client = signed_in(client, office.analyst)
    page = text_of(client.get(three.url))
    assert "Law 11-L, " in page[page.index("<strong>1.2</strong> Tolls") :]
    row = three.recommendations.get(place=3)
    assert "<li>Draft 1, Law 11-L</li>" in text_of(
        client.get(reverse("rights:recommendation", args=[row.pk]))
    )


def test_an_opinion_on_one_act_names_no_other(office, opinion, client):
    assert "</a>, Draft 1</li>" in text_of(signed_in(client, office.analyst).get(opinion.url))


def test_a_newer_draft_of_two_acts_is_told_once_with_what_left_it(office, three, client):
    world = office.world
    for place, number in ((1, "2.3"), (2, "1.2")):
        rows = world.amendment.amended_acts.get(order=place).instructions.all()
        row = next(one for one in rows if one.operation["target"] == number)
        WithdrawInstruction(row, actor=office.act(world.drafter, reason="No.")).execute()
    draft(world)
    page = text_of(signed_in(client, office.head).get(three.url))
    assert page.count("There is a newer text") == 1
    assert "There is a newer text, Draft 2. Recommendations 1, 2, 3, 4 were written on Draft 1." in page
    assert "Draft 2 no longer has the provision of 2." in page
    assert "Draft 2 leaves the provision of 4 as it is in the law." in page
    assert page.count("/compare/1/2/") == 1
