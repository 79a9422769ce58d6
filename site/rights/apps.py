"""Human rights: the issues that the Ombudsman's office follows in the law."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RightsConfig(AppConfig):
    """Rights issues with their texts, assessments and internal notes."""

    name = "rights"
    verbose_name = _("Human rights")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow issues in new texts, and keep their log apart: administrators and auditors may not know of them."""
        from wagtail.log_actions import registry

        from amendments.signals import changed
        from consultations.letters.registry import add_kinds
        from consultations.models import ConfidentialLogEntry
        from rights import models, opinion_letters, reply_letters, right_letters
        from rights.checks import register_checks
        from rights.new_texts import follow_in_new_texts, follow_to_the_end

        register_checks()
        changed.connect(follow_in_new_texts, dispatch_uid="rights.new_texts")
        changed.connect(follow_to_the_end, dispatch_uid="rights.follow_to_the_end")
        changed.connect(right_letters.look_again, dispatch_uid="rights.look_again")
        add_kinds((*reply_letters.KINDS, *opinion_letters.KINDS, *right_letters.KINDS))
        for kept_apart in (
            models.RightsIssue,
            models.RightTag,
            models.IssueNote,
            models.Evidence,
            models.InternationalRecommendation,
            models.Assessment,
            models.IssuePlacement,
            models.ReplyRequest,
            models.Opinion,
            models.Recommendation,
            models.RecommendationReply,
            models.FollowUp,
        ):
            registry.register_model(kept_apart, ConfidentialLogEntry)
