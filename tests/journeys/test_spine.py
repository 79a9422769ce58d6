"""From a real act to an answered comment, as five people and the public, step by step in one run of the site."""

from pathlib import Path

import pytest

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
TITLE = "Law amending the Law on Ferries"


@pytest.fixture
def act_file(tmp_path: Path) -> Path:
    file = tmp_path / "ferries.txt"
    file.write_text(ACT, encoding="utf-8")
    return file


def imports_the_act(drafter: Person, file: Path) -> str:
    drafter.go("/cms/amendments/import/").checks_access()
    page = drafter.page
    page.set_input_files("[name=file]", file)
    page.fill("[name=title]", "Law on Ferries")
    page.fill("[name=number]", "77-L")
    page.select_option("[name=language]", "en")
    drafter.press("Preview").sees("8 articles, parts and points").checks_access()
    drafter.press("Save and seal").sees("Law on Ferries").sees("Consolidated text 1").checks_access()
    return page.url


def asks_for_release(drafter: Person, url: str, audience: str) -> None:
    drafter.go(url)
    drafter.page.locator("select[name=audience]").first.select_option(audience)
    drafter.press("Ask for release").sees("requested")


def releases(secretary: Person, url: str) -> None:
    secretary.go(url).press("Release to").sees("is released")


def adds(drafter: Person, workspace: str, op: str, **fields: str) -> None:
    drafter.go(f"{workspace}instructions/new/")
    drafter.page.select_option("[name=op]", op)
    for name, words in fields.items():
        drafter.page.fill(f"[name={name}]", words)
    drafter.press("Preview").sees("What it does")
    drafter.press("Save")
    assert drafter.page.url.endswith(workspace)


def drafts(drafter: Person, act: str) -> tuple[str, str]:
    drafter.go("/cms/amendments/").checks_access()
    drafter.page.locator("tr", has_text="Law on Ferries").get_by_role("link", name="Amend").click()
    drafter.page.wait_for_url("**/on/**")
    drafter.page.fill("[name=title]", TITLE)
    drafter.press("Open the amendment").sees(TITLE)
    workspace = drafter.page.url.removeprefix(drafter.address)
    adds(drafter, workspace, "replace_number", target="2.1", old="10", new="12")
    adds(drafter, workspace, "replace_words", target="2.2", old="free of charge", new="at half fare")
    adds(drafter, workspace, "insert_element", target="2.3", new="Dogs travel at half fare.")
    drafter.go(f"{workspace}instructions/new/")
    drafter.page.select_option("[name=op]", "replace_words")
    drafter.page.fill("[name=target]", "2.1")
    drafter.page.fill("[name=old]", "words that do not stand there")
    drafter.page.fill("[name=new]", "x")
    drafter.press("Save").sees("Nothing is saved yet").checks_access()
    drafter.go(workspace).checks_access()
    drafter.press("Seal as the next draft").sees("Draft 1 is sealed")
    return workspace, drafter.page.get_by_role("link", name="Page of the amendment").get_attribute(
        "href"
    ) or ""


def opens_a_round(secretary: Person) -> str:
    secretary.go("/consultations/manage/").checks_access()
    secretary.page.locator("li, tr, article", has_text=TITLE).get_by_role(
        "link", name="Open a round"
    ).first.click()
    page = secretary.page
    secretary.checks_access()
    page.check("input[name=audience][value=public]")
    secretary.press("Announce the round").sees(TITLE)
    return page.url.removeprefix(secretary.address)


def comments_by_keyboard(author: Person, redline: str, provision: str) -> None:
    """Only keys: the link of the provision, a struck-out passage, stance, reasons, wording, send."""
    author.go(redline)
    page = author.page
    page.get_by_role("link", name=f"Comment on {provision}").first.focus()
    author.enter_key()
    author.checks_access()
    page.locator(".is-struck input[name=range], input[name=range]").first.focus()
    page.keyboard.press("Space")
    page.locator("input[name=stance][value=opposes]").focus()
    page.keyboard.press("Space")
    page.locator("[name=rationale]").focus()
    page.keyboard.type("Children of poor families would no longer cross the river.")
    page.locator("[name=proposed_text]").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Children under 12 years of age travel free of charge.")
    page.locator("#proposal-preview ins").first.wait_for()
    page.get_by_role("button", name="Save and send for sign-off").focus()
    author.enter_key()
    author.sees("C-").checks_access()


