"""Choosing a wording by country and language; the wordings that stand for any country are here too."""

from collections.abc import Iterable

from amendments.instructions.instruction_errors import Refused
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Wording
from amendments.provisions.messages import message as _

DEFAULTS: tuple[Wording, ...] = (English(), Russian())


def find(wordings: Iterable[Wording], country: str, language: str) -> Wording:
    """The wording of the country and language, else the one that stands for any country in that language."""
    known = {(wording.country, wording.language): wording for wording in wordings}
    wording = known.get((country.lower(), language.lower())) or known.get(("", language.lower()))
    if wording is None:
        said = _("There is no official wording for the language “%(language)s”.", language=language)
        raise Refused("no_wording", said)
    return wording
