"""An administrator makes an institution a drafting body and names its drafters, without the shell (ADR 20)."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.models import Section
from amendments.permissions import may_draft_in
from consultations.actions.institutions.open_section import OpenSection
from consultations.models import Institution
from consultations.values import InstitutionType
from portal.users.actions.end_drafting import EndDrafting
from portal.users.models import AccountChange, User
from portal.users.roles import Role

pytestmark = pytest.mark.django_db
ADMINISTRATOR = "one@caspia.example"


@pytest.fixture
def administrator(signed_in):
    return signed_in(Role.ADMINISTRATOR, email=ADMINISTRATOR)


@pytest.fixture
def other(person):
    """The browser of a second administrator."""
    browser = Client()
    account = person(Role.ADMINISTRATOR, email="two@caspia.example")
    browser.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.fixture
def ferry():
    return Institution.objects.create(
        slug="ferry-office", name="Ferry Office", type=InstitutionType.STATE_BODY, start=timezone.localdate()
    )


@pytest.fixture
def section(administrator, ferry):
    return OpenSection(ferry, actor=Actor.now(User.objects.get(email=ADMINISTRATOR))).execute()


def shown(answer):
    return answer.content.decode()


def add(browser, section, email="nino@caspia.example"):
    return browser.post(reverse("add_drafter", args=[section.pk]), {"email": email}, follow=True)


def test_a_person_comes_to_draft_by_screens_alone(administrator, other, ferry, person):
    nino = person(email="nino@caspia.example")
    administrator.post(reverse("open_section"), {"institution": ferry.pk})
    section = Section.objects.get()
    ferry.refresh_from_db()
    assert (section.title, section.slug, ferry.section) == ("Ferry Office", "ferry-office", section)
    assert "as soon as another administrator confirms it" in shown(add(administrator, section))
    page = shown(administrator.get(reverse("drafting_body", args=[section.pk])))
    assert "Waiting for another administrator" in page
    assert not may_draft_in(User.objects.get(pk=nino.pk), section)
    change = AccountChange.objects.get()
    other.post(reverse("answer_account_change", args=[change.pk]), {"answer": "confirm"})
    nino = User.objects.get(pk=nino.pk)
    assert may_draft_in(nino, section)
    assert nino.groups.filter(name=Role.DRAFTER).exists()
    assert "nino@caspia.example" in shown(administrator.get(reverse("drafting_body", args=[section.pk])))


def test_the_second_of_two_clicks_is_answered_as_the_first(administrator, ferry):
    answers = [administrator.post(reverse("open_section"), {"institution": ferry.pk}) for _ in range(2)]
    assert [(one.status_code, one["Location"]) for one in answers] == [(302, reverse("drafting_bodies"))] * 2
    assert Section.objects.count() == 1
    assert "Ferry Office" not in shown(administrator.get(reverse("open_section")))
    assert "Ferry Office" not in shown(administrator.post(reverse("open_section"), {"institution": ""}))


def test_who_is_taken_out_drafts_nowhere_and_is_told(administrator, section, person):
    nino = person(Role.DRAFTER, email="nino@caspia.example")
    nino.groups.add(Group.objects.get(page_permissions__page=section))
    mail.outbox.clear()
    answer = administrator.post(
        reverse("drafting_body", args=[section.pk]), {"account": nino.pk}, follow=True
    )
    assert "no longer drafts for Ferry Office" in shown(answer)
    assert not User.objects.get(pk=nino.pk).groups.exists()
    assert "nino@caspia.example" in {address for letter in mail.outbox for address in letter.to}
    mail.outbox.clear()
    administrator.post(reverse("drafting_body", args=[section.pk]), {"account": nino.pk})
    assert not mail.outbox
    for key in ("nino", "", "²", "\0"):
        assert (
            administrator.post(reverse("drafting_body", args=[section.pk]), {"account": key}).status_code
            == 404
        )


def test_who_drafts_for_another_body_stays_a_drafter(administrator, section, person):
    harbour = Institution.objects.create(
        slug="harbour", name="Harbour", type=InstitutionType.STATE_BODY, start=timezone.localdate()
    )
    actor = Actor.now(User.objects.get(email=ADMINISTRATOR))
    second = OpenSection(harbour, actor=actor).execute()
    nino = person(Role.DRAFTER, email="nino@caspia.example")
    nino.groups.add(*Group.objects.filter(page_permissions__page__in=[section, second]))
    EndDrafting(nino, section, actor=actor).execute()
    nino = User.objects.get(pk=nino.pk)
    assert (may_draft_in(nino, section), may_draft_in(nino, second)) == (False, True)
    assert nino.groups.filter(name=Role.DRAFTER).exists()


def test_a_secretary_does_not_become_a_drafter(administrator, section, person):
    person(Role.SECRETARY, email="nino@caspia.example")
    assert "cannot have these roles together" in shown(add(administrator, section))
    assert not AccountChange.objects.exists()


def test_the_same_person_is_not_asked_for_twice(administrator, section, person):
    nino = person(Role.DRAFTER, email="nino@caspia.example")
    nino.groups.add(Group.objects.get(page_permissions__page=section))
    assert "drafts for this body already" in shown(add(administrator, section))


def test_without_a_group_the_page_says_what_to_do(administrator, section, person):
    person(email="nino@caspia.example")
    Group.objects.filter(page_permissions__page=section).delete()
    assert "Give a group this right" in shown(add(administrator, section))


def test_an_institution_that_has_ended_is_not_offered(administrator, ferry):
    ferry.start = ferry.end = timezone.localdate() - timedelta(days=2)
    ferry.save()
    assert "Ferry Office" not in shown(administrator.get(reverse("open_section")))


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_opens_a_section_or_takes_a_drafter_out(signed_in, person, ferry, role):
    browser = signed_in(role)
    actor = Actor.now(User.objects.get(email="reader@caspia.example"))
    nino = person(Role.DRAFTER, email="nino@caspia.example")
    with pytest.raises(NotAllowed):
        OpenSection(ferry, actor=actor).execute()
    with pytest.raises(NotAllowed):
        EndDrafting(nino, Section(title="x"), actor=actor).execute()
    assert browser.get(reverse("drafting_bodies")).status_code == 302


def test_the_lists_ask_the_database_the_same_for_many(
    administrator, section, person, django_assert_max_num_queries
):
    group = Group.objects.get(page_permissions__page=section)
    for number in range(25):
        person(Role.DRAFTER, email=f"drafter{number}@caspia.example").groups.add(group)
    administrator.get(reverse("drafting_bodies"))
    with django_assert_max_num_queries(30):
        page = shown(administrator.get(reverse("drafting_bodies")))
    assert ">25<" in page
    with django_assert_max_num_queries(30):
        page = shown(administrator.get(reverse("drafting_body", args=[section.pk])))
    assert page.count('name="account"') == 20
