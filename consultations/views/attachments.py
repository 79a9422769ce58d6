"""Downloads of the files of comments."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from consultations.models import Attachment
from consultations.queries.comments.senders import is_text_open
from consultations.views.requests import visible_comment

_HEADERS = {
    "Cache-Control": "private, no-cache",  # a comment can be withdrawn at any moment
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@require_safe
def download(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A file for whoever may read the text of its comment now. Browsers save it and never open it on this site."""
    attachment = get_object_or_404(Attachment.objects.visible_to(request.user).defer(None), pk=pk)
    if not is_text_open(visible_comment(request, attachment.comment_id), request.user):
        raise Http404
    response = HttpResponse(bytes(attachment.content), content_type=attachment.media_type, headers=_HEADERS)
    response["Content-Disposition"] = content_disposition_header(True, attachment.name) or "attachment"
    return response
