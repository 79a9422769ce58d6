"""How a proposed text is read: as the wording of its provision, as a new provision, or as a few words for it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from amendments.provisions.numbers import plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind
from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text

_NUMBERED = re.compile(r"\S+[.)]\s")  # "3.5 per cent" is no number of a provision
_INSERTED = re.compile(r"(\d+(?:-\d+)+)\.\s+(\S.*)", re.DOTALL)  # "12-1. Text" stands alone in no act
_KINDS = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
# Set by hand on the cases of tests/consultations/rules/test_proposed.py.
_KEPT = 0.3  # a shorter text that keeps a smaller share of the provision is a few words for it


class Shape(StrEnum):
    """What a proposed text is."""

    WORDING = "wording"  # it replaces the text of the commented provision
    PROVISION = "provision"  # it begins with the number of a new provision
    WORDS = "words"  # they are worked into the text by hand


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposed text as it is read.

    `provisions` are the new provision and those under it, each with the number as it is printed.
    """

    shape: Shape
    text: str
    provisions: tuple[Element, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether it is a new provision."""
        return self.shape is Shape.PROVISION

    @property
    def is_words(self) -> bool:
        """Whether it is only a few words."""
        return self.shape is Shape.WORDS

    @property
    def number(self) -> str:
        """The number of the new provision, "" where there is none."""
        return self.provisions[0].number if self.provisions else ""


def read_proposed(proposed: str, number: str, words: str, scheme: Scheme) -> Proposed:
    """Read a proposed text; `number` and `words` are those of the commented provision."""
    proposed = proposed.replace("\r\n", "\n").strip()
    found = () if _begin_alike(proposed, words) else _provisions(proposed, scheme)
    if not found:
        return Proposed(_shape(words, proposed), proposed)
    if plain(found[0].number) != plain(number):
        return Proposed(Shape.PROVISION, proposed, found)
    if len(found) > 1:
        return Proposed(Shape.WORDING, proposed)
    own = found[0].text or found[0].heading
    return Proposed(_shape(words, own), own)


def _begin_alike(proposed: str, words: str) -> bool:
    """Whether a number that begins both belongs to the text itself."""
    return proposed.split()[:1] == words.split()[:1]


def _provisions(proposed: str, scheme: Scheme) -> tuple[Element, ...]:
    """The provisions as the scheme of the act reads them; () where the text does not begin with one."""
    if alone := _INSERTED.fullmatch(proposed):
        return (Element("", Kind.ARTICLE, alone[1], text=alone[2]),)
    found = scheme.parse(proposed).tree.elements
    if not found or not all(element.number and element.kind in _KINDS for element in found):
        return ()
    first = found[0]
    is_numbered = first.kind is Kind.ARTICLE or _NUMBERED.match(proposed)
    return found if is_numbered and (first.heading or first.text) else ()


def _shape(words: str, proposed: str) -> Shape:
    whole = _visible(words)
    kept = sum(_visible(span.text) for span in diff_text(words, proposed) if span.mark is Mark.KEPT)
    is_short = bool(whole) and kept / whole < _KEPT and _visible(proposed) < whole
    return Shape.WORDS if is_short else Shape.WORDING


def _visible(text: str) -> int:
    return sum(not character.isspace() for character in text)
