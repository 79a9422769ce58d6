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
        from django.contrib.auth.signals import user_logged_in
        from wagtail.log_actions import registry

        from amendments.models import CheckFinding, LegalCheck, StateChange
        from amendments.signals import changed, sending
        from consultations import models
        from consultations.access import role_guards
        from consultations.checks import register_checks
        from consultations.letters.due_letters import object_to_lost_rights
        from consultations.letters.listening import note_letters
        from consultations.letters.pacing import remember_language
        from consultations.placing import place_on_new_drafts
        from consultations.referring import name_the_only_committee
        from consultations.views.kept import listen

        register_checks()
        listen()
        role_guards.listen()
        changed.connect(place_on_new_drafts, dispatch_uid="consultations.placing")
        changed.connect(name_the_only_committee, dispatch_uid="consultations.referring")
        changed.connect(note_letters, dispatch_uid="consultations.letters")
        user_logged_in.connect(remember_language, dispatch_uid="consultations.letters")
        sending.connect(object_to_lost_rights, dispatch_uid="consultations.letters")
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
            LegalCheck,
            CheckFinding,
        ):
            registry.register_model(kept_apart, models.ConfidentialLogEntry)
