"""The items of this app in the menu of Wagtail's admin."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from amendments.permissions import holds
from consultations.access.powers import Power


class VocabulariesItem(MenuItem):
    """Shown to those who see the vocabularies."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may open them."""
        return holds(request.user, Power.SEE_VOCABULARIES)


class InstitutionsItem(MenuItem):
    """Shown to those who see the lists of bodies."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may open it."""
        return holds(request.user, Power.SEE_BODIES)
