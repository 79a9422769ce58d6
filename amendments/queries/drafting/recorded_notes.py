"""Comments of a marked file that are on record: they left with the redline and came back."""

from dataclasses import replace

from amendments.hooks import REMARKS, collect
from amendments.importers.markup import Markup
from amendments.models import Amendment


def without_recorded(markup: Markup, amendment: Amendment) -> Markup:
    """The marks without these comments, which are counted; of one that says more, what it says more."""
    texts = list(dict.fromkeys(note.text for note in markup.notes))
    rest: dict[str, str] = {}
    for source in collect(REMARKS) if texts else ():
        rest |= source.rest_of(amendment, texts)
    notes = [
        replace(note, text=rest.get(note.text, note.text))
        for note in markup.notes
        if rest.get(note.text) != ""
    ]
    return replace(markup, notes=tuple(notes), recorded=len(markup.notes) - len(notes))
