"""Every page that the site has, on a phone: accessible, and nothing sideways or cut off.

The pages are those of the table of permissions, which a test keeps complete. Each is looked at once, as somebody who may
open it; a page that looks different for each person is looked at as several.
"""

from collections.abc import Iterable, Iterator

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.urls import reverse
from playwright.sync_api import Browser
from wagtail.models import Page as WagtailPage

from consultations.models import Institution
from tests.journeys.sweep import LANGUAGE, phone, shows
from tests.permissions import story
from tests.permissions.addresses import address
from tests.permissions.page_rows import OPENS, Page
from tests.permissions.pages import AMENDMENTS, CONSULTATIONS, SEARCH, WORKSPACE
from tests.permissions.pages_of_people import INSTITUTIONS, LETTERS, SITE, VOCABULARIES
from tests.permissions.pages_of_rights import RIGHTS
from tests.permissions.roles import ROLES
from tests.permissions.visits import browser as client_of
from tests.permissions.world import World

pytestmark = pytest.mark.journey

ROOMS = {
    "law": AMENDMENTS,
    "drafting": WORKSPACE,
    "consultations": CONSULTATIONS,
    "institutions": INSTITUTIONS,
    "rights": RIGHTS,
    "vocabularies": VOCABULARIES,
    "letters": LETTERS,
    "search": SEARCH,
    "site": SITE,
}
NO_PAGES = {
    *("calendar", "consultations:calendar", "consultations:own_calendar"),
    *("amendments:chain_feed", "consultations:feed", "consultations:own_feed", "search:feed"),
    *("consultations:attachment", "search_api:search"),
    *("Instrument:download_text", "Amendment:download_text", "Amendment:download_redline"),
    *("Instrument:download_comparison", "Amendment:download_comparison"),
    *("Amendment:download_amending_act", "Amendment:download_note", "amendments:note_file"),
    *(
        "concordance:file",
        "concordance:report_file",
        "rights:annual_file",
        "rights:international_file",
        "rights:conformity_file",
    ),
    "consultations_admin:export_vocabulary",
    *(
        "Instrument:proof_bundle",
        "Amendment:proof_bundle",
        "amendments:record_key",
        "amendments:verify_script",
        "amendments:schema",
    ),
    "consultations:receipt_proof",
    *("search:suggest", "search:export_csv", "search:export_json"),
}
PARTS = ("_results", ":discussion")  # put into a page by a script
FOR_EACH = {
    "HomePage:home": ("public", "citizen", "ngo_focal", "drafter", "rights_head", "chair", "secretary"),
    "Amendment:amendment": ("public", "drafter", "secretary"),
    "Amendment:redline": ("public", "ngo_author", "secretary"),
    "consultations:round": ("public", "ngo_focal", "secretary"),
    "consultations:comment": ("public", "ngo_focal", "drafter", "chair"),
    "consultations:mine": ("citizen", "ngo_focal", "rights_analyst"),
}
"""Pages that look different for each person."""

OF_NO_OBJECT = {
    "public": ("/accounts/login/", "/accounts/signup/", "/accounts/unlock/", "/accounts/password/reset/"),
    "citizen": (
        "/accounts/name/",
        "/accounts/sessions/",
        "/accounts/2fa/",
        "/accounts/2fa/webauthn/",
        "/accounts/password/change/",
        "/accounts/data/",
        "/accounts/close/",
        "/accessibility/",
        "/personal-data/",
    ),
    "secretary": ("/cms/", "/cms/account/"),
}
LONG = " haqqında Qanunda əcnəbilərin və vətəndaşlığı olmayan şəxslərin işləməsi ilə bağlı dəyişikliklər"


@pytest.fixture(scope="module")
def searched() -> bool:
    """The search finds what stands in the world."""
    return True


@pytest.fixture(scope="module")
def standing_world(standing) -> World:
    return standing("permissions", story.build)


@pytest.fixture
def world(standing_world: World, db: None) -> World:
    """The world of the permissions, with names as long as they are in life."""
    WagtailPage.objects.filter(depth__gt=2).update(title=Concat(F("title"), Value(LONG)))
    Institution.objects.update(name=Concat(F("name"), Value(LONG)))
    return standing_world.fresh()


def _visits(pages: Iterable[Page], world: World) -> Iterator[tuple[str, str]]:
    """The role and the address of each page to look at."""
    for page in pages:
        if page.posted or page.opening != OPENS or page.name in NO_PAGES or page.name.endswith(PARTS):
            continue
        opens = [
            (state, role) for state in page.states for role in ROLES if page.expected(state, role) == OPENS
        ]
        for state, first in opens[:1]:  # none, where nobody in the world sees it
            url = address(page, world, state).replace("/en/", f"/{LANGUAGE}/")
            yield from ((role, url) for role in FOR_EACH.get(page.name, (first,)))


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_is_accessible_on_a_phone(browser, world, room):
    visits = list(_visits(ROOMS[room], world))  # before a visit changes the language
    assert visits
    _look_at(browser, world, visits)


def test_the_pages_of_no_object_are_accessible_on_a_phone(browser, world):
    lists = [("citizen", reverse("all_work", args=[name])) for name in ("waiting", "changes", "dates")]
    pages = [(role, url) for role, urls in OF_NO_OBJECT.items() for url in urls]
    _look_at(browser, world, [*pages, *lists])


def _look_at(browser: Browser, world: World, visits: Iterable[tuple[str, str]]) -> None:
    """All complaints are told together."""
    with phone(browser) as person:
        for role, url in visits:
            shows(person, client_of(world, role), url)
    assert not person.complaints, "\n".join(person.complaints)
