"""Checks translations that somebody gave, and writes their rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from amendments.audit.actor import Actor
from amendments.errors.of_translations import (
    NoTranslator,
    SameLanguage,
    TranslatorTooLong,
    UnevenTranslation,
)
from amendments.models import (
    AmendedAct,
    EntryText,
    Instrument,
    PreparedTranslation,
    ProvisionText,
    Version,
    WordingTranslation,
)
from amendments.models.translation import LONGEST_SOURCE
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import WorkingDraft
from amendments.queries.languages.translating import new_words, place_of
from amendments.queries.languages.translations import Words, is_even, translations_of
from amendments.queries.proof.hashes import wording_hash


@dataclass(frozen=True, slots=True)
class NewTranslation:
    """A translation of one wording, and who made it."""

    language: str
    words: Words
    source: str
    by: Any  # the person who entered it; the project's user model
    by_label: str


@dataclass(frozen=True, slots=True)
class ActTranslation:
    """The translation of a whole act, by the eIds of its provisions."""

    language: str
    source: str
    words: Mapping[str, Words]


def refuse_language(language: str, instrument: Instrument) -> None:
    """Raise `SameLanguage` unless it is another language of the site."""
    if language == instrument.language or language not in dict(settings.LANGUAGES):
        raise SameLanguage


def refuse_nobody(source: str) -> None:
    """Raise `NoTranslator` where nobody is named, and `TranslatorTooLong`."""
    if not source:
        raise NoTranslator
    if len(source) > LONGEST_SOURCE:
        raise TranslatorTooLong(len(source), LONGEST_SOURCE)


def refuse_uneven(
    given: Mapping[str, Words], wordings: Mapping[str, tuple[str, str]], names: Mapping[str, str]
) -> None:
    """Raise `UnevenTranslation` with the names of the provisions that do not match.

    `wordings` are headings and texts, `names` what the refusal calls each provision, by the same keys.
    """
    if uneven := [names[key] for key, words in given.items() if not is_even(*wordings[key], words)]:
        raise UnevenTranslation(uneven)


def of_an_act(
    translation: ActTranslation, tree: Tree, instrument: Instrument, actor: Actor
) -> dict[tuple[str, str], Sequence[NewTranslation]]:
    """The translation of an act that is being imported, by eId and hash of each wording."""
    refuse_language(translation.language, instrument)
    refuse_nobody(translation.source.strip())
    given = translation.words
    if unknown := [eid for eid in given if eid not in tree.by_eid]:
        raise UnevenTranslation(unknown)
    elements = {eid: tree.by_eid[eid] for eid in given}
    refuse_uneven(
        given, {eid: (row.heading, row.text) for eid, row in elements.items()}, {eid: eid for eid in given}
    )
    by = (translation.source, actor.user, str(actor.user))
    return {
        (eid, wording_hash(element)): [NewTranslation(translation.language, given[eid], *by)]
        for eid, element in elements.items()
    }


def write_translations(
    given: Sequence[tuple[ProvisionText, NewTranslation]], actor: Actor
) -> list[WordingTranslation]:
    """A row for each translation that says other words than the newest one of its wording."""
    rows: list[WordingTranslation] = []
    for language in sorted({new.language for _, new in given}):
        some = [(wording, new) for wording, new in given if new.language == language]
        standing = translations_of([wording.pk for wording, _ in some], language)
        rows += [
            WordingTranslation(
                wording=wording,
                language=language,
                heading=new.words.heading,
                body=new.words.body,
                source=new.source,
                written_at=actor.at,
                written_by=new.by,
                written_by_label=new.by_label,
            )
            for wording, new in some
            if standing.get(wording.pk) != new.words
        ]
    return WordingTranslation.objects.bulk_create(rows, batch_size=500)


def prepared_for(
    act: AmendedAct, draft: WorkingDraft, user: Any
) -> Mapping[tuple[str, str], Sequence[NewTranslation]]:
    """What was prepared for the next seal, by eId and hash of the wording.

    Nothing for a wording that stands in any text, also a hidden one, that the person who seals does not translate.
    """
    found: dict[tuple[str, str], list[NewTranslation]] = defaultdict(list)
    rows = PreparedTranslation.objects.filter(amended_act=act).select_related("written_by")
    if not rows:
        return found
    places = {place_of(element) for element in new_words(user, act, draft, Version.objects.all())}
    for row in rows:
        words = Words(row.heading, row.body)
        new = NewTranslation(row.language, words, row.source, row.written_by, row.written_by_label)
        if f"{row.eid}@{row.wording_hash}" in places:
            found[row.eid, row.wording_hash].append(new)
    return found


def carried_over(version: Version, tree: Tree) -> Mapping[tuple[str, str], Sequence[NewTranslation]]:
    """The translations of a draft for the text that is made of it, by eId and hash of the wording.

    The text says the same words, but its record adds footnotes to those that changed, which makes them other wordings.
    """
    texts = EntryText.objects.filter(entry__version=version, language=version.instrument.language)
    before = {str(row.entry.provision_id): row.text for row in texts.select_related("entry", "text")}
    moved = {
        before[element.key].pk: (element.eid, new)
        for element in tree
        if element.key in before
        and (new := wording_hash(element)) != before[element.key].sha256
        and (element.heading, element.text) == (before[element.key].heading, before[element.key].body)
    }
    newest: dict[tuple[int, str], NewTranslation] = {}
    for row in WordingTranslation.objects.filter(wording__in=moved).select_related("written_by"):
        words = Words(row.heading, row.body)
        newest[row.wording_id, row.language] = NewTranslation(
            row.language, words, row.source, row.written_by, row.written_by_label
        )
    found: dict[tuple[str, str], list[NewTranslation]] = defaultdict(list)
    for (wording, _language), translation in newest.items():
        found[moved[wording]].append(translation)
    return found
