"""A person with a browser window."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from portal.demo.people import PASSWORD
from tests.journeys.accessibility import violations
from tests.journeys.hands import Hands

PATIENCE = 120_000  # milliseconds: a step takes long on a machine that does much else
CUT_OFF = """
[...document.querySelectorAll("input, select, textarea, button")].filter((control) => {
  const { right, width } = control.getBoundingClientRect();
  if (!width || right <= innerWidth + 1 || !control.checkVisibility({ visibilityProperty: true })) return false;
  for (let e = control.parentElement; e; e = e.parentElement)
    if (e.scrollWidth > e.clientWidth && ["auto", "scroll"].includes(getComputedStyle(e).overflowX)) return false;
  return true;
}).map((control) => control.name || control.textContent.trim())
"""  # by the edge of the window, where nothing can be scrolled


GIVEN_UP = ("htmx:afterRequest", "htmx:sendAbort")
"""Told of a request that was on its way when the person left; one that failed is told as `sendError` or the like too."""


SETTLED = """() => Promise.allSettled(document.getAnimations()
  .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
  .map(each => { each.finish(); return each.finished; }))"""
"""Ends what fades in: half faded letters have no contrast. Wagtail's badge of new items would blink for 25 seconds."""


@dataclass
class Person:
    """A browser window, how the person operates it, and the errors in it."""

    page: Page
    address: str
    hands: Hands
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def enter(
        cls, browser: Browser, address: str, username: str, hands: Hands, *, width: int, language: str
    ) -> "Person":
        """Open a window; sign in unless `username` is empty."""
        context = browser.new_context(viewport={"width": width, "height": 1000}, locale=language)
        person = cls(context.new_page(), address, hands)
        person.page.set_default_timeout(PATIENCE)
        person.listens()
        if username:
            person.go("/accounts/login/")
            person.fill("login", f"{username}@demo.invalid").fill("password", PASSWORD)
            person.press_enter()
            assert "/accounts/login" not in person.page.url, person.text
        return person

    def listens(self) -> None:
        """Complain of every error in the browser."""
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))

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
        """Press the button with these words, which opens another page."""
        return self._leave((within or self.page).get_by_role("button", name=words).first)

    def press_enter(self) -> "Person":
        """Press Enter in the field, which sends its form."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def follow(self, words: str, *, within: Locator | None = None, exact: bool = False) -> "Person":
        """Follow the link with these words."""
        return self._leave((within or self.page).get_by_role("link", name=words, exact=exact).first)

    def fill(self, name: str, words: str, *, within: Locator | None = None) -> "Person":
        """Write into the field of this name."""
        self.hands.fill((within or self.page).locator(f"[name={name}]").first, words)
        return self

    def choose(self, name: str, value: str) -> "Person":
        """Take a value of the list of this name."""
        self.hands.choose(self.page.locator(f"select[name={name}]").first, value)
        return self

    def tick(self, name: str, value: str = "") -> "Person":
        """Tick the first box of this name, or the one of this value."""
        which = f"[value={value}]" if value else ""
        self.hands.tick(self.page.locator(f"input[name={name}]{which}").first)
        return self

    def attach(self, name: str, file: Path) -> "Person":
        """Give a file."""
        self.hands.attach(self.page.locator(f"[name={name}]"), file)
        return self

    def opens(self, selector: str) -> "Person":
        """Open a part of the page that is folded."""
        self.hands.activate(self.page.locator(f"{selector} > summary").first)
        return self

    def _leave(self, target: Locator) -> "Person":
        with self.page.expect_navigation():
            self.hands.activate(target)
        return self

    def checks_access(self) -> "Person":
        """Check WCAG 2.2 AA, and that nothing scrolls sideways or is cut off. All violations are reported at the end."""
        self.page.evaluate(SETTLED)
        for rule in violations(self.page):
            places = [node["html"][:200] for node in rule["nodes"][:3]]
            self.complaints.append(f"{self.page.url}: {rule['id']}: {places}")
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if wide > 0:
            self.complaints.append(f"{self.page.url} scrolls {wide} px sideways")
        if cut := self.page.evaluate(CUT_OFF):
            self.complaints.append(f"{self.page.url} cuts off {cut}")
        return self

    def is_refused(self) -> "Person":
        """The form came back with errors. The error status in the browser's log is expected."""
        self.page.wait_for_load_state("networkidle")
        refusals = [told for told in self.complaints if "status of 422" in told]
        assert refusals, f"{self.page.url} took the form"
        self.complaints = [told for told in self.complaints if told not in refusals]
        return self

    def finds_nothing_at(self, url: str) -> "Person":
        """The site answers 404. The error status in the browser's log is expected."""
        answer = self.page.goto(url if url.startswith("http") else self.address + url)
        assert answer is not None
        assert answer.status == 404, f"{url} can be seen"
        self.complaints = [told for told in self.complaints if "status of 404" not in told]
        return self

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error" and not text.startswith(GIVEN_UP):
            self.complaints.append(f"{self.page.url}: {text}")
