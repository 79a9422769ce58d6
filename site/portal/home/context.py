"""The frame around every page: navigation, languages, signing in."""

from dataclasses import dataclass
from functools import cached_property, partial
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_from_path, gettext_lazy as _

from amendments.models import Library

# A place is shown if an installed app has a page for it.
PLACES = [
    (_("Consultations"), "consultations:list"),
    (_("Answers"), "consultations:answers"),
    (_("Handbook"), "handbook:contents"),
]
ACCOUNTS = "/accounts/"
LANGUAGE_NAMES = {"az": "Azərbaycanca", "en": "English", "ru": "Русский"}


@dataclass(frozen=True)
class Place:
    """A link of the main navigation; `current_kind` is the value of aria-current."""

    label: str
    url: str
    current_kind: str

    @property
    def is_current(self) -> bool:
        """Whether the reader is on this page or below it."""
        return bool(self.current_kind)


@dataclass(frozen=True)
class Language:
    """A language of the interface. `url` is this page in that language, "" if the address has no language prefix."""

    code: str
    name: str
    url: str
    is_current: bool


class Frame:
    """The values of the frame. They are computed when a template asks, because most pages of the admin do not."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def is_demo(self) -> bool:
        """Whether the country, the bodies and the people are invented."""
        return bool(settings.MADDA_DEMO)

    @cached_property
    def home_url(self) -> str:
        """The home page in the language of this page."""
        return reverse("wagtail_serve", args=[""])

    @cached_property
    def login_url(self) -> str:
        """The login page, which leads back to this page."""
        login = reverse(settings.LOGIN_URL)
        if self.request.path.startswith(ACCOUNTS):  # nobody wants to come back to a login form
            return login
        return f"{login}?{urlencode({'next': self.request.get_full_path()})}"

    @cached_property
    def search_url(self) -> str:
        """The address of the search; "" if no search is installed."""
        return _address("search:search")

    @cached_property
    def is_prefixed(self) -> bool:
        """Whether the address begins with a language."""
        return get_language_from_path(self.request.path_info) is not None

    @cached_property
    def places(self) -> list[Place]:
        found = [(_("Laws"), self._library_url()), *((label, _address(name)) for label, name in PLACES)]
        here = max(
            (url for _label, url in found if url and self.request.path.startswith(url)), key=len, default=""
        )
        return [Place(str(label), url, self._current_kind(url, here)) for label, url in found if url]

    @cached_property
    def languages(self) -> list[Language]:
        """The languages of the site, in the order of the settings."""
        here = self.request.get_full_path()
        return [
            Language(
                code=code,
                name=LANGUAGE_NAMES[code],
                url=translate_url(here, code) if self.is_prefixed else "",
                is_current=code == get_language(),
            )
            for code, _name in settings.LANGUAGES
        ]

    def _library_url(self) -> str:
        library = Library.objects.live().first()
        return library.get_url(self.request) or "" if library else ""

    def _current_kind(self, url: str, here: str) -> str:
        if url != here:
            return ""
        return "page" if self.request.path == url else "true"


def navigation(request: HttpRequest) -> dict[str, object]:
    """The context processor that gives every template `frame`."""
    return {"frame": SimpleLazyObject(partial(Frame, request))}


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
