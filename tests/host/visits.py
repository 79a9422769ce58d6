"""Run in the shell of the host: an act is released and amended, a round is opened, and every kind of page answers."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.test.utils import setup_test_environment
from django.urls import reverse
from django.utils import timezone

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.pass_check import PassCheck
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.actions.publication.seal_draft import SealDraft
from amendments.audit.actor import Actor
from amendments.instructions.operations import from_json
from amendments.models import Section, Version
from amendments.states import State
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.models import Institution, Membership
from consultations.values import MembershipRole, RoundAudience

setup_test_environment()
person = get_user_model()
by_name = {name: person.objects.get(**{person.USERNAME_FIELD: name}) for name in ("dora", "sam", "cleo")}
dora, sam = by_name["dora"], by_name["sam"]
nobody, drafter, secretary, citizen = Client(), Client(), Client(), Client()
drafter.force_login(dora)
secretary.force_login(sam)
citizen.force_login(by_name["cleo"])


def release(text):
    RequestRelease(text, "public", actor=Actor.now(dora)).execute()
    ReleaseVersion(text, "public", actor=Actor.now(sam)).execute()


def answers(client, address, words, status=200):
    page = client.get(address)
    assert page.status_code == status, (address, page.status_code, page.get("Location"))
    assert words in page.content.decode(), (address, words)


law = Version.objects.get()
answers(nobody, law.instrument.url, "", status=404)  # nothing is released yet
answers(nobody, reverse("search:search") + "?q=ferries", "0 results")
secretary.post(reverse("search:save"), {"name": "Ferries", "address": "q=ferries", "by_mail": "on"})
release(law)

amendment = OpenAmendment(Section.objects.get(), [law], "On Cheaper Ferries", actor=Actor.now(dora)).execute()
words = from_json({"op": "replace_words", "target": "2.1", "old": "10 coins", "new": "5 coins"})
AddInstruction(amendment.amended_acts.get(), words, actor=Actor.now(dora)).execute()
checker = person.objects.create_user("clara", "clara@example.org", "a long password")
checker.groups.add(Group.objects.get(name="legal_reviewer"))
justice = Institution.objects.create(
    slug="justice", name="Justice", type="ministry", start=timezone.localdate(), checks_law=True
)
Membership.objects.create(
    user=checker, institution=justice, role=MembershipRole.LEGAL_SERVICE, start=timezone.localdate()
)
asked = AskCheck(amendment, checker, timezone.localdate(), actor=Actor.now(dora)).execute()
PassCheck(asked, actor=Actor.now(checker)).execute()
draft = SealDraft(amendment, actor=Actor.now(dora)).execute()
release(draft)
because = Actor.now(sam, reason="No other body is concerned.")
ChangeState(amendment, State.CONSULTATION, actor=because).execute()
plan = RoundPlan(timezone.now(), timezone.now() + timedelta(days=20), RoundAudience.PUBLIC)
round_ = OpenRound(draft, plan, actor=Actor.now(sam)).execute()

answers(nobody, law.instrument.url, "css/parliament.css")  # in the frame of the host
answers(nobody, law.instrument.url, "madda/madda.css")
answers(nobody, draft.redline_url, "<ins")
answers(nobody, reverse("search:search") + "?q=ferries", "in the territory of the Republic")
answers(nobody, reverse("search_api:search") + "?q=ferries", '"kind": "provision"')
answers(nobody, reverse("consultations:list"), "On Cheaper Ferries")
answers(nobody, round_.url, "/admin/login/?next=")  # the page for signing in of the host
answers(nobody, reverse("search:saved"), "", status=302)
answers(citizen, reverse("consultations:comment_on_document", args=[round_.pk]), "<textarea")
answers(secretary, reverse("search:saved"), "Ferries")
answers(drafter, reverse("amendments_admin:index"), "On Cheaper Ferries")
answers(drafter, reverse("amendments_admin:workspace", args=[amendment.pk]), "5 coins")
answers(drafter, reverse("wagtailadmin_home"), reverse("amendments_admin:index"))
answers(secretary, reverse("consultations:board", args=[round_.pk]), "On Cheaper Ferries")
answers(secretary, reverse("consultations:manage_round", args=[round_.pk]), "On Cheaper Ferries")
answers(secretary, reverse("consultations_admin:institutions"), "Institutions")
assert "sam@example.org" in {address for message in mail.outbox for address in message.to}
print("Everything answered.")
