"""A person's preferences for mails, and the address in a mail that stops them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from consultations.forms.letters import LetterPreferences
from consultations.letters.pacing import language_of, settings_of
from consultations.letters.stopping import EVERYTHING, read_address, stop
from consultations.models.letter import LetterGroup


@login_required
@never_cache
def preferences(request: HttpRequest) -> HttpResponse:
    """How often to be told of what, and in which language."""
    own = settings_of(request.user)
    form = LetterPreferences(own, request.POST or None, language=language_of(request.user, own))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your choice is saved."))
        return redirect("consultations:letters")
    return render(request, "madda/consultations/letters/preferences.html", {"form": form})


@csrf_exempt  # mail programs post without a cookie; the signed address is the right (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stop_letters(request: HttpRequest, signed: str) -> HttpResponse:
    """Stop the mails of a group without signing in. Opening the address alone changes nothing."""
    found = read_address(signed)
    if found is None:
        raise Http404
    user, group = found
    if request.method == "POST":
        stop(user, group)
    label = _("All mails") if group == EVERYTHING else LetterGroup(group).label
    context = {"label": label, "is_stopped": request.method == "POST"}
    return render(request, "madda/consultations/letters/stop.html", context)
