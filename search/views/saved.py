"""`/search/saved/`: the searches that a person keeps, and their feeds."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from search.alerts import fed, known
from search.feeds import feed_of
from search.forms import SaveSearch
from search.mails import absolute
from search.models.saved import SavedSearch, new_token

FEED_LENGTH = 50


@login_required
@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """The saved searches of the person."""
    return render(request, "madda/search/saved.html", {"searches": _own(request)})


@login_required
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save a search; saving it again renames it."""
    form = SaveSearch(request.POST, owner=request.user)
    if not form.is_valid():
        return render(
            request, "madda/search/saved.html", {"searches": _own(request), "form": form}, status=422
        )
    with transaction.atomic():  # the worker reports nothing before the known finds are stored
        row, is_new = SavedSearch.objects.update_or_create(
            owner=form.owner,
            address=form.cleaned_data["address"],
            defaults={
                "name": form.cleaned_data["name"],
                "by_mail": form.cleaned_data["by_mail"],
                "language": get_language() or "en",
            },
        )
        if is_new:
            known(row)
    messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
    return redirect("search:saved")


@login_required
@require_POST
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Switch the mail on or off, choose what the feed shows, renew its address, or delete the search."""
    row = get_object_or_404(SavedSearch, pk=pk, owner=request.user)
    if "delete" in request.POST:
        row.delete()
        messages.success(request, _("“%(name)s” is deleted.") % {"name": row.name})
    elif "renew" in request.POST or "feed" in request.POST:
        # What a feed shows changes with its address: who has the old one reads no more, and no less, than before
        shown = {"feeds_all": request.POST["feed"] == "all"} if "feed" in request.POST else {}
        _rewrite(row, token=new_token(), **shown)
        messages.success(
            request, _("The feed of “%(name)s” has a new address; the old one is gone.") % {"name": row.name}
        )
    else:
        _turn_mail(row, on="mail" in request.POST)
        messages.success(request, _("“%(name)s” is changed.") % {"name": row.name})
    return redirect("search:saved")


@csrf_exempt  # mail programs post without a cookie; the secret address is the right (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stop_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the mails of a search, without signing in, for anybody who received one."""
    try:
        row = SavedSearch.stopped_by(token)
    except SavedSearch.DoesNotExist:
        raise Http404 from None
    if request.method == "POST":
        _turn_mail(row, on=False)
    return render(request, "madda/search/stop_mail.html", {"saved": row})


@require_safe
@never_cache
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a saved search found since it was saved: what is public now, or its owner may read (Atom, RFC 4287)."""
    row = get_object_or_404(SavedSearch.objects.select_related("owner"), token=token, owner__is_active=True)
    lines = fed(row, row.found.filter(day__isnull=False)[:FEED_LENGTH])
    dated = sorted(
        ((_beginning(found.day), card) for found, card in lines if found.day),
        key=lambda line: (-line[0].toordinal(), line[1].like),  # within a day not in the order of the index
    )
    found = feed_of(row, absolute(request.path), dated)
    return HttpResponse(found.writeString("utf-8"), content_type=found.content_type)


def _beginning(day: date) -> datetime:
    """The first moment of a day: the standard asks for a moment, and no more than the day is told."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


def _own(request: HttpRequest) -> Any:
    return SavedSearch.objects.filter(owner=request.user)  # type: ignore[misc] # signed in


def _turn_mail(row: SavedSearch, *, on: bool) -> None:
    """Finds from the time without mail are not sent later."""
    _rewrite(row, by_mail=on)
    row.found.filter(is_mailed=False).update(is_mailed=True)


def _rewrite(row: SavedSearch, **values: Any) -> None:
    """Write these values, and nothing if the search was deleted in another tab meanwhile."""
    SavedSearch.objects.filter(pk=row.pk).update(**values)
    for name, value in values.items():
        setattr(row, name, value)
