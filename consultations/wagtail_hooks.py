"""Registers what this app adds to Wagtail."""

from typing import Any

from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.menu import MenuItem

from consultations.access.remit import Remit
from consultations.audiences import InCommittee, Invited
from consultations.follow_buttons import FollowAct, FollowProvision
from consultations.letters.due_letters import WriteLetters
from consultations.letters.late_reminders import RemindLate
from consultations.letters.reminders import Remind
from consultations.log_actions import ACTIONS
from consultations.models import Cluster, Institution, Right, Round, Term, Treaty
from consultations.my_work import ConsultingWork
from consultations.panels import (
    CommentsBesideProvisions,
    CommentsInFiles,
    CommitteeOfAmendment,
    RoundsOfAmendment,
    RoundsOnDraft,
)
from consultations.personal_data import KINDS
from consultations.queries.my_tasks.sequels import RoundSequel
from consultations.queries.rounds.round_moments import RoundMoments
from consultations.queries.rounds.step_warnings import RoundWarning
from consultations.record.in_the_chain import recorded_of_consultations
from consultations.record.sealed_rows import sealed_of_consultations
from consultations.reviewing import OfLegalService
from consultations.views.cms import urls
from consultations.views.cms.histories import InstitutionFinder, RoundFinder, RowFinder
from consultations.views.cms.letters_aside import LettersOnMailPage
from consultations.views.cms.menu import InstitutionsItem, VocabulariesItem

register_admin_url_finder(Institution, InstitutionFinder)
register_admin_url_finder(Round, RoundFinder)
for vocabulary in (Cluster, Right, Term, Treaty):
    register_admin_url_finder(vocabulary, RowFinder)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    """Institutions and histories."""
    return [path("", include(urls))]


@hooks.register("register_periodic_jobs")
def periodic_jobs() -> list[object]:
    """What the runner does for this app."""
    return [WriteLetters(), Remind(), RemindLate()]


@hooks.register("register_moments")
def moments() -> RoundMoments:
    return RoundMoments()


@hooks.register("register_admin_menu_item")
def institutions_item() -> MenuItem:
    address = reverse("consultations_admin:institutions")
    return InstitutionsItem(_("Institutions"), address, icon_name="group", order=92)


@hooks.register("register_admin_menu_item")
def committees_item() -> MenuItem:
    """Return the menu item of committees, with their offices and seats."""
    address = reverse("consultations_admin:committees")
    return InstitutionsItem(_("Committees"), address, icon_name="user", order=93)


@hooks.register("register_admin_menu_item")
def vocabularies_item() -> MenuItem:
    address = reverse("consultations_admin:vocabulary", args=["rights"])
    return VocabulariesItem(_("Vocabularies"), address, icon_name="list-ul", order=94)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Register the names of our actions in the site history."""
    for name, label in ACTIONS.items():
        actions.register_action(name, label, label)


@hooks.register("register_work")
def work() -> ConsultingWork:
    return ConsultingWork()


@hooks.register("register_step_sequels")
def step_sequels() -> RoundSequel:
    """Register what a step cannot be taken back after."""
    return RoundSequel()


@hooks.register("register_step_warnings")
def step_warnings() -> RoundWarning:
    """Register what a step would cut short."""
    return RoundWarning()


@hooks.register("register_review_rules")
def review_rules() -> OfLegalService:
    """Register who may check whose drafts."""
    return OfLegalService()


@hooks.register("register_mail_panels")
def mail_panels() -> LettersOnMailPage:
    """Register what the page on mails shows of letters."""
    return LettersOnMailPage()


@hooks.register("register_audiences")
def audiences() -> list[object]:
    return [Invited(), InCommittee()]


@hooks.register("register_remits")
def remits() -> Remit:
    """On which amendments the powers of an office count."""
    return Remit()


@hooks.register("register_provision_panels")
def provision_panels() -> list[object]:
    return [CommentsBesideProvisions(), FollowProvision()]


@hooks.register("register_act_panels")
def act_panels() -> FollowAct:
    """Register the button that follows an act."""
    return FollowAct()


@hooks.register("register_amendment_panels")
def amendment_panels() -> list[object]:
    """Return what stands on the page of an amendment: its committee and its rounds."""
    return [CommitteeOfAmendment(), RoundsOfAmendment()]


@hooks.register("register_draft_notes")
def draft_notes() -> RoundsOnDraft:
    return RoundsOnDraft()


@hooks.register("register_remarks")
def remarks() -> CommentsInFiles:
    return CommentsInFiles()


@hooks.register("register_recorded_kinds")
def recorded_kinds() -> object:
    """What was sent, and what happened to it, are links of the chain."""
    return recorded_of_consultations()


@hooks.register("register_sealed_tables")
def sealed_tables() -> object:
    """The database keeps what was sent and what was decided."""
    return sealed_of_consultations()


@hooks.register("register_personal_data")
def personal_data() -> list[object]:
    """Register what this app keeps of a person."""
    return [kind() for kind in KINDS]
