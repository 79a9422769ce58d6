"""Who translates a text, and what there is to translate: the wordings with their translations so far."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from amendments.models import (
    AmendedAct,
    Amendment,
    EntryText,
    Instrument,
    PreparedTranslation,
    Version,
    WordingTranslation,
)
from amendments.models.visibility import visible_versions
from amendments.permissions import holds_on
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import Element, text_hash
from amendments.queries.drafting.drafts import WorkingDraft, working_draft
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


def sealed_lines(user: Any, version: Version, language: str) -> list[TranslationLine]:
    """The wordings of a sealed text that the person translates, in the order of the law."""
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
        for element in own_words(user, version)
    ]


def own_words(user: Any, version: Version) -> list[Element]:
    """The wordings of a sealed text, of a draft those alone that stand in no text which the person reads and does not
    translate: all texts with a wording show the same translation.
    """
    elements = _with_words(tree_of(version))
    if version.draft is None:
        return elements
    texts = Version.objects.filter(visible_versions(user) | Q(pk=version.parent_id))
    texts = texts.filter(Q(draft=None) | Q(sealed_at__lt=version.sealed_at))  # of two drafts, the first one
    return _not_of_others(
        user, elements, version.instrument, texts.exclude(draft__amendment=version.draft.amendment_id)
    )


def working_lines(user: Any, act: AmendedAct, language: str) -> list[TranslationLine]:
    """The new wordings of the working text."""
    draft = working_draft(act)
    new = new_words(user, act, draft, Version.objects.visible_to(user))
    prepared = _prepared(act, language)
    earlier = translations_in([act.base_version], language).get(act.base_version_id, {})
    sealed = _sealed(user, new, language)
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
        for element in new
        for place in [place_of(element)]
    ]


def new_words(user: Any, act: AmendedAct, draft: WorkingDraft, texts: QuerySet[Version]) -> list[Element]:
    """The wordings of the working text that are not those of the text in force, and stand in none of these texts that
    the person does not translate.
    """
    changed = [
        element
        for element in _with_words(draft.tree)
        if (base := draft.base.by_key.get(element.key)) is None or text_hash(base) != text_hash(element)
    ]
    return _not_of_others(user, changed, act.instrument, texts.exclude(draft__amendment=act.amendment_id))


def _not_of_others(
    user: Any, elements: list[Element], instrument: Instrument, texts: QuerySet[Version]
) -> list[Element]:
    """Of these wordings, those that stand in none of the texts that the person does not translate. What stands in the
    law itself belongs to whoever translates the law, in whatever drafts it stands too.
    """
    found = texts.filter(instrument=instrument).select_related(
        "instrument__drafting_body", "draft__amendment", "text_of__draft__amendment"
    )
    others = [version for version in found if not translates(user, version)]
    taken = _wordings([version.pk for version in others])
    if not any(version.draft is None for version in others):
        taken -= _wordings([version.pk for version in found if version.draft is None])
    return [element for element in elements if (element.key, wording_hash(element)) not in taken]


def _wordings(versions: Collection[UUID]) -> set[tuple[str, str]]:
    rows = EntryText.objects.filter(entry__version__in=versions).order_by()
    columns = rows.values_list("text__provision", "text__sha256").distinct() if versions else ()
    return {(str(provision), sha) for provision, sha in columns}


def last_source(user: Any, act: AmendedAct | Version, language: str) -> str:
    """Who translated this act last, as it was named in a text that the person reads."""
    rows = WordingTranslation.objects.filter(
        wording__provision__instrument=act.instrument_id, language=language, wording__in=_read_by(user)
    )
    last = rows.order_by("written_at", "pk").last()
    return last.source if last else ""


def _read_by(user: Any) -> QuerySet[EntryText, Any]:
    readable = Version.objects.visible_to(user).order_by().values("pk")
    return EntryText.objects.filter(entry__version__in=readable).values("text")


def _with_words(elements: Iterable[Element]) -> list[Element]:
    return [element for element in elements if element.heading or element.text]


def _called(cited: str, element: Element) -> str:
    return cited or element.heading or element.kind.value


def _prepared(act: AmendedAct, language: str) -> Mapping[str, Words]:
    rows = PreparedTranslation.objects.filter(amended_act=act, language=language)
    return {f"{row.eid}@{row.wording_hash}": Words(row.heading, row.body) for row in rows}


def _sealed(user: Any, elements: Iterable[Element], language: str) -> Mapping[str, Words]:
    """The translations of wordings that stand in a text which the person reads, by their places."""
    by_hash = {wording_hash(element): place_of(element) for element in elements}
    rows = WordingTranslation.objects.filter(
        language=language,
        wording__sha256__in=by_hash,
        wording__provision__in=[element.key for element in elements if len(element.key) == _LENGTH_OF_UUID],
        wording__in=_read_by(user),
    )
    columns = ("wording__sha256", "heading", "body")
    return {
        by_hash[sha]: Words(heading, body)
        for sha, heading, body in rows.order_by("written_at", "pk").values_list(*columns)
    }


_LENGTH_OF_UUID = 36
