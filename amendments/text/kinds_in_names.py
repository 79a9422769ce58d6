"""The names of provisions for the screen: the words of the code for their kinds in the language of the reader."""

import re

from django.utils.translation import gettext as _

from amendments.instructions.designations import shown_name
from amendments.models.provision import KIND_LABELS
from amendments.provisions.tree import Kind

_KINDS = {kind.value: kind for kind in Kind}
_WORDS = re.compile(rf"\b(?:{'|'.join(_KINDS)})\b(?![-\d])")


def name_on_screen(name: str) -> str:
    """The name of a provision for a reader, "əlavə 1 sətir 2"; "" for the whole act and for an eId."""
    return _WORDS.sub(lambda match: _word(_KINDS[match[0]]), shown_name(name))


def _word(kind: Kind) -> str:
    return _("row") if kind is Kind.ROW else str(KIND_LABELS[kind])
