"""The schemes and wordings that this site knows: our defaults and what plugins registered."""

from amendments.hooks import SCHEMES, WORDINGS, collect
from amendments.instructions.english import English
from amendments.instructions.errors import Refused
from amendments.instructions.wording import Wording
from amendments.provisions import schemes
from amendments.provisions.scheme import Scheme


def scheme_for(country: str, language: str) -> Scheme:
    """The numbering scheme of (country, language), else of (any, language)."""
    return schemes.find([*schemes.DEFAULTS, *collect(SCHEMES)], country, language)


def wording_for(country: str, language: str) -> Wording:
    """The official wording of (country, language), else of (any, language)."""
    known: dict[tuple[str, str], Wording] = {
        (wording.country, wording.language): wording for wording in [English(), *collect(WORDINGS)]
    }
    wording = known.get((country, language)) or known.get(("", language))
    if wording is None:
        raise Refused("no_wording", f"There is no official wording for the language “{language}”.")
    return wording
