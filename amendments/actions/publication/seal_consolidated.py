"""Seals the texts of an adopted draft as the consolidated texts of its acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from amendments.actions.base import BaseAction, hold
from amendments.actions.publication.sealing import SealRequest, write_version
from amendments.actions.translating.translation_rows import carried_over
from amendments.audit.actor import Actor
from amendments.errors import NotAdoptable
from amendments.instructions.law_record import AmendingLaw
from amendments.models import Amendment, Commencement, Draft, Instrument, Version, WordingTranslation
from amendments.queries.showing.trees import tree_of
from amendments.queries.way.adoption import ActToAdopt, adoption_desk, refusal_of_number
from amendments.queries.way.adoption_record import record_of


@dataclass(frozen=True, slots=True)
class Adoption:
    """The law by which a draft was adopted, and when it enters into force (None: undetermined).

    `of_act` names, by the key of the instrument, the day of each act that does not follow `in_force`, and `in_language`
    the law as the acts of a language name it.
    """

    law_number: str
    in_force: date | None
    source: str = ""
    law: AmendingLaw | None = None  # None: the texts get no record of their amendments
    of_act: Mapping[int, date | None] = field(default_factory=dict)
    in_language: Mapping[str, AmendingLaw | None] = field(default_factory=dict)

    def day_of(self, instrument: Instrument) -> date | None:
        """When the new text of an act enters into force."""
        return self.of_act.get(instrument.pk, self.in_force)

    def law_for(self, instrument: Instrument) -> AmendingLaw | None:
        """The law in the language of an act."""
        return self.in_language.get(instrument.language, self.law)


class SealConsolidated(BaseAction[list[Version]]):
    """The drafters of the body record that the last draft of an adopted amendment became law. They do it once.

    One text of each act that the draft changes is sealed, or none.
    """

    action_name = "amendments.seal_consolidated"
    instance: Draft

    def __init__(self, draft: Draft, adoption: Adoption, *, actor: Actor) -> None:
        super().__init__(draft, actor=actor)
        self.adoption = adoption

    def user_has_permission(self) -> bool:
        """Drafters of the body."""
        return self.instance.is_drafted_by(self.user)

    def lock(self) -> None:
        """Lock the amendment, and then the acts in the order in which drafts lock them: their texts are sealed one by one."""
        hold(self.instance.amendment)
        for instrument in Instrument.objects.filter(versions__draft=self.instance).order_by("pk"):
            hold(instrument)

    def done(self) -> list[Version] | None:
        """The texts that the same adoption sealed; with another law or other days it is refused."""
        sealed = list(Version.objects.filter(text_of__draft=self.instance).order_by("text_of__order"))
        return sealed if sealed and all(map(self._is_recorded, sealed)) else None

    def _is_recorded(self, version: Version) -> bool:
        first = version.commencements.first()
        day = self.adoption.day_of(version.instrument)
        return version.law_number == self.adoption.law_number and first is not None and first.date == day

    def perform(self) -> list[Version]:
        """Write the consolidated versions with the texts of the draft."""
        desk = adoption_desk(Amendment.objects.get(pk=self.instance.amendment_id))
        if desk.obstacle:
            raise NotAdoptable(desk.obstacle)
        if desk.draft != self.instance:
            raise NotAdoptable
        if refusal := refusal_of_number(desk.instruments, self.adoption.law_number):
            raise NotAdoptable(refusal)
        versions = [self._seal(act) for act in desk.acts]
        self.touched("amendments.version", [version.pk for version in versions])
        translated = WordingTranslation.objects.filter(
            written_at=self.actor.at, wording__entry_texts__entry__version__in=versions
        )
        self.touched("amendments.translation", set(translated.values_list("wording", flat=True)))
        return versions

    def _seal(self, act: ActToAdopt) -> Version:
        record = record_of(act, self.adoption.law_for(act.instrument))
        tree = record.tree if record else tree_of(act.version)
        request = SealRequest(
            act.instrument,
            tree,
            parent=act.newest,
            text_of=act.version,
            law_number=self.adoption.law_number,
            translations=carried_over(act.version, tree),
        )
        version = write_version(request, self.actor)
        Commencement.objects.create(
            version=version,
            date=self.adoption.day_of(act.instrument),
            source=self.adoption.source or self.adoption.law_number,
            recorded_at=self.actor.at,
        )
        return version
