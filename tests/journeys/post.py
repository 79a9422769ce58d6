"""What a person of the demo is told of one law: by mail, and on “My work”."""

import re
import time

from django.urls import reverse

from tests.journeys.enacting import Law
from tests.journeys.people import Person

PATIENCE = 60  # seconds; the runner writes letters every five seconds and sends mails every second
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
        for mail in reader.page.locator("article.card").all():
            if law.title in (mail.text_content() or ""):
                subjects.insert(0, _told(mail.locator(".card-title").inner_text(), law))
        if not reader.page.locator(f"a[href*='page={page + 1}']").count():
            return subjects
        page += 1


def gets(reader: Person, username: str, law: Law, subject: str, count: int = 1) -> None:
    """Wait until so many mails with these words in their subjects are there."""
    for _ in range(PATIENCE):
        found = mails_of(reader, username, law)
        if sum(subject in mail for mail in found) >= count:
            return
        time.sleep(1)
    raise AssertionError(f"{username} got {found}, and not {count} × {subject!r}")


def work_of(person: Person, law: Law) -> list[str]:
    """What the three lists of “My work” say of a law, page by page."""
    found: list[str] = []
    for name in ("waiting", "changes", "dates"):
        page = 1
        while True:
            person.go(f"{reverse('all_work', args=[name])}?page={page}")
            rows = person.page.locator(".work-list li", has_text=law.title)
            found += [_told(row.locator("a").first.inner_text(), law) for row in rows.all()]
            if not person.page.locator(f"a[href*='page={page + 1}']").count():
                break
            page += 1
    return found
