"""The translations of wordings, as pages read them: the newest of each wording in one language."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from amendments.models import ProvisionText, Version, WordingTranslation
from amendments.provisions.printing.label_forms import in_other_language
from amendments.provisions.tree import CELL_BORDER, Element, Tree

_NEWEST_LAST = ("written_at", "pk")


@dataclass(frozen=True, slots=True)
class Words:
    """What a wording says in another language."""

    heading: str
    body: str


Translations = Mapping[str, Words]
"""By the UUID of the provision."""


def translations_in(
    versions: Collection[Version], language: str, provisions: Collection[UUID] = ()
) -> dict[object, Translations]:
    """The translations of the wordings of some versions, by version; of these provisions, or of all. One query."""
    rows = WordingTranslation.objects.filter(
        language=language, wording__entry_texts__entry__version__in=[row.pk for row in versions]
    )
    if provisions:
        rows = rows.filter(wording__provision__in=provisions)
    found: dict[object, dict[str, Words]] = defaultdict(dict)
    entry = "wording__entry_texts__entry__"
    columns = (f"{entry}version_id", f"{entry}provision_id", "heading", "body")
    for version, provision, heading, body in rows.order_by(*_NEWEST_LAST).values_list(*columns):
        found[version][str(provision)] = Words(heading, body)
    return dict(found)


def translations_of(wordings: Collection[int], language: str) -> dict[int, Words]:
    """The translations of some wordings, by the keys of their rows; one query."""
    rows = WordingTranslation.objects.filter(language=language, wording__in=wordings)
    columns = ("wording_id", "heading", "body")
    return {
        wording: Words(heading, body)
        for wording, heading, body in rows.order_by(*_NEWEST_LAST).values_list(*columns)
    }


def translated(tree: Tree, translations: Translations) -> Tree:
    """The tree with the translated words in the place of the authentic ones, where there are any."""
    return tree.changed(
        _in_words(element, words)
        for key, words in translations.items()
        if (element := tree.by_key.get(key)) is not None
    )


def _in_words(element: Element, words: Words) -> Element:
    """Footnote marks stand at the end, because nobody says where they stand among the translated words."""
    ends = {"heading": len(words.heading), "text": len(words.body)}
    marks = tuple(replace(mark, offset=ends[mark.field]) for mark in element.marks)
    said = replace(element, heading=words.heading, text=words.body, marks=marks)
    return replace(said, layout=in_other_language(said))


def is_even(heading: str, body: str, words: Words) -> bool:
    """Whether a translation has a heading, a text and cells exactly where the wording has them."""
    has = (bool(heading.strip()), bool(body.strip()), _cells(body))
    return has == (bool(words.heading.strip()), bool(words.body.strip()), _cells(words.body))


def _cells(body: str) -> list[int]:
    """How many cells each line of a table has; nothing for what is no table."""
    return [line.count(CELL_BORDER) for line in body.split("\n")] if CELL_BORDER in body else []


def wordings_of(version: Version) -> dict[str, ProvisionText]:
    """The authentic wordings of a version by provision, in the order of the law."""
    rows = (
        version.entries.filter(texts__language=version.instrument.language)
        .order_by("order")
        .values_list("provision_id", "texts__text_id")
    )
    texts = ProvisionText.objects.in_bulk([text for _, text in rows])
    return {str(provision): texts[text] for provision, text in rows}
