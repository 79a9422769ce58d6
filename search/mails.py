"""The mail of a saved search. It names each find with its link and quotes nothing that is not public."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from search.models.saved import SavedSearch
from search.queries.cards import Card


def absolute(path: str) -> str:
    """A path of this site as a whole address."""
    return path if "://" in path else f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def address_of(owner: Any) -> str:
    """The e-mail address of an account, whatever its model calls it; "" if it has none."""
    return getattr(owner, owner.get_email_field_name(), "") or ""


def send(saved: SavedSearch, cards: Sequence[Card]) -> None:
    """Tell the owner of new finds. An account without an address reads them in the feed."""
    if not (address := address_of(saved.owner)):
        return
    stop = absolute(reverse("search:stop_mail", args=[saved.stop_token]))
    with override(saved.language):
        subject = ngettext("%(count)d new result: %(name)s", "%(count)d new results: %(name)s", len(cards))
        context = {
            "saved": saved,
            "finds": [(card, absolute(card.content.url)) for card in cards],
            "search_url": absolute(f"{reverse('search:search')}?{saved.address}"),
            "stop_url": stop,
        }
        message = EmailMessage(
            subject % {"count": len(cards), "name": saved.name},
            render_to_string("madda/search/mail.txt", context),
            to=[address],
            headers={
                "List-Unsubscribe": f"<{stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                "Auto-Submitted": "auto-generated",
            },
        )
    message.send()
