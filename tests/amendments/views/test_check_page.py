"""The pages of the legal check: the drafters ask, the reviewer reads and answers, the workspace shows the findings."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.audit.actor import Actor
from amendments.models import LegalCheck
from tests.factories import law


def browser(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def reviewer(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    return law.join_legal_service(law.make_reviewer())


@pytest.fixture
def check(world, reviewer):
    url = reverse("amendments:ask_check", args=[world.amendment.pk])
    drafter = browser(world.drafter)
    page = drafter.get(url).content.decode()
    assert f'<option value="{reviewer.pk}">legal reviewer</option>' in page
    given = {"reviewer": reviewer.pk, "due": localdate() + timedelta(days=3), "reason": "Look at the fares."}
    answer = drafter.post(url, given, follow=True)
    assert "legal reviewer has the text now." in answer.content.decode()
    return LegalCheck.objects.get()


def page_of(check, person):
    return browser(person).get(reverse("amendments:check", args=[check.pk])).content.decode()


def step(check, person, name, **given):
    url = reverse("amendments:check_step", args=[check.pk, name])
    return browser(person).post(url, given, follow=True)


def workspace(check, person):
    url = reverse("amendments_admin:workspace", args=[check.amendment_id])
    return browser(person).get(url).content.decode()


def test_the_reviewer_reads_the_text_and_returns_it_and_the_drafter_finds_the_finding(world, check, reviewer):
    page = page_of(check, reviewer)
    assert "Look at the fares." in page
    assert "<ins>" in page
    assert 'id="finding"' in page
    assert "Pass the text" in page
    assert "Call the check back" not in page
    act, row = law.act_of(world.amendment), world.amendment.instructions.get()
    given = {"act": act.pk, "severity": "blocks", "text": "Two norms collide."}
    refused = step(check, reviewer, "finding", **given)
    assert (refused.status_code, check.findings.count()) == (422, 0)
    assert "Choose the instruction that the finding is about" in refused.context["form"].errors["cited"][0]
    step(check, reviewer, "finding", **given, instruction=row.pk)
    assert "Pass the text" not in page_of(check, reviewer)
    assert "is checking this text" in workspace(check, world.drafter)
    assert "The text is returned." in step(check, reviewer, "return", reason="See 2.1.").content.decode()
    page = workspace(check, world.drafter)
    assert "returned the text" in page
    assert "See 2.1." in page
    assert "1 finding is not dealt with yet" in page
    assert page.count("Two norms collide.") == 1
    finding = check.findings.get()
    url = reverse("amendments:finding_step", args=[finding.pk, "tick"])
    page = browser(world.drafter).post(url, {"next": "workspace"}, follow=True).content.decode()
    assert "All findings are dealt with. Ask for the legal check again." in page
    assert "Ask for the legal check" in page


def test_a_message_to_the_drafters_that_is_too_long_is_shown_again_and_nothing_is_returned(
    world, check, reviewer
):
    act, row = law.act_of(world.amendment), world.amendment.instructions.get()
    step(check, reviewer, "finding", severity="advice", text="Shorter.", act=act.pk, instruction=row.pk)
    refused = step(check, reviewer, "return", reason="q" * 2001)
    assert refused.status_code == 422
    assert "at most 2000 characters" in refused.content.decode()
    assert "q" * 2001 in refused.content.decode()
    check.refresh_from_db()
    assert check.is_open


def test_what_may_be_left_empty_is_called_optional(world, reviewer):
    page = browser(world.drafter).get(reverse("amendments:ask_check", args=[world.amendment.pk]))
    words = " ".join(page.content.decode().split())
    assert 'Note to the reviewer <span class="optional">(optional)</span>' in words
    assert words.count("(optional)") == 1


def test_a_pass_shows_the_button_of_the_seal(world, check, reviewer):
    assert "Seal as the next draft" not in workspace(check, world.drafter)
    assert "The text has passed." in step(check, reviewer, "pass").content.decode()
    page = workspace(check, world.drafter)
    assert "passed this text" in page
    assert "Seal as the next draft" in page
    assert "The text has changed" not in page
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    page = workspace(check, world.drafter)
    assert "The text has changed since legal reviewer passed it" in page
    assert "Seal as the next draft" not in page


def test_a_sealed_draft_leads_its_drafters_to_its_check(world, check, reviewer):
    step(check, reviewer, "pass")
    browser(world.drafter).post(reverse("amendments_admin:seal", args=[check.amendment_id]))
    law.release(world.amendment.drafts.get(), "public", world.drafter, world.secretary)
    address = reverse("amendments:check", args=[check.pk])
    assert address in browser(world.drafter).get(world.amendment.url).content.decode()
    assert address not in browser(world.secretary).get(world.amendment.url).content.decode()


def test_the_drafter_calls_the_check_back_and_a_late_answer_is_refused(world, check, reviewer):
    page = step(check, world.drafter, "call-back", next="workspace").content.decode()
    assert "The check is called back." in page
    assert "This check is closed." in step(check, reviewer, "pass").content.decode()
    assert "<ins>" not in page_of(check, reviewer)  # the text is worked on again


def test_nobody_else_opens_the_check(world, check):
    for person in (world.other, world.secretary, world.chair, law.make_reviewer("another")):
        assert browser(person).get(reverse("amendments:check", args=[check.pk])).status_code == 404
    assert step(check, world.drafter, "pass").status_code == 403
    assert step(check, world.drafter, "explode").status_code == 404


def test_a_page_without_reviewers_says_who_gives_the_role(world, db):
    url = reverse("amendments:ask_check", args=[world.amendment.pk])
    assert "Nobody can check this amendment yet." in browser(world.drafter).get(url).content.decode()


def test_the_page_costs_the_same_with_more_findings(world, check, reviewer, django_assert_max_num_queries):
    act = law.act_of(world.amendment)
    for number in range(3):
        given = {"act": act.pk, "severity": "advice", "text": f"Finding {number}.", "cited": "2.1"}
        step(check, reviewer, "finding", **given)
    client = browser(reviewer)
    with django_assert_max_num_queries(32):
        client.get(reverse("amendments:check", args=[check.pk]))


FEES = """
CHAPTER 2
FEES

