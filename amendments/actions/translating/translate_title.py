"""Translates the title of an act or an amendment, as lists, headings and mails name it."""

from typing import Any

from django.conf import settings

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.errors.of_translations import SameLanguage, TitleTooLong
from amendments.models import Amendment, Instrument
from amendments.queries.languages.translating import may_translate_title

LONGEST_TITLE = 255


class TranslateTitle(BaseAction[Amendment | Instrument]):
    """A drafter of the page, or a translator who may read it, writes its title in another language.

    An empty title removes the translation.
    """

    action_name = "amendments.translate_title"
    instance: Amendment | Instrument

    def __init__(self, page: Amendment | Instrument, language: str, title: str, *, actor: Actor) -> None:
        super().__init__(page, actor=actor)
        self.language = language
        self.title = " ".join(title.split())

    def user_has_permission(self) -> bool:
        """Its drafters; who translates and may read it."""
        return may_translate_title(self.user, self.instance)

    def done(self) -> Amendment | Instrument | None:
        """The page, if it has this title in the language already."""
        self.instance.refresh_from_db(fields=["titles"])
        return self.instance if self.instance.titles.get(self.language, "") == self.title else None

    def perform(self) -> Amendment | Instrument:
        """Store the title. Raises `SameLanguage` for a language that the site does not have, and `TitleTooLong`."""
        if len(self.title) > LONGEST_TITLE:
            raise TitleTooLong(len(self.title), LONGEST_TITLE)
        if self.language not in dict(settings.LANGUAGES):
            raise SameLanguage
        page = self.instance
        others = {code: title for code, title in page.titles.items() if code != self.language}
        page.titles = {**others, self.language: self.title} if self.title else others
        type(page)._default_manager.filter(pk=page.pk).update(titles=page.titles)
        return page

    def log_data(self) -> dict[str, Any]:
        """The language and the title in it."""
        return {"language": self.language, "title": self.title}
