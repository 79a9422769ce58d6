"""Institutions, rounds, comments and their answers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultationsConfig(AppConfig):
    """Who was asked about a draft, what they said, and what became of it."""

    name = "consultations"
    verbose_name = _("Consultation")

    def ready(self) -> None:
        """Listen for new versions: every comment is placed on them."""
        from amendments.signals import changed
        from consultations.placing import place_on_new_versions

        changed.connect(place_on_new_versions, dispatch_uid="consultations.placing")