def test_from_a_real_act_to_an_answered_comment(come, act_file):
    drafter, secretary, public = come("drafter"), come("secretary"), come("")

    # Import, and release to the public
    act = imports_the_act(drafter, act_file)
    public.finds_nothing_at(act)
    asks_for_release(drafter, act, "public")
    releases(secretary, act)
    public.go(act).sees("Law on Ferries").checks_access()

    # Amend, seal, release
    workspace, amendment = drafts(drafter, act)
    public.finds_nothing_at(amendment)
    asks_for_release(drafter, amendment, "public")
    releases(secretary, amendment)
    redline = f"{amendment}v/1/redline/"
    for view in ("inline", "side", "table", "changed"):
        public.go(f"{redline}?view={view}").sees("at half fare").checks_access()
    assert public.page.locator("ins").count() >= 3
    assert "inserted" in (public.page.locator("ins").first.text_content() or "")
    phone = come("", width=390, language="az")
    phone.go(redline.replace("/en/", "/az/")).sees("at half fare").checks_access()

    # Consult
    round_ = opens_a_round(secretary)
    public.go(round_).sees("open").checks_access()
    author = come("ngo_legal")
    comments_by_keyboard(author, redline, "2.2")
    focal = come("focal.harbour")
    focal.go("/consultations/mine/").checks_access()
    focal.follow("S-").sees("Children of poor families").checks_access()
    focal.press("Sign off and submit").sees("Receipt").checks_access()
    assert focal.page.locator(".receipt-number").inner_text()
    official = come("focal.bar")
    official.go(redline).follow("Comment on 2.1").checks_access()
    official.page.check("input[name=stance][value=opposes]", force=True)
    official.page.fill("[name=rationale]", "Zanzibarian secrets of the harbour forbid a higher fare.")
    official.page.fill("[name=proposed_text]", "")
    official.page.locator("details.more summary").first.click()
    official.page.check("input[name=visibility][value=committee]", force=True)
    official.press("Save and review before sending").press("Sign off and submit").sees("Receipt")

    # What is confidential stays so; what is public is found
    public.go("/search/?q=Zanzibarian").sees("0").checks_access()
    assert public.page.locator("mark").count() == 0
    secretary.go("/search/?q=Zanzibarian")
    assert secretary.page.locator("mark").count() >= 1
    public.go("/search/?q=poor+families").checks_access()
    assert public.page.locator("mark").count() >= 1
    public.go(redline).does_not_see("Zanzibarian")

    # Close: the server refuses
    manage = round_.replace("/consultations/rounds/", "/consultations/manage/rounds/")
    secretary.go(manage).checks_access()
    close = secretary.page.locator("form[action$='/close/']")
    close.locator("[name=reason]").evaluate(
        "field => field.closest('details') && (field.closest('details').open = true)"
    )
    close.locator("[name=reason]").fill("All bodies have answered.")
    secretary.press("Close", within=close).sees("closed")
    late = come("author.bar")
    late.go(redline)
    assert late.page.get_by_role("link", name="Comment on 2.2").count() == 0

    # Answer: disposition, a proposed instruction in one step, draft 2
    board = round_.replace("/consultations/rounds/", "/consultations/board/")
    secretary.go(board).sees("Harbour Legal Aid").checks_access()
    secretary.page.locator("tr", has_text="2.2").get_by_role("link", name="Accept", exact=True).first.click()
    secretary.page.wait_for_url("**/answer/**")
    secretary.checks_access()
    secretary.press("proposed instruction").sees("is proposed to the drafters")
    drafter.go(workspace).sees("Proposed by others").press("Take into the draft").sees("is in the draft")
    drafter.press("Seal as the next draft").sees("Draft 2 is sealed")
    asks_for_release(drafter, amendment, "public")
    releases(secretary, amendment)

    # The author sees what became of it, on draft 2
    author.go("/consultations/mine/").follow("C-")
    author.sees("Accepted").sees("Draft 2").sees("under 12 years of age").checks_access()
    public.go(f"{amendment}compare/1/2/").sees("years of age").checks_access()
    assert public.page.locator("ins", has_text="free of charge").count() == 1


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
