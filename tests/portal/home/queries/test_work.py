"""“My work” is made of what the apps contribute."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from amendments.hooks import WORK, Link
from amendments.redline.provision_redline import Mark, Span
from amendments.work import ChangedPassage, DateAhead, Task, Update, Work, WorkPanel
from consultations.models import LetterSettings
from portal.home.queries import work as first_page
from portal.users.roles import Role

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)

pytestmark = [pytest.mark.django_db, pytest.mark.whole]


class Ferries(Work):
    """What a plugin may contribute."""

    slug = "ferries"

    def __init__(self, *, tasks=(), updates=(), dates=(), panels=(), places=()):
        self.given = {"tasks": tasks, "updates": updates, "dates": dates, "panels": panels, "places": places}

    def places(self, user):
        return self.given["places"]

    def tasks(self, user, now):
        return self.given["tasks"]

    def updates(self, user, since, now):
        return [update for update in self.given["updates"] if update.at > since]

    def dates(self, user, now):
        return self.given["dates"]

    def panels(self, request, now):
        return self.given["panels"]


@pytest.fixture
def contribute():
    """Registers a contribution for the test."""
    registered = []

    def do(**given):
        scope = hooks.register_temporarily(WORK.name, lambda: Ferries(**given))
        scope.__enter__()
        registered.append(scope)

    yield do
    for scope in registered:
        scope.__exit__(None, None, None)


def test_the_nearest_deadline_comes_first_then_the_rank_and_tasks_without_a_deadline_last(contribute, person):
    soon, later = Task("soon", "/", deadline=NOW + DAY), Task("later", "/", deadline=NOW + 9 * DAY)
    urgent, idle = Task("urgent", "/", rank=10), Task("idle", "/")
    contribute(tasks=[idle, later, urgent, soon])
    assert first_page.tasks_for(person(), NOW) == [soon, later, urgent, idle]


def test_a_contribution_may_leave_everything_out(contribute, signed_in):
    class Silent(Work):
        slug = "silent"

    with hooks.register_temporarily(WORK.name, Silent):
        page = signed_in().get("/en/")
    assert page.status_code == 200


def test_what_is_no_contribution_is_refused(signed_in):
    with (
        hooks.register_temporarily(WORK.name, lambda: object()),
        pytest.raises(ImproperlyConfigured, match="register_work"),
    ):
        signed_in().get("/en/")


def test_the_page_shows_the_one_next_thing_and_its_days_left(contribute, signed_in):
    far = NOW.replace(year=2095)
    contribute(
        tasks=[
            Task("Count the ferries", "/count/", "Law on Ferries", count=3),
            Task("Sign the timetable", "/sign/", deadline=far, detail="It sails.", action="Sign now"),
        ]
    )
    page = signed_in().get("/en/")
    assert page.context["work"].next.title == "Sign the timetable"
    words = page.content.decode()
    assert "2 things wait for you" in words
    assert "days left" in words
    assert "Sign now" in words
    assert (
        words.index("Sign the timetable") < words.index("Count the ferries") < words.index("Law on Ferries")
    )


def test_more_than_a_page_waits_on_a_page_of_its_own(contribute, signed_in):
    contribute(tasks=[Task(f"Task {number}", "/", rank=number) for number in range(30)])
    client = signed_in()
    page = client.get("/en/")
    assert len(page.context["work"].tasks) == first_page.SHOWN_TASKS
    address = reverse("all_work", args=["waiting"])
    assert f'href="{address}"' in page.content.decode()
    assert "Task 19" in client.get(address).content.decode()
    assert "Task 29" in client.get(f"{address}?page=2").content.decode()


@pytest.mark.parametrize("name", ["waiting", "changes", "dates"])
def test_an_empty_list_says_so(signed_in, name):
    assert "Nothing" in signed_in().get(reverse("all_work", args=[name])).content.decode()


def test_lists_are_for_people_who_are_signed_in_and_have_names(client, signed_in):
    address = reverse("all_work", args=["waiting"])
    assert reverse("account_login") in client.get(address).url
    assert signed_in().get(reverse("all_work", args=["everything"])).status_code == 404


def test_updates_show_the_replaced_words_and_lead_to_the_redline(contribute, signed_in):
    from django.utils import timezone

    update = Update(
        timezone.now() - DAY,
        "2.1 changed",
        "/x/",
        "Law on Ferries",
        was="10 <b>",
        becomes="12",
        links=(Link("Redline against draft 1", "/compare/1/2/"),),
    )
    contribute(updates=[update])
    words = signed_in().get("/en/").content.decode()
    assert "<del>10 &lt;b&gt;</del>" in words
    assert "<ins>12</ins>" in words
    assert 'href="/compare/1/2/"' in words


def test_dates_ahead_are_in_order(contribute, signed_in):
    far = NOW.replace(year=2095)
    late = DateAhead(far.date() + DAY, "The ferry sails", "/", at=far + DAY)
    early = DateAhead(far.date(), "The law enters into force", "/")
    contribute(dates=[late, early])
    assert signed_in().get("/en/").context["work"].dates == [early, late]


def test_a_panel_may_stand_above_and_give_the_page_its_title(contribute, signed_in):
    panel = WorkPanel("Six rows", is_beside=False, headline="Draft 2 changes 6 issues")
    contribute(panels=[panel], tasks=[Task("First", "/"), Task("Second", "/")])
    page = signed_in().get("/en/")
    work = page.context["work"]
    assert work.headline == "Draft 2 changes 6 issues"
    assert "Six rows" in page.content.decode()
    assert (work.next, [task.title for task in work.tasks]) == (None, ["First", "Second"])
    assert not work.more_tasks


def test_what_is_open_and_new_is_for_people_for_whom_nothing_waits(contribute, signed_in):
    client = signed_in()
    assert client.get("/en/").context["news"] is not None
    contribute(panels=[WorkPanel("Six rows", is_beside=False, headline="Draft 2 changes 6 issues")])
    assert client.get("/en/").context["news"] is None


def test_places_stand_in_the_navigation_of_every_page(contribute, signed_in):
    contribute(places=[Link("Ferries", "/ferries/")])
    assert 'href="/ferries/"' in signed_in().get(reverse("accessibility")).content.decode()


def test_our_own_apps_contribute():
    assert {work.slug for work in first_page._works()} >= {"drafting", "consultations"}


def test_the_number_of_queries_is_bounded(signed_in, django_assert_max_num_queries):
    client = signed_in(Role.SECRETARY, Role.CHAIR)
    client.get("/en/")
    with django_assert_max_num_queries(60):
        client.get("/en/")


def test_one_more_changed_provision_is_told_in_the_singular(contribute, client, person):
    spans = (Span(Mark.DELETED, "10"), Span(Mark.INSERTED, "20"))
    passages = tuple(ChangedPassage(number, f"/law/#{number}", spans) for number in ("2.1", "2.2"))
    contribute(updates=[Update(timezone.now() - timedelta(hours=1), "Draft 2", "/draft/", passages=passages)])
    client.force_login(person())
    assert "1 more changed provision </summary>" in " ".join(client.get("/en/").content.decode().split())


def test_the_page_shows_redlines_what_blocks_and_the_way_to_the_own_calendar(contribute, client, person):
    spans = (Span(Mark.KEPT, "Ferries cost "), Span(Mark.DELETED, "10"), Span(Mark.INSERTED, "20"))
    passages = tuple(ChangedPassage(number, f"/law/#{number}", spans) for number in ("2.1", "2.2", "2.3"))
    now = timezone.now()
    contribute(
        tasks=[
            Task(
                "Seal", "/seal/", "A title", stop="1 check blocks sealing", stops=(Link("Unchecked", "/c/"),)
            )
        ],
        updates=[Update(now - timedelta(hours=1), "Draft 2", "/draft/", passages=passages, has_more=True)],
    )
    reader = person()
    client.force_login(reader)
    page = " ".join(client.get("/en/").content.decode().split())
    assert "<strong>1 check blocks sealing</strong>" in page
    assert '<a class="in-text" href="/c/">Unchecked</a>' in page
    assert page.count("<ins>") == 3
    assert "2 more changed provisions" in page
    assert "There are further changes" in page
    assert 'href="/consultations/letters/#addresses-title">Calendar</a>' in page
    own = LetterSettings.objects.create(person=reader)
    page = client.get("/en/").content.decode()
    for name in ("own_calendar", "own_feed"):
        assert reverse(f"consultations:{name}", args=[own.token]) in page
