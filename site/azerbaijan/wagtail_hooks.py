"""What this plugin registers."""

from wagtail import hooks

from amendments.instructions.wording import Wording
from amendments.provisions.scheme import Scheme
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS


@hooks.register("register_provision_schemes")
def schemes() -> list[Scheme]:
    """Numbering of Azerbaijani acts."""
    return list(SCHEMES)


@hooks.register("register_instruction_wordings")
def wordings() -> list[Wording]:
    """Official prose of amending acts."""
    return list(WORDINGS)
