"""The roles of the site. Each is a group with the slug as its name; the apps grant its permissions."""

from django.contrib.auth.models import Permission
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.access.roles import install_roles


class Role(models.TextChoices):
    """A person's function on the site, whatever their institution."""

    DRAFTER = "drafter", _("Drafter")
    LEGAL_REVIEWER = "legal_reviewer", _("Legal reviewer")
    SECRETARY = "secretary", _("Committee secretary")
    CHAIR = "chair", _("Committee chair")
    MEMBER = "member", _("Committee member")
    RIGHTS_ANALYST = "rights_analyst", _("Ombudsman analyst")
    RIGHTS_HEAD = "rights_head", _("Ombudsman head of unit")
    RIGHTS_READER = "rights_reader", _("Ombudsman reader (read only)")
    HANDBOOK_EDITOR = "handbook_editor", _("Handbook editor")
    TRAINING_COORDINATOR = "training_coordinator", _("Training coordinator")
    ADMINISTRATOR = "administrator", _("Site administrator")
    AUDITOR = "auditor", _("Auditor (read only)")
    LEGAL_READER = "legal_reader", _("Legal reader (verified)")
    CITIZEN = "citizen", _("Individual citizen")


OTHER_LABELS = {
    "author": _("Author"),
    "focal_point": _("Focal point"),
    "translator": _("Translator"),
}
"""Groups of the apps that are no role of this site with a guide of its own."""


def label_of(group: str) -> str:
    """What a group is called on screen: the label of its role, or its own name."""
    return str(Role(group).label if group in Role else OTHER_LABELS.get(group, group))


def install() -> None:
    """The groups of the apps; administrators keep the accounts of this site besides."""
    keep = Permission.objects.filter(
        content_type__app_label="users", codename__in=("view_user", "add_user", "change_user")
    )
    for group in install_roles():
        if group.name == Role.ADMINISTRATOR:
            group.permissions.add(*keep)