Article 3. Fees
3.1. The fee is paid on board.

Annex 1
Papers

1. A passport.
2. A ticket.
3. A receipt.
"""


def test_a_finding_lands_on_the_provision_whose_link_was_followed_whatever_others_bear_its_number(
    world, reviewer
):
    base = law.make_act(world.section, world.drafter, text=law.ACT + FEES, number="3-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Fees")
    law.add(amendment, world.drafter, "replace_words", "3.1", old="on board", new="ashore")
    due, actor = localdate() + timedelta(days=3), Actor.now(world.drafter)
    check = AskCheck(amendment, reviewer, due, actor=actor).execute()
    client, address = browser(reviewer), reverse("amendments:check", args=[check.pk])
    shown = client.get(address, {"show": "all"})
    (act,) = shown.context["found"].acts
    named = {line.cited: line.row for line in act.rows if line.cited}
    assert {"Article 3", "part 3 of Annex 1", "Chapter 2", "Article 2"} <= set(named)
    for number, cited in enumerate(("part 3 of Annex 1", "Chapter 2", "Article 3"), start=1):
        link = f"act={act.act.pk}&amp;cited={named[cited].provision}#finding"
        assert link in shown.content.decode()
        form = client.get(address, {"act": act.act.pk, "cited": named[cited].provision}).context["form"]
        assert "If several provisions bear that number, its full citation" in form["cited"].help_text
        given = {"act": act.act.pk, "severity": "advice", "text": "Odd.", "cited": form["cited"].value()}
        assert f"Finding {number} on {cited}" in step(check, reviewer, "finding", **given).content.decode()
        finding = check.findings.get(number=number)
        assert (form["cited"].value(), str(finding.provision)) == (cited, named[cited].provision)
