"""The addresses below the pages of this app; the work is done in `views`."""

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path


class LibraryRoutes(RoutablePageMixin):
    """`/acts/`."""

    @path("")
    def acts(self, request: HttpRequest) -> HttpResponse:
        """The list of acts."""
        from amendments.views.acts import library

        return library(request, self)


class InstrumentRoutes(RoutablePageMixin):
    """`/acts/<act>/…`."""

    @path("")
    def act(self, request: HttpRequest) -> HttpResponse:
        """The act: particulars, versions, and the text in force."""
        from amendments.views.acts import act

        return act(request, self)

    @path("v/<int:number>/")
    def text(self, request: HttpRequest, number: int) -> HttpResponse:
        """The text of one consolidated version."""
        from amendments.views.texts import text

        return text(request, self, number)

    @path("compare/")
    def choose(self, request: HttpRequest) -> HttpResponse:
        """The chosen pair of the compare form."""
        from amendments.views.redlines import choose

        return choose(request, self)

    @path("compare/<int:old>/<int:new>/")
    def compare(self, request: HttpRequest, old: int, new: int) -> HttpResponse:
        """Two consolidated versions of the act."""
        from amendments.views.redlines import compare

        return compare(request, self, old, new)


class SectionRoutes(RoutablePageMixin):
    """`/<body>/`."""

    @path("")
    def amendments(self, request: HttpRequest) -> HttpResponse:
        """The amendments of a drafting body."""
        from amendments.views.acts import section

        return section(request, self)


class AmendmentRoutes(RoutablePageMixin):
    """`/<body>/<amendment>/…`."""

    @path("")
    def amendment(self, request: HttpRequest) -> HttpResponse:
        """The amendment: purpose, state, drafts, consultations."""
        from amendments.views.acts import amendment

        return amendment(request, self)

    @path("v/<int:number>/")
    def text(self, request: HttpRequest, number: int) -> HttpResponse:
        """The whole text as the draft would make it."""
        from amendments.views.texts import text

        return text(request, self, number)

    @path("v/<int:number>/redline/")
    def redline(self, request: HttpRequest, number: int) -> HttpResponse:
        """The draft against its base: inline, side by side, comparative table, changed only."""
        from amendments.views.redlines import redline

        return redline(request, self, number)

    @path("compare/")
    def choose(self, request: HttpRequest) -> HttpResponse:
        """The chosen pair of the compare form."""
        from amendments.views.redlines import choose

        return choose(request, self)

    @path("compare/<int:old>/<int:new>/")
    def compare(self, request: HttpRequest, old: int, new: int) -> HttpResponse:
        """Two drafts of the amendment."""
        from amendments.views.redlines import compare

        return compare(request, self, old, new)
