"""What this plugin registers."""

from wagtail import hooks

from amendments.instructions.wording import Wording
from amendments.provisions.scheme import Scheme
from azerbaijan import benchmarks
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS
from consultations.rules.benchmarks import Benchmarks


@hooks.register("register_provision_schemes")
def schemes() -> list[Scheme]:
    """Numbering of Azerbaijani acts."""
    return list(SCHEMES)


@hooks.register("register_instruction_wordings")
def wordings() -> list[Wording]:
    """Official prose of amending acts."""
    return list(WORDINGS)


@hooks.register("register_benchmarks")
def vocabularies() -> Benchmarks:
    """Human rights, treaties and lists."""
    return benchmarks.read()
