"""The colours of the style sheet can be read in both modes."""

import re

import pytest
from django.conf import settings

SHEET = (settings.ROOT / "amendments" / "static" / "madda" / "madda.css").read_text()
TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "wash"),
    ("ink", "insertion-ground"),
    ("ink", "deletion-ground"),
    ("ink", "warning-ground"),
    ("ink", "accent-ground"),
    ("muted", "paper"),
    ("muted", "wash"),
    ("muted", "insertion-ground"),
    ("muted", "warning-ground"),
    ("accent", "paper"),
    ("accent", "wash"),
    ("accent", "accent-ground"),
    ("accent", "insertion-ground"),
    ("on-accent", "accent-solid"),
    ("on-strong", "strong-ground"),
    ("insertion", "insertion-ground"),
    ("insertion", "paper"),
    ("deletion", "deletion-ground"),
    ("deletion", "paper"),
    ("on-deletion", "deletion-solid"),
    ("moved", "moved-ground"),
    ("moved", "paper"),
    ("warning", "warning-ground"),
    ("warning", "paper"),
]
LINE_PAIRS = [("control", "paper"), ("control", "wash"), ("accent", "paper"), ("gutter-mark", "paper")]


def tokens(mode: str) -> dict[str, str]:
    root = r":root \{(?P<body>[^}]*--ink[^}]*)\}"
    light, dark = (match["body"] for match in list(re.finditer(root, SHEET))[:2])
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    if mode == "dark":
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))
    return found


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guidelines_say():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(mode, text, ground):
    colours = tokens(mode)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_controls_and_marks_can_be_seen(mode, line, ground):
    colours = tokens(mode)
    assert contrast(colours[line], colours[ground]) >= 3


def test_the_dark_mode_names_every_colour_anew():
    light, dark = tokens("light"), tokens("dark")
    assert [name for name in light if light[name] == dark[name]] == ["half"]


def test_nothing_comes_from_another_host():
    assert "url(" not in SHEET
    assert "@import" not in SHEET


def test_every_token_that_is_used_is_defined():
    used = set(re.findall(r"var\(--([a-z-]+)\)", SHEET))
    defined = set(re.findall(r"--([a-z-]+):", SHEET))
    assert used <= defined
