"""Somebody in front of a browser."""

from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from portal.demo.people import PASSWORD

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@dataclass
class Person:
    """A window, and what went wrong in it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def enter(cls, browser: Browser, address: str, username: str, *, width: int, language: str) -> "Person":
        """Open a window; sign in unless `username` is empty."""
        context = browser.new_context(viewport={"width": width, "height": 1000}, locale=language)
        person = cls(context.new_page(), address)
        person.page.set_default_timeout(20_000)
        person.page.on("console", lambda message: person._hear(message.type, message.text))
        person.page.on("pageerror", lambda error: person.complaints.append(f"{person.page.url}: {error}"))
        if username:
            person.go("/accounts/login/")
            person.page.fill("[name=login]", f"{username}@demo.invalid")
            person.page.fill("[name=password]", PASSWORD)
            person.page.focus("[name=password]")
            person.enter_key()
            assert "/accounts/login" not in person.page.url, person.text
        return person

    def go(self, path: str) -> "Person":
        """Open an address of the site, which must answer."""
        answer = self.page.goto(path if path.startswith("http") else self.address + path)
        assert answer is not None
        assert answer.ok, f"{answer.status} {path}"
        return self

    def sees(self, words: str) -> "Person":
        """The page shows these words."""
        assert words in self.text, f"{self.page.url} does not show {words!r}"
        return self

    def does_not_see(self, words: str) -> "Person":
        """Neither the page nor its source holds these words."""
        assert words not in self.page.content(), f"{self.page.url} shows {words!r}"
        return self

    @property
    def text(self) -> str:
        """What the page shows."""
        return self.page.locator("body").inner_text()

    def press(self, words: str, *, within: Locator | None = None) -> "Person":
        """Click the button with these words."""
        with self.page.expect_navigation():
            (within or self.page).get_by_role("button", name=words).first.click()
        return self

    def follow(self, words: str) -> "Person":
        """Click the link with these words."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=words).first.click()
        return self

    def enter_key(self) -> "Person":
        """Press Enter on what has the focus, which opens another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def checks_access(self) -> "Person":
        """No violation of WCAG 2.2 AA, and nothing scrolls sideways; all of them are told at the end."""
        found = Axe().run(self.page, options=RULES).response["violations"]
        for rule in found:
            places = [node["html"][:200] for node in rule["nodes"][:3]]
            self.complaints.append(f"{self.page.url}: {rule['id']}: {places}")
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if wide > 0:
            self.complaints.append(f"{self.page.url} scrolls {wide} px sideways")
        return self

    def finds_nothing_at(self, url: str) -> "Person":
        """The site says that there is no such page; that the browser tells it too is no fault."""
        answer = self.page.goto(url if url.startswith("http") else self.address + url)
        assert answer is not None
        assert answer.status == 404, f"{url} can be seen"
        self.complaints = [told for told in self.complaints if "status of 404" not in told]
        return self

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(f"{self.page.url}: {text}")
