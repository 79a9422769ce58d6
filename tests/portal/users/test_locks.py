"""Wrong passwords lock one place out of one account, for a while."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.users import locks
from portal.users.models import FailedSignIn
from portal.users.roles import Role

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
EMAIL = "chair@caspia.example"


@pytest.fixture
def chair(person):
    return person(Role.CHAIR, email=EMAIL)


def browser(address="203.0.113.1"):
    return Client(REMOTE_ADDR=address)


def sign_in(client, password=PASSWORD, email=EMAIL):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def guess(client, times=24):
    return [sign_in(client, password="wrong") for _try in range(times)][-1]


def test_24_wrong_passwords_from_elsewhere_do_not_refuse_the_right_one(chair):
    guess(browser("198.51.100.7"))
    assert sign_in(browser("203.0.113.1")).status_code == 302


def test_who_guesses_waits_and_is_told_how_long(chair):
    guesser = browser()
    page = guess(guesser, 6).content.decode()
    assert "Too many wrong passwords or codes were sent from here. Try again in 1 minute" in page
    assert sign_in(guesser).status_code == 200  # not even with the right password
    assert FailedSignIn.objects.get().failures == locks.FREE_TRIES  # what is refused unread is not counted


def test_tries_at_the_same_time_are_counted_before_their_passwords_are_looked_at(chair):
    now = timezone.now()
    answers = [locks.count_try(EMAIL, "203.0.113.1", now) for _try in range(7)]
    assert answers == [None] * 5 + [now + locks.FIRST_PAUSE] * 2


def test_the_login_page_of_private_pages_leads_to_the_one_that_counts(chair):
    private = "/en/_util/login/"
    answer = browser().post(f"{private}?next=/en/", {"username": EMAIL, "password": PASSWORD})
    assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=/en/")


def test_the_pause_grows_and_ends(chair):
    assert [locks.pause_after(count).total_seconds() for count in (5, 6, 7, 40)] == [30, 60, 120, 3600]
    client = browser()
    guess(client, 6)
    FailedSignIn.objects.update(locked_until=timezone.now())
    assert sign_in(client).status_code == 302


def test_the_right_password_resets_the_count(chair):
    client = browser()
    guess(client, 4)
    sign_in(client)
    assert not FailedSignIn.objects.exists()


def test_typos_are_forgotten_after_a_day(chair):
    guess(browser(), 4)
    FailedSignIn.objects.update(last_at=timezone.now() - timedelta(hours=25))
    guess(browser(), 1)
    assert FailedSignIn.objects.get().failures == 1
    FailedSignIn.objects.update(last_at=timezone.now() - timedelta(hours=25))
    locks.ForgetFailures().run(timezone.now())
    assert not FailedSignIn.objects.exists()


def test_a_browser_that_signed_in_before_is_not_locked_by_its_neighbours(chair):
    own = browser()
    sign_in(own)
    own.post(reverse("account_logout"))
    guess(browser())  # at the same network address, as behind the proxy of an office
    assert sign_in(own).status_code == 302
    own.post(reverse("account_logout"))
    assert guess(own, 6).status_code == 200  # but it is counted too
    assert sign_in(own).status_code == 200


def test_a_cookie_of_one_account_says_nothing_for_another(chair, person):
    person(email="other@caspia.example")
    own = browser()
    sign_in(own, email="other@caspia.example")
    own.post(reverse("account_logout"))
    guess(browser())
    assert sign_in(own).status_code == 200


def test_an_ipv6_network_is_one_place(chair):
    guess(browser("2001:db8::1"), 3)
    guess(browser("2001:db8::2"), 3)
    assert FailedSignIn.objects.count() == 1


def test_a_link_by_mail_is_the_way_out(chair):
    own = browser()
    guess(own)
    answer = own.post(reverse("account_unlock"), {"email": EMAIL}, follow=True)
    link = re.search(r"(/accounts/unlock/\S+)", mail.outbox[-1].body)[1]
    assert "A mail with a link is on its way" in answer.content.decode()
    assert own.get(link).status_code == 200
    own.post(link)
    assert sign_in(own).status_code == 302
    assert sign_in(browser()).status_code == 200  # the others there still wait


def test_nobody_learns_from_the_link_who_has_an_account_nor_fills_a_mailbox(chair):
    for address in (EMAIL, EMAIL.upper(), "nobody@caspia.example"):
        page = browser().post(reverse("account_unlock"), {"email": address}, follow=True)
        assert "A mail with a link is on its way to this address." in page.content.decode()
    assert [letter.to for letter in mail.outbox] == [[EMAIL], ["nobody@caspia.example"]]
    assert browser().get(reverse("account_unlock_link", args=["forged"])).status_code == 404


def test_administrators_unlock(chair, signed_in):
    guess(browser())
    admin = signed_in(Role.ADMINISTRATOR, email="admin@caspia.example")
    assert EMAIL in admin.get(reverse("locked_sign_ins")).content.decode()
    admin.post(reverse("locked_sign_ins"), {"login": EMAIL})
    assert sign_in(browser()).status_code == 302
    assert ModelLogEntry.objects.get(action="users.unlock_sign_in").data["login"] == EMAIL


def test_others_see_no_locks(signed_in):
    assert signed_in(Role.SECRETARY).get(reverse("locked_sign_ins")).status_code == 302


def test_one_place_is_one_place_by_either_protocol(chair):
    guess(browser("203.0.113.9"), 6)
    assert sign_in(browser("::ffff:203.0.113.9")).status_code == 200  # it waits as well
