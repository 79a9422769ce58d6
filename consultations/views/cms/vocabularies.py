"""The lists of vocabularies in the admin, each with the number of rows that a lawyer must still review."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _, gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton

from amendments.permissions import holds
from consultations.access.permissions import keeps_rows_of
from consultations.access.powers import Power
from consultations.models import Right, Treaty
from consultations.models.vocabulary import VocabularyRow
from consultations.queries.vocabulary.vocabularies import VOCABULARIES, Vocabulary, review_state
from consultations.spreadsheets import MEDIA_TYPES

LIST = "consultations_admin:vocabulary"
ROW = "consultations_admin:vocabulary_row"


def seen_vocabulary(request: HttpRequest, slug: str) -> Vocabulary:
    """A vocabulary, for those who see the lists."""
    if not holds(request.user, Power.SEE_VOCABULARIES):
        raise PermissionDenied
    if slug not in VOCABULARIES:
        raise Http404
    return VOCABULARIES[slug]


def trail_to_list(vocabulary: Vocabulary) -> tuple[str, str]:
    """The address of a list, and its name."""
    return reverse(LIST, args=[vocabulary.slug]), str(vocabulary.label)


class VocabularyList(IndexView):
    """The rows of one vocabulary, with links to the others."""

    any_permission_required = None  # `setup` decides, because superuser status gives no right
    template_name = "madda/consultations/cms/vocabulary.html"
    header_icon = "list-ul"
    index_url_name = LIST
    index_results_url_name = "consultations_admin:vocabulary_results"
    default_ordering = None
    paginate_by = 40
    list_filter = ["is_active", "is_edited"]
    list_export: list[str] = []

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Refuse people who may not see the lists."""
        self.vocabulary = seen_vocabulary(request, kwargs["slug"])
        super().setup(request, *args, **kwargs)

    @cached_property
    def model(self) -> type[VocabularyRow]:
        """The model of the rows."""
        return self.vocabulary.model

    @property
    def page_title(self) -> str | Promise:
        """The name of the list."""
        return self.vocabulary.label

    @cached_property
    def search_fields(self) -> list[str]:
        """Codes, and names in every language."""
        return ["code", *(f"labels__{tag}" for tag, _name in settings.LANGUAGES)]

    def get_index_url(self) -> str:
        """The address of this list."""
        return reverse(LIST, args=[self.vocabulary.slug])

    def get_index_results_url(self) -> str:
        """The address that returns the rows without the page."""
        return reverse(self.index_results_url_name, args=[self.vocabulary.slug])

    def get_base_queryset(self) -> Any:
        """The rows in their order."""
        return self.vocabulary.rows

    @cached_property
    def columns(self) -> list[Column]:
        """The columns of the list."""
        return [
            TitleColumn(
                "name",
                label=pgettext_lazy("of an entry", "Name"),
                accessor=str,
                get_url=lambda row: reverse(ROW, args=[self.vocabulary.slug, row.code]),
            ),
            Column("code", label=gettext_lazy("Code")),
            *_COLUMNS.get(self.model, []),
            DateColumn("reviewed_on", label=gettext_lazy("Reviewed")),
            BooleanColumn("is_active", label=gettext_lazy("In use")),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The list as files; “Add an entry” and “Import entries” for those who keep it."""
        files = [
            HeaderButton(
                suffix.upper(),
                url=reverse("consultations_admin:export_vocabulary", args=[self.vocabulary.slug, suffix]),
                icon_name="download",
            )
            for suffix in MEDIA_TYPES
        ]
        if not keeps_rows_of(self.request.user, self.model):
            return files
        url, imports = (
            reverse(f"consultations_admin:{name}", args=[self.vocabulary.slug])
            for name in ("add_vocabulary_row", "import_vocabulary")
        )
        return [
            HeaderButton(_("Add an entry"), url=url, icon_name="plus"),
            HeaderButton(_("Import entries"), url=imports, icon_name="upload"),
            *files,
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the other lists and the number of rows to review."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        review = review_state(self.vocabulary)
        return {**context, "vocabularies": VOCABULARIES.values(), "here": self.vocabulary, "review": review}


_COLUMNS: Mapping[type[VocabularyRow], list[Column]] = {
    Right: [Column("cluster", label=gettext_lazy("Cluster"))],
    Treaty: [
        Column("system", label=gettext_lazy("Made by")),
        Column("status", label=gettext_lazy("For the country"), accessor="get_status_display"),
    ],
}
