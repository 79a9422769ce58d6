"""Titles of acts and amendments in the language of the reader."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _, gettext_lazy

from amendments.text.language import reader_language


def titles_field() -> "models.JSONField[Any, Any]":
    """Unofficial translations of the title by language. `title` is the authentic one."""
    return models.JSONField(gettext_lazy("translated titles"), default=dict, blank=True, editable=False)


class Titled:
    """A page of the record with the fields `title` and `titles`. A translation is called one wherever it stands."""

    if TYPE_CHECKING:
        pk: Any
        title: Any
        titles: Any

    @property
    def shown_title(self) -> str:
        """The title in the language of the reader, so labelled; the authentic one if there is no translation."""
        said = self.titles.get(reader_language(), "")
        return _("%(title)s (translation)") % {"title": said} if said else str(self.title)

    @property
    def title_language(self) -> str:
        """The language of the shown title."""
        code = reader_language()
        return code if self.titles.get(code) else str(getattr(self, "language", code))

    def with_content_json(self, content: Any) -> Any:
        """The fields of a page revision. Translations are no part of it: no publishing brings back an earlier one."""
        page = super().with_content_json(content)  # type: ignore[misc] # that of a page
        manager: Any = type(self)._default_manager  # type: ignore[attr-defined] # that of a model
        stored = manager.filter(pk=self.pk).values_list("titles", flat=True).first()
        page.titles = self.titles if stored is None else stored
        return page
