"""Hides pages in Wagtail's admin that the person may not read: no address opens them or tells their title.

Wagtail's lists ask its permission policy (`page_policy.py`). Many of its views take the number of any page and answer
with its title, also when they refuse.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch
from wagtail.models import Page

from amendments.admin.log_readers import READS_LOG
from amendments.permissions import holds
from amendments.queries.law.pages import nothing_changes, readable_pages

READING = ("GET", "HEAD")
NO_PAGE = 0
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
NAMED_IN_QUERY = ("wagtail_bulk_action", "wagtailadmin_choose_page_chosen_multiple")
CLOSED = (
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:page_types_usage_results",
    "wagtailadmin_error_test",
)
"""The report tells the title of the page that was edited last, of every kind, to everybody; the test of Wagtail's
error page is an error to whoever keeps the site.
"""
LOG = ("wagtailadmin_reports:site_history", "wagtailadmin_reports:site_history_results")


class OnlyReadablePages:
    """Answers a request that names an unreadable page as if the page did not exist."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; `process_view` knows which view it is for."""
        if request.method not in READING:
            return self.get_response(request)
        with nothing_changes():
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Signed-in people only: all others are asked to sign in."""
        match = request.resolver_match
        if match is None or not request.user.is_authenticated:
            return
        if match.view_name in CLOSED or (match.view_name in LOG and not holds(request.user, READS_LOG)):
            raise Http404
        named = set(_named(request, match))
        if named and readable_pages(Page.objects.filter(pk__in=named), request.user).count() < len(named):
            raise Http404


def _named(request: HttpRequest, match: ResolverMatch) -> Iterator[int]:
    """The pages that the address names."""
    for argument in PAGE_ARGUMENTS:
        if argument in match.kwargs:
            yield _key(match.kwargs[argument])
    if match.view_name == "wagtailadmin_pages:revisions_compare":
        yield _key(match.kwargs["pk"])
    if match.view_name in NAMED_IN_QUERY and match.kwargs.get("model_name", "page") == "page":
        chosen = request.GET.getlist("id")
        yield from (_key(pk) for pk in chosen if pk != "all")
        if "all" in chosen:
            yield from _in_listing(request.GET.get("childOf", ""))


def _key(given: str | int) -> int:
    """The number that Wagtail reads here, as in " 8" and "+8"; that of no page where it reads none."""
    try:
        key = int(given)
    except ValueError:
        return NO_PAGE
    return key if 0 < key < 2**31 else NO_PAGE


def _in_listing(parent: str) -> list[int]:
    """The pages that “select all” can mean: everything below a page."""
    pages = Page.objects.all()
    if parent:
        above = Page.objects.filter(pk=_key(parent)).first()
        if above is None:
            return [NO_PAGE]
        pages = pages.descendant_of(above)
    return list(pages.values_list("pk", flat=True))
