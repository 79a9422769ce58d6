"""Everybody reaches the end, and everybody is told: one amendment from the import to the law, and the mails it causes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localtime

from tests.journeys.bodies import (
    LATE,
    WITHHELD,
    asks_to_be_late,
    comments,
    comments_late,
    comments_without_name_and_connection,
    signs_off,
)
from tests.journeys.checking import asks, lets_pass, returns
from tests.journeys.clock import advance
from tests.journeys.enacting import (
    ACT,
    FINDING,
    Law,
    adopts,
    asks_for_release,
    becomes_law,
    closes,
    deals_with_it,
    imports_the_act,
    releases,
    seals_first,
    writes,
)
from tests.journeys.moving import moves
from tests.journeys.people import Person
from tests.journeys.post import gets, told_of, work_of
from tests.journeys.told import AZERBAIJANI, TOLD, USERNAMES, WORK

pytestmark = pytest.mark.journey


@dataclass(frozen=True)
class Places:
    """The addresses of the act, of the amendment and of its round."""

    act: str
    workspace: str
    amendment: str
    round: str

    @property
    def redline(self) -> str:
        """The first draft against the law."""
        return f"{self.amendment}v/1/redline/"

    @property
    def manage(self) -> str:
        """The secretary's page of the round."""
        return self.round.replace("/consultations/rounds/", "/consultations/manage/rounds/")

    @property
    def board(self) -> str:
        """The consolidation board."""
        return self.round.replace("/consultations/rounds/", "/consultations/board/")


BODIES = ("Harbour Legal Aid Centre", "Bar Chamber", "Refugee Support Union")
LAW = Law("Law on Lighthouses", "79-L", "")
QUARTER_OF_AN_HOUR = timedelta(minutes=15)  # in which answers are gathered for one mail


def wants_mails_in(person: Person, language: str) -> None:
    """Choose the language of one's mails."""
    person.go("/consultations/letters/").checks_access()
    person.choose("language", language).press("Save").sees("Your choice is saved.")


def invites(secretary: Person, law: Law) -> str:
    """Choose three bodies, read what they will get, and announce the round."""
    secretary.go("/consultations/manage/")
    entry = secretary.page.locator("li, tr, article", has_text=law.amending).first
    secretary.follow("Open a round", within=entry).tick("audience", "public")
    for body in BODIES:
        fold = secretary.page.locator("details.fold", has=secretary.page.get_by_label(body, exact=True))
        if fold.get_attribute("open") is None:
            secretary.hands.activate(fold.locator("summary"))
        secretary.hands.tick(secretary.page.get_by_label(body, exact=True))
    secretary.press("Preview the mails").sees("Invitation to comment").sees(law.amending).checks_access()
    secretary.press("Announce the round").sees("is announced")
    return secretary.page.url.removeprefix(secretary.address)


def accepts_late(secretary: Person, manage: str, body: str) -> None:
    secretary.go(manage).follow("Accept late")
    option = secretary.page.locator("select[name=institution] option", has_text=body).first
    secretary.choose("institution", option.get_attribute("value") or "")
    until = localtime() + timedelta(days=2)
    secretary.fill("until", f"{until:%Y-%m-%dT%H:%M}").fill("reason", "Illness is a good reason.")
    secretary.press("Accept late").sees("accepted late until")


def answers_all(secretary: Person, chair: Person, board: str) -> None:
    """One wording is taken, two comments are declined with a reason; the committee decides."""
    secretary.go(board).sees("Harbour Legal Aid").does_not_see("Bar Chamber").checks_access()
    row = secretary.page.locator("tr", has_text="Children of poor families")
    secretary.go(row.locator("a[href*='value=accepted']").first.get_attribute("href") or "")
    secretary.press("proposed instruction").sees("is proposed to the drafters")
    for words in (WITHHELD, LATE):
        secretary.go(board)
        row = secretary.page.locator("tr", has_text=words)
        secretary.go(row.locator("a[href*='value=not_accepted']").first.get_attribute("href") or "")
        form = secretary.page.locator(
            "form", has=secretary.page.get_by_role("button", name="Propose the answer")
        )
        secretary.fill("reason", "The fare stays in the law.", within=form)
        secretary.press("Propose the answer").sees("is proposed")
    for question in (1, 2, 3):
        chair.go(board)
        link = chair.page.get_by_role("link", name="Decide or change").first
        chair.go(link.get_attribute("href") or "").checks_access()
        chair.fill("decided_in", f"meeting 4, question {question}").press("Decide this answer")
    assert not chair.go(board).page.get_by_role("link", name="Decide or change").count()


@dataclass(frozen=True)
class Cast:
    """The people of the story, each with a window of their own."""

    drafter: Person
    reviewer: Person
    secretary: Person
    chair: Person
    legal: Person  # the first body: an author and who sends for it
    harbour: Person
    bar: Person  # the second, which withholds its name
    bar_focal: Person
    refugee: Person  # the third, which is late
    refugee_focal: Person
    public: Person

    @classmethod
    def of(cls, come: Callable[[str], Person]) -> "Cast":
        """Let everybody sign in and choose the language of their mails."""
        cast = cls(**{name: come(username) for name, username in USERNAMES.items()}, public=come(""))
        for name in USERNAMES:
            wants_mails_in(getattr(cast, name), "az" if name in AZERBAIJANI else "en")
        return cast

    def hears(self, name: str, subject: str, count: int = 1) -> None:
        """Wait for a mail to somebody; who acts sooner than the mail is written never gets it."""
        gets(self.public, USERNAMES[name], LAW, subject, count)


