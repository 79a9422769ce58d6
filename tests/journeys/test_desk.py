"""The desks of the secretary and a drafter: histories, comments that came on paper, the import of an act."""

import pytest

from tests.journeys.people import Person

pytestmark = pytest.mark.journey

IN_TWO_WAYS = pytest.mark.parametrize(("width", "language"), [(1280, "en"), (390, "ru")])
"""On a phone in Azerbaijani, `test_every_page.py` looks at each of these pages."""

FIRST, OPEN = -1, 0  # rounds of the demo in the list of the secretariat, the newest first


def address_of_round(secretary: Person, place: int, desk: str = "manage/rounds") -> str:
    """The address of a round in the list, or of its board."""
    secretary.go("/consultations/manage/")
    links = secretary.page.locator(f"a[href*='/consultations/{desk}/']").all()
    found = links[place].get_attribute("href") or ""
    return found[found.index("/consultations/") :]


def open_link(person: Person, selector: str) -> Person:
    """Follow a link by its address, in any language."""
    return person.go(person.page.locator(f"a[href{selector}]").first.get_attribute("href") or "")


@IN_TWO_WAYS
def test_the_histories_are_accessible(come, width, language):
    secretary = come("secretary", width=width, language=language)
    secretary.go(address_of_round(secretary, FIRST))
    open_link(secretary, "*='/cms/rounds/'").sees("J. Kerr").checks_access()
    secretary.go(address_of_round(secretary, FIRST, "board"))
    open_link(secretary, "*='/consultations/comments/'")
    open_link(secretary, "*='/cms/comments/'").sees("C-0").checks_access()
    secretary.go("/cms/institutions/").checks_access()
    open_link(secretary, "*='-'][href*='/cms/institutions/'][href$='/'").checks_access()
    for form in ("/change/'", "/members/add/'", "/seats/give/'", "/history/'"):
        here = secretary.page.url
        open_link(secretary, f"$='{form}").checks_access()
        secretary.go(here)


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (390, "ru"), (390, "az")])
def test_the_forms_for_what_came_on_paper_are_accessible(come, width, language):
    secretary = come("secretary", width=width, language=language)
    round_ = address_of_round(secretary, OPEN)
    secretary.go(round_)
    open_link(secretary, "$='/enter/'").checks_access()
    secretary.fill("number", "77777").press_enter().is_refused().checks_access()
    secretary.fill("number", "8.4").press_enter().opens("details.more")
    for fold in secretary.page.locator("details.fold > summary").all():
        secretary.hands.activate(fold)
    secretary.checks_access()
    secretary.go(f"{round_}enter/document/").checks_access()


def test_what_came_by_letter_is_entered_with_the_rights_that_it_names(come):
    secretary = come("secretary")
    secretary.go(f"{address_of_round(secretary, OPEN)}enter/")
    secretary.fill("number", "8.4").press("Go on").sees("What does the institution think of it?")
    bodies = secretary.page.locator("select[name=institution] option").all()
    secretary.choose("institution", bodies[1].get_attribute("value") or "")
    secretary.fill("received", "2001-01-01T10:00").fill("source", "Letter 12, file 7")
    secretary.tick("stance", "opposes").fill("rationale", "The authority has no people for it.")
    secretary.opens("details.more").opens("details.fold:nth-of-type(6)").tick("rights", "F05")
    secretary.press("Enter the comment").is_refused().sees("after the round opened and before now")
    secretary.checks_access()
    assert secretary.page.locator("input[value=F05]").is_checked()
    now = secretary.page.evaluate("new Date(Date.now() + 4 * 3600e3 - 60e3).toISOString().slice(0, 16)")
    secretary.fill("received", now).press("Enter the comment").checks_access()
    secretary.sees("Good administration: reasoned, timely, impartial decisions").sees("Letter 12, file 7")


@IN_TWO_WAYS
def test_the_form_for_an_act_that_is_imported_is_accessible(come, width, language):
    drafter = come("drafter", width=width, language=language)
    drafter.go("/cms/amendments/import/").checks_access()
