"""The addresses below the pages of this app; the work is done in `views`.

Wagtail asks a page to serve itself, and views read pages. Each route therefore names its view by a dotted path, as
Django's settings name things.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from wagtail.contrib.routable_page.models import RoutablePageMixin, path


def view(path: str) -> Callable[..., HttpResponse]:
    """The view of this dotted path."""
    found: Callable[..., HttpResponse] = import_string(path)
    return found


class LibraryRoutes(RoutablePageMixin):
    """`/acts/`."""

    @path("")
    def acts(self, request: HttpRequest) -> HttpResponse:
        """The list of acts."""
        return view("amendments.views.acts.library")(request, self)


class TextRoutes(RoutablePageMixin):
    """What acts and amendments have alike: `v/<number>/…` and `compare/…`."""

    @path("v/<int:number>/")
    def text(self, request: HttpRequest, number: int) -> HttpResponse:
        """The whole text of a version, or as the draft would make it."""
        return view("amendments.views.texts.text")(request, self, number)

    @path("v/<int:number>/download/<slug:slug>/")
    def download_text(self, request: HttpRequest, number: int, slug: str) -> HttpResponse:
        """Send what the page above shows as a file."""
        return view("amendments.views.downloads.text")(request, self, number, slug)

    @path("v/<int:number>/proof/")
    def proof(self, request: HttpRequest, number: int) -> HttpResponse:
        """What its hash covers, and its place in the chain."""
        return view("amendments.views.proofs.page")(request, self, number)

    @path("v/<int:number>/proof/bundle/")
    def proof_bundle(self, request: HttpRequest, number: int) -> HttpResponse:
        """Send the proof as a file that can be checked without the site."""
        return view("amendments.views.proofs.bundle")(request, self, number)

    @path("compare/")
    def choose(self, request: HttpRequest) -> HttpResponse:
        """The chosen pair of the compare form."""
        return view("amendments.views.redlines.choose")(request, self)

    @path("compare/<int:old>/<int:new>/")
    def compare(self, request: HttpRequest, old: int, new: int) -> HttpResponse:
        """Two versions, or two drafts."""
        return view("amendments.views.redlines.compare")(request, self, old, new)

    @path("compare/<int:old>/<int:new>/download/<slug:slug>/")
    def download_comparison(self, request: HttpRequest, old: int, new: int, slug: str) -> HttpResponse:
        """Send what the page above shows as a file."""
        return view("amendments.views.downloads.comparison")(request, self, old, new, slug)


class InstrumentRoutes(TextRoutes):
    """`/acts/<act>/…`."""

    @path("")
    def act(self, request: HttpRequest) -> HttpResponse:
        """The act: particulars, versions, and the text in force."""
        return view("amendments.views.acts.act")(request, self)


class SectionRoutes(RoutablePageMixin):
    """`/<body>/`."""

    @path("")
    def amendments(self, request: HttpRequest) -> HttpResponse:
        """The amendments of a drafting body."""
        return view("amendments.views.acts.section")(request, self)


class AmendmentRoutes(TextRoutes):
    """`/<body>/<amendment>/…`."""

    @path("")
    def amendment(self, request: HttpRequest) -> HttpResponse:
        """The amendment: purpose, state, drafts, consultations."""
        return view("amendments.views.acts.amendment")(request, self)

    @path("v/<int:number>/redline/")
    def redline(self, request: HttpRequest, number: int) -> HttpResponse:
        """The draft against its base: inline, side by side, comparative table, changed only."""
        return view("amendments.views.redlines.redline")(request, self, number)

    @path("v/<int:number>/redline/download/<slug:slug>/")
    def download_redline(self, request: HttpRequest, number: int, slug: str) -> HttpResponse:
        """Send what the page above shows as a file."""
        return view("amendments.views.downloads.redline")(request, self, number, slug)

    @path("v/<int:number>/act/")
    def amending_act(self, request: HttpRequest, number: int) -> HttpResponse:
        """The amending act that the draft is."""
        return view("amendments.views.amending_acts.amending_act")(request, self, number)

    @path("v/<int:number>/act/download/<slug:slug>/")
    def download_amending_act(self, request: HttpRequest, number: int, slug: str) -> HttpResponse:
        """Send what the page above shows as a file."""
        return view("amendments.views.downloads.amending_act")(request, self, number, slug)

    @path("v/<int:number>/note/")
    def explanatory_note(self, request: HttpRequest, number: int) -> HttpResponse:
        """The explanatory note of the draft."""
        return view("amendments.views.explanatory_notes.note")(request, self, number)

    @path("v/<int:number>/note/download/<slug:slug>/")
    def download_note(self, request: HttpRequest, number: int, slug: str) -> HttpResponse:
        """Send what the page above shows as a file."""
        return view("amendments.views.downloads.note")(request, self, number, slug)
