"""A plugin with an audience of its own: the deputies of a parliament, wider than the committee."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.audiences import NOBODY
from amendments.models import Draft, Version


class Deputies:
    """The people in the group of this name. They read a draft only once it is in its second reading or later."""

    slug = "deputies"
    label = _("deputies")
    width = 60

    def drafts_of(self, user: Any) -> Q:
        """All that is released to them."""
        return Q() if user.groups.filter(name="deputies").exists() else NOBODY

    def texts_of(self, user: Any) -> Q:
        """All that is released to them."""
        return self.drafts_of(user)

    def obstacle(self, text: Draft | Version) -> str:
        """The first draft is not shown to them."""
        return "The deputies read the second draft." if text.number == 1 else ""
