"""From a real act to an answered comment and an adopted law, step by step, as five people and the public."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.journeys.checking import asks, passes, returns
from tests.journeys.hands import Keys, Mouse
from tests.journeys.moving import moves
from tests.journeys.people import Person

pytestmark = pytest.mark.journey

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Ferries

CHAPTER 1
GENERAL PROVISIONS

Article 1. Scope
1.1. This Law applies to ferries in the territory of the Republic of Caspia.
1.2. This Law does not apply to:
1.2.1. rowing boats;
1.2.2. rafts.

Article 2. Fares
2.1. The fare is 10 coins. It is paid before the crossing.
2.2. Children under 6 years of age travel free of charge.
"""


@dataclass(frozen=True)
class Law:
    """The act of one run, with a name that a second run does not use again."""

    title: str
    number: str
    secret: str  # a word of the comment for the committee only

    @property
    def amending(self) -> str:
        """The title of the amendment."""
        return f"Law amending the {self.title}"


def imports_the_act(drafter: Person, file: Path, law: Law) -> str:
    drafter.go("/cms/amendments/import/").checks_access()
    drafter.attach("file", file).fill("title", law.title).fill("number", law.number)
    drafter.choose("language", "en").choose("country", "")
    drafter.press("Preview").sees("8 articles, parts and points").checks_access()
    drafter.press("Save and seal").sees(law.title).sees("Consolidated text 1").checks_access()
    return drafter.page.url


def asks_for_release(drafter: Person, url: str) -> None:
    drafter.go(url).choose("audience", "public").press("Ask for release").sees("requested")


def releases(secretary: Person, law: Law, version: str) -> None:
    """From the task in “My work” to the button."""
    secretary.go(reverse("all_work", args=["waiting"]))
    task = secretary.page.locator(".work-task", has_text=law.title).filter(has_text=version)
    secretary.follow(f"Release {version}", within=task).press("Release to").sees("is released")


def adds(drafter: Person, workspace: str, op: str, **fields: str) -> None:
    drafter.go(f"{workspace}instructions/new/").choose("op", op)
    for name, words in fields.items():
        drafter.fill(name, words)
    drafter.press("Preview").sees("What it does")
    drafter.press("Save")
    assert drafter.page.url.endswith(workspace)


def drafts(drafter: Person, reviewer: Person, law: Law) -> tuple[str, str]:
    drafter.go("/cms/amendments/").checks_access()
    row = drafter.page.locator("tr", has_text=law.title)
    drafter.follow("Amend", within=row).fill("title", law.amending).tick("is_concept")
    drafter.press("Open the amendment").sees(law.amending)
    workspace = drafter.page.url.removeprefix(drafter.address)
    moves(drafter, workspace, "Go on drafting")
    adds(drafter, workspace, "replace_number", target="2.1", old="10", new="12")
    adds(drafter, workspace, "replace_words", target="2.2", old="free of charge", new="at half fare")
    adds(drafter, workspace, "insert_element", target="2.3", new="Dogs travel at half fare.")
    drafter.go(f"{workspace}instructions/new/").choose("op", "replace_words")
    drafter.fill("target", "2.1").fill("old", "words that do not stand there").fill("new", "x")
    drafter.press("Save").sees("Nothing is saved yet").checks_access()
    drafter.go(workspace).checks_access()
    finding = "Say in which order the fares are due."
    returns(reviewer, asks(drafter, workspace), finding, "a02")
    drafter.go(workspace).sees("returned the text").sees(finding).checks_access()
    drafter.press("Dealt with")
    passes(drafter, reviewer, workspace)
    drafter.sees("passed this text").checks_access()
    drafter.press("Seal as the next draft").sees("Draft 1 is sealed")
    page = drafter.page.get_by_role("link", name="Page of the amendment").get_attribute("href")
    return workspace, page or ""


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


def closes(secretary: Person, round_: str) -> None:
    manage = round_.replace("/consultations/rounds/", "/consultations/manage/rounds/")
    secretary.go(manage).checks_access()
    close = secretary.page.locator("form[action$='/close/']")
    if not close.locator("[name=reason]").is_visible():
        secretary.hands.activate(secretary.page.locator("details", has=close).locator("summary").first)
    secretary.fill("reason", "All bodies have answered.", within=close)
    secretary.press("Close", within=close).sees("closed")


def answers(secretary: Person, round_: str) -> None:
    secretary.go(round_.replace("/consultations/rounds/", "/consultations/board/"))
    secretary.sees("Harbour Legal Aid").checks_access()
    row = secretary.page.locator("tr", has_text="2.2")
    secretary.go(row.locator("a[href*='value=accepted']").first.get_attribute("href") or "").checks_access()
    secretary.press("proposed instruction").sees("is proposed to the drafters")


def becomes_law(drafter: Person, secretary: Person, workspace: str, amendment: str) -> None:
    """From the committee to the official publication, each step where it is taken."""
    moves(drafter, workspace, "Send it to the legal expertise")
    moves(drafter, workspace, "Send it to the linguistic expertise")
    moves(drafter, workspace, "Submit it to the rule-making body", number="12/3")
    moves(secretary, amendment, "Record the third reading", "The first two were held elsewhere.")
    moves(secretary, amendment, "Record the signing", number="99-L")
    today = localdate().isoformat()
    published = {"source": "Gazette of the Republic of Caspia, No. 9", "in_force": today}
    moves(secretary, amendment, "Record the official publication", "No register here.", **published)


def adopts(drafter: Person, workspace: str) -> None:
    drafter.go(workspace).follow("Record the adoption").sees("What will happen").checks_access()
    drafter.fill("law_number", "  ").tick("is_compared").press("Seal the text of the act")
    drafter.is_refused().sees("Nothing is sealed yet").checks_access()
    drafter.fill("law_number", "99-L").press("Seal the text of the act")
    drafter.sees("Consolidated text 2 is sealed").checks_access()
    drafter.go(f"{workspace}adopt/").sees("The adoption is recorded already").checks_access()


@pytest.mark.parametrize(
    ("hands", "law"),
    [
        (Mouse(), Law("Law on Ferries", "77-L", "Zanzibarian")),
        (Keys(), Law("Law on Bridges", "78-L", "Samarkandian")),
    ],
    ids=["mouse", "keys"],
)
def test_from_a_real_act_to_an_answered_comment_and_a_law(come, tmp_path, hands, law):
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
    drafter.go(workspace).sees("Proposed by others").press("Take into the draft").sees("is in the draft")
    passes(drafter, reviewer, workspace)
    drafter.press("Seal as the next draft").sees("Draft 2 is sealed")
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


@pytest.mark.parametrize("language", ["az", "en", "ru"])
@pytest.mark.parametrize("width", [1280, 390])
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
