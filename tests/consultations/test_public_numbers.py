"""References, keys, addresses, times and orders show strangers nothing that is hidden.

Pages are the same with and without confidential comments between the public ones. They are also the same whether a
comment with a withheld identity was sent together with another comment of the same sender or alone.
"""

import json
import re
from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.references import new_reference
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf, Received
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.models import Comment, Submission
from consultations.models.keys import ALPHABET
from consultations.values import Identity, Visibility
from tests.factories import consultation as make
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.whole
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
REFERENCE = re.compile(rf"\b([CS])-[{ALPHABET}]{{6}}\b")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|nonce-\w+|nonce="[^"]+"')
COMMITTEE, WITHHELD = {"visibility": Visibility.COMMITTEE}, {"identity": Identity.WITHHELD}
HOUR = DAY / 24


def said(world, who, number, at=NOW, **more):
    """The draft of a comment on a provision, with words that the test can recognise."""
    passage = make.chosen(world.draft, number)
    content = make.content(passage, rationale=f"Because of {number}.", **more)
    actor = Actor(getattr(world, f"{who}_author"), at)
    return SaveCommentDraft(world.round, content, actor=actor, institution=getattr(world, who)).execute()


def sent(world, who, at=NOW):
    submission = Submission.objects.get(institution=getattr(world, who), received_at=None)
    actor = Actor(getattr(world, f"{who}_focal"), at)
    SignOffSubmission(submission, actor=actor).execute()
    return Submit(submission, actor=actor).execute()


def told(world, person):
    """Everything that a person sees on pages, in the search and in its API, with random values masked."""
    client = Client()
    if person != "anonymous":
        client.force_login(getattr(world, person), backend="django.contrib.auth.backends.ModelBackend")
    provision = world.text.entries.get(number="2.1").provision_id
    visible = Comment.objects.visible_to(getattr(world, person))
    addresses = [
        reverse("consultations:list"),
        world.round.url,
        world.draft.url,
        world.draft.redline_url,
        world.amendment.url,
        reverse("consultations:answers"),
        reverse("consultations:provision_comments", args=[provision]),
        *(f"{reverse('search_api:search')}?q=because{more}" for more in ("", "&sort=newest", "&sort=law")),
        f"{reverse('search:search')}?q=because&kind=comment",
        *(row.url for row in visible),
    ]
    return sorted((masked(url), lines(client.get(url, follow=True))) for url in addresses)


def lines(answer):
    """The lines of a page, sorted, because the order of equal rows is random."""
    page = answer.content.decode()
    if answer["Content-Type"] == "application/json":
        page = json.dumps(json.loads(page), indent=0)
    return sorted(masked(page).split("\n"))


def masked(text):
    return TOKEN.sub("", KEY.sub("KEY", REFERENCE.sub(r"\1-REFERENCE", text)))


STRANGERS = ("anonymous", pytest.param("stranger_focal", marks=pytest.mark.whole))


def of(world, stranger, story: Callable[[object], object]):
    """What a stranger sees after a story, which is then rolled back."""
    mark = transaction.savepoint()
    story(world)
    found = told(world, stranger)
    transaction.savepoint_rollback(mark)
    return found


def between(world):
    """Confidential comments before, between and after the public ones."""
    said(world, "body", "1.1", **COMMITTEE)
    said(world, "ngo", "2.1")
    said(world, "ngo", "2.2", **COMMITTEE)
    said(world, "body", "2.2", visibility=Visibility.SECRETARIAT)
    said(world, "ngo", "1.2.1")
    said(world, "ngo", "1.1", **COMMITTEE)
    sent(world, "body")
    sent(world, "ngo")


def alone(world):
    said(world, "ngo", "2.1")
    said(world, "ngo", "1.2.1")
    sent(world, "ngo")


@pytest.mark.parametrize("stranger", STRANGERS)
def test_confidential_comments_leave_no_trace(world, stranger):
    assert of(world, stranger, between) == of(world, stranger, alone)


