"""What axe finds on a page by the rules of WCAG 2.2 AA.

Contrast takes axe most of its time. It follows from the colours, the letters and what lies behind them, so it is measured
for three texts of each such look; all other rules look at every element.
"""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],  # what is in order is checked and not described element by element
}
FIND = """(rules) => {
  const names = new Map(), grounds = new Map(), counts = new Map();
  const name = (...values) => {
    const key = values.join("|");
    if (!names.has(key)) names.set(key, names.size);
    return names.get(key);
  };
  const ground = (element) => {
    if (!element) return "";
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position];
      grounds.set(element, name("ground", ground(element.parentElement), ...own));
    }
    return grounds.get(element);
  };
  const isText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest(":disabled, [aria-disabled=true]");
  for (const element of document.querySelectorAll("*")) {
    let count = 0;
    if (isText(element)) {
      const { color, fontSize, fontWeight, textShadow, clip, clipPath } = getComputedStyle(element);
      const look = name("text", ground(element), color, fontSize, fontWeight, textShadow, clip, clipPath);
      count = counts.get(look) ?? 0;
      counts.set(look, count + 1);
    }
    element.toggleAttribute("data-look", count < 3);
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });
  return axe.run(document, rules).then((found) => found.violations);
}"""


def violations(page: Page) -> list[dict[str, Any]]:
    """The broken rules, each with the elements that break it."""
    page.evaluate(AXE.axe_script)
    return page.evaluate(FIND, RULES)
