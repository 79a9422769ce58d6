"""A phone on which a browser shows what the site answers to any role: no server and no sign-in between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Route

from tests.journeys.hands import Mouse
from tests.journeys.people import PATIENCE, Person

HOST = "localhost"  # a browser encrypts nothing at an address that it does not trust
OK, MOVED, FAILED = 200, (301, 302), 404
LANGUAGE = "az"
SIZE = {"width": 390, "height": 1000}
STATIC = "/static/"


@dataclass
class Phone(Person):
    """A window that asks no server: the client of whoever is signed in answers it."""

    client: Client = field(default_factory=Client)


@contextmanager
def phone(browser: Browser) -> Iterator[Phone]:
    """A window as wide as a phone; `shows` fills it.

    It is routed once: when a route is taken away, the browser goes on by itself with the requests on their way, and
    the answer to them fails.
    """
    context = browser.new_context(viewport=SIZE, locale=LANGUAGE, reduced_motion="reduce")
    person = Phone(context.new_page(), f"http://{HOST}", Mouse())
    person.page.set_default_timeout(PATIENCE)
    person.listens()
    person.page.route("**/*", lambda route: _answer(route, person.client))
    yield person
    context.close()


def shows(person: Phone, client: Client, path: str) -> None:
    """Open the address as whoever is signed in with the client, and check what is there."""
    client.raise_request_exception = False  # a fault is a page too
    person.client = client
    answer = person.page.goto(person.address + path)
    if answer is None or answer.status != OK:
        person.complaints.append(f"{answer and answer.status} {path}")
    else:
        person.checks_access()


def _answer(route: Route, client: Client) -> None:
    """The site's answer. A page that is only looked at asks for nothing but to read."""
    asked = urlsplit(route.request.url)
    if route.request.method != "GET" or asked.netloc != HOST:
        route.abort()
    elif asked.path.startswith(STATIC):
        found = finders.find(unquote(asked.path.removeprefix(STATIC)))
        route.fulfill(path=found) if found else route.fulfill(status=404)
    else:
        answer = client.get(f"{asked.path}?{asked.query}", headers={"accept-language": LANGUAGE})
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        is_moved = answer.status_code in MOVED  # the browser would ask a server that is not there
        status = FAILED if is_moved else answer.status_code
        route.fulfill(status=status, headers=dict(answer.items()), body=body)
