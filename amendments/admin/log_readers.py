"""Says who reads the log: administrators and auditors. In it, their other roles and superuser status name no row.

Wagtail shows an entry to everybody with any permission on the kind of row, so that a secretary, who may propose an
instruction, would read of the instructions of every draft, and of who downloaded it.
"""

from typing import Any

from django.contrib.auth.models import Permission
from wagtail.models.audit_log import ModelLogEntryManager

from amendments.permissions import groups_granting

READS_LOG = "wagtailcore.view_modellogentry"


def register() -> None:
    """Give the log of plain rows our rule."""
    ModelLogEntryManager.viewable_by_user = entries_named_to


def entries_named_to(entries: Any, user: Any) -> Any:
    """The entries on the kinds of rows that the groups of administrators or auditors know."""
    readers = groups_granting(user, READS_LOG)
    known = Permission.objects.filter(group__user=user.pk, group__name__in=readers)
    return entries.filter(content_type__in=known.values("content_type"))
