"""Institutions, rounds, comments and their answers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultationsConfig(AppConfig):
    """Consultations on drafts: institutions, rounds, comments and answers."""

    name = "consultations"
    verbose_name = _("Consultation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen for sealed drafts and for requests, and give comments a log of their own."""
        from wagtail.log_actions import registry

        from amendments.models import StateChange
        from amendments.signals import changed
        from consultations import models
        from consultations.checks import register_checks
        from consultations.placing import place_on_new_drafts
        from consultations.referring import name_the_only_committee
        from consultations.views.kept import listen

        register_checks()
        listen()
        changed.connect(place_on_new_drafts, dispatch_uid="consultations.placing")
        changed.connect(name_the_only_committee, dispatch_uid="consultations.referring")
        for kept_apart in (
            models.Comment,
            models.Submission,
            models.Disposition,
            models.CoSignature,
            models.AnchorPlacement,
            models.LateAcceptance,
            models.Round,
            models.Referral,
            StateChange,
        ):
            registry.register_model(kept_apart, models.ConfidentialLogEntry)
