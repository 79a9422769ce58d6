"""From a real act to an answered comment and an adopted law, step by step, as five people and the public.

They have no mouse here. `test_everybody.py` goes the same way with a mouse.
"""

import pytest

from tests.journeys.checking import passes
from tests.journeys.enacting import (
    ACT,
    Law,
    adopts,
    asks_for_release,
    becomes_law,
    closes,
    drafts,
    imports_the_act,
    releases,
)
from tests.journeys.hands import Keys
from tests.journeys.moving import moves
from tests.journeys.people import Person

pytestmark = pytest.mark.journey


def opens_a_round(secretary: Person, law: Law) -> str:
    secretary.go("/consultations/manage/").checks_access()
    entry = secretary.page.locator("li, tr, article", has_text=law.amending).first
    secretary.follow("Open a round", within=entry).checks_access()
    secretary.tick("audience", "public").press("Announce the round").sees(law.amending)
    return secretary.page.url.removeprefix(secretary.address)


def comments(author: Person, redline: str) -> None:
    """On a struck-out passage: stance, reasons, wording, send."""
    author.go(redline).follow("Comment on 2.2").checks_access()
    struck = author.page.locator(".is-struck input[name=range]").first
    author.hands.tick(struck)
    author.tick("stance", "opposes")
    author.fill("rationale", "Children of poor families would no longer cross the river.")
    author.fill("proposed_text", "Children under 12 years of age travel free of charge.")
    author.page.locator("#proposal-preview ins").first.wait_for()
    author.opens("details.more").opens("details.fold:nth-of-type(5)").tick("rights", "E03")
    author.sees("Family, private life and children chosen: 1").checks_access()
    author.press("Save and send for sign-off").sees("C-").checks_access()


def signs_off(focal: Person) -> None:
    focal.go("/consultations/mine/").checks_access()
    focal.follow("S-").sees("Children of poor families").checks_access()
    focal.tick("confirmed").press("Sign off and submit").sees("Receipt").checks_access()
    assert focal.page.locator(".receipt-number").inner_text()


def comments_in_confidence(official: Person, redline: str, law: Law) -> None:
    official.go(redline).follow("Comment on 2.1").checks_access()
    official.tick("stance", "opposes")
    official.fill("rationale", f"{law.secret} secrets of the harbour forbid a higher fare.")
    official.fill("proposed_text", "").opens("details.more").tick("visibility", "committee")
    official.press("Save and review before sending").tick("confirmed").press("Sign off and submit").sees(
        "Receipt"
    )


def finds_what_may_be_read(public: Person, secretary: Person, law: Law, redline: str) -> None:
    public.go(f"/search/?q={law.secret}").checks_access()
    assert public.page.locator("mark").count() == 0
    secretary.go(f"/search/?q={law.secret}")
    assert secretary.page.locator("mark").count() >= 1
    public.go("/search/?q=poor+families").checks_access()
    assert public.page.locator("mark").count() >= 1
    public.go(redline).does_not_see(law.secret)


def answers(secretary: Person, round_: str) -> None:
    secretary.go(round_.replace("/consultations/rounds/", "/consultations/board/"))
    secretary.sees("Harbour Legal Aid").checks_access()
    row = secretary.page.locator("tr", has_text="2.2")
    secretary.go(row.locator("a[href*='value=accepted']").first.get_attribute("href") or "").checks_access()
    secretary.press("proposed instruction").sees("is proposed to the drafters")


