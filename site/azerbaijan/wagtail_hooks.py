"""Registers this plugin's schemes, wordings and vocabularies."""

from wagtail import hooks

from amendments.instructions.wording import Wording
from amendments.provisions.scheme import Scheme
from azerbaijan import benchmarks
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS
from consultations.rules.benchmarks import Benchmarks


@hooks.register("register_provision_schemes")
def schemes() -> list[Scheme]:
    return list(SCHEMES)


@hooks.register("register_instruction_wordings")
def wordings() -> list[Wording]:
    return list(WORDINGS)


@hooks.register("register_benchmarks")
def vocabularies() -> Benchmarks:
    return benchmarks.read()
