"""Pages that belong to no app, the health check and pictures."""

from posixpath import normpath

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import DatabaseError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.static import serve

from amendments.hooks import PERSONAL_DATA, collect
from portal.home.health import machine
from portal.home.health.beats import try_to_write
from portal.home.health.examination import examine
from portal.home.health.findings import Grade
from portal.home.queries.work import dates_for, tasks_for, updates_for
from portal.home.visits import last_visit

PAGE_SIZE = 20
LISTS = {"waiting": _("Waiting for you"), "changes": _("Since your last visit"), "dates": _("Coming up")}
PICTURES = ("images/", "original_images/")  # documents are served by Wagtail, which asks for permission


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Tell a load balancer whether the database takes writes."""
    try:
        try_to_write(timezone.now())
    except DatabaseError:
        return JsonResponse({"database": "unavailable"}, status=503)
    return JsonResponse({"database": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Tell whether this process may get requests: database and cache work, and the tables are of this version."""
    now = timezone.now()
    found = examine(now, (machine.tables, machine.database, machine.shared_cache))
    lacking = sorted({one.thing for one in found if one.grade is Grade.FAULT})
    return JsonResponse({"ready": not lacking, "lacking": lacking}, status=503 if lacking else 200)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "home/accessibility.html")


@require_safe
def personal_data(request: HttpRequest) -> HttpResponse:
    """What the site keeps of people, for everybody."""
    return render(request, "home/personal_data.html", {"kinds": collect(PERSONAL_DATA)})


@require_safe
@login_required
def all_work(request: HttpRequest, name: str) -> HttpResponse:
    """One of the lists of “My work” as a whole, page by page. It is no visit."""
    if name not in LISTS:
        raise Http404
    now, user = timezone.now(), request.user
    if name == "waiting":
        rows: list[object] = [*tasks_for(user, now)]  # type: ignore[arg-type] # signed in
    elif name == "changes":
        rows = [*updates_for(user, last_visit(user), now)]  # type: ignore[arg-type]
    else:
        rows = [*dates_for(user, now)]  # type: ignore[arg-type]
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"name": name, "title": LISTS[name], "page": page, "template": f"home/{name}.html", "now": now}
    return render(request, "home/all_work.html", context)


@require_safe
def uploads(request: HttpRequest, path: str) -> FileResponse | HttpResponse:
    """Serve the pictures of pages in development. In production the web server does."""
    path = normpath(path)  # ".." cannot lead out of the folders of pictures
    if not settings.MADDA_DEMO or not path.startswith(PICTURES):
        raise Http404
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
