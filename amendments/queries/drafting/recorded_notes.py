"""Comments of a marked file that are on record: they left with the redline and came back."""

from dataclasses import replace
from typing import Any

from amendments.hooks import REMARKS, collect
from amendments.importers.markup import Markup
from amendments.models import Amendment


def without_recorded(markup: Markup, amendment: Amendment, user: Any) -> Markup:
    """The marks without these comments and those that are not read, which are counted; of one that says more, that."""
    texts = list(dict.fromkeys(note.text for note in markup.notes))
    rest: dict[str, str | None] = {}
    for source in collect(REMARKS) if texts else ():
        rest |= source.rest_of(user, amendment, texts)
    new = [rest.get(note.text, note.text) for note in markup.notes]
    pairs = zip(markup.notes, new, strict=True)
    notes = tuple(replace(note, text=words or "") for note, words in pairs if words or note.text not in rest)
    unread = new.count(None)
    return replace(markup, notes=notes, recorded=len(new) - len(notes) - unread, unread=unread)
