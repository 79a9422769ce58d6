"""Registers this plugin's schemes, wordings and vocabularies, and the words that suggest rights."""

from wagtail import hooks

from amendments.instructions.wording import Wording
from amendments.note_items import NoteItems
from amendments.provisions.scheme import Scheme
from azerbaijan import benchmarks
from azerbaijan.explanatory_note import ITEMS
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS
from consultations.rules.benchmarks import Benchmarks
from rights.suggesting.cues import CueFolder


@hooks.register("register_provision_schemes")
def schemes() -> list[Scheme]:
    return list(SCHEMES)


@hooks.register("register_instruction_wordings")
def wordings() -> list[Wording]:
    return list(WORDINGS)


@hooks.register("register_benchmarks")
def vocabularies() -> Benchmarks:
    return benchmarks.read()


@hooks.register("register_right_cues")
def right_cues() -> CueFolder:
    return CueFolder("azerbaijan", benchmarks.FOLDER.with_name("cues"))


@hooks.register("register_explanatory_notes")
def explanatory_note() -> NoteItems:
    return ITEMS
