"""The items of this app in the menu of Wagtail's admin."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from consultations.permissions import sees_institutions, sees_vocabularies


class VocabulariesItem(MenuItem):
    """Shown to those who see the vocabularies."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may open them."""
        return sees_vocabularies(request.user)


class InstitutionsItem(MenuItem):
    """Shown to those who see the lists of bodies."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may open it."""
        return sees_institutions(request.user)
