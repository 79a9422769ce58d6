"""What of a file was left out or must be checked, each kind with its sentence."""

import re
from collections.abc import Callable, Iterator

from amendments.provisions.messages import Message, counted as ngettext

_STRUCK = re.compile(r"(?i)text-decoration(?:-line)?\s*:[^;]*\bline-through\b")


def is_struck(tag: str, style: str) -> bool:
    """Whether readers of the page see the words of an element struck through."""
    return tag in {"s", "strike"} or bool(_STRUCK.search(style))


def told_struck(count: int) -> Message:
    """Words that are struck through stay in the text: a consolidated text shows so what is repealed."""
    return ngettext(
        "%(count)s piece of text that is struck through was kept: check whether it is in force.",
        "%(count)s pieces of text that are struck through were kept: check whether they are in force.",
        count,
    )


def told_changes(insertions: int, deletions: int, *, accepted: bool) -> Iterator[Message]:
    """What became of the changes that a file tracks."""
    if not accepted and insertions + deletions:
        yield ngettext(
            "Tracked changes: %(count)s was rejected.",
            "Tracked changes: %(count)s were rejected.",
            insertions + deletions,
        )
    if insertions and accepted:
        yield ngettext(
            "Tracked changes: %(count)s insertion was accepted.",
            "Tracked changes: %(count)s insertions were accepted.",
            insertions,
        )
    if deletions and accepted:
        yield ngettext(
            "Tracked changes: %(count)s deletion was left out.",
            "Tracked changes: %(count)s deletions were left out.",
            deletions,
        )


def told_inner_tables(count: int) -> Message:
    """Rows of a table inside a cell have become lines of that cell."""
    return ngettext(
        "%(count)s table has further tables inside its cells: their rows are lines of those cells, without columns. "
        "Check them.",
        "%(count)s tables have further tables inside their cells: their rows are lines of those cells, without columns. "
        "Check them.",
        count,
    )


TOLD: dict[str, Callable[[int], Message]] = {
    "comments": lambda count: ngettext(
        "%(count)s part of the page was left out: comments, headers or footers of Word.",
        "%(count)s parts of the page were left out: comments, headers or footers of Word.",
        count,
    ),
    "hidden": lambda count: ngettext(
        "%(count)s piece of hidden text, which Word does not show, was left out.",
        "%(count)s pieces of hidden text, which Word does not show, were left out.",
        count,
    ),
    "struck": told_struck,
    "inner tables": told_inner_tables,
    "boxes": lambda count: ngettext(
        "%(count)s text box or drawing was left out: add its words by hand.",
        "%(count)s text boxes or drawings were left out: add their words by hand.",
        count,
    ),
}
