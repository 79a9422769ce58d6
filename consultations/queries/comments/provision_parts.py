"""Provisions with everything below them, in several texts."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from amendments.models import Version, VersionEntry
from consultations.queries.comments.provision_texts import ProvisionWording, Wordings, wordings

_LABEL = re.compile(r"\S+[.)](?=\s)")  # "3.3.1.", "a)"


def wordings_with_parts(versions: Collection[Version], provisions: Iterable[Any]) -> Wordings:
    """The wordings of provisions and of what lies below them. Three queries, and two for each level below."""
    level = {UUID(str(key)) for key in provisions if key}
    found: Wordings = {}
    known: set[UUID] = set()
    while level:
        found |= wordings(versions, level)
        known |= level
        below = VersionEntry.objects.filter(version__in=versions, parent__in=level).order_by()
        level = set(below.values_list("provision", flat=True).distinct()) - known
    return found


def words_in(texts: Wordings, version: Version, provision: object, field: str = "") -> str:
    """The words of a provision, "" where it is repealed. Without a field those of the whole provision with its parts."""
    wording = texts.get((version.pk, str(provision)))
    if wording is None or wording.is_repealed:
        return ""
    if field:
        return wording.heading if field == "heading" else wording.words
    parts = [f"{part.label} {part.words}".strip() for part in _below(texts, wording)]
    return "\n".join(filter(None, [wording.words, *parts]))


def compared_words(texts: Wordings, places: Iterable[tuple[Version, object]]) -> list[str]:
    """The words of whole provisions that are compared with each other: all with their headings, or all without.

    Of a provision with parts the heading is among its words, of another one it is not. Where words became parts, the
    heading that stood there before would else look new.
    """
    places = list(places)
    said = [words_in(texts, version, provision) for version, provision in places]
    found = [texts.get((version.pk, str(provision))) for version, provision in places]
    if all(wording is None or wording.body or not wording.heading for wording in found):
        return said
    return [_under_heading(wording, words) for wording, words in zip(found, said, strict=True)]


def _under_heading(wording: ProvisionWording | None, words: str) -> str:
    has_own = wording is not None and wording.body and wording.heading and words
    return f"{wording.heading}\n{words}" if wording is not None and has_own else words


def replaced_by(wording: str, before: str) -> str:
    """The words of a provision that a wording replaces: without the parts, if it names none.

    A wording that names a part replaces all of them, as an instruction that restates a provision does.
    """
    own, *rest = before.split("\n")
    labels = [_label(line) for line in rest]
    first = next((place for place, label in enumerate(labels) if label), None)
    shapes = {_shape(label) for label in labels if label}
    if first is None or any(_shape(_label(line)) in shapes for line in wording.split("\n")[1:]):
        return before
    return "\n".join([own, *rest[:first]])


def unnumbered(wording: str, own: ProvisionWording | None) -> str:
    """A wording without the number of its provision, which the act prints before the words, not as a part of them."""
    number = own.number if own is not None else ""
    labels = (own.label, f"{number}.", f"{number})", f"({number})") if own is not None and number else ()
    typed = next((label for label in labels if wording.startswith(f"{label} ")), "")
    is_of_words = own is not None and own.words.startswith(f"{typed} ")
    return wording if is_of_words else wording[len(typed) :].lstrip()


def names_parts(wording: str) -> bool:
    """Whether a line below the first one begins like a part of a provision."""
    return any(map(_label, wording.split("\n")[1:]))


def _label(line: str) -> str:
    return match[0] if (match := _LABEL.match(line.strip())) else ""


def _shape(label: str) -> str:
    """The label with 0 for each number and a for each word: "1.2.3." is "0.0.0", "b)" and "(b)" are "a"."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+(?:-\d+)*", "0", label)).strip("().")


def _below(texts: Wordings, above: ProvisionWording) -> Iterator[ProvisionWording]:
    own = [one for one in texts.values() if (one.version, one.parent) == (above.version, above.provision)]
    for part in sorted(own, key=lambda one: one.order):
        if not part.is_repealed:
            yield part
            yield from _below(texts, part)
