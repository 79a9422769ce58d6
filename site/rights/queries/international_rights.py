"""The rights that the words of recommendations suggest whose file named none. Nobody but a person sets them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from consultations.models import Right
from rights.models import InternationalRecommendation
from rights.queries.suggested_rights import suggested_rights

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# A word that begins in lower case: no name in a text of another language
_AZERBAIJANI = re.compile(r"\b[a-zıöüçşğ]*[əğış]")
_ASIDE = re.compile(r"\([^)]*\)|“[^”]*”|«[^»]*»")


@dataclass(frozen=True, slots=True)
class SuggestedRight:
    """A right with the words of the recommendation that suggest it."""

    right: Right
    words: tuple[str, ...]

    @property
    def why(self) -> str:
        """The words in quotes."""
        return ", ".join(f"“{word}”" for word in self.words)


def language_of(text: str) -> str:
    """The language of a recommendation, which its file does not tell: by its words outside brackets and quotes."""
    words = _ASIDE.sub(" ", text)
    if 2 * len(_CYRILLIC.findall(words)) > sum(map(str.isalpha, words)):
        return "ru"
    return "az" if _AZERBAIJANI.search(words) else "en"


def suggested_for(rows: Iterable[InternationalRecommendation]) -> dict[UUID, list[SuggestedRight]]:
    """By row that names no right: what its words suggest. One query, if the rights of the rows were prefetched."""
    found = {
        row.pk: suggested_rights(row.text, language_of(row.text)) for row in rows if not row.rights.all()
    }
    codes = {one.right for told in found.values() for one in told}
    rights = {right.code: right for right in Right.objects.filter(code__in=codes)} if codes else {}
    return {
        pk: [SuggestedRight(rights[one.right], one.words) for one in told if one.right in rights]
        for pk, told in found.items()
    }


def keys_suggesting(rows: QuerySet[InternationalRecommendation], code: str) -> list[Any]:
    """The keys of the rows that name no right and whose words suggest this one. One query."""
    bare = rows.order_by().filter(rights=None).values_list("pk", "text")
    return [
        pk for pk, text in bare if any(one.right == code for one in suggested_rights(text, language_of(text)))
    ]
