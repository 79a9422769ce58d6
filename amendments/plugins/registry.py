"""The schemes and wordings that this site knows: our defaults and what plugins registered."""

from collections.abc import Hashable
from functools import lru_cache

from wagtail import hooks

from amendments.hooks import IMPORTERS, SCHEMES, WORDINGS, collect
from amendments.importers import Importer
from amendments.instructions import wordings
from amendments.instructions.wording import Wording
from amendments.plugins.installed import country_of
from amendments.provisions import schemes
from amendments.provisions.scheme import Scheme
from amendments.text.saying import say


def scheme_for(country: str, language: str) -> Scheme:
    """The numbering scheme of (country, language), else of (any, language)."""
    return _scheme(tuple(hooks.get_hooks(SCHEMES.name)), country, language)


@lru_cache(maxsize=256)
def _scheme(_hooks: Hashable, country: str, language: str) -> Scheme:
    """Found once for the same hooks: the index asks for it with every provision of an act."""
    return schemes.find([*schemes.DEFAULTS, *collect(SCHEMES)], country, language)


def scheme_in(country: str, language: str) -> Scheme | None:
    """How provisions are labelled in a translation: as acts of the country in this language are, else as those of another."""
    known = schemes.registry(schemes.DEFAULTS, collect(SCHEMES))
    own = known.get((country.lower(), language)) or known.get(("", language))
    return own or next((scheme for (_, spoken), scheme in known.items() if spoken == language), None)


def wording_for(country: str, language: str) -> Wording:
    """The official wording of (country, language), else of (any, language)."""
    return wordings.find([*wordings.DEFAULTS, *collect(WORDINGS)], country, language)


def wording_in(country: str, language: str) -> Wording | None:
    """The wording in which a reader of this language reads instructions on acts of the country; another country's at last."""
    known = {(each.country, each.language): each for each in [*wordings.DEFAULTS, *collect(WORDINGS)]}
    own = known.get((country.lower(), language)) or known.get(("", language))
    return own or next((each for (_, spoken), each in known.items() if spoken == language), None)


def country_for(country: str, language: str) -> str:
    """The country that was named; else the only one with acts in this language, "" if any country may use it."""
    return country_of([*schemes.DEFAULTS, *collect(SCHEMES)], country, language)


def countries() -> list[str]:
    """The countries that have a numbering scheme of their own."""
    return sorted({scheme.country for scheme in collect(SCHEMES) if scheme.country})


def country_name(code: str) -> str:
    """A country as readers know it; its code where its plugin does not name it."""
    named = (getattr(scheme, "country_name", None) for scheme in collect(SCHEMES) if scheme.country == code)
    name = next(filter(None, named), None)
    return say(name) if name else code.upper()


def importers() -> list[Importer]:
    """The formats that are read: ours and those of plugins. No two read the same ending (`amendments.E012`)."""
    return collect(IMPORTERS)
