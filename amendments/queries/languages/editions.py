"""A text in the authentic words, and beside it in a translation as far as there is one."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.models import Instrument
from amendments.plugins.registry import scheme_for, scheme_in
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree
from amendments.queries.languages.translations import Translations, translated


@dataclass(frozen=True, slots=True)
class Edition:
    """The words of a text in one language, and how provisions are labelled there; `keys`: what is translated."""

    tree: Tree
    scheme: Scheme
    language: str
    keys: frozenset[str] = frozenset()

    def holds(self, keys: Iterable[str]) -> bool:
        """Whether all of these provisions are translated."""
        return self.keys.issuperset(keys)


@dataclass(frozen=True, slots=True)
class Editions:
    """A text for one reader; `translation` is None for whoever reads the authentic words alone."""

    authentic: Edition
    translation: Edition | None = None

    def of(self, key: str) -> Edition:
        """The edition in which the reader reads a provision."""
        if self.translation is not None and self.translation.holds([key]):
            return self.translation
        return self.authentic

    def labels_in(self, language: str) -> Scheme:
        """How provisions are labelled in one of the two languages."""
        if self.translation is not None and self.translation.language == language:
            return self.translation.scheme
        return self.authentic.scheme


def editions_of(
    instrument: Instrument, tree: Tree, language: str = "", translations: Translations | None = None
) -> Editions:
    """The text of an act; with a language also its translations in it. What has no words needs none."""
    scheme = scheme_for(instrument.country, instrument.language)
    authentic = Edition(tree, scheme, instrument.language)
    if not translations:
        return Editions(authentic)
    wordless = {element.key for element in tree if not element.heading and not element.text}
    labels = scheme_in(instrument.country, language) or scheme
    keys = frozenset({*translations, *wordless})
    return Editions(authentic, Edition(translated(tree, translations), labels, language, keys))