def together(world):
    """The withheld comment came with a comment under the name of its sender, late in the day."""
    said(world, "body", "2.1")
    sent(world, "body", NOW - 2 * DAY)
    said(world, "ngo", "2.2")
    said(world, "ngo", "1.1", **WITHHELD)
    sent(world, "ngo", NOW - HOUR)


def apart(world):
    """It came from another sender, on another day."""
    said(world, "ngo", "2.2")
    sent(world, "ngo", NOW - HOUR)
    said(world, "body", "2.1")
    said(world, "body", "1.1", **WITHHELD)
    sent(world, "body", NOW - 2 * DAY)


@pytest.mark.whole
@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_withheld_comment_is_not_seen_to_come_with_others(world, stranger):
    assert of(world, stranger, together) == of(world, stranger, apart)


def test_a_withheld_comment_is_not_seen_to_be_withdrawn_with_others(world):
    together(world)
    submission = Submission.objects.get(institution=world.ngo)
    reason = "We found a better way."
    WithdrawSubmission(submission, actor=Actor(world.ngo_focal, NOW, reason=reason)).execute()
    withheld = Comment.objects.get(identity=Identity.WITHHELD)
    for url in (withheld.url, world.round.url):
        page = Client().get(url).content.decode()
        assert "Withdrawn" in page
        assert page.count(reason) == (url == world.round.url)  # told once, of the comment under its name


def test_a_withheld_comment_is_not_seen_to_have_come_late_or_by_letter(world):
    letter = Received("Letter of Tuesday", NOW - DAY)
    content = make.content(make.chosen(world.draft, "2.1"), **WITHHELD)
    EnterOnBehalf(world.round, world.stranger, [content], letter, actor=Actor(world.secretary, NOW)).execute()
    for url in (Comment.objects.get().url, world.round.url):
        page = Client().get(url).content.decode()
        assert "Identity withheld" in page
        assert "entered by" not in page.lower()


def test_no_address_form_or_anchor_carries_a_running_number(world):
    between(world)
    client = Client()
    client.force_login(world.ngo_focal, backend="django.contrib.auth.backends.ModelBackend")
    comment = Comment.objects.filter(submission__institution=world.ngo).first()
    for url in (
        world.round.url,
        comment.url,
        reverse("consultations:mine"),
        reverse("consultations:submission", args=[comment.submission_id]),
        reverse("consultations:receipt", args=[comment.submission_id]),
        reverse("consultations:comment_on_document", args=[world.round.pk]),
    ):
        page = client.get(url).content.decode()
        found = re.findall(r'(?:href|action|id|name|value|for|aria-\w+)="([^"]*)"', page)
        ours = [KEY.sub("", value) for value in found if not value.startswith("/en/")]  # drafts are numbered
        assert [
            value for value in ours if value != "1" and re.search(r"(?:^|[/=])\d+(?:$|[/?#-])", value)
        ] == [], url


def test_references_are_drawn_anew_until_nobody_has_one(world, monkeypatch):
    taken = said(world, "ngo", "2.1").reference
    signs = iter(taken[2:] + "7K3M9Q")
    monkeypatch.setattr("consultations.actions.references.secrets.choice", lambda _: next(signs))
    assert new_reference(Comment) == "C-7K3M9Q"


def test_references_can_be_read_out(world):
    drawn = [new_reference(Submission) for _ in range(200)]
    assert len(set(drawn)) == 200
    assert set("".join(drawn)) <= set(f"S-{ALPHABET}")
    assert set(ALPHABET).isdisjoint("01OILSZBU")


SENT = 9


@pytest.mark.whole
def test_no_list_stands_in_the_order_of_sending(world):
    in_order = []
    for _ in range(SENT):
        in_order.append(said(world, "ngo", "2.1", **WITHHELD).reference)
        sent(world, "ngo")
    provision = world.text.entries.get(number="2.1").provision_id
    search = f"{reverse('search:search')}?q=because&kind=comment&sort="
    for url in (
        world.round.url,
        reverse("consultations:provision_comments", args=[provision]),
        *(search + order for order in ("", "newest", "law")),
    ):
        page = Client().get(url).content.decode()
        shown = sorted(in_order, key=page.index)
        assert shown not in (in_order, in_order[::-1]), url
