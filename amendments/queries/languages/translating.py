"""Who translates a text, and what there is to translate: the wordings with their translations so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from amendments.models import (
    AmendedAct,
    Amendment,
    Instrument,
    PreparedTranslation,
    Version,
    WordingTranslation,
)
from amendments.permissions import holds_on
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import Element, text_hash
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.languages.translations import Words, translations_in
from amendments.queries.law.acts import visible_amendments, visible_instruments
from amendments.queries.proof.hashes import wording_hash
from amendments.queries.showing.trees import tree_of
from amendments.text import cells

TRANSLATES = "amendments.translate_text"


def may_translate(user: Any, version: Version) -> bool:
    """Its drafters; a translator who may read it."""
    return translates(user, version) and (
        version.is_drafted_by(user) or Version.objects.visible_to(user).filter(pk=version.pk).exists()
    )


def translates(user: Any, version: Version) -> bool:
    """Whether the person translates a text that the person is reading."""
    if not user.is_authenticated:
        return False
    return version.is_drafted_by(user) or holds_on(user, TRANSLATES, version.from_amendment)


def may_translate_title(user: Any, page: Amendment | Instrument) -> bool:
    """Whether the person translates the title of an act or amendment: as a drafter, or as a translator who may read it."""
    if page.is_drafted_by(user):
        return True
    if isinstance(page, Amendment):
        readable, amendment = visible_amendments(user).filter(pk=page.pk), page
    else:
        readable, amendment = visible_instruments(user).filter(pk=page.pk), None
    return holds_on(user, TRANSLATES, amendment) and readable.exists()


@dataclass(frozen=True, slots=True)
class TranslationLine:
    """A wording to translate. `place` names it for the action; `earlier` is the translation of the text in force."""

    place: str
    element: Element
    cited: str
    language: str  # of the authentic words
    words: Words | None
    earlier: Words | None = None

    @property
    def heading(self) -> str:
        """The translated heading so far."""
        return self.words.heading if self.words else ""

    @property
    def body(self) -> str:
        """The translated text so far, with bars between the cells of a table."""
        return cells.in_field(self.words.body) if self.words else ""

    @property
    def shown(self) -> str:
        """The authentic text, with bars between the cells of a table."""
        return cells.shown(self.element)

    def typed(self, heading: str, body: str) -> Words:
        """What was typed, as translations are stored."""
        words = body.replace("\r\n", "\n").strip()
        return Words(heading.strip(), cells.typed(self.element, words) if words else "")


def place_of(element: Element) -> str:
    """What names a wording that is not sealed: the place of its provision, and the hash of its words."""
    return f"{element.eid}@{wording_hash(element)}"


def sealed_lines(version: Version, language: str) -> list[TranslationLine]:
    """The wordings of a sealed text in the order of the law."""
    found = translations_in([version], language).get(version.pk, {})
    cite = scheme_for(version.instrument.country, version.instrument.language).cite
    return [
        TranslationLine(
            element.key,
            element,
            _called(cite(element), element),
            version.instrument.language,
            found.get(element.key),
        )
        for element in _with_words(tree_of(version))
    ]


def working_lines(act: AmendedAct, language: str) -> list[TranslationLine]:
    """The wordings of the working text that are not those of the text in force."""
    draft = working_draft(act)
    changed = [
        element
        for element in _with_words(draft.tree)
        if (base := draft.base.by_key.get(element.key)) is None or text_hash(base) != text_hash(element)
    ]
    prepared = _prepared(act, language)
    earlier = translations_in([act.base_version], language).get(act.base_version_id, {})
    sealed = _sealed(changed, language)
    cite = scheme_for(act.instrument.country, act.instrument.language).cite
    return [
        TranslationLine(
            place,
            element,
            _called(cite(element), element),
            act.instrument.language,
            prepared.get(place) or sealed.get(place),
            earlier.get(element.key),
        )
        for element in changed
        for place in [place_of(element)]
    ]


def last_source(act: AmendedAct | Version, language: str) -> str:
    """Who translated this act last, as it was named."""
    rows = WordingTranslation.objects.filter(
        wording__provision__instrument=act.instrument_id, language=language
    )
    last = rows.order_by("written_at", "pk").last()
    return last.source if last else ""


def _with_words(elements: Iterable[Element]) -> list[Element]:
    return [element for element in elements if element.heading or element.text]


def _called(cited: str, element: Element) -> str:
    return cited or element.heading or element.kind.value


def _prepared(act: AmendedAct, language: str) -> Mapping[str, Words]:
    rows = PreparedTranslation.objects.filter(amended_act=act, language=language)
    return {f"{row.eid}@{row.wording_hash}": Words(row.heading, row.body) for row in rows}


def _sealed(elements: Iterable[Element], language: str) -> Mapping[str, Words]:
    """The translations of wordings that an earlier draft sealed already, by their places."""
    by_hash = {wording_hash(element): place_of(element) for element in elements}
    rows = WordingTranslation.objects.filter(
        language=language,
        wording__sha256__in=by_hash,
        wording__provision__in=[element.key for element in elements if len(element.key) == _LENGTH_OF_UUID],
    )
    columns = ("wording__sha256", "heading", "body")
    return {
        by_hash[sha]: Words(heading, body)
        for sha, heading, body in rows.order_by("written_at", "pk").values_list(*columns)
    }


_LENGTH_OF_UUID = 36
