"""Steps of an amendment through the states, each from the page that offers it."""

from tests.journeys.people import Person


def moves(person: Person, page: str, step: str, reason: str = "", **given: str) -> None:
    """Follow the step, fill in what it asks, and take it; it leads back to the page."""
    person.go(page)
    folded = person.page.locator("details.madda-steps:not([open])")
    if folded.count():
        person.opens("details.madda-steps")
    person.follow(step).checks_access()
    for name, words in given.items():
        person.fill(name, words)
    if reason:
        person.fill("reason", reason)
    person.press(step).sees("The amendment is now")
    assert person.page.url.partition("?")[0].endswith(page), person.page.url
