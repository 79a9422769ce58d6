"""In which words a person reads: the reader's language, what is translated into it, and what the page says of that."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from django.db.models import Max
from django.utils.functional import SimpleLazyObject

from amendments.models import Version, WordingTranslation
from amendments.provisions.tree import Tree
from amendments.queries.languages.editions import Editions, editions_of
from amendments.queries.languages.translations import Translations, translations_in
from amendments.queries.showing.rows import Row


class WordsShown(StrEnum):
    """Which words a page shows to somebody whose language is not that of the act."""

    TRANSLATION = "translation"
    AUTHENTIC = "authentic"  # chosen, although there is a translation
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class WordingTold:
    """What a page says of the language of its words. `lacking` counts the provisions that are not translated."""

    wording: WordsShown
    language: str  # of the authentic text
    lacking: int = 0


@dataclass(frozen=True, slots=True)
class ShownTexts:
    """The reader's language ("" = nobody's), whether the reader chose the authentic words, and the translations by version.

    `newest` is the newest translation into the language, of any wording: while it stays, the translations are the same.
    """

    language: str = ""
    wants_authentic: bool = False
    translations: Mapping[object, Translations] = field(default_factory=dict)
    newest: int | None = None

    def editions(self, version: Version, tree: Tree) -> Editions:
        """The text of a version for this reader."""
        found = None if self.wants_authentic else self.translations.get(version.pk)
        return editions_of(version.instrument, tree, self.language, found)

    def told(self, versions: Collection[Version], rows: Collection[Row]) -> WordingTold | None:
        """What the page says above these rows; None where the act is in the reader's language."""
        authentic = [version.instrument.language for version in versions][-1]
        if self.language in ("", authentic):
            return None
        if not any(self.translations.get(version.pk) for version in versions):
            return WordingTold(WordsShown.UNTRANSLATED, authentic)
        if self.wants_authentic:
            return WordingTold(WordsShown.AUTHENTIC, authentic)
        lacking = sum(row.language == authentic and bool(row.heading or row.text) for row in rows)
        return WordingTold(WordsShown.TRANSLATION, authentic, lacking)


AUTHENTIC_ONLY = ShownTexts()


def shown_texts(versions: Collection[Version], language: str, *, wants_authentic: bool) -> ShownTexts:
    """What somebody who reads a language is shown of these versions; no query where nothing can be translated.

    The translations themselves are read when they are needed first.
    """
    foreign = [version for version in versions if version.instrument.language != language]
    newest = _newest(language) if foreign else None
    if newest is None:
        return ShownTexts(language, wants_authentic)
    found = SimpleLazyObject(lambda: translations_in(foreign, language))
    return ShownTexts(language, wants_authentic, cast("Mapping[object, Translations]", found), newest)


def _newest(language: str) -> int | None:
    found: int | None = WordingTranslation.objects.filter(language=language).aggregate(newest=Max("pk"))[
        "newest"
    ]
    return found
