"""Why an import of a table is refused."""

from django.utils.translation import gettext_lazy as _

from consultations.errors import ConsultationsError


class BadTable(ConsultationsError):
    """A table with a line that cannot be imported; the dry run names it."""

    message = _("Nothing is imported: the file has lines that are wrong. Choose it again to see them.")
