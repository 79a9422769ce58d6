"""Search over everything that other apps offer in their `search_sources.py`."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The search. It imports no other app."""

    name = "search"
    label = "madda_search"  # many sites have an app `search` of their own
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let every app register its sources."""
        from search import checks, enqueuing, indexing, news  # noqa: F401 - registers
        from search.backends.sqlite import add_functions
        from search.signals import asked, touched

        connection_created.connect(add_functions, dispatch_uid="search.add_functions")
        asked.connect(indexing.carry_out, dispatch_uid="search.indexing")
        touched.connect(enqueuing.note, dispatch_uid="search.enqueuing")
        touched.connect(news.note, dispatch_uid="search.news")
        autodiscover_modules("search_sources")
