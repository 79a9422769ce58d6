"""Visits the site as one person: the given addresses and every link on their pages."""

import re
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile

from django.test import Client
from django.urls import Resolver404, is_valid_path, resolve

from tests.amendments.renderers.pdf import tagged

_LINK = re.compile(r"""(?:\s(?:href|action|hx-get|data-url)=|"url": ?)["']([^"'#]+)""")
_PACKAGE, _PDF = b"PK\x03\x04", b"%PDF-"
_LEFT_OUT = re.compile(
    r"^/(?:static|media|accounts|i18n|az|ru)/|^/cms/(?:logout|account|images|documents|sprite|jsi18n)"
)
_OTHER_DISPLAY = re.compile(r"[?&](?:ordering|view|layout|_w_|acts|sort|by)=")
_TOKEN = re.compile(
    r"\b[0-9a-z]{64}\b"
)  # of a form: any short word stands sooner or later in its random letters
_LANGUAGE = "/en"
MOST = 3
"""Pages of one kind that are met through links: every object is asked for by its own address."""


@dataclass
class Walk:
    """The pages that the person got: status and contents, in lower case."""

    pages: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)

    def met(self, word: str) -> set[str]:
        """The addresses of pages that contain the word, apart from their own address."""
        return {
            url for url, sent in self.pages.items() if word in sent and word in without_address(url, sent)
        }


def without_address(url: str, sent: str) -> str:
    """The contents without the address itself, which the link to sign in repeats."""
    return sent.replace(max(urlsplit(url).path.lower().split("/"), key=len) or url, "")


def in_small(sent: str) -> str:
    """The contents in small letters, without the tokens of forms."""
    return _TOKEN.sub("", sent.lower())


def visit(client: Client, url: str, walk: Walk) -> Any:
    """Fetch a page and keep its headers, body and links."""
    response = client.get(url)
    walk.statuses[url] = int(response.status_code)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body.startswith(_PACKAGE):  # a document: its parts are packed
        body = unpacked(body)
    elif body.startswith(_PDF):
        body = tagged.everything(body).encode()
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    walk.pages[url] = in_small(f"{headers}\n{body.decode(errors='replace')}")
    return response


def unpacked(package: bytes) -> bytes:
    """All parts of an office file, with their names; also the words of it without the tags among them."""
    with ZipFile(BytesIO(package)) as parts:
        files = b"\n".join(name.encode() + b"\n" + parts.read(name) for name in parts.namelist())
    return files + b"\n" + re.sub(rb"<[^>]*>", b"", files)


def walk_on(
    client: Client, answers: Mapping[str, Any], starts: Iterable[str], walk: Walk, left_out: Collection[str]
) -> None:
    """Visit some addresses and the links found so far, up to `MOST` more pages of each kind."""
    found = deque((*starts, *(link for url, answer in answers.items() for link in links(url, answer))))
    met = Counter[str]()
    while found:
        url = found.popleft()
        kind = _kind(url)
        if url not in walk.pages and url not in left_out and met[kind] < MOST:
            met[kind] += 1
            found.extend(links(url, visit(client, url, walk)))


def _kind(url: str) -> str:
    """The view behind an address; below Wagtail's pages, the address itself.

    The menu of languages stands on every page. Where the address has no language, it leads back to the same page.
    """
    path = urlsplit(url).path
    try:
        match = resolve(path)
    except Resolver404:
        return path
    if match.view_name != "wagtail_serve":
        return match.view_name or path
    leads_back = path.startswith(f"{_LANGUAGE}/") and is_valid_path(path.removeprefix(_LANGUAGE))
    return _LANGUAGE if leads_back else f"{match.view_name} {path}"


def links(here: str, response: Any) -> Iterator[str]:
    if response.status_code in (301, 302):
        found = [response["Location"]]
    elif "html" in response.get("Content-Type", ""):
        found = [unescape(link) for link in _LINK.findall(response.content.decode(errors="replace"))]
    else:
        found = []
    for link in found:
        parts = urlsplit(urljoin(here, link))
        url = parts.path + (f"?{parts.query}" if parts.query else "")
        if not parts.netloc and not _LEFT_OUT.search(url) and not _OTHER_DISPLAY.search(url):
            yield url
