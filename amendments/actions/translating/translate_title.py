"""Translates the title of an act or an amendment, as lists, headings and mails name it."""

from typing import Any

from django.conf import settings

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.errors.of_translations import SameLanguage
from amendments.models import Amendment, Instrument
from amendments.permissions import holds_on
from amendments.queries.translating import TRANSLATES

LONGEST_TITLE = 255


class TranslateTitle(BaseAction[Amendment | Instrument]):
    """Its drafters, or who translates, say what it is called in another language. An empty title is taken away."""

    action_name = "amendments.translate_title"
    instance: Amendment | Instrument

    def __init__(self, page: Amendment | Instrument, language: str, title: str, *, actor: Actor) -> None:
        super().__init__(page, actor=actor)
        self.language = language
        self.title = " ".join(title.split())[:LONGEST_TITLE]

    def user_has_permission(self) -> bool:
        """Its drafters; translators of what they may read."""
        amendment = self.instance if isinstance(self.instance, Amendment) else None
        return self.instance.is_drafted_by(self.user) or holds_on(self.user, TRANSLATES, amendment)

    def perform(self) -> Amendment | Instrument:
        """Keep the title. Raises `SameLanguage` for a language that the site does not have."""
        if self.language not in dict(settings.LANGUAGES):
            raise SameLanguage
        page = self.instance
        page.refresh_from_db(fields=["titles"])
        others = {code: title for code, title in page.titles.items() if code != self.language}
        page.titles = {**others, self.language: self.title} if self.title else others
        type(page)._default_manager.filter(pk=page.pk).update(titles=page.titles)
        return page

    def log_data(self) -> dict[str, Any]:
        """The language and what was said in it."""
        return {"language": self.language, "title": self.title}
