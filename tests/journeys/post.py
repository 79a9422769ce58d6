"""What a person of the demo is told of one law: by mail, and on “My work”."""

import re
import time
from collections.abc import Callable, Sequence

from django.urls import reverse

from tests.journeys.enacting import Law
from tests.journeys.people import Person

PATIENCE = 180  # seconds; the runner writes letters every five seconds and sends mails every second
PAUSE = 1
CHANGING = (
    (r"\b([CS])-[0-9A-Z]{6}\b", r"\1-…"),
    (r"\b\d{1,2} \w+ \d{4}(, \d\d:\d\d)?", "{day}"),
    (r"^\d{1,2} \w+$", "{day}"),
)
"""What is different in each run: numbers of comments and submissions, and days."""


def _told(words: str, law: Law) -> str:
    """The words without what is different in each run."""
    words = words.replace(law.amending, "{amendment}").replace(law.title, "{act}")
    for pattern, sign in CHANGING:
        words = re.sub(pattern, sign, words)
    return words


def mails_of(reader: Person, username: str, law: Law) -> list[str]:
    """The subjects of the mails to somebody that name a law, on the page that shows the demo's mails."""
    subjects: list[str] = []
    page = 1
    while True:
        reader.go(f"/demo/outbox/?to={username}@demo.invalid&page={page}")
        mails = reader.page.locator("article.card", has_text=law.title)
        subjects += [_told(words, law) for words in mails.locator(".card-title").all_inner_texts()]
        is_older = not mails.count()  # the newest stand first
        if is_older or not reader.page.locator(f"a[href*='page={page + 1}']").count():
            return subjects
        page += 1


def gets(reader: Person, username: str, law: Law, subject: str, count: int = 1) -> None:
    """Wait until so many mails with these words in their subjects are there."""
    found = _waits(lambda: mails_of(reader, username, law), lambda mails: _count(subject, mails) >= count)
    assert _count(subject, found) >= count, f"{username} got {found}, and not {count} × {subject!r}"


def told_of(reader: Person, username: str, law: Law, expected: Sequence[str]) -> list[str]:
    """The subjects of all mails to somebody, as soon as they are the expected ones, in alphabetical order."""
    return _waits(lambda: sorted(mails_of(reader, username, law)), lambda mails: mails == sorted(expected))


def _count(subject: str, mails: Sequence[str]) -> int:
    return sum(subject in mail for mail in mails)


def _waits(read: Callable[[], list[str]], is_enough: Callable[[list[str]], bool]) -> list[str]:
    """Read again and again until it is enough, or patience is over."""
    end = time.monotonic() + PATIENCE
    while True:
        found = read()
        if is_enough(found) or time.monotonic() > end:
            return found
        time.sleep(PAUSE)


def work_of(person: Person, law: Law) -> list[str]:
    """What the three lists of “My work” say of a law, page by page."""
    found: list[str] = []
    for name in ("waiting", "changes", "dates"):
        page = 1
        while True:
            person.go(f"{reverse('all_work', args=[name])}?page={page}")
            rows = person.page.locator(".work-list li", has_text=law.title)
            lines = [_told(row.locator("a").first.inner_text(), law) for row in rows.all()]
            found += lines
            is_older = name == "changes" and page > 1 and not lines  # the newest stand first
            if is_older or not person.page.locator(f"a[href*='page={page + 1}']").count():
                break
            page += 1
    return found
