"""The words against which the board shows the proposals for a provision: with its parts, if a proposal says parts too."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from amendments.models import Version
from consultations.queries.comments.provision_parts import (
    names_parts,
    unnumbered,
    wordings_with_parts,
    words_in,
)
from consultations.queries.comments.provision_texts import DraftTexts, ProvisionWording


@dataclass(frozen=True, slots=True)
class WholeWording:
    """A provision with its own words, and the words of its parts where they are shown."""

    provision: ProvisionWording | None = None
    parts: str = ""

    @property
    def words(self) -> str:
        """All of them."""
        return (self.provision.words if self.provision is not None else "") + self.parts

    def proposed(self, said: str) -> str:
        """What stands here with a proposal. One that names no part leaves them; its own number is not its words."""
        own = unnumbered(said, self.provision)
        return own if names_parts(said) else own + self.parts


def whole_wordings(
    texts: DraftTexts, proposed: Mapping[object, Collection[str]]
) -> dict[object, WholeWording]:
    """The wording of each provision with which the board compares what is proposed for it."""
    shown = {pk: texts.shown(pk) for pk in proposed}
    whole = [pk for pk, words in proposed.items() if shown[pk] and any(map(names_parts, words))]
    every = [*texts.versions, *(version.parent for version in texts.versions if version.parent)]
    found = wordings_with_parts(every, whole) if whole else {}
    versions: dict[object, Version] = {version.pk: version for version in every}

    def wording_of(pk: object, wording: ProvisionWording | None) -> WholeWording:
        if wording is None:
            return WholeWording()
        if pk not in whole or not wording.words:
            return WholeWording(wording)
        words = words_in(found, versions[wording.version], pk)
        return WholeWording(wording, words[len(wording.words) :])

    return {pk: wording_of(pk, wording) for pk, wording in shown.items()}
