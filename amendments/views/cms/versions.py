"""The sealed versions that a drafter may read: who sealed them, their check codes, who may read them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from amendments.models import Version
from amendments.permissions import sections_of


class HashColumn(Column):
    """The first figures of a hash, the whole of it for those who point at it."""

    def get_value(self, instance: Version) -> SafeString:
        """As code; below it that of the draft to which the version belongs."""
        hashes = [instance.root_hash, *([instance.draft.root_hash] if instance.draft else [])]
        return format_html_join(
            "", '<code class="madda-hash" title="{}">{}</code>', ((h, h[:16]) for h in hashes)
        )


class ReleasesColumn(Column):
    """To whom the version was released, and when."""

    def get_value(self, instance: Version) -> str:
        """One after the other, as they widened."""
        rows = (instance.draft or instance).releases.all()
        released = (f"{row.audience_label} ({localdate(row.at):%d.%m.%Y})" for row in rows)
        return ", ".join(released) or str(_("nobody yet"))


class SealedVersions(ReportView):
    """Read only: a sealed version is never changed."""

    page_title = _("Sealed versions")
    header_icon = "lock"
    index_url_name = "amendments_admin:versions"
    index_results_url_name = "amendments_admin:versions_results"
    list_export: list[str] = []
    default_ordering = "-sealed_at"
    columns = [
        TitleColumn(
            "label",
            label=_("Version"),
            width="16%",
            accessor=lambda version: version.label,
            get_url=lambda version: version.url,
        ),
        Column("instrument", label=_("Act"), accessor=lambda version: version.instrument.shown_title),
        Column(
            "page",
            label=_("Amendment"),
            accessor=lambda version: version.page.shown_title if version.is_draft else "",
        ),
        DateColumn("sealed_at", label=_("Sealed"), sort_key="sealed_at"),
        Column("sealed_by_label", label=_("By whom")),
        HashColumn("root_hash", label=_("Check code")),
        ReleasesColumn("releases", label=_("Open to")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For drafters; the pages of acts and amendments show the same to everybody else."""
        if not sections_of(request.user):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> Any:
        """What the drafter may read."""
        return (
            Version.objects.visible_to(self.request.user)
            .select_related("instrument", "draft__amendment")
            .prefetch_related("releases", "draft__releases")
        )
