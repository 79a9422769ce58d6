"""Pages that show one text against another, act by act."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _

from amendments.hooks import DRAFT_NOTES, collect
from amendments.models import Amendment, Draft, Instrument, Version
from amendments.queries.drafting.entering import entering
from amendments.queries.files.downloads import Pair, downloads, is_remarked_on
from amendments.queries.law.column_names import column_name
from amendments.queries.law.in_force_now import coming_among
from amendments.queries.showing.kept_readings import kept_redline
from amendments.queries.showing.readings import ReadingPage
from amendments.renderers.paper.documents import (
    CommentedDocument,
    ComparisonDocument,
    PaperDocument,
    RedlineDocument,
    SingleRedlineDocument,
)
from amendments.views.text_choice import keeps_text_choice, shown_to
from amendments.views.texts import (
    chosen_act,
    has_discussion,
    links_of,
    name_of,
    note_reading,
    versions_of,
    visible_text,
)


class Display(TextChoices):
    """How a redline is laid out."""

    INLINE = "inline", _("Inline")
    SIDE = "side", _("Side by side")
    TABLE = "table", _("Table")
    CHANGED = "changed", _("Changed only")


TEMPLATES = {
    Display.INLINE: "redline_inline.html",
    Display.SIDE: "redline_side.html",
    Display.TABLE: "redline_table.html",
    Display.CHANGED: "redline_inline.html",
}
PHONE = "Sec-CH-UA-Mobile"


@keeps_text_choice
def redline(request: HttpRequest, page: Amendment, number: int) -> HttpResponse:
    """A draft against the texts that it amends."""
    return _show(request, page, *draft_pairs(request, page, number), here="redline")


@keeps_text_choice
def compare(request: HttpRequest, page: Instrument | Amendment, old: int, new: int) -> HttpResponse:
    """Any two consolidated texts of an act or drafts of an amendment; draft 0 is the base."""
    return _show(request, page, *compared_pairs(request, page, old, new))


def draft_pairs(request: HttpRequest, page: Amendment, number: int) -> tuple[Draft | Version, list[Pair]]:
    """A draft that the reader may read, and its versions with their bases."""
    draft = visible_text(request, page, number)
    return draft, [_against_base(version) for version in versions_of(draft)]


def compared_pairs(
    request: HttpRequest, page: Instrument | Amendment, old: int, new: int
) -> tuple[Draft | Version, list[Pair]]:
    """The newer of two texts that the reader may read, and its versions with those of the older one."""
    if isinstance(page, Amendment) and old == 0:
        return draft_pairs(request, page, new)
    after = visible_text(request, page, new)
    before = {row.instrument_id: row for row in versions_of(visible_text(request, page, old))}
    pairs = [
        Pair(before[row.instrument_id], row) if row.instrument_id in before else _against_base(row)
        for row in versions_of(after)
    ]
    return after, pairs


def redline_documents(count: int) -> tuple[type[PaperDocument], ...]:
    """What the redline of so many acts offers as files; the second one where something is said about the draft."""
    first = SingleRedlineDocument if count == 1 else RedlineDocument
    return (first, CommentedDocument, ComparisonDocument)


def _against_base(version: Version) -> Pair:
    if version.parent is None:
        raise LookupError(f"draft version {version.pk} has no base")  # the seal writes one with every version
    return Pair(version.parent, version)


def choose(request: HttpRequest, page: Instrument | Amendment) -> HttpResponse:
    """Go to the pair that the form names."""
    numbers = [request.GET.get(name, "") for name in ("old", "new")]
    if not all(number.isdecimal() for number in numbers):
        return redirect(page.url)
    return redirect(f"{page.url}compare/{numbers[0]}/{numbers[1]}/")


def _show(
    request: HttpRequest,
    page: Instrument | Amendment,
    text: Draft | Version,
    pairs: Sequence[Pair],
    here: str = "",
) -> HttpResponse:
    display = _display(request)
    acts = tuple(pair.after.instrument for pair in pairs)
    chosen = chosen_act(request, acts)
    asked = [pair for pair in pairs if chosen in (None, pair.after.instrument)]
    links = links_of(request, [pair.after for pair in asked])
    compared = list(dict.fromkeys(version for pair in asked for version in (pair.before, pair.after)))
    words = shown_to(request, compared)
    readings = tuple(kept_redline(pair.before, pair.after, words) for pair in asked)
    remarks = has_discussion(links) and is_remarked_on(request, text)
    documents = [kind for kind in redline_documents(len(asked)) if remarks or kind is not CommentedDocument]
    slug = chosen.slug if chosen else ""
    context = {
        "page": page,
        "name": name_of(text),
        "text": text,
        "law": ReadingPage(readings, acts, chosen),
        "downloads": [link for kind in documents for link in downloads(kind, request.path, slug)],
        "here": here,
        "display": display,
        "displays": Display.choices,
        "columns": _columns(request, asked) if display is Display.TABLE else {},
        "links": links,
        "has_discussion": has_discussion(links),
        "coming": coming_among(compared),
        "notes": _notes(request, text),
        "entering": entering((pair.before, pair.after) for pair in asked),
        "folds_on_phones": display is Display.INLINE and not request.GET.get("view"),
    }
    note_reading(request, text)
    response = render(request, f"madda/amendments/{TEMPLATES[display]}", context)
    patch_vary_headers(response, [PHONE])
    return response


def _columns(request: HttpRequest, pairs: Sequence[Pair]) -> dict[UUID, tuple[str, str]]:
    """The names of the two columns, by the text on the right."""
    return {
        pair.after.pk: (column_name(request.user, pair.before), column_name(request.user, pair.after))
        for pair in pairs
    }


def _notes(request: HttpRequest, text: Draft | Version) -> list[str]:
    """What other apps say below the title of a draft."""
    if not isinstance(text, Draft):
        return []
    return [html for note in collect(DRAFT_NOTES) if (html := note.render(request, text))]


def _display(request: HttpRequest) -> Display:
    """The chosen display; on a phone that says so, only what changes, where nothing was chosen."""
    chosen = request.GET.get("view", "")
    if chosen in Display.values:
        return Display(chosen)
    return Display.CHANGED if request.headers.get(PHONE) == "?1" else Display.INLINE
