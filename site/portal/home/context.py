"""The frame around every page: navigation, languages, signing in."""

from dataclasses import dataclass
from functools import cached_property, partial
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse, translate_url
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language, get_language_from_path, gettext_lazy as _
from wagtail.models import Site

from amendments.hooks import WORK, collect
from amendments.models import Library
from amendments.permissions import groups_granting
from portal.home.site_name import site_name
from portal.users.models import User

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
    """A language of the interface; `url` leads to this page in that language."""

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
    def site_name(self) -> str:
        """The name of the site, for the editing desk."""
        return site_name()

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
        """“My work”, the places of everybody, and those that the apps add for this person."""
        found = [
            (_("Laws"), self._library_url()),
            *((label, _address(name)) for label, name in PLACES),
            *self._own_places(),
        ]
        here = max(
            (url for _label, url in found if url and self.request.path.startswith(url)), key=len, default=""
        )
        places = [Place(str(label), url, self._current_kind(url, here)) for label, url in found if url]
        return [*self._my_work(), *places]

    @cached_property
    def languages(self) -> list[Language]:
        """The languages of the site, in the order of the settings."""
        here, root = self.request.get_full_path(), get_script_prefix()
        return [
            Language(
                code=code,
                name=LANGUAGE_NAMES[code],
                url=translate_url(here, code)
                if self.is_prefixed
                else f"{root}{code}/{here.removeprefix(root)}",
                is_current=code == get_language(),
            )
            for code, _name in settings.LANGUAGES
        ]

    def _my_work(self) -> list[Place]:
        if not self._person:
            return []
        is_here = self.request.path == self.home_url
        return [Place(str(_("My work")), self.home_url, "page" if is_here else "")]

    def _own_places(self) -> list[tuple[str | Promise, str]]:
        if not self._person:
            return []
        found: list[tuple[str | Promise, str]] = [
            (link.label, link.url) for work in collect(WORK) for link in work.places(self._person)
        ]
        if self._may("users.change_user"):  # who keeps the accounts works in Wagtail's admin
            found.append((_("Editing desk"), reverse("wagtailadmin_home")))
        return found

    @property
    def opens_desk(self) -> bool:
        """Whether the person may open the editing desk."""
        return self._may("wagtailadmin.access_admin")

    def _may(self, permission: str) -> bool:
        """By a group, because people get permissions in no other way; asked with those that the page needs anyway."""
        person = self._person
        return person is not None and (person.is_superuser or bool(groups_granting(person, permission)))

    @cached_property
    def _person(self) -> User | None:
        user = getattr(self.request, "user", None)  # a page of an error may be made before anybody is known
        return user if user is not None and user.is_authenticated else None

    def _library_url(self) -> str:
        library = Library.objects.live().order_by("path").only("id", "url_path").first()
        if library is None:
            return ""
        url = library.get_url(self.request, current_site=Site()) or ""
        if url.startswith("/"):  # there is one site, which nobody needs to look up
            return url
        return library.get_url(self.request) or ""

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
