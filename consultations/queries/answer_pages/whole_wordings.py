"""The words against which the board shows the proposals for a provision: with its parts, if a proposal says parts too."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from amendments.models import Version
from consultations.queries.comments.provision_parts import names_parts, wordings_with_parts, words_in
from consultations.queries.comments.provision_texts import DraftTexts, ProvisionWording


@dataclass(frozen=True, slots=True)
class Base:
    """The own words of a provision, and those of its parts where they are shown."""

    own: str
    parts: str = ""

    @property
    def words(self) -> str:
        """All of them."""
        return self.own + self.parts

    def worded(self, proposed: str, number: str = "") -> str:
        """A proposal for these words. One that names no part leaves them as they are; its own number is not its words."""
        if not self.parts or names_parts(proposed):
            first, space, rest = proposed.partition(" ")
            return rest if space and number and first == f"{number}." else proposed
        return proposed + self.parts


def bases(texts: DraftTexts, proposed: Mapping[object, Collection[str]]) -> dict[object, Base]:
    """The base for each provision, by the wordings that are proposed for it."""
    shown = {pk: texts.shown(pk) for pk in proposed}
    whole = [pk for pk, words in proposed.items() if shown[pk] and any(map(names_parts, words))]
    every = [*texts.versions, *(version.parent for version in texts.versions if version.parent)]
    found = wordings_with_parts(every, whole) if whole else {}
    versions: dict[object, Version] = {version.pk: version for version in every}

    def base(pk: object, wording: ProvisionWording | None) -> Base:
        if wording is None or pk not in whole or not wording.words:
            return Base(wording.words if wording else "")
        words = words_in(found, versions[wording.version], pk)
        return Base(wording.words, words[len(wording.words) :])

    return {pk: base(pk, wording) for pk, wording in shown.items()}
