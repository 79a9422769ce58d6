"""Keeps translations of the working text, which the next seal attaches to the wordings that it writes."""

from collections.abc import Mapping
from typing import Any

from amendments.actions.base import BaseAction
from amendments.actions.translating.translation_rows import refuse_language, refuse_nobody, refuse_uneven
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors import NothingChanged
from amendments.errors.of_translations import ChangedWording, NoNewWords
from amendments.models import AmendedAct, PreparedTranslation, Version
from amendments.permissions import may_draft
from amendments.provisions.tree import Element
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.languages.translating import new_words, place_of
from amendments.queries.languages.translations import Words
from amendments.queries.proof.hashes import wording_hash


class PrepareTranslations(BaseAction[list[PreparedTranslation]]):
    """The drafters translate wordings of the working text. The text itself does not change, so a legal check goes on."""

    action_name = "amendments.prepare_translations"
    instance: AmendedAct

    def __init__(
        self, act: AmendedAct, language: str, words: Mapping[str, Words], source: str, *, actor: Actor
    ) -> None:
        """`words` by the hash of the wording and the eId of the provision, as `place_of` names it."""
        super().__init__(act, actor=actor)
        self.language = language
        self.words = dict(words)
        self.source = source.strip()
        self._written = 0

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance.amendment)

    def perform(self) -> list[PreparedTranslation]:
        """Write the rows that say something new; the history keeps what they said before."""
        refuse_language(self.language, self.instance.instrument)
        refuse_nobody(self.source)
        draft = working_draft(self.instance)
        elements = {place_of(element): element for element in draft.tree}
        if gone := [place.partition("@")[0] for place in self.words if place not in elements]:
            raise ChangedWording(gone)
        readable = Version.objects.visible_to(self.user)
        new = {place_of(element) for element in new_words(self.user, self.instance, draft, readable)}
        if old := [elements[place].number or elements[place].eid for place in self.words if place not in new]:
            raise NoNewWords(old)
        refuse_uneven(
            self.words,
            {key: (row.heading, row.text) for key, row in elements.items()},
            {key: row.number or row.eid for key, row in elements.items()},
        )
        standing = {f"{row.eid}@{row.wording_hash}": row for row in self._standing()}
        rows = [
            self._save(elements[place], words, standing.get(place))
            for place, words in self.words.items()
            if not _says(standing.get(place), words)
        ]
        if not rows:
            raise NothingChanged
        self._written = len(rows)
        return rows

    def _standing(self) -> Any:
        return PreparedTranslation.objects.filter(amended_act=self.instance, language=self.language)

    def _save(self, element: Element, words: Words, row: PreparedTranslation | None) -> PreparedTranslation:
        row = row or PreparedTranslation(
            amended_act=self.instance,
            language=self.language,
            eid=element.eid,
            wording_hash=wording_hash(element),
        )
        row.heading, row.body, row.source = words.heading, words.body, self.source
        row.written_at, row.written_by = self.actor.at, self.actor.user
        row.written_by_label = str(self.actor.user)
        attribute(row, self.actor)
        row.save()
        return row

    def log_data(self) -> dict[str, Any]:
        """How many wordings, in which language, and who translated them."""
        return {"language": self.language, "wordings": self._written, "source": self.source}


def _says(row: PreparedTranslation | None, words: Words) -> bool:
    return row is not None and (row.heading, row.body) == (words.heading, words.body)
