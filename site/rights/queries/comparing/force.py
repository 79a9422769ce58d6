"""What a treaty is for the country, as the table of concordance says it."""

from django.utils.translation import gettext as _

from consultations.models import Treaty
from consultations.rules.benchmarks import TreatyStatus


def force(treaty: Treaty) -> str:
    """In one word."""
    if treaty.status == TreatyStatus.PARTY:
        return _("binding")
    if treaty.status == TreatyStatus.BENCHMARK:
        return _("benchmark")
    return str(treaty.get_status_display())
