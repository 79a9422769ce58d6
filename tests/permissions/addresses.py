"""The addresses of the site as its resolver and its pages know them, and each of them on an object of the world."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.urls import URLPattern, get_resolver, reverse
from django.utils.timezone import localdate

from amendments.models import Amendment, Instrument, Library, Section
from amendments.states import State
from consultations.letters.stopping import stop_address
from consultations.models import Consultation
from consultations.models.letter import LetterGroup
from portal.users.links import link_to
from tests.factories import law
from tests.permissions.page_rows import Page
from tests.permissions.reading import FIND
from tests.permissions.world import World

OURS = re.compile(r"^(amendments|consultations|rights|search|portal|azerbaijan)\.")
PAGES_WITH_ROUTES = (Library, Section, Instrument, Amendment)
_ARGUMENT = re.compile(r"<\w+:(\w+)>")

OTHER_ARGUMENTS: Mapping[str, Callable[[World], object]] = {
    "provision": lambda world: world.provisions["commented"].pk,
    "row": lambda world: world.instructions["taken"].pk,
    "base": lambda world: world.versions["hidden act"].pk,
    "act": lambda world: law.act_of(world.amendments["own"]).pk,
    "institution": lambda world: world.bodies["ngo"].pk,
    "audience": lambda world: "public",
    "suffix": lambda world: "csv",
    "year": lambda world: localdate().year,
    "state": lambda world: State.CONSOLIDATION.value,
}
STEPS = {
    "amendments:schema": "text-1",
    "consultations:round_step": "close",
    "consultations:submission_step": "withdraw",
    "consultations_admin:vocabulary_step": "retire",
    "amendments_admin:step": "rebase",
    "amendments:check_step": "pass",
    "rights:move": "closed",
    "amendments:finding_step": "remove",
    "amendments_admin:instruction_step": "withdraw",
}
BY_PAGE: Mapping[str, Callable[[Any], str]] = {
    "HomePage:home": lambda _: "/en/",
    "Library:acts": lambda _: Library.objects.get().url,
    "Section:amendments": lambda section: section.url,
    "Instrument:act": lambda act: act.url,
    "Instrument:text": lambda version: version.url,
    "Instrument:download_text": lambda version: f"{version.url}download/docx/",
    "Instrument:proof": lambda version: f"{version.url}proof/",
    "Instrument:proof_bundle": lambda version: f"{version.url}proof/bundle/",
    "Instrument:compare": lambda version: f"{version.page.url}compare/{version.number}/{version.number}/",
    "Instrument:download_comparison": lambda version: (
        f"{version.page.url}compare/{version.number}/{version.number}/download/tracked/"
    ),
    "Amendment:amendment": lambda amendment: amendment.url,
    "Amendment:text": lambda draft: draft.url,
    "Amendment:download_text": lambda draft: f"{draft.url}download/docx/",
    "Amendment:proof": lambda draft: f"{draft.url}proof/",
    "Amendment:proof_bundle": lambda draft: f"{draft.url}proof/bundle/",
    "Amendment:redline": lambda draft: draft.redline_url,
    "Amendment:amending_act": lambda draft: draft.act_url,
    "Amendment:download_amending_act": lambda draft: f"{draft.act_url}download/act/",
    "Amendment:explanatory_note": lambda draft: draft.note_url,
    "Amendment:download_note": lambda draft: f"{draft.note_url}download/note/",
    "Amendment:compare": lambda draft: f"{draft.page.url}compare/{draft.number}/{draft.number}/",
    "Amendment:download_redline": lambda draft: f"{draft.redline_url}download/commented/",
    "Amendment:download_comparison": lambda draft: (
        f"{draft.page.url}compare/{draft.number}/{draft.number}/download/table/"
    ),
    "Consultation:rounds": lambda amendment: Consultation.objects.child_of(amendment).get().url,
    "consultations:stop_letters": lambda person: stop_address(person, LetterGroup.ROUNDS),
    "account_change": lambda change: urlsplit(link_to(change)).path,
    "rights:annual_file": lambda _: reverse("rights:annual_file", args=[localdate().year, "annual-xlsx"]),
    "rights:international_file": lambda _: reverse("rights:international_file", args=["recommendations-csv"]),
    "rights:conformity_file": lambda act: reverse("rights:conformity_file", args=[act.pk, "conformity-xlsx"]),
    "concordance:file": lambda _: reverse("concordance:file", args=["concordance-docx"]),
    "concordance:report_file": lambda _: reverse("concordance:report_file", args=["report-docx"]),
    "rights:tag": lambda provision: reverse("rights:tag", args=["provision", provision.pk]),
    "rights:open": lambda provision: reverse("rights:open", args=[provision.pk]),
    "search:stop_mail": lambda saved: reverse("search:stop_mail", args=[saved.stop_token]),
}


def patterns(resolver: Any = None, route: str = "", space: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """Name (the route, where it has none), route and pattern of every address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = route + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLPattern):
            yield (space + pattern.name if pattern.name else here), here, pattern
        else:
            yield from patterns(pattern, here, f"{space}{pattern.namespace}:" if pattern.namespace else space)


@cache
def ours() -> dict[str, str]:
    """The routes that lead to views of our apps, by name."""
    return {name: route for name, route, pattern in patterns() if OURS.match(pattern.callback.__module__)}


def routes_of_pages() -> set[str]:
    """What our pages answer below and at their own address."""
    below = {
        f"{model.__name__}:{each.name}"
        for model in PAGES_WITH_ROUTES
        for each in model.get_subpage_urls()
        if each.name != "index_route"  # Wagtail's own, behind ours at the same address
    }
    return below | {"HomePage:home", "Consultation:rounds"}


def address(page: Page, world: World, state: str) -> str:
    """The address on the object in this state."""
    found = FIND[page.of](world, state) if page.of else None
    if page.name in BY_PAGE:
        return BY_PAGE[page.name](found)

    def value(argument: re.Match[str]) -> str:
        name = argument.group(1)
        if name == "name" or (page.name == "rights:move" and name == "state"):
            return STEPS[page.name]
        return str(OTHER_ARGUMENTS[name](world) if name in OTHER_ARGUMENTS else getattr(found, name))

    return "/" + _ARGUMENT.sub(value, ours()[page.name])
