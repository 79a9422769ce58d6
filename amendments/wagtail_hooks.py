"""What this app adds to Wagtail. It only registers."""

from typing import Any

from django.contrib.auth.models import Permission
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from amendments.admin.log_readers import READS_LOG
from amendments.audiences import DraftingBody, Everybody
from amendments.audit.log import ACTIONS
from amendments.commencing import FindTheLawOfToday
from amendments.exporters import OURS
from amendments.importers import OURS as IMPORTERS, Importer
from amendments.mailing.delivery import DeliverMails, ForgetMails
from amendments.my_work import DraftingWork
from amendments.note_items import GENERAL, NoteItems
from amendments.own_marked_files import OwnMarkedFiles
from amendments.own_notes import OwnNotes
from amendments.permissions import holds, sections_of
from amendments.personal_data import StepsTaken
from amendments.queries.law.pages import readable_pages
from amendments.queries.way.sequels import DraftingSequel
from amendments.renderers.exporter import Exporter
from amendments.views.cms import guards, mails, urls
from amendments.worker.abandoned import TakeUpImports
from amendments.worker.kept_files import TendExports
from amendments.worker.marked_file_tasks import TakeUpMarkedFiles


class DraftersItem(MenuItem):
    """Shown to those who draft."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person drafts in any section."""
        return bool(sections_of(request.user))


class MailsItem(MenuItem):
    """Shown to those who look after the mails."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may see the state of the mails."""
        return holds(request.user, mails.SEES)


class LogItem(MenuItem):
    """Shown to administrators and auditors."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may read the log of actions."""
        return holds(request.user, READS_LOG)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    """The workspace."""
    return [path("amendments/", include(urls))]


@hooks.register("register_admin_menu_item")
def amendments_item() -> MenuItem:
    """The drafters' start."""
    return DraftersItem(_("Amendments"), reverse("amendments_admin:index"), icon_name="edit", order=90)


@hooks.register("register_admin_menu_item")
def import_item() -> MenuItem:
    """Import of an act."""
    return DraftersItem(_("Import an act"), reverse("amendments_admin:import"), icon_name="upload", order=91)


@hooks.register("register_reports_menu_item")
def versions_item() -> MenuItem:
    """The sealed versions, read only."""
    return DraftersItem(
        _("Sealed versions"), reverse("amendments_admin:versions"), icon_name="lock", order=90
    )


@hooks.register("register_reports_menu_item")
def mails_item() -> MenuItem:
    """The mails that wait or could not be delivered."""
    return MailsItem(_("Mails"), reverse("amendments_admin:mails"), icon_name="mail", order=940)


@hooks.register("register_reports_menu_item")
def log_item() -> MenuItem:
    """Who did what."""
    return LogItem(
        _("Log of actions"), reverse("amendments_admin:action_log"), icon_name="history", order=930
    )


@hooks.register("register_permissions")
def permissions() -> Any:
    """What a group may be given: to look at the mails, and to have refused ones sent again."""
    codes = ("view_outgoingmail", "change_outgoingmail")
    return Permission.objects.filter(content_type__app_label="amendments", codename__in=codes)


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Our few classes in Wagtail's admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("madda/amendments/cms.css"))


@hooks.register("before_delete_page")
def keep_the_record(request: HttpRequest, page: Any) -> HttpResponse | None:
    """A page above the record is not deleted with it."""
    return guards.refuse_deletion(request, [page])


@hooks.register("before_edit_page")
def lead_to_our_page(_request: HttpRequest, page: Any) -> HttpResponse | None:
    """An amendment has a page of its own for its title and purpose."""
    return guards.lead_to_description(page)


@hooks.register("before_bulk_action")
def keep_the_record_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], _action: Any
) -> HttpResponse | None:
    """Refuse to delete many pages at once if one of them belongs to the record."""
    return guards.refuse_deletion(request, objects) if action_type == "delete" else None


@hooks.register("construct_page_chooser_queryset")
def offer_what_is_readable(pages: Any, request: HttpRequest) -> Any:
    """The chooser names no act and no amendment that the person may not read."""
    return readable_pages(pages, request.user)


@hooks.register("construct_reports_menu")
def leave_out_closed_reports(request: HttpRequest, items: list[Any]) -> None:
    """No way to a report that is closed."""
    closed = {"page-types-usage"} if holds(request.user, READS_LOG) else {"page-types-usage", "site-history"}
    items[:] = [item for item in items if item.name not in closed]


@hooks.register("register_audiences")
def audiences() -> list[object]:
    """The narrowest and the widest audience of a release."""
    return [DraftingBody(), Everybody()]


@hooks.register("register_periodic_jobs")
def periodic_jobs() -> list[object]:
    """What the runner of this app does."""
    return [
        DeliverMails(),
        ForgetMails(),
        TakeUpImports(),
        TakeUpMarkedFiles(),
        TendExports(),
        FindTheLawOfToday(),
    ]


@hooks.register("register_step_sequels")
def step_sequels() -> DraftingSequel:
    """What a step cannot be taken back after."""
    return DraftingSequel()


@hooks.register("register_importers")
def importers() -> tuple[Importer, ...]:
    """The formats from which acts are read."""
    return IMPORTERS


@hooks.register("register_exporters")
def exporters() -> tuple[Exporter, ...]:
    """The formats in which texts and redlines leave the site."""
    return OURS


@hooks.register("register_personal_data")
def personal_data() -> tuple[StepsTaken, OwnNotes, OwnMarkedFiles]:
    """What this app keeps of a person."""
    return StepsTaken(), OwnNotes(), OwnMarkedFiles()


@hooks.register("register_work")
def work() -> DraftingWork:
    """What waits for drafters, secretaries and chairs, and what became readable."""
    return DraftingWork()


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """The words of our steps in the site history."""
    for name, label in ACTIONS.items():
        actions.register_action(name, label, label)


@hooks.register("register_explanatory_notes")
def general_note() -> NoteItems:
    """For acts of a country whose law no plugin knows."""
    return GENERAL
