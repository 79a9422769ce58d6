"""Word files (.docx): paragraphs as lines, numbers as printed, tables as rows, tracked changes accepted or rejected."""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.ns import qn

from amendments.importers.file_errors import CorruptFile, ImportFailed
from amendments.importers.markup import NOWHERE, ChangeBeside, Markup, Note
from amendments.importers.page_notices import told_changes, told_inner_tables, told_struck
from amendments.importers.protocol import Imported
from amendments.importers.tracked_stream import Tracked, Tracker, markup_of, reading
from amendments.importers.unseen import told_unseen
from amendments.importers.word_beside import changes_beside
from amendments.importers.word_body import BodyReader
from amendments.importers.word_comments import answered_comments, with_answers
from amendments.importers.word_package import check_package
from amendments.importers.word_runs import NOBODY
from amendments.importers.word_said import with_sentences
from amendments.importers.word_xml import (
    AUTHOR,
    DATE,
    PARAGRAPH,
    Xml,
    all_related,
    children,
    related,
    words_of,
)
from amendments.provisions.messages import Message, counted as ngettext, message as _

REFUSED = (".docm", ".doc")  # taken, so that the refusal says how to save the file
_MOST_NAMED = 5  # authors in one notice


class WordImporter:
    """Reads a document as a reader sees it, with every tracked change accepted and with every one rejected."""

    slug = "docx"
    name = "Word"
    suffixes = (".docx", *REFUSED)

    def read(self, data: bytes) -> Imported:
        """The lines of the document; raises `ImportFailed` with what to do."""
        check_package(data)
        try:
            return _imported(docx.Document(io.BytesIO(data)).part)
        except ImportFailed:
            raise
        except (KeyError, ValueError, AttributeError, TypeError, SyntaxError) as error:
            raise CorruptFile(_("its parts do not fit together")) from error


def _imported(part: Any) -> Imported:
    reader = BodyReader(part)
    stream = reader.stream()
    tracker = reader.runs.tracker
    comments = {
        comment.get(qn("w:id")): comment
        for comment in children(related(part, RELATIONSHIP_TYPE.COMMENTS), "w:comment")
    }
    markup = None
    beside = changes_beside([reader.body, *_margins(part)], reader.runs.read, reader.styles)
    if tracker.changes or comments or beside or _facts(part).identifier:
        notes = {each: _note(reader, comments.get(each)) for each in (*tracker.notes, *comments)}
        markup = _markup(part, stream, tracker, notes, comments, beside)
    others = tuple(_notices(reader, comments, part))
    headings = tuple(reader.headings)
    original = None
    if tracker.changes:
        told = tuple(_changes(reader, accepted=False))
        original = Imported(_read(stream, tracker, accepted=False), (*told, *others), headings, markup)
    told = tuple(_changes(reader, accepted=True))
    return Imported(_read(stream, tracker, accepted=True), (*told, *others), headings, markup, original)


def _markup(
    part: Any,
    stream: str,
    tracker: Tracker,
    notes: Mapping[str, Note],
    comments: Mapping[str, Xml],
    beside: tuple[ChangeBeside, ...],
) -> Markup:
    """The marks on the text with every change rejected and, in a redline of a draft, on the text of that.

    A file that does not say what it was may be such a redline: its text tells (`marked_files.marks_for`).
    """
    met, answered = list(tracker.notes), answered_comments(part, comments)
    others = {each: note for each, note in notes.items() if each not in tracker.notes}
    is_own = _ownership(part, tracker)

    def read(is_text: Callable[[Tracked], bool] | None) -> Markup:
        markup = markup_of(stream, tracker, [notes[each] for each in met], is_text)
        placed = with_answers(met, markup.notes, others, answered)
        return replace(markup, notes=placed, left_from=_facts(part).identifier or "", beside=beside)

    markup = read(None)
    if not any(map(is_own, tracker.changes)):
        return markup
    on_draft = read(is_own)
    quoted = tuple(
        replace(note, quote=markup.text[before.start : before.end] if before.start != NOWHERE else "")
        for note, before in zip(on_draft.notes, markup.notes, strict=True)
    )
    return replace(markup, on_draft=replace(on_draft, notes=quoted))


def _ownership(part: Any, tracker: Tracker) -> Callable[[Tracked], bool]:
    """Whether a change is one that this site tracked: by the author of the file, at the moment at which it was made.

    In a file without an identity, whether it is of the author and the minute of most changes.
    """
    facts = _facts(part)
    if not facts.identifier:
        minutes = Counter(_minute(change) for change in tracker.changes if change.author).most_common(1)
        return lambda change: bool(change.author) and _minute(change) == minutes[0][0]
    at = f"{facts.created:%Y-%m-%dT%H:%M}" if facts.created else ""
    return lambda change: bool(at) and change.author == facts.author and change.at.startswith(at)


