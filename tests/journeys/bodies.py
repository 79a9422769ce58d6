"""What institutions do in a round: write, sign off, send over a bad connection, and ask to be late."""

import re

from playwright.sync_api import Route

from tests.journeys.enacting import Law
from tests.journeys.people import Person

WITHHELD = "Officers ask for fares of their own on this crossing."
LATE = "Refugees have no coins when they arrive."


def comments(author: Person, redline: str) -> None:
    """On a struck-out passage, with a wording and a right."""
    author.go(redline).follow("Comment on 2.2")
    author.hands.tick(author.page.locator(".is-struck input[name=range]").first)
    author.tick("stance", "opposes")
    author.fill("rationale", "Children of poor families would no longer cross the river.")
    author.fill("proposed_text", "Children under 12 years of age travel free of charge.")
    author.press("Save and send for sign-off").sees("C-")


def signs_off(focal: Person, law: Law, words: str) -> None:
    """From the list of what is not sent yet to the receipt."""
    focal.go("/consultations/mine/").checks_access()
    focal.follow("S-", within=focal.page.locator("tr", has_text=law.amending)).sees(words).checks_access()
    focal.tick("confirmed").press("Sign off and submit").sees("Receipt").checks_access()


def comments_without_name_and_connection(author: Person, redline: str) -> None:
    """The connection is lost when the comment is sent; it arrives once when the connection is back."""
    author.go(redline).follow("Comment on 2.1")
    form = author.page.url
    author.tick("stance", "opposes").fill("rationale", WITHHELD)
    author.opens("details.more").tick("identity", "withheld")
    author.page.context.set_offline(True)
    author.page.get_by_role("button", name="Save and send for sign-off").click()
    author.page.get_by_text("There is no connection.").wait_for()
    lost = []

    def arrives_but_the_answer_is_lost(route: Route) -> None:
        route.fetch()
        lost.append(route.request.url)
        route.abort()

    author.page.route(form, arrives_but_the_answer_is_lost, times=1)
    author.page.context.set_offline(False)
    author.page.wait_for_url(re.compile("/submissions/|/comments/"), timeout=120_000)
    assert lost
    author.sees("C-")
    author.complaints = [told for told in author.complaints if "net::ERR" not in told]


def asks_to_be_late(focal: Person, law: Law) -> None:
    focal.go("/consultations/mine/").sees("Closed before everything was sent").checks_access()
    row = focal.page.locator("li", has_text=law.amending)
    focal.follow("Ask to be accepted late", within=row).checks_access()
    focal.fill("reason", "Our lawyer was ill.").press("Ask the secretary").sees("asked")


def comments_late(author: Person, redline: str) -> None:
    author.go(redline).follow("Comment on 2.3").tick("stance", "supports").fill("rationale", LATE)
    author.press("Save and send for sign-off").sees("C-")
