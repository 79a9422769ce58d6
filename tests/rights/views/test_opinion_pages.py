"""What others read of an opinion before and after it is issued, and the pages on which the office writes it."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from consultations.letters.due_letters import write_due
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.models import Opinion, RightsIssue
from rights.my_work import RightsWork
from tests.factories import law
from tests.rights.conftest import content, finished, issue, passage
from tests.rights.pages import signed_in, text_of

SECRETS = ("Harsh fares", "Because of children", "five coins", "Fares and rights")


def pages(office, opinion):
    provision = office.issue.anchors.get().provision
    world = office.world
    return (
        opinion.url,
        reverse("rights:opinions"),
        world.amendment.url,
        world.base.instrument.url,
        reverse("amendments:provision", args=[provision.pk]),
        f"{reverse('search:search')}?q=coins",
    )


OTHERS = (
    "drafter",
    "secretary",
    "chair",
    "admin",
    "citizen",
    "ngo_focal",
    "body_focal",
    "auditor",
    "anonymous",
)


@pytest.mark.parametrize("role", OTHERS)
def test_others_see_nothing_before_and_exactly_what_was_issued_afterwards(office, opinion, client, role):
    office.issue.analysis = "Internal thoughts."
    office.issue.save()
    reader = signed_in(client, office.world.people[role])
    assert reader.get(opinion.url).status_code == 404
    for url in pages(office, opinion)[1:]:
        page = text_of(reader.get(url))
        assert not [word for word in SECRETS if word in page], url
    issue(office, opinion)
    page = text_of(reader.get(opinion.url))
    for word in (*SECRETS, "Border Service", "We looked.", f"HRO-{timezone.localdate().year}-001"):
        assert word.split()[0] in page
    assert "<ins>" in page
    for hidden in ("HR-01", "Internal thoughts", "Does not conform", str(office.issue.pk)):
        assert hidden not in page
    assert "Fares and rights" in text_of(reader.get(office.world.amendment.url))
    hub = text_of(reader.get(pages(office, opinion)[4]))
    assert "Harsh fares" in hub
    assert "HR-01" not in hub


def test_the_office_writes_and_the_head_issues_on_the_pages(office, client):
    analyst = signed_in(client, office.analyst)
    url = reverse("rights:begin_opinion")
    key = f"amendment-{office.world.amendment.pk}"
    assert key in text_of(analyst.get(url))
    told = {"subject": key, "title": "Fares", "language": "en", "text": ""}
    assert analyst.post(url, {**told, "title": ""}).status_code == 422
    page = analyst.get(analyst.post(url, told)["Location"])
    assert "Issues to gather" in text_of(page)
    assert "Issue the opinion" not in text_of(page)
    drafted = Opinion.objects.get()
    gather = reverse("rights:gather", args=[drafted.pk])
    assert analyst.post(gather, {}).status_code == 422
    assert "no reasons" in text_of(analyst.post(gather, {"issue": office.issue.pk}, follow=True))
    row = drafted.recommendations.get()
    form = reverse("rights:recommendation", args=[row.pk])
    assert 'value="Fares"' in text_of(analyst.get(form))
    given = {"title": "Fares", "reasons": "Why.", "wording": "The fare is 5 coins.", "revision": "2"}
    given["addressee"] = office.world.body.pk
    assert analyst.post(form, {**given, "revision": "1"}).status_code == 422
    assert analyst.post(form, given).status_code == 302
    edit = reverse("rights:edit_opinion", args=[drafted.pk])
    told = {"title": "Fares", "language": "en", "text": "We looked.", "revision": "3"}
    assert analyst.post(edit, {**told, "revision": "1"}).status_code == 422
    assert "The head of the office issues it." in text_of(analyst.post(edit, told, follow=True))
    step = reverse("rights:issue_opinion", args=[drafted.pk])
    assert analyst.post(step, {"revision": "4"}).status_code == 403
    head = signed_in(client, office.head)
    (task,) = [one for one in RightsWork().tasks(office.head, timezone.now()) if "opinion" in one.title]
    assert task.title == "Issue the opinion: Fares"
    assert head.post(step, {"revision": "x"}).status_code == 422
    page = text_of(head.post(step, {"revision": "4"}, follow=True))
    assert "is issued." in page
    assert head.get(edit).status_code == 404
    removal = reverse("rights:remove_recommendation", args=[row.pk])
    assert head.post(removal).status_code == 404
    led = head.get(form)  # the form of an issued recommendation is on the opinion
    assert (led.status_code, led["Location"]) == (302, f"{drafted.url}#r-1")
    assert head.post(form, given).status_code == 404


def test_the_analysis_stands_beside_the_reasons_and_becomes_public_by_hand_alone(office, client):
    EditIssue(office.issue, content(analysis="A secret doubt."), 1, actor=office.act()).execute()
    drafted = DraftOpinion(office.world.amendment, OpinionContent("T", "en"), actor=office.act()).execute()
    GatherIssues(drafted, [office.issue], actor=office.act()).execute()
    row = drafted.recommendations.get()
    analyst = signed_in(client, office.analyst)
    page = analyst.get(reverse("rights:recommendation", args=[row.pk]))
    assert page.context["form"]["reasons"].value() == ""
    assert "A secret doubt." in text_of(page)
    assert "A secret doubt." not in text_of(analyst.get(drafted.url))


def test_the_office_is_told_of_titles_from_inside_and_of_provisions_that_are_left_out(office, client):
    world = office.world
    two = [passage(world.base, "2.1"), passage(world.base, "2.2")]
    inside = content(title="An inside name")
    both = OpenIssue(world.base, two, inside, actor=office.act(), reference="HR-02").execute()
    drafted = DraftOpinion(
        world.amendment, OpinionContent("T", "en", "We looked."), actor=office.act()
    ).execute()
    GatherIssues(drafted, [both], actor=office.act()).execute()
    analyst = signed_in(client, office.analyst)
    page = text_of(analyst.get(drafted.url))
    assert "HR-02 is also on 2.2. Nothing is recommended there." in page
    assert "1 recommendation has the title that its issue has inside your office." in page
    ready = issue(office, finished(office, Opinion.objects.get(pk=drafted.pk)))
    assert "inside your office" not in text_of(analyst.get(ready.url))
    assert "is also on" not in text_of(analyst.get(ready.url))


def test_recommendations_are_written_and_ordered_on_the_pages(office, opinion, client):
    analyst = signed_in(client, office.analyst)
    assert "↓ Down" not in text_of(analyst.get(opinion.url))  # a single one has no other place
    url = reverse("rights:write_recommendation", args=[opinion.pk])
    assert url in text_of(analyst.get(opinion.url))
    told = {"text": office.world.text.pk, "number": "2.2", "title": "Free days", "rights": ["B01"]}
    looked = analyst.post(url, {**told, "look": "1", "sought": "life"})
    assert (looked.status_code, opinion.recommendations.count()) == (200, 1)
    for wrong in ({"number": "99"}, {"title": ""}, {"text": office.world.base.pk}):
        assert analyst.post(url, {**told, **wrong}).status_code == 422
    page = text_of(analyst.post(url, told, follow=True))
    assert "The recommendation is written." in page
    assert page.count("↑ Up") == page.count("↓ Down") == 1
    second = opinion.recommendations.get(place=2)
    move = reverse("rights:move_recommendation", args=[second.pk])
    assert "“Free days” is number 1 now." in text_of(analyst.post(move, {"place": "1"}, follow=True))
    assert "Look at it again" in text_of(analyst.post(move, {"place": "x"}, follow=True))
    form = reverse("rights:recommendation", args=[second.pk])
    assert analyst.get(form).context["form"]["rights"].value() == ["B01"]
    revision = Opinion.objects.get(pk=opinion.pk).revision
    saved = analyst.post(form, {"title": "Free days", "rights": ["B02"], "revision": revision})
    assert saved.status_code == 302
    second.refresh_from_db()
    assert second.rights == ["B02"]


def test_the_letter_goes_to_addressees_drafters_and_committee_and_quotes_nothing(office, opinion):
    issue(office, opinion)
    mail.outbox.clear()
    write_due(timezone.now())
    sent = [one for one in mail.outbox if "Opinion HRO" in one.subject]
    told = {address for one in sent for address in one.to}
    people = (office.world.people[name] for name in ("body_focal", "drafter", "chair", "secretary"))
    assert told == {person.email for person in people}
    for one in sent:
        assert opinion.url in one.body
        assert not [word for word in SECRETS if word in one.body + one.subject]


def test_the_redline_is_shown_only_to_those_who_may_read_its_text(office, client):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 secret coins")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "invited", world.drafter, world.secretary)
    drafted = DraftOpinion(world.amendment, OpinionContent("T", "en", "Words."), actor=office.act()).execute()
    GatherIssues(drafted, [office.issue], actor=office.act()).execute()
    drafted.refresh_from_db()
    drafted = issue(office, finished(office, drafted))
    assert "secret" in text_of(signed_in(client, office.head).get(drafted.url))
    client.logout()
    page = text_of(client.get(drafted.url))
    assert "The fare is five coins." in page
    assert "secret" not in page


def test_the_page_and_the_list_ask_no_more_queries_for_more_recommendations(office, opinion, client):
    reader = signed_in(client, office.analyst)
    urls = (opinion.url, reverse("rights:opinions"))
    for url in urls:
        reader.get(url)
    before = [_queries(reader, url) for url in urls]
    version = office.world.base
    more = [
        OpenIssue(version, [passage(version, number)], content(title=number), actor=office.act()).execute()
        for number in ("1.1", "1.2.1", "2.2")
    ]
    GatherIssues(opinion, more, actor=office.act()).execute()
    DraftOpinion(office.world.amendment, OpinionContent("Another", "en"), actor=office.act()).execute()
    for url, count in zip(urls, before, strict=True):
        assert _queries(reader, url) <= count + 2, url


def _queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) <= 40
    return len(queries)


def test_a_provision_that_the_draft_repeals_is_recommended_by_its_number_in_the_base_text(office, client):
    world = office.world
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    about, words = world.amendment, OpinionContent("T", "en")
    opinion = DraftOpinion(about, words, actor=office.act()).execute()
    client = signed_in(client, office.analyst)
    url = reverse("rights:write_recommendation", args=[opinion.pk])
    told = {"text": law.text_in(draft).pk, "number": "1.2.1", "title": "Keep it"}
    assert client.post(url, told).status_code == 302
    row = opinion.recommendations.get()
    assert row.provision_id == world.base.entries.get(number="1.2.1").provision_id
    assert "1.2.1" in text_of(client.get(opinion.url)).partition("Keep it")[2]
    assert client.post(url, {**told, "number": "1.2.9"}).status_code == 422


def test_who_issues_an_opinion_is_told_of_a_newer_draft_and_of_wordings_that_it_has(office, opinion, client):
    world = office.world
    client = signed_in(client, office.head)
    assert "was written on" not in text_of(client.get(opinion.url))
    base = "The fare is 20 coins. It is paid before the crossing."
    for old, new in ((base, "The fare is 30 coins."), ("The fare is 30 coins.", "The fare is five coins.")):
        law.add(world.amendment, world.drafter, "replace_words", "2.1", old=old, new=new)
        law.release(law.seal(world.amendment, world.drafter), "public", world.drafter, world.secretary)
        page = text_of(client.get(opinion.url))
        draft = world.amendment.drafts.order_by("number").last()
        assert f"There is a newer text, {draft}. Recommendation 1 was written on Draft 1." in page
        assert (f"{draft} already has the wording of 1." in page) is ("five" in new)
        compared = f"{world.amendment.url}compare/1/{draft.number}/"
        assert compared in page
        assert client.get(compared).status_code == 200
    issued = issue(office, opinion)
    assert "was written on" not in text_of(client.get(issued.url))


def test_issues_that_were_chosen_stay_chosen_after_a_refusal(office, opinion, client):
    version = office.world.text
    raised = OpenIssue(version, [passage(version, "2.2")], content(), actor=office.act()).execute()
    RightsIssue.objects.filter(pk=raised.pk).update(title="Born on 12 May 1988")  # kept from earlier days
    reader = signed_in(client, office.analyst)
    answer = reader.post(reverse("rights:gather", args=[opinion.pk]), {"issue": [raised.pk]})
    assert answer.status_code == 422
    assert re.search(rf'value="{raised.pk}"[^>]* checked>', answer.content.decode())