def _minute(change: Tracked) -> tuple[str, str]:
    """Who changed it, and at which minute."""
    return change.author, change.at[: len("2026-11-02T10:00")]


def _facts(part: Any) -> CoreProperties:
    """What the file says of itself; LibreOffice may lead to it by a relation of another name than Word."""
    targets = (each.target_part for each in part.package.rels.values() if not each.is_external)
    found = (each.core_properties for each in targets if isinstance(each, CorePropertiesPart))
    return next(found, None) or part.package.core_properties


def _read(stream: str, tracker: Tracker, *, accepted: bool) -> str:
    text = reading(with_sentences(stream, accepted=accepted), tracker, accepted=accepted)
    return text if not text or text.endswith("\n") else f"{text}\n"


def _note(reader: BodyReader, comment: Xml | None) -> Note:
    if comment is None:
        return Note("", NOBODY, "")
    words = "\n".join(reader.runs.text(paragraph) for paragraph in comment.iter(PARAGRAPH))
    return Note(words.strip(), comment.get(AUTHOR) or NOBODY, comment.get(DATE) or "")


_COUNTED: dict[str, Callable[[int], Message]] = {
    "unseen": told_unseen,
    "said": lambda count: ngettext(
        "%(count)s remark of this site that a provision is repealed was left out.",
        "%(count)s remarks of this site that provisions are repealed were left out.",
        count,
    ),
    "hidden": lambda count: ngettext(
        "%(count)s piece of hidden text, which Word does not show, was left out.",
        "%(count)s pieces of hidden text, which Word does not show, were left out.",
        count,
    ),
    "struck": told_struck,
    "inner tables": told_inner_tables,
    "boxes": lambda count: ngettext(
        "%(count)s text box or drawing was left out: add its words by hand.",
        "%(count)s text boxes or drawings were left out: add their words by hand.",
        count,
    ),
    "formulas": lambda count: ngettext(
        "%(count)s formula was left out: write it in words.",
        "%(count)s formulas were left out: write them in words.",
        count,
    ),
    "signs": lambda count: ngettext(
        "%(count)s sign of a special font was left out: add it by hand.",
        "%(count)s signs of special fonts were left out: add them by hand.",
        count,
    ),
    "inner files": lambda count: ngettext(
        "%(count)s file inside the document was left out: add its words by hand.",
        "%(count)s files inside the document were left out: add their words by hand.",
        count,
    ),
}


def _changes(reader: BodyReader, *, accepted: bool) -> Iterator[Message]:
    """What became of tracked changes, and whose they are."""
    insertions, deletions = reader.runs.seen["insertions"], reader.runs.seen["deletions"]
    yield from told_changes(insertions, deletions, accepted=accepted)
    if reader.runs.authors:
        yield _("The tracked changes are by %(authors)s.", authors=_listed(reader.runs.authors))


def _notices(reader: BodyReader, comments: Mapping[str, Xml], part: Any) -> Iterator[Message]:
    seen = reader.runs.seen
    if comments:
        authors = dict.fromkeys(comment.get(AUTHOR) or NOBODY for comment in comments.values())
        yield ngettext(
            "%(count)s comment by %(authors)s was left out.",
            "%(count)s comments by %(authors)s were left out.",
            len(comments),
            authors=_listed(authors),
        )
    for name, told in _COUNTED.items():
        if seen[name]:
            yield told(seen[name])
    if reader.runs.boxes:
        yield _(
            "Text boxes and drawings were left out: %(words)s. Add their words by hand where they are law.",
            words=_listed(f"“{words}”" for words in reader.runs.boxes),
        )
    if words := _listed(f"“{text}”" for text in dict.fromkeys(map(words_of, _margins(part))) if text):
        yield _("Headers and footers were left out: %(words)s.", words=words)


def _margins(part: Any) -> list[Xml]:
    """The headers and footers."""
    return [*all_related(part, RELATIONSHIP_TYPE.HEADER), *all_related(part, RELATIONSHIP_TYPE.FOOTER)]


def _listed(names: Iterable[str]) -> str:
    all_names = list(names)
    rest = len(all_names) - _MOST_NAMED
    return ", ".join(all_names[:_MOST_NAMED]) + (f" +{rest}" if rest > 0 else "")
