"""Stopping letters with the address in a mail, without signing in (RFC 8058)."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.models.letter import Follow, LetterGroup, LetterSettings, Pace

_SIGNER = Signer(salt="consultations.letters.stop")
EVERYTHING = ""
"""The group of a summary: its address stops letters of every group."""


_FOLLOWED = "follow-"


def followed(key: object) -> str:
    """The group of a letter about something that the person follows."""
    return f"{_FOLLOWED}{key}"


def stop_address(user: Any, group: str) -> str:
    """The address that stops the letters of a group to this person."""
    return reverse("consultations:stop_letters", args=[_SIGNER.sign(f"{user.pk}:{group}")])


def read_address(signed: str) -> tuple[Any, str] | None:
    """The person and the group of such an address; None if it was not made here."""
    try:
        key, _colon, group = _SIGNER.unsign(signed).partition(":")
    except BadSignature:
        return None
    user = get_user_model()._default_manager.filter(pk=key).first()
    known = group == EVERYTHING or group in LetterGroup or group.startswith(_FOLLOWED)
    return (user, group) if user is not None and known else None


def label_of(group: str) -> str:
    """What the address stops, in words."""
    if group.startswith(_FOLLOWED):
        return _("Mails about something that you follow")
    return _("All mails that can be stopped") if group == EVERYTHING else str(LetterGroup(group).label)


@transaction.atomic
def stop(user: Any, group: str) -> None:
    """Send no more letters of the group, or of any; send none about the followed thing that the group names.

    A second call changes nothing.
    """
    if group == EVERYTHING or group.startswith(_FOLLOWED):
        own_follows = Follow.objects.filter(person=user)
        named = own_follows.filter(pk=group.removeprefix(_FOLLOWED)) if group else own_follows
        named.update(pace=Pace.OFF)
        if group:
            return
    groups = LetterGroup.values if group == EVERYTHING else [group]
    own, _created = LetterSettings.objects.select_for_update().get_or_create(person=user)
    own.paces |= dict.fromkeys(groups, Pace.OFF.value)
    own.save(update_fields=["paces"])
