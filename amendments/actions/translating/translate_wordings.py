"""Adds translations of wordings of a sealed text. The seal and its hashes know nothing of them."""

from collections.abc import Mapping
from typing import Any

from amendments.actions.base import BaseAction
from amendments.actions.translating.translation_rows import (
    NewTranslation,
    refuse_language,
    refuse_nobody,
    refuse_uneven,
    write_translations,
)
from amendments.audit.actor import Actor
from amendments.errors import NothingChanged
from amendments.errors.of_translations import ChangedWording, NoNewWords
from amendments.models import Version, WordingTranslation
from amendments.queries.languages.translating import may_translate, own_words
from amendments.queries.languages.translations import Words, wordings_of


class TranslateWordings(BaseAction[list[WordingTranslation]]):
    """A drafter of the text, or a translator who may read it, translates some of its wordings.

    A row is added for each translation that differs from the newest one; nothing is replaced. The other versions with
    the same wording show it too.
    """

    action_name = "amendments.translate_wordings"
    instance: Version

    def __init__(
        self, version: Version, language: str, words: Mapping[str, Words], source: str, *, actor: Actor
    ) -> None:
        """`words` by the UUID of the provision."""
        super().__init__(version, actor=actor)
        self.language = language
        self.words = dict(words)
        self.source = source.strip()
        self._written = 0

    def user_has_permission(self) -> bool:
        """Its drafters; who translates and may read it."""
        return may_translate(self.user, self.instance)

    def perform(self) -> list[WordingTranslation]:
        """Add the rows."""
        refuse_language(self.language, self.instance.instrument)
        refuse_nobody(self.source)
        wordings = wordings_of(self.instance)
        if gone := [key for key in self.words if key not in wordings]:
            raise ChangedWording(gone)
        names = {str(key): number or eid for key, number, eid in self._names()}
        own = {element.key for element in own_words(self.user, self.instance)}
        if old := [names[key] for key in self.words if key not in own]:
            raise NoNewWords(old)
        refuse_uneven(self.words, {key: (row.heading, row.body) for key, row in wordings.items()}, names)
        label = str(self.actor.user)
        given = [
            (wordings[key], NewTranslation(self.language, words, self.source, self.actor.user, label))
            for key, words in self.words.items()
        ]
        rows = write_translations(given, self.actor)
        if not rows:
            raise NothingChanged
        self._written = len(rows)
        self.touched("amendments.translation", [row.wording_id for row in rows])
        return rows

    def _names(self) -> Any:
        return self.instance.entries.values_list("provision_id", "number", "eid")

    def log_data(self) -> dict[str, Any]:
        """How many wordings, in which language, and who translated them."""
        return {"language": self.language, "wordings": self._written, "source": self.source}
