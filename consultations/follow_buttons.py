"""The button with which a reader follows what a page shows, or follows it no more."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from amendments.hooks import Link
from amendments.models import Instrument, Provision, Version
from consultations.models import Follow
from consultations.models.letter import FollowKind

WORDS = {
    FollowKind.ACT: _("Follow this act by mail"),
    FollowKind.PROVISION: _("Follow this provision by mail"),
    FollowKind.ROUND: _("Follow this round by mail"),
    FollowKind.RIGHT: _("Follow this right by mail"),
}


def follow_button(request: HttpRequest, kind: FollowKind, key: object, name: str = "") -> str:
    """A button with the present state; a visitor is led to the sign-in and back to this page. One query."""
    user = request.user
    is_followed = (
        user.is_authenticated and Follow.objects.filter(person=user, kind=kind, key=str(key)).exists()
    )
    context = {
        "what": f"{kind}/{key}",
        "words": WORDS[kind],
        "name": name,
        "is_followed": is_followed,
        "here": request.get_full_path(),
    }
    return render_to_string("madda/consultations/letters/follow_button.html", context, request)


class FollowProvision:
    """Answers the hook `register_provision_panels`: on the provision's own page."""

    slug = "follow"

    def links(self, request: HttpRequest, versions: Sequence[Version]) -> Mapping[str, Sequence[Link]]:
        """None: the texts have enough links."""
        return {}

    def render(self, request: HttpRequest, provision: Provision) -> str:
        """Nothing beside a text."""
        if request.resolver_match is None or request.resolver_match.url_name != "provision":
            return ""
        return follow_button(request, FollowKind.PROVISION, provision.pk)


class FollowAct:
    """Answers the hook `register_act_panels`."""

    slug = "follow"

    def render(self, request: HttpRequest, act: Instrument) -> str:
        """Whoever may open the page of the act may follow it."""
        return follow_button(request, FollowKind.ACT, act.pk)
