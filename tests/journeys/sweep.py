"""Finds one page of every kind by its links, as several people, and looks at each on a phone."""

import re
from collections import Counter, deque
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.journeys.people import Person
from tests.permissions.page_rows import OPENS
from tests.permissions.pages import PAGES

BELOW_PAGES = {
    "HomePage:home": r"/en/",
    "Library:acts": r"/en/acts/",
    "Instrument:act": r"/en/acts/[^/]+/",
    "Instrument:text": r"/en/acts/[^/]+/v/\d+/",
    "Instrument:compare": r"/en/acts/[^/]+/compare/\d+/\d+/",
    "Section:amendments": r"/en/[^/]+/",
    "Amendment:amendment": r"/en/[^/]+/[^/]+/",
    "Amendment:text": r"/en/[^/]+/[^/]+/v/\d+/",
    "Amendment:redline": r"/en/[^/]+/[^/]+/v/\d+/redline/",
    "Amendment:compare": r"/en/[^/]+/[^/]+/compare/\d+/\d+/",
    "Consultation:rounds": r"/en/[^/]+/[^/]+/[^/]+/",
}
"""What Wagtail's pages answer, by their names in the table of permissions."""
PASSED_OVER = re.compile(
    r"^/(?:static|media|i18n|az|ru|healthz)|^/accounts/(?!name|change)|^/cms/(?:logout|sprite|jsi18n)"
    r"|\.(?:ics|atom|json|docx|xlsx|csv|pdf|txt)$|/feed/$|^/consultations/attachments/|[?&](?:export|format)="
)
LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.href)"


LISTED = {page.name for page in PAGES if not page.posted and page.opening == OPENS}
"""The pages of our apps that show something."""


def kind_of(path: str) -> str:
    """The name of a page in the table of permissions; "" for every other address."""
    for name, pattern in BELOW_PAGES.items():
        if re.fullmatch(pattern, path):
            return name
    try:
        name = resolve(path).view_name
    except Resolver404:
        return ""
    return name if name in LISTED else ""


@dataclass
class Sweep:
    """The kinds of pages that were looked at. Those of `by_each` are looked at as each person, on two addresses."""

    by_each: Container[str]
    met: Counter[str] = field(default_factory=Counter)

    def goes(self, person: Person, starts: Iterable[str]) -> None:
        """Look at every page that can be reached and whose kind was not met yet."""
        asked = Counter[str]()
        found = deque(starts)
        while found:
            url = found.popleft()
            kind = kind_of(urlsplit(url).path)
            is_for_each = kind in self.by_each
            if kind and asked[kind] <= is_for_each and (is_for_each or not self.met[kind]) and not asked[url]:
                asked.update((kind, url))
                found.extend(self._looks_at(person, url, is_new=asked[kind] == 1))

    def _looks_at(self, person: Person, url: str, *, is_new: bool) -> list[str]:
        """Check the page, and return the addresses to which it leads. It may be another one, such as the sign-in."""
        answer = person.page.goto(person.address + url)
        assert answer is not None
        if not answer.ok or "html" not in answer.headers.get("content-type", ""):
            person.complaints.append(f"{answer.status} {url}")
            return []
        kind = kind_of(urlsplit(person.page.url).path)
        if is_new and (kind in self.by_each or not self.met[kind]):
            person.checks_access()
        self.met[kind] += 1
        here = [link.removeprefix(person.address) for link in person.page.evaluate(LINKS)]
        return [link.partition("#")[0] for link in here if link[:1] == "/" and not PASSED_OVER.search(link)]
