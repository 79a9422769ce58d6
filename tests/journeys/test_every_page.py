"""Every kind of page on a phone: accessible, and nothing sideways or cut off."""

import pytest

from tests.journeys.sweep import LISTED, Sweep

pytestmark = pytest.mark.journey

PHONE = 390
BY_EACH = ("HomePage:home", "Amendment:redline", "consultations:round", "consultations:comment")
"""Pages that look different for each person."""

OPEN = "/en/state-migration-authority/law-of-the-republic-of-caspia-amending-the-law-on-the-stay-and-work-of-foreign-n"
STARTS = {
    "": ("/en/", "/consultations/", "/demo/outbox/", "/search/?q=residence", f"{OPEN}/consultation/"),
    "drafter": ("/en/", "/cms/amendments/", "/consultations/mine/"),
    "ngo_legal": ("/en/", "/consultations/mine/", "/consultations/", "/search/saved/"),
    "focal.harbour": ("/en/", "/consultations/mine/", "/consultations/"),
    "secretary": ("/en/", "/consultations/manage/", "/cms/institutions/", "/cms/committees/"),
    "chair": ("/en/", "/consultations/"),
    "reviewer.justice": ("/en/",),
    "ombud1": ("/en/", "/consultations/mine/"),
    "admin": ("/en/", "/cms/", "/cms/users/", "/cms/vocabularies/rights/", "/cms/vocabularies/treaties/"),
    "auditor": ("/en/", "/cms/"),
}
NOT_IN_THE_STORY = {
    "amendments_admin:import_state",  # an import that failed
    "account_change",  # of an address, which nobody has asked for
    "wagtailusers_groups:add",  # a superuser's
    "wagtailusers_groups:edit",
    "search_admin:server",  # there is none
}
NO_PAGES = {
    *("calendar", "consultations:calendar", "consultations:own_calendar"),
    *("consultations:feed", "consultations:own_feed", "search:feed"),
    *("consultations:attachment", "search_api:search"),
}


def test_every_kind_of_page_is_accessible_on_a_phone(come):
    sweep = Sweep(BY_EACH)
    for username, starts in STARTS.items():
        sweep.goes(come(username, width=PHONE), starts)
    parts = {name for name in LISTED if name.endswith("_results")}  # of pages that were met
    missed = LISTED - set(sweep.met) - parts - NOT_IN_THE_STORY - NO_PAGES
    assert not missed, missed
