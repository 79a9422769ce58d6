"""Writing a comment where the connection is bad and the browser is shared."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.factories.files import pdf
from tests.journeys.people import Person

pytestmark = pytest.mark.journey

DRAFTS = ".notice a[href*='/edit/']"  # on this provision
WORDS = "Nobody can count these days on a holiday."


def form_of_open_round(person: Person) -> str:
    """The address of the form on a provision of the round that is open to the person."""
    person.go("/consultations/mine/").follow("Read the changes and comment")
    links = person.page.locator("a[href*='/comment/']").all()
    found = [link.get_attribute("href") or "" for link in links]
    return next(url for url in found if re.search(r"/comment/[0-9a-f-]{36}/", url))


def kept(person: Person) -> dict[str, str]:
    """What the browser keeps of typed text."""
    stored = person.page.evaluate("({ ...localStorage })")
    return {key: value for key, value in stored.items() if key.startswith("madda.kept.")}


def waits_for_copy(person: Person, *, is_there: bool = True) -> None:
    for _ in range(100):
        if bool(kept(person)) is is_there:
            return
        person.page.wait_for_timeout(100)
    raise AssertionError(f"kept: {kept(person)}")


def signs_in(person: Person, username: str) -> None:
    person.page.context.clear_cookies()
    person.go("/accounts/login/").fill("login", f"{username}@demo.invalid").fill("password", "demo-demo-demo")
    person.press_enter()


def test_kept_text_is_shown_to_its_author_only(come):
    author = come("author.bar")
    form = form_of_open_round(author)
    author.go(form)
    author.page.route("**/autosave/", lambda route: route.abort())
    author.fill("rationale", WORDS)
    waits_for_copy(author)
    assert WORDS not in str(kept(author))  # nobody reads it in the store of the browser either
    signs_in(author, "author.refugee")
    author.go(form).does_not_see(WORDS)
    author.page.wait_for_load_state("networkidle")
    assert author.page.locator("[name=rationale]").input_value() == ""
    signs_in(author, "author.bar")
    author.go(form)
    expect(author.page.locator("[name=rationale]")).to_have_value(WORDS)
    author.sees("This is the text that you typed here before.").checks_access()
    author.hands.activate(author.page.locator("details[data-menu] summary"))
    author.press("Sign out")
    assert not kept(author)
    author.complaints = [told for told in author.complaints if "ERR_FAILED" not in told]


def test_each_of_two_windows_keeps_and_sends_its_own_text(come):
    first = come("author.bar")
    form = form_of_open_round(first)
    page = first.page.context.new_page()
    for window in (first.page, page):
        window.route("**/autosave/", lambda route: route.abort())
    first.go(form).fill("rationale", WORDS)
    waits_for_copy(first)
    page.goto(first.address + form)
    page.wait_for_load_state("networkidle")
    assert page.locator("[name=rationale]").input_value() == ""  # the first window still shows it
    page.fill("[name=rationale]", "Something else.")
    for window in (page, first.page):
        window.get_by_role("button", name="Save the draft").click()
        window.wait_for_url("**/edit/")
    assert first.page.locator("[name=rationale]").input_value() == WORDS
    page.reload()
    assert page.locator("[name=rationale]").input_value() == "Something else."
    waits_for_copy(first, is_there=False)
    first.complaints = [told for told in first.complaints if "ERR_FAILED" not in told]


def test_words_that_were_deleted_again_do_not_come_back(come):
    author = come("author.bar")
    form = form_of_open_round(author)
    author.go(form).fill("rationale", WORDS)
    waits_for_copy(author)
    author.fill("rationale", "")
    waits_for_copy(author, is_there=False)


def test_a_lost_connection_shows_its_state_and_sends_once(come):
    author = come("author.bar")
    form = form_of_open_round(author)
    author.go(form)
    before = author.page.locator(DRAFTS).count()
    author.tick("stance", "opposes").fill("rationale", WORDS)
    author.page.context.set_offline(True)
    author.page.get_by_role("button", name="Save the draft").click()
    author.page.get_by_text("There is no connection.").wait_for()
    author.page.get_by_text("kept in this browser").wait_for()  # it says so once it is written down
    author.checks_access().sees("Try again now")
    assert author.page.locator("[name=rationale]").input_value() == WORDS
    lost = []

    def arrives_but_the_answer_is_lost(route: Route) -> None:
        route.fetch()
        lost.append(route.request.url)
        route.abort()

    author.page.route(f"**{form}", arrives_but_the_answer_is_lost, times=1)
    author.page.context.set_offline(False)
    author.page.wait_for_url("**/edit/", timeout=30_000)
    assert lost
    author.sees("is saved as a draft")
    assert not kept(author)
    author.go(form)
    assert author.page.locator(DRAFTS).count() == before + 1
    author.complaints = [told for told in author.complaints if "net::ERR" not in told]


SELECT = """([from, to]) => {
  const [first, last] = [from, to].map((name) => document.querySelector(`[data-passage] ${name} [data-at]`).firstChild);
  const inOrder = first.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING;
  const range = document.createRange();
  range.setStart(inOrder ? first : last, 0);
  range.setEnd(inOrder ? last : first, (inOrder ? last : first).data.length);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
  document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
}"""


def test_a_selection_across_deleted_and_inserted_words_becomes_two_choices(come):
    author = come("author.bar")
    form_of_open_round(author)
    forms = author.page.locator(".provision:has(del):has(ins) a[href*='/comment/']").all()
    addresses = [link.get_attribute("href") or "" for link in forms]
    for address in addresses:
        author.go(address)
        if author.page.locator("[data-passage] .check:not(.is-struck) del + ins").count():
            break
    author.page.evaluate(SELECT, [".check:not(.is-struck) del", ".check:not(.is-struck) ins"])
    author.sees("Your selection has words of the draft and words that it strikes out.").checks_access()
    labels = author.page.locator("[data-passage] .check:has(:checked) label").all_inner_texts()
    assert len(labels) == 2
    assert not any("[" in label for label in labels[1:])  # no words for screen readers


def test_files_are_attached_and_the_others_refused_in_words(come, tmp_path):
    author = come("author.bar")
    author.go(form_of_open_round(author)).tick("stance", "opposes").fill("rationale", WORDS)
    author.opens("details.more")
    files = []
    for name, content in (("Study.pdf", pdf()), ("tool.exe", b"MZ")):
        (tmp_path / name).write_bytes(content)
        files.append(tmp_path / name)
    author.page.locator("[name=attachments]").set_input_files(files)
    author.checks_access()
    author.press("Save the draft").is_refused().checks_access()
    author.sees("“tool.exe” is of a kind that cannot be attached.")
    assert author.page.locator("[name=rationale]").input_value() == WORDS
    with author.page.expect_download() as download:
        author.page.get_by_role("link", name="Study.pdf").click()
    assert download.value.suggested_filename == "Study.pdf"
    author.page.locator("[name=removed]").check()
    author.press("Save the draft").does_not_see("Study.pdf")


def test_the_questions_of_the_round_are_answered_on_one_page(come):
    author = come("author.bar")
    author.go("/consultations/mine/").follow("Answer the questions").checks_access()
    field = author.page.locator("textarea[name^=answer-]").first
    field.fill("For the care of their parents.")
    expect(author.page.locator(".saved")).to_contain_text("Draft, saved", timeout=20_000)
    author.press("Save and review before sending").sees("Question 1").sees("For the care of their parents.")
    author.checks_access()
