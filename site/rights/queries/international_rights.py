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

# The letters of a language, and their least share in a text: a file does not tell the language
_OF_LANGUAGE = (("ru", re.compile("[а-яё]"), 0.5), ("az", re.compile("ə"), 0.05))


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
    """The language of a recommendation, by its letters. A name in another language does not change it."""
    least = {language: share * sum(map(str.isalpha, text)) for language, _letters, share in _OF_LANGUAGE}
    found = (one for one, letters, _share in _OF_LANGUAGE if len(letters.findall(text.lower())) > least[one])
    return next(found, "en")


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
