"""The first provisions in which one version differs from another, each with its redline. Three queries a version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from amendments.instructions.touches import Touch
from amendments.models import EntryText, InstructionTarget, ProvisionText, Version
from amendments.queries.languages.translations import Words, translations_of
from amendments.queries.law.provision_names import citation_apart, name_of
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from amendments.text.language import reader_language
from amendments.work import ChangedPassage

MOST_PASSAGES = 4
LONGEST_PASSAGE = 1_500  # letters; a longer one is read on its page


@dataclass(frozen=True, slots=True)
class _Told:
    """The wordings that are translated into the language of the reader, by the keys of their rows."""

    language: str
    words: Mapping[int, Words]


def first_passages(after: Version, before: Any, url: str) -> tuple[tuple[ChangedPassage, ...], bool]:
    """The passages in the order of the law, and whether there are others. `before` is the key of the earlier version.

    What is taken out altogether is not among them. A passage that is translated on both sides is shown in the language of
    the reader, as the redline shows it.
    """
    rows = list(_changed(after, before)[: MOST_PASSAGES + 1])
    was = _texts(before, (row.entry.provision_id for row in rows))
    language = reader_language()
    texts = [text for text in (*(row.text for row in rows), *was.values()) if text.language != language]
    told = _Told(language, translations_of([text.pk for text in texts], language) if texts else {})
    shown = [_passage(row, was.get(row.entry.provision_id), url, told) for row in rows[:MOST_PASSAGES]]
    passages = tuple(passage for passage in shown if passage is not None)
    return passages, len(rows) > len(passages)


def _changed(after: Version, before: Any) -> Any:
    same = EntryText.objects.filter(
        entry__version=before,
        entry__provision=OuterRef("entry__provision"),
        entry__is_repealed=OuterRef("entry__is_repealed"),
        text=OuterRef("text"),
    )
    rows = EntryText.objects.filter(~Exists(same), entry__version=after)
    law = rows.exclude(entry__number="").exclude(entry__provision__kind="apparatus")
    return law.select_related("text", "entry__provision", "entry__version__instrument").order_by(
        "entry__order"
    )


def _texts(version: Any, provisions: Iterable[Any]) -> dict[Any, Any]:
    rows = EntryText.objects.filter(entry__version=version, entry__provision__in=list(provisions))
    return {row.entry.provision_id: row.text for row in rows.select_related("text", "entry")}


def _passage(row: EntryText, was: Any, url: str, told: _Told) -> ChangedPassage | None:
    """The passage for a list; None if it is too long."""
    sides = [was, None if row.entry.is_repealed else row.text]
    is_translation = all(text is None or text.pk in told.words for text in sides)
    old, new = (_words(told.words[text.pk] if is_translation and text else text) for text in sides)
    if max(len(old), len(new)) > LONGEST_PASSAGE:
        return None
    spans: tuple[Span, ...] = diff_text(old, new)
    place = f"{url}#p-{row.entry.provision_id}"
    shown_in = told.language if is_translation else row.text.language
    return ChangedPassage(
        citation_apart(row) or name_of(row), place, spans, shown_in, is_translation=is_translation
    )


def restated_texts(rows: Iterable[Any]) -> dict[Any, str]:
    """By instruction, the text in force of the one provision that it restates. `rows` are of the history. Two queries."""
    bases = {row.id: row.amended_act.base_version_id for row in rows}
    targets = InstructionTarget.objects.filter(instruction__in=bases, touch=Touch.RESTATES)
    provisions = dict(targets.values_list("instruction", "provision")) if bases else {}
    texts = EntryText.objects.filter(
        entry__version__in=set(bases.values()), entry__provision__in=set(provisions.values())
    ).values_list("entry__version", "entry__provision", "text__body")
    known = {(version, provision): body for version, provision, body in texts} if provisions else {}
    found = {key: known.get((bases[key], provision)) for key, provision in provisions.items()}
    return {key: body for key, body in found.items() if body is not None}


def _words(text: ProvisionText | Words | None) -> str:
    return "\n".join(part for part in (text.heading, text.body) if part) if text else ""
