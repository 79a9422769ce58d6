"""Instruments, provisions, versions, instructions and redlines."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AmendmentsConfig(AppConfig):
    """The law: what is in force, what is proposed, and what was sealed."""

    name = "amendments"
    verbose_name = _("Law")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Install the seals after every migration; tell Wagtail what refers to versions and who reads pages."""
        from wagtail.models import AbstractPage, ReferenceIndex
        from wagtail.permissions import register_permission_policy

        from amendments import checks
        from amendments.admin import comparisons, exports, log_readers
        from amendments.admin.page_policy import ReadablePages
        from amendments.audit import history
        from amendments.copies import generation
        from amendments.models import Draft, Version
        from amendments.record import linking, seals

        checks.register_checks()
        history.connect()
        linking.connect()
        generation.listen()
        comparisons.register()
        exports.register()
        log_readers.register()
        post_migrate.connect(seals.install_after_migrate, sender=self)
        ReferenceIndex.register_model(Draft)
        ReferenceIndex.register_model(Version)
        register_permission_policy(AbstractPage, ReadablePages())
