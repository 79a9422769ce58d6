"""Names of several people in the reader's language."""

from django.utils.translation import gettext as _


def names_in_a_row(names: str) -> str:
    """Names that stand in lines of their own: "Ada, Ben and Eve"."""
    *others, last = names.split("\n")
    return _("%(others)s and %(last)s") % {"others": ", ".join(others), "last": last} if others else last