def test_from_a_real_act_to_an_answered_comment_and_a_law_with_keys_alone(come, tmp_path):
    hands, law = Keys(), Law("Law on Bridges", "78-L", "Samarkandian")
    drafter, secretary, public = come("drafter", hands), come("secretary", hands), come("", hands)
    file = tmp_path / "act.txt"
    file.write_text(ACT, encoding="utf-8")

    # Import, and release to the public
    act = imports_the_act(drafter, file, law)
    public.finds_nothing_at(act)
    asks_for_release(drafter, act)
    releases(secretary, law, "Consolidated text 1")
    public.go(act).sees(law.title).checks_access()

    # Amend, seal, release
    reviewer = come("reviewer.justice", hands)
    workspace, amendment = drafts(drafter, reviewer, law)
    public.finds_nothing_at(amendment)
    asks_for_release(drafter, amendment)
    releases(secretary, law, "Draft 1")
    redline = f"{amendment}v/1/redline/"
    for view in ("inline", "side", "table", "changed"):
        public.go(f"{redline}?view={view}").sees("at half fare").checks_access()
    assert public.page.locator("ins").count() >= 3
    assert "inserted" in (public.page.locator("ins").first.text_content() or "")
    phone = come("", width=390, language="az")
    phone.go(redline.replace("/en/", "/az/")).sees("at half fare").checks_access()

    # Consult
    moves(secretary, amendment, "Open it for consultation", "The bodies concerned are invited.")
    round_ = opens_a_round(secretary, law)
    public.go(round_).sees("open").checks_access()
    author = come("ngo_legal", hands)
    comments(author, redline)
    signs_off(come("focal.harbour", hands))
    comments_in_confidence(come("focal.bar", hands), redline, law)
    finds_what_may_be_read(public, secretary, law, redline)

    # Close: the server refuses
    closes(secretary, round_)
    late = come("author.bar", hands)
    late.go(redline)
    assert late.page.get_by_role("link", name="Comment on 2.2").count() == 0

    manage = round_.replace("/consultations/rounds/", "/consultations/manage/rounds/")
    moves(secretary, manage, "Begin to consolidate the comments")

    # Answer: disposition, a proposed instruction in one step, draft 2
    answers(secretary, round_)
    drafter.go(workspace).sees("Proposed, not in the draft").press("Take into the draft").sees(
        "is in the draft"
    )
    passes(drafter, reviewer, workspace)
    drafter.follow("Seal as the next draft").press("Seal draft 2").sees("Draft 2 is sealed")
    asks_for_release(drafter, amendment)
    releases(secretary, law, "Draft 2")
    moves(drafter, workspace, "Publish the revised draft")
    moves(secretary, amendment, "Submit it to the committee")

    # The author sees what became of it, on draft 2
    author.go("/consultations/mine/").follow("C-")
    author.sees("Accepted").sees("Draft 2").sees("under 12 years of age").checks_access()
    author.sees("Best interests of the child")
    public.go(f"{amendment}compare/1/2/").sees("years of age").checks_access()
    assert public.page.locator("ins", has_text="free of charge").count() == 1

    # The law is signed: its last draft becomes the text of the act, and enters into force
    drafter.go(f"{workspace}adopt/").sees("The amendment is not adopted yet").checks_access()
    becomes_law(drafter, secretary, workspace, amendment)
    adopts(drafter, workspace)
    moves(drafter, workspace, "Record the entry into force")
    public.go(amendment).sees("In force").sees("No. 99-L").checks_access()


@pytest.mark.parametrize(
    "username",
    [
        "chair",
        "member_tu",
        "ombud1",
        "ombud2",
        "reviewer.justice",
        "training",
        "editor.handbook",
        "admin",
        "auditor",
        "citizen",
        "reader.legal",
    ],
)
def test_every_other_role_sees_what_it_can_do_now(come, username):
    person = come(username)
    person.go("/en/").checks_access()
    assert person.page.locator("main").inner_text().strip()


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (1280, "az"), (390, "ru"), (390, "az")])
def test_the_public_pages_are_accessible_in_every_language(come, language, width):
    public = come("", width=width, language=language)
    public.go(f"/{language}/").checks_access()
    for path in ("acts/", "acts/law-27-l/", "acts/law-27-l/v/2/", "acts/law-27-l/compare/1/2/"):
        public.go(f"/{language}/{path}").checks_access()
    for path in (
        "/consultations/",
        "/consultations/answers/",
        "/search/?q=undesirable",
        "/accounts/login/",
        "/accessibility/",
    ):
        public.go(path).checks_access()
