"""The legal check in a browser: the drafter asks, the reviewer returns it or passes it."""

from tests.journeys.people import Person

REVIEWER = "Legal reviewer"


def asks(drafter: Person, workspace: str) -> str:
    """Name the reviewer. The address of the check."""
    names(drafter, workspace)
    drafter.sees("has the text now").checks_access()
    return drafter.page.url.removeprefix(drafter.address)


def names(drafter: Person, workspace: str) -> None:
    """Choose the reviewer and send the form."""
    drafter.go(workspace).follow("Ask for the legal check").checks_access()
    option = drafter.page.locator("select[name=reviewer] option", has_text=REVIEWER).first
    drafter.choose("reviewer", option.get_attribute("value") or "").press("Ask for the legal check")


def returns(reviewer: Person, check: str, finding: str, key: str) -> None:
    """Write one finding on an instruction and return the text."""
    reviewer.go(check).follow(f"Write a finding – {key}").fill("text", finding)
    reviewer.press("Write it down").sees(finding).checks_access()
    reviewer.press("Return it with the findings").sees("The text is returned").checks_access()


def lets_pass(reviewer: Person, check: str) -> None:
    reviewer.go(check).press("Pass the text").sees("The text has passed").checks_access()


def passes(drafter: Person, reviewer: Person, workspace: str) -> None:
    """Ask and pass; the drafter can seal then."""
    lets_pass(reviewer, asks(drafter, workspace))
    drafter.go(workspace)
