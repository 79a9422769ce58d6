"""Which characters the embedded fonts can print, and what stands for the others.

PDF/UA refuses a character without a glyph, so one such letter would cost the whole file.
"""

import re
import unicodedata

# Letters and signs of Libertinus Serif and DejaVu Sans Mono in typst 0.15.2, upright, bold and italic; tests print them all.
_COVERED = (
    *((0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x02FF), (0x0370, 0x0377), (0x037A, 0x037F)),
    *((0x0384, 0x038A), (0x038C, 0x038C), (0x038E, 0x03A1), (0x03A3, 0x0482), (0x048A, 0x04FF)),
    *((0x0510, 0x0513), (0x0531, 0x0556), (0x0559, 0x058A), (0x10D0, 0x10FF), (0x1E00, 0x1EFF)),
    *((0x2010, 0x2027), (0x2030, 0x2040), (0x2044, 0x2052), (0x2054, 0x205E), (0x2070, 0x2071)),
    *((0x2074, 0x208E), (0x2090, 0x209C), (0x20A0, 0x20C0), (0x2100, 0x211E), (0x2120, 0x2120)),
    *((0x2122, 0x2122), (0x2126, 0x2126), (0x212A, 0x2151), (0x2153, 0x2184), (0x2190, 0x23FF)),
    *((0x2460, 0x2606), (0x2610, 0x2612), (0x2713, 0x2714), (0x2717, 0x2718)),
)
_UNCOVERED = re.compile(
    "[^"
    + "".join(
        f"{chr(first)}-{chr(last)}".replace("\\", "\\\\").replace("]", "\\]") for first, last in _COVERED
    )
    + "]"
)
_BREAKS = re.compile("[\v\n\u2028\u2029]")
_SHAPELESS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def printable(text: str) -> str:
    """The text in characters of the fonts; any other is named by its number, so that nothing is lost silently."""
    return _UNCOVERED.sub(_named, unicodedata.normalize("NFC", text))


def lines(text: str) -> list[str]:
    """The lines within a paragraph, as `printable`."""
    return [printable(part) for part in _BREAKS.split(text)]


def _named(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in _SHAPELESS:
        return ""
    if letter == "\t" or unicodedata.category(letter) == "Zs":
        return " "
    return f"[U+{ord(letter):04X}]"
