"""Choosing a scheme by country and language; the schemes that stand for any country are here too."""

from collections.abc import Iterable

from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.messages import message as _
from amendments.provisions.provision_errors import SchemeNotFound, SchemeRefused
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.scheme import Scheme

DEFAULTS: tuple[Scheme, ...] = (ENGLISH, RUSSIAN)


def registry(*groups: Iterable[Scheme]) -> dict[tuple[str, str], Scheme]:
    """All schemes by country and language; refuses what is no scheme and what is registered twice."""
    found: dict[tuple[str, str], Scheme] = {}
    for scheme in (scheme for group in groups for scheme in group):
        if not isinstance(scheme, Scheme):
            raise SchemeRefused(
                _(
                    "%(scheme)s is no numbering scheme: it lacks parse, render, label or cite.",
                    scheme=repr(scheme),
                )
            )
        place = (scheme.country, scheme.language)
        if place in found:
            raise SchemeRefused(
                _(
                    "Country “%(country)s”, language “%(language)s” is registered twice: %(scheme)s.",
                    country=place[0],
                    language=place[1],
                    scheme=repr(scheme),
                )
            )
        found[place] = scheme
    return found


def find(schemes: Iterable[Scheme], country: str, language: str) -> Scheme:
    """The scheme of the country and language, else the one that stands for any country in that language."""
    known = registry(schemes)
    country, language = country.lower(), language.lower()
    scheme = known.get((country, language)) or known.get(("", language))
    if scheme is None:
        raise SchemeNotFound(
            country, language, [f"{place[0] or 'any'}-{place[1]}" for place in sorted(known)]
        )
    return scheme
