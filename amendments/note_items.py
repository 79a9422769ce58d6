"""What an explanatory note holds: the items that the law of a country asks for, as plugins bring them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class NoteItem:
    """One item: `slug` is stored with what is written, `source` names the provision that asks for it.

    `is_paper` is a document that goes with the bill; what is written then says which one it is and where it lies.
    """

    slug: str
    label: Any  # from gettext_lazy
    hint: Any = ""
    source: str = ""
    is_paper: bool = False


@dataclass(frozen=True, slots=True)
class NoteItems:
    """`register_explanatory_notes`: the items of a country in their order; those of "" are for acts of any other."""

    slug: str
    country: str  # two letters in lower case, "" for any
    items: tuple[NoteItem, ...]


GENERAL = NoteItems(
    "general",
    "",
    (
        NoteItem("aims", _("Aims, and what the changed provisions regulate")),
        NoteItem(
            "analysis",
            _("Analysis of the law and of its application"),
            _("Also the law of other countries, publications, and what people and institutions wrote."),
        ),
        NoteItem("effects", _("Expected effects")),
        NoteItem("costs", _("Financial and economic justification")),
        NoteItem("follow-up", _("Other acts that must be repealed, changed or prepared")),
        NoteItem("cover", _("Cover letter"), is_paper=True),
        NoteItem("agreement", _("Papers on the agreement of other bodies"), is_paper=True),
        NoteItem("opinions", _("Opinions of experts"), is_paper=True),
        NoteItem("authors", _("List of those who prepared the draft"), is_paper=True),
        NoteItem("papers", _("Other documents"), is_paper=True),
    ),
)
