"""The Ombudsman's office: a text assessed, an issue, an opinion, the reply, the wording taken, and the annual report."""

import pytest
from playwright.sync_api import Locator

from tests.journeys.hands import Keys, Mouse
from tests.journeys.people import Person

pytestmark = pytest.mark.journey
BOTH = pytest.mark.parametrize(("hands", "width"), [(Keys, 1280), (Mouse, 390)])
ANALYSIS, BODY = "Nobody knows how long it takes.", "State Migration Authority"


def option(person: Person, name: str, words: str) -> str:
    """The value that a list has for these words, the newest of several."""
    found: Locator = person.page.locator(f"select[name={name}] option").filter(has_text=words)
    return found.first.get_attribute("value") or ""


@BOTH
def test_a_new_text_is_assessed_on_the_first_page_and_undone(come, hands, width):
    analyst = come("ombud1", hands(), width=width)
    analyst.go("/en/").sees("HR-01").sees("Does the new text fix it?").checks_access()
    analyst.press("Partly").sees("Answered just now").checks_access()
    analyst.press("Undo").does_not_see("Answered just now")


def test_an_opinion_leads_to_a_reply_an_instruction_and_the_report(come):
    analyst, head = come("ombud1", Keys()), come("ombud2")
    analyst.go("/rights/new/").fill("number", "8.4").press("Go on").checks_access()
    analyst.fill("title", "Time for an answer").tick("severity", "high").choose("conformity", "does-not")
    analyst.fill("sought", "reasoned").tick("rights", "F05").fill("analysis", ANALYSIS).press(
        "Open the issue"
    ).sees("Time for an answer").checks_access()
    analyst.go("/rights/opinions/").follow("Begin an opinion").fill("title", "On time limits")
    analyst.choose("subject", option(analyst, "subject", "residence permits and absences"))
    analyst.fill("text", "A time limit protects people.").press("Save").sees("not issued yet")
    opinion = analyst.page.url
    analyst.tick("issue", option_of_issue(analyst)).press("Gather the chosen issues").checks_access()
    analyst.sees("no reasons yet").does_not_see(ANALYSIS).follow("Edit 1", exact=True).sees(ANALYSIS)
    recommendation = analyst.page.url
    analyst.fill("reasons", "An answer that comes late helps nobody.")
    analyst.fill("wording", "The authority decides within 10 working days.")
    analyst.choose("addressee", option(analyst, "addressee", BODY)).checks_access()
    analyst.press("Save").sees("An answer that comes late helps nobody.")
    head.go(opinion).opens("#issuing").press("Issue it now").sees("issued on").checks_access()
    come("", width=390).go(opinion).sees("On time limits").does_not_see(ANALYSIS).checks_access()
    ministry = come("focal.migration", width=390).go(opinion).opens("details.more")
    ministry.fill("text", "We decide within 15 days.").press("Send the reply").checks_access()
    ministry.sees("We decide within 15 days.")
    drafter = come("drafter", Keys()).go(f"{recommendation}take/").checks_access()
    drafter.press("Propose it to the drafters").sees("is proposed to the drafters")
    drafter.go(f"{recommendation}take/").sees("it is proposed to the drafters")  # it is taken once
    analyst.go("/rights/reports/").sees("On time limits").sees(BODY).checks_access()


def option_of_issue(person: Person) -> str:
    """The value of the box of the issue that was opened just now, as a selector has it."""
    label = person.page.locator(".gather label").filter(has_text="Time for an answer")
    return f'"{(label.get_attribute("for") or "").removeprefix("issue-")}"'
