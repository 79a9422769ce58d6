"""The explanatory note of a draft as a document that leaves the site as a file."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amendments.models import Draft, Version
from amendments.queries.drafting.explanatory_notes import NoteLine, explanatory_note
from amendments.queries.files.downloads import draft_file_name, drafting_body_of
from amendments.renderers.paper.documents import NoteDocument, NoteLook, NoteParagraph, PaperAct, TitleBlock
from amendments.text.language import reader_language


def note_document(user: Any, draft: Draft, versions: Sequence[Version]) -> NoteDocument:
    """What the page of the note shows; of a file its name, because files are downloads of their own."""
    note = explanatory_note(user, draft)
    language = reader_language()
    what = _("Explanatory note")
    day = date_format(timezone.localtime(draft.sealed_at), "DATE_FORMAT")
    block = TitleBlock(
        title=what,
        lines=(draft.shown_title, f"{draft.label} · {_('sealed %(date)s') % {'date': day}}"),
        running=f"{what} · {draft.shown_title} · {draft.label}",
        foot=drafting_body_of(draft),
        page_of=_("page %(page)s of %(pages)s"),
        language=language,
    )
    name = draft_file_name(draft, versions, draft.shown_title)
    return NoteDocument(
        name=_("%(name)s, explanatory note") % {"name": name},
        title=f"{what} – {draft.shown_title} – {draft.label}",
        author=drafting_body_of(draft),
        at=timezone.localtime(draft.sealed_at),
        identity=note.hash,
        language=language,
        acts=(PaperAct(block, (), language),),
        paragraphs=(
            NoteParagraph(NoteLook.SECTION, _("Why the act is needed")),
            *(each for line in note.reasons for each in _paragraphs(line)),
            NoteParagraph(NoteLook.SECTION, _("What goes with the bill")),
            NoteParagraph(NoteLook.ITEM, _("Comparative table")),
            *(each for line in note.papers for each in _paragraphs(line)),
        ),
    )


def _paragraphs(line: NoteLine) -> Iterator[NoteParagraph]:
    """The item, the words on it, and its files."""
    source = f" ({line.item.source})" if line.item.source else ""
    yield NoteParagraph(NoteLook.ITEM, f"{line.item.label}{source}")
    yield from (NoteParagraph(NoteLook.WORDS, words) for words in line.words.split("\n") if words.strip())
    if line.files:
        names = ", ".join(row.name for row in line.files)
        yield NoteParagraph(NoteLook.SAID, _("Attached: %(names)s") % {"names": names})
    elif not line.words:
        yield NoteParagraph(NoteLook.SAID, _("not written yet"))
