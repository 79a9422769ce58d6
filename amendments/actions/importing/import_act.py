"""Turns a parsed act into an `Instrument` page with a sealed consolidated version."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from amendments.actions.base import BaseAction, hold
from amendments.actions.importing.particulars import Particulars, refuse_known
from amendments.actions.publication.sealing import SealRequest, write_version
from amendments.actions.translating.translation_rows import ActTranslation, NewTranslation, of_an_act
from amendments.audit.actor import Actor
from amendments.errors import NotImportable, UnconfirmedFindings
from amendments.models import Commencement, ConfirmedFinding, Instrument, Library, Section, Version
from amendments.permissions import may_draft_in
from amendments.provisions.scheme import Parsed
from amendments.provisions.tree import Kind
from amendments.text.saying import say
from amendments.text.slugs import slug_of


class ImportAct(BaseAction[Version]):
    """The drafters of a body import an act; all of it is saved or nothing.

    `translation` is an unofficial translation that came with the text.
    `confirmed` holds why the text is right in spite of its stopping findings, by their code. The reasons are kept with
    the version (`ConfirmedFinding`) and in the log.
    """

    action_name = "amendments.import_act"

    def __init__(
        self,
        section: Section,
        parsed: Parsed,
        particulars: Particulars,
        *,
        actor: Actor,
        confirmed: Mapping[str, str] | None = None,
        translation: ActTranslation | None = None,
    ) -> None:
        super().__init__(section, actor=actor)
        self.parsed = parsed
        self.particulars = particulars
        self.confirmed = dict(confirmed or {})
        self.translation = translation

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft_in(self.user, self.instance)

    def lock(self) -> None:
        """Lock the library, so that acts are imported one after the other. Drafting goes on meanwhile."""
        if library := Library.objects.first():
            hold(library)

    def perform(self) -> Version:
        """Create the page and seal its text."""
        if all(element.kind is Kind.TITLE for element in self.parsed.tree):
            raise NotImportable(_("No provision was found in the file. Check that it is the text of an act."))
        given = self.particulars
        refuse_known(given, self.user)
        refuse_unconfirmed(self.parsed, self.confirmed)
        instrument = self._create_page()
        version = write_version(
            SealRequest(
                instrument,
                self.parsed.tree,
                law_number=given.by_law or given.number,
                translations=self._translations(instrument),
            ),
            self.actor,
        )
        Commencement.objects.create(
            version=version, date=given.valid_from, source=given.source, recorded_at=self.actor.at
        )
        ConfirmedFinding.objects.bulk_create(
            ConfirmedFinding(
                version=version,
                code=finding.code,
                line=finding.line,
                count=finding.count,
                reason=self.confirmed[finding.code].strip(),
            )
            for finding in self.parsed.stopping
        )
        self.touched("amendments.version", [version.pk])
        return version

    def _translations(self, instrument: Instrument) -> Mapping[tuple[str, str], Sequence[NewTranslation]]:
        """The translation that came with the text, by eId and hash of each wording."""
        if self.translation is None:
            return {}
        return of_an_act(self.translation, self.parsed.tree, instrument, self.actor)

    def _create_page(self) -> Instrument:
        library = Library.objects.first()
        if library is None:
            raise NotImportable(
                _("The site has no library of acts yet. Ask an administrator to add one below Home.")
            )
        given = self.particulars
        instrument = Instrument(
            title=given.title,
            slug=free_slug(library, f"{given.type}-{given.number}" if given.number else given.title, "act"),
            drafting_body=self.instance,
            type=given.type,
            number=given.number,
            date=given.date,
            country=given.country,
            language=given.language,
            source=given.source,
            gazette_references=given.gazettes,
            first_published_at=self.actor.at,
            last_published_at=self.actor.at,
            owner=self.user,
        )
        library.add_child(instance=instrument)
        return instrument

    def log_data(self) -> dict[str, Any]:
        """The number of provisions and warnings, and the confirmed findings."""
        codes = {finding.code for finding in self.parsed.stopping}
        return {
            "provisions": len(self.parsed.tree),
            "warnings": len(self.parsed.warnings),
            "confirmed": {code: reason for code, reason in self.confirmed.items() if code in codes},
        }


def refuse_unconfirmed(parsed: Parsed, confirmed: Mapping[str, str]) -> None:
    """Law may be lost in the text; raises `UnconfirmedFindings` until somebody has looked at each finding."""
    if unconfirmed := parsed.unconfirmed(confirmed):
        raise UnconfirmedFindings(
            {finding.code: f"{finding.count} × {say(finding.message)}" for finding in unconfirmed}
        )


def free_slug(parent: Page, words: str, otherwise: str) -> str:
    """A slug that no page below the parent has yet."""
    stem = slug_of(words, 80) or otherwise
    taken = set(parent.get_children().filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(
        slug for n in range(1, len(taken) + 2) if (slug := f"{stem}-{n}" if n > 1 else stem) not in taken
    )
