"""The page of the explanatory note of a draft, and the form in which its drafters write it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amendments.actions.drafting.write_note import WriteNote
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.forms.note_form import NoteForm
from amendments.models import Amendment, Draft, NoteFile
from amendments.queries.drafting.explanatory_notes import (
    ExplanatoryNote,
    draft_before,
    explanatory_note,
    files_on,
    written_on,
)
from amendments.queries.files.downloads import downloads
from amendments.renderers.paper.documents import NoteDocument
from amendments.views.amending_acts import draft_and_versions
from amendments.views.downloads import FILE_HEADERS
from amendments.views.texts import note_reading


def note(request: HttpRequest, page: Amendment, number: int) -> HttpResponse:
    """What the drafters wrote on each item and attached to it, and what is not written yet."""
    draft, _versions = draft_and_versions(request, page, number)
    note_reading(request, draft)
    context = {
        "page": page,
        "text": draft,
        "note": explanatory_note(request.user, draft),
        "downloads": downloads(NoteDocument, draft.note_url),
    }
    return render(request, "madda/amendments/explanatory_note.html", context)


@login_required
def write_note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form; a new note begins with the words and the files of the draft before."""
    drafts = Draft.objects.visible_to(request.user).select_related("amendment")
    draft = get_object_or_404(drafts, pk=pk)
    if not draft.is_drafted_by(request.user):
        raise PermissionDenied
    found = explanatory_note(request.user, draft)
    form = _form(request, draft, found)
    if request.method == "POST" and form.is_valid():
        action = WriteNote(
            draft,
            form.words,
            actor=Actor.now(request.user),
            seen=form.cleaned_data["seen"],
            files=form.new_files,
            removed=form.cleaned_data["removed"],
            carried=form.cleaned_data["carried"],
        )
        try:
            action.execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The explanatory note is saved."))
            return redirect(draft.note_url)
    context = {"page": draft.amendment, "text": draft, "note": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "madda/amendments/write_note.html", context, status=status)


def _form(request: HttpRequest, draft: Draft, found: ExplanatoryNote) -> NoteForm:
    written, earlier = written_on(draft), draft_before(draft)
    before = files_on(earlier) if earlier else {}
    is_new = not written and not any(line.files for line in found.lines)
    words = written_on(earlier) if earlier and not written else written
    carried = [row.pk for rows in before.values() for row in rows] if is_new else []
    initial = {**words, "seen": found.hash, "carried": carried}
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return NoteForm(found.lines, *posted, initial=initial, before=before)


@require_safe
def note_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A file for whoever may read the draft. Browsers save it and never open it on this site."""
    found = get_object_or_404(NoteFile.objects.select_related("draft").defer(None), pk=pk)
    if not Draft.objects.visible_to(request.user).filter(pk=found.draft_id).exists():
        raise Http404
    response = HttpResponse(bytes(found.content), content_type=found.media_type, headers=FILE_HEADERS)
    response["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    return response
