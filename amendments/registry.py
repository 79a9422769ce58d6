"""The schemes and wordings that this site knows: our defaults and what plugins registered."""

from amendments.hooks import SCHEMES, WORDINGS, collect
from amendments.instructions import wordings as instruction_wordings
from amendments.instructions.wording import Wording
from amendments.provisions import schemes as provision_schemes
from amendments.provisions.scheme import Scheme


def scheme_for(country: str, language: str) -> Scheme:
    """The numbering scheme of (country, language), else of (any, language)."""
    return provision_schemes.find([*provision_schemes.DEFAULTS, *collect(SCHEMES)], country, language)


def wording_for(country: str, language: str) -> Wording:
    """The official wording of (country, language), else of (any, language)."""
    return instruction_wordings.find([*instruction_wordings.DEFAULTS, *collect(WORDINGS)], country, language)
