"""Pages that belong to no app, the health check and pictures."""

from posixpath import normpath

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.static import serve

PICTURES = ("images/", "original_images/")  # documents are served by Wagtail, which asks for permission


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Tell a load balancer whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "unavailable"}, status=503)
    return JsonResponse({"database": "ok"})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "home/accessibility.html")


@require_safe
def uploads(request: HttpRequest, path: str) -> FileResponse | HttpResponse:
    """Serve the pictures of pages in development. In production the web server does."""
    path = normpath(path)  # ".." cannot lead out of the folders of pictures
    if not settings.MADDA_DEMO or not path.startswith(PICTURES):
        raise Http404
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
