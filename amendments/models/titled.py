"""Titles of acts and amendments in the language of the reader."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _, gettext_lazy

from amendments.text.language import reader_language


class Titled(models.Model):
    """A page of the record whose title may be translated. A translation is called one wherever it stands."""

    titles = models.JSONField(
        gettext_lazy("translated titles"), default=dict, blank=True, editable=False
    )  # unofficial, by language; `title` is the authentic one

    class Meta:
        abstract = True

    @property
    def shown_title(self) -> str:
        """The title in the language of the reader, so labelled; the authentic one if there is no translation."""
        titles: dict[str, str] = self.titles
        said = titles.get(reader_language(), "")
        title: str = self.title  # type: ignore[attr-defined] # a page has one
        return _("%(title)s (translation)") % {"title": said} if said else title

    @property
    def title_language(self) -> str:
        """The language of the shown title."""
        code = reader_language()
        return code if self.titles.get(code) else str(getattr(self, "language", code))

    def with_content_json(self, content: Any) -> Any:
        """The fields of a page revision. Translations are no part of it: no publishing brings back an earlier one."""
        page = super().with_content_json(content)  # type: ignore[misc] # that of a page
        stored = type(self)._default_manager.filter(pk=self.pk).values_list("titles", flat=True).first()
        page.titles = self.titles if stored is None else stored
        return page