def is_checked(cast: Cast, workspace: str) -> None:
    """Returned once and passed the second time. Who has to act is told by mail."""
    check = asks(cast.drafter, workspace)
    cast.hears("reviewer", "A text waits for your legal check")
    returns(cast.reviewer, check, FINDING, "a02")
    cast.hears("drafter", "Returned from the legal check")
    deals_with_it(cast.drafter, workspace)
    is_passed(cast, workspace, 1)


def is_passed(cast: Cast, workspace: str, count: int) -> None:
    check = asks(cast.drafter, workspace)
    cast.hears("reviewer", "A text waits for your legal check", count + 1)
    lets_pass(cast.reviewer, check)
    cast.hears("drafter", "Passed the legal check", count)


def is_released(cast: Cast, page: str, version: str, count: int) -> None:
    """Asked for by the drafter, and released by the secretary, who is told of each request."""
    asks_for_release(cast.drafter, page)
    cast.hears("secretary", "To be released", count)
    releases(cast.secretary, LAW, version)


def brings_to_a_round(cast: Cast, file: Path) -> Places:
    """Import, release, draft with a check that was returned and passed, release, invitation."""
    act = imports_the_act(cast.drafter, file, LAW)
    is_released(cast, act, "Consolidated text 1", 1)
    workspace = writes(cast.drafter, LAW)
    is_checked(cast, workspace)
    amendment = seals_first(cast.drafter, workspace)
    is_released(cast, amendment, "Draft 1", 2)
    cast.hears("chair", "Layihə 1 oxumağa açıqdır")
    moves(cast.secretary, amendment, "Open it for consultation", "The bodies concerned are invited.")
    places = Places(act, workspace, amendment, invites(cast.secretary, LAW))
    for name in ("harbour", "refugee_focal"):
        cast.hears(name, "Invitation to comment")
    return places


def hears_three_bodies(cast: Cast, places: Places) -> None:
    """One in time, one without its name over a lost connection, one reminded and late."""
    comments(cast.legal, places.redline)
    cast.hears("harbour", "Comments wait for your sign-off")
    signs_off(cast.harbour, LAW, "Children of poor families")
    comments_without_name_and_connection(cast.bar, places.redline)
    cast.hears("bar_focal", "Rəylər sizin təsdiqinizi gözləyir")
    signs_off(cast.bar_focal, LAW, WITHHELD)
    remind = cast.secretary.go(places.manage).page.locator("details.more", has_text="Remind").first
    cast.secretary.hands.activate(remind.locator("summary"))
    cast.secretary.press("Remind", within=remind).sees("The reminders are on their way").checks_access()
    cast.hears("refugee_focal", "30 days left")
    closes(cast.secretary, places.round)
    cast.hears("refugee_focal", "Round closed early")
    asks_to_be_late(cast.refugee_focal, LAW)
    cast.hears("secretary", "Late acceptance asked for")
    accepts_late(cast.secretary, places.manage, BODIES[2])
    cast.hears("refugee_focal", "Your comments are still accepted")
    comments_late(cast.refugee, places.redline)
    cast.hears("refugee_focal", "Comments wait for your sign-off")
    signs_off(cast.refugee_focal, LAW, LATE)


def makes_the_law(cast: Cast, places: Places) -> None:
    """The second draft with what was proposed, the committee, and all steps to the entry into force."""
    workspace, amendment = places.workspace, places.amendment
    cast.hears("drafter", "A proposed instruction waits")
    cast.drafter.go(workspace).sees("Proposed, not in the draft").press("Take into the draft").sees(
        "is in the draft"
    )
    is_passed(cast, workspace, 2)
    cast.drafter.go(workspace).follow("Seal as the next draft").press("Seal draft 2").sees(
        "Draft 2 is sealed"
    )
    is_released(cast, amendment, "Draft 2", 3)
    cast.hears("legal", "Draft 2 can be read")
    moves(cast.drafter, workspace, "Publish the revised draft")
    moves(cast.secretary, amendment, "Submit it to the committee")
    becomes_law(cast.drafter, cast.secretary, workspace, amendment)
    cast.hears("legal", "Signed")
    adopts(cast.drafter, workspace)
    is_released(cast, places.act, "Consolidated text 2", 4)
    cast.hears("legal", "Adopted")
    moves(cast.drafter, workspace, "Record the entry into force")


def is_told(cast: Cast) -> None:
    """Everybody got the mails that are listed, no other and none twice."""
    told = {name: told_of(cast.public, USERNAMES[name], LAW, subjects) for name, subjects in TOLD.items()}
    assert told == {name: sorted(subjects) for name, subjects in TOLD.items()}


def sees_it_on_my_work(cast: Cast) -> None:
    """“My work” of everybody says in both languages what is listed, and nothing waits any more."""
    found, listed = {}, {}
    for name in USERNAMES:
        person = getattr(cast, name)
        for language in ("en", "az"):
            person.go("/accessibility/").follow(language, within=person.page.locator(".languages"))
            found[name, language] = sorted(work_of(person, LAW))
            lines = [getattr(line, language) for line in WORK for who in line.whom.split() if who == name]
            listed[name, language] = sorted(lines)
        person.go("/").checks_access()
    assert found == listed


def test_everybody_reaches_the_end_and_is_told(come, folder, tmp_path):
    file = tmp_path / "act.txt"
    file.write_text(ACT, encoding="utf-8")
    cast = Cast.of(come)
    places = brings_to_a_round(cast, file)
    hears_three_bodies(cast, places)
    moves(cast.secretary, places.manage, "Begin to consolidate the comments")
    answers_all(cast.secretary, cast.chair, places.board)
    makes_the_law(cast, places)
    advance(folder, QUARTER_OF_AN_HOUR)
    is_told(cast)
    sees_it_on_my_work(cast)
