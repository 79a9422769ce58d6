"""Instruments, provisions, versions, instructions and redlines."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AmendmentsConfig(AppConfig):
    """The law: what is in force, what is proposed, and what was sealed."""

    name = "amendments"
    verbose_name = _("Law")

    def ready(self) -> None:
        """Install the seals after every migration and make references to versions known to Wagtail."""
        from wagtail.models import ReferenceIndex

        from amendments import checks, history, seals
        from amendments.models import Version

        checks.register_checks()
        history.connect()
        post_migrate.connect(seals.install_after_migrate, sender=self)
        ReferenceIndex.register_model(Version)
