"""Characters that word processors put inside words and no reader sees. They are no law, and no search would match them."""

from dataclasses import replace

from amendments.importers.protocol import Imported
from amendments.provisions.hidden import UNSEEN
from amendments.provisions.messages import Message, counted as ngettext


def without_unseen(imported: Imported) -> Imported:
    """The text without them; a notice says how many were left out."""
    text, count = UNSEEN.subn("", imported.text)
    if not count:
        return imported
    return replace(imported, text=text, notices=(*imported.notices, told_unseen(count)))


def told_unseen(count: int) -> Message:
    """How many were left out."""
    return ngettext(
        "%(count)s invisible character was left out: a soft hyphen or a space without width.",
        "%(count)s invisible characters were left out: soft hyphens and spaces without width.",
        count,
    )
