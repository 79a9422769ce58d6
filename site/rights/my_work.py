"""What rights issues add to the first page and to the navigation."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.links import Link
from amendments.permissions import holds
from amendments.work import Work
from rights.powers import Power


class RightsWork(Work):
    """The desk of the Ombudsman's office."""

    slug = "rights"

    def places(self, user: Any) -> Sequence[Link]:
        """The list of issues."""
        return [Link(_("Rights"), reverse("rights:issues"))] if holds(user, Power.READ) else []
