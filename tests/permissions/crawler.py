"""Walks through the site as one person: every link from the home page on, and addresses that are only guessed."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client

_LINK = re.compile(r"""(?:href|action|hx-get|data-url)=["']([^"'#]+)""")
_LEFT_OUT = re.compile(
    r"^/(?:static|media|accounts|i18n|az|ru)/|^/cms/(?:logout|account|images|documents|sprite|jsi18n)"
)
_DISPLAY = re.compile(r"[?&](?:p|page|ordering|view|status|value|q|kind|old|new|export|next)=")


@dataclass
class Walk:
    """What somebody met: every page with its status and everything that was sent, in lower case."""

    pages: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)

    def met(self, word: str) -> set[str]:
        """The addresses where the word stands."""
        return {url for url, sent in self.pages.items() if word in sent}


def visit(client: Client, url: str, walk: Walk) -> Any:
    """Fetch a page and keep all of it: headers, body, where it leads."""
    response = client.get(url)
    walk.statuses[url] = response.status_code
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    walk.pages[url] = f"{headers}\n{body.decode(errors='replace')}".lower()
    return response


def walk_through(client: Client, starts: Iterable[str], most: int) -> Walk:
    """Breadth first, at most so many pages; what is only another display or language of a page is left out."""
    walk, waiting = Walk(), deque(starts)
    seen = set(waiting)
    while waiting and len(walk.pages) < most:
        url = waiting.popleft()
        response = visit(client, url, walk)
        for link in _links(url, response):
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    return walk


def _links(here: str, response: Any) -> Iterable[str]:
    if response.status_code in (301, 302):
        found = [response["Location"]]
    elif "html" in response.get("Content-Type", ""):
        found = [unescape(link) for link in _LINK.findall(response.content.decode(errors="replace"))]
    else:
        found = []
    for link in found:
        parts = urlsplit(urljoin(here, link))
        url = parts.path + (f"?{parts.query}" if parts.query else "")
        if not parts.netloc and not _LEFT_OUT.search(url) and not _DISPLAY.search(url):
            yield url
