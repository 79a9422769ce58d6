"""What an amending law says of its own entry into force. It changes no text, so that no redline shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.instructions.entry_into_force import said_in_sentence
from amendments.instructions.operations import Op
from amendments.models import Instrument, Version, VersionInstruction
from amendments.plugins.registry import wording_for
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text


@dataclass(frozen=True, slots=True)
class Entering:
    """A sentence on the entry into force; marked where two drafts say it differently."""

    spans: tuple[Span, ...]
    language: str


def entering(pairs: Iterable[tuple[Version, Version]]) -> list[Entering]:
    """The sentences of the later versions. A sentence that several acts of an amendment repeat stands once."""
    pairs = list(pairs)
    versions = [version for pair in pairs for version in pair]
    rows = VersionInstruction.objects.filter(version__in=versions, operation__op=Op.COMMENCEMENT.value)
    texts = {version.pk: version.instrument for version in versions}
    said = {row.version_id: _said(texts[row.version_id], row.operation.get("new", "")) for row in rows}
    found = []
    for before, after in pairs:
        words = said.get(after.pk, "")
        earlier = said.get(before.pk, "") if before.is_draft else words
        if words or earlier:
            found.append(Entering(diff_text(earlier, words), after.instrument.language))
    return list(dict.fromkeys(found))


def _said(act: Instrument, words: str) -> str:
    return said_in_sentence(words, wording_for(act.country, act.language), act.type)
