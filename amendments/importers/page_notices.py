"""What of a web page was left out, each kind with its sentence."""

from collections.abc import Callable

from amendments.provisions.messages import Message, counted as ngettext

TOLD: dict[str, Callable[[int], Message]] = {
    "insertions": lambda count: ngettext(
        "Tracked changes: %(count)s insertion was accepted.",
        "Tracked changes: %(count)s insertions were accepted.",
        count,
    ),
    "deletions": lambda count: ngettext(
        "Tracked changes: %(count)s deletion was left out.",
        "Tracked changes: %(count)s deletions were left out.",
        count,
    ),
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
    "boxes": lambda count: ngettext(
        "%(count)s text box or drawing was left out: add its words by hand.",
        "%(count)s text boxes or drawings were left out: add their words by hand.",
        count,
    ),
}
