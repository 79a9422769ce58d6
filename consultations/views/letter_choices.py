"""A person's preferences for mails, and the address in a mail that stops them."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from consultations.forms.letter_choices import LetterPreferences
from consultations.letters.following import Subject, subject_of
from consultations.letters.pacing import language_of, settings_of
from consultations.letters.stopping import label_of, read_address, stop
from consultations.models import Follow
from consultations.models.letter import FollowKind, Pace
from consultations.queries.my_tasks.follows import offered_to_follow, things_followed
from consultations.queries.rounds.told import told_grid
from consultations.views.requests import managed_round_of


@login_required
@never_cache
def preferences(request: HttpRequest) -> HttpResponse:
    """How often to be told of what, and in which language."""
    own = settings_of(request.user)
    if request.method == "POST" and "renew" in request.POST:
        own.renew()
        own.save()
        messages.success(request, _("Calendar and feed have new addresses; the old ones are gone."))
        return redirect("consultations:letters")
    form = LetterPreferences(own, request.POST or None, language=language_of(request.user, own))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your choice is saved."))
        return redirect("consultations:letters")
    context = {
        "form": form,
        "own": own,
        "things": things_followed(request.user),
        "offered": offered_to_follow(request.user, request.GET.get("words", "")),
        "paces": Pace.choices,
    }
    return render(request, "madda/consultations/letters/preferences.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Follow something that one may read, change how often one hears of it, or follow it no more.

    Who had to sign in again after the click comes back without the form, and finds the list of what is followed.
    """
    if request.method != "POST":
        return redirect("consultations:letters")
    kind, _slash, key = request.POST.get("what", "").partition("/")
    subject = subject_of(request.user, kind, key) if kind in FollowKind and key else None
    own = Follow.objects.filter(person=request.user.pk, kind=kind, key=key)
    if "stop" in request.POST:
        own.delete()
        messages.success(request, _("You do not follow it any more."))
    elif subject is None:
        raise Http404
    else:
        pace = request.POST.get("pace", Pace.AT_ONCE)
        Follow.objects.update_or_create(
            person_id=request.user.pk,
            kind=kind,
            key=key,
            defaults={"pace": pace if pace in Pace else Pace.AT_ONCE},
        )
        messages.success(request, _("You follow “%(name)s”.") % {"name": subject.name})
    return HttpResponseRedirect(_back(request, subject))


def _back(request: HttpRequest, subject: Subject | None) -> str:
    """The page with the button, else the list of what is followed, else the page of the subject."""
    given = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(given, {request.get_host()}, require_https=request.is_secure()):
        return given
    return reverse("consultations:letters") if "list" in request.POST or subject is None else subject.url


@login_required
def who_was_told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Institutions by what they were told of a round, for its secretary."""
    round_ = managed_round_of(request, pk)
    context = {"round": round_, "grid": told_grid(round_)}
    return render(request, "madda/consultations/letters/told.html", context)


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
    context = {"label": label_of(group), "is_stopped": request.method == "POST"}
    return render(request, "madda/consultations/letters/stop.html", context)
