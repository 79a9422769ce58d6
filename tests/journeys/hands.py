"""The two ways to work a page: with a mouse, and with nothing but keys."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import FileChooser, Locator

MOST_TABS = 1500  # further than any page is long
MOST_PRESSES, PAUSE = 10, 1000  # milliseconds


class Hands(Protocol):
    """How a person operates a page."""

    def activate(self, target: Locator) -> None:
        """A link, a button or the summary of a part that opens."""

    def fill(self, target: Locator, words: str) -> None:
        """Replace what stands in a field."""

    def choose(self, target: Locator, value: str) -> None:
        """Choose a value of a list."""

    def tick(self, target: Locator) -> None:
        """Tick a checkbox or a radio button."""

    def attach(self, target: Locator, file: Path) -> None:
        """Give a file."""


class Mouse:
    """Clicks, and types where it clicked."""

    def activate(self, target: Locator) -> None:
        target.click()

    def fill(self, target: Locator, words: str) -> None:
        target.fill(words)

    def choose(self, target: Locator, value: str) -> None:
        target.select_option(value)

    def tick(self, target: Locator) -> None:
        target.check(force=True)  # the words beside it cover the box itself

    def attach(self, target: Locator, file: Path) -> None:
        target.set_input_files(file)


class Keys:
    """Reaches every control with Tab and uses it with Enter, Space and the arrow keys."""

    def activate(self, target: Locator) -> None:
        self._reach(target)
        target.page.keyboard.press("Enter")

    def fill(self, target: Locator, words: str) -> None:
        self._reach(target)
        # Three fields in one: month, day, year in an English browser
        if target.get_attribute("type") == "date":
            year, month, day = words.split("-")
            target.page.keyboard.type(month + day + year)
            assert target.input_value() == words, f"{words} cannot be typed as a day"
            return
        target.page.keyboard.press("Control+A")
        target.page.keyboard.press("Delete")
        target.page.keyboard.type(words)

    def choose(self, target: Locator, value: str) -> None:
        self._reach(target)
        target.page.keyboard.press("Home")
        for _ in range(target.locator("option").count()):
            if target.input_value() == value:
                return
            target.page.keyboard.press("ArrowDown")
        assert target.input_value() == value, f"{value!r} cannot be chosen by keys"

    def tick(self, target: Locator) -> None:
        name, kind = target.get_attribute("name"), target.get_attribute("type")
        if kind == "checkbox":
            self._reach(target)
            target.page.keyboard.press("Space")
        else:  # Tab stops once at several round buttons, the arrows go on
            self._reach(target, f"e => document.activeElement.name === {name!r}")
            target.page.keyboard.press("Space")
            for _ in range(target.page.locator(f"input[name={name}]").count()):
                if not target.is_checked():
                    target.page.keyboard.press("ArrowDown")
        assert target.is_checked(), f"{name} cannot be ticked by keys"

    def attach(self, target: Locator, file: Path) -> None:
        target.page.wait_for_load_state("networkidle")
        choosers: list[FileChooser] = []

        def keep(chooser: FileChooser) -> None:  # Playwright takes no method of a list
            choosers.append(chooser)

        target.page.once("filechooser", keep)
        self._reach(target)
        for _ in range(MOST_PRESSES):  # a page that is not ready swallows the key
            target.page.keyboard.press("Space")
            target.page.wait_for_timeout(PAUSE)
            if choosers:
                choosers[0].set_files(file)
                return
        raise AssertionError(f"{target.page.url}: keys open no choice of files")

    def _reach(self, target: Locator, arrived: str = "e => document.activeElement === e") -> None:
        target.wait_for(state="attached")
        element = target.element_handle()
        for _ in range(MOST_TABS):
            if element.evaluate(arrived):
                return
            target.page.keyboard.press("Tab")
        raise AssertionError(f"{target.page.url}: keys do not reach {target}")
