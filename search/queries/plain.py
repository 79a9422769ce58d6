"""Results as plain values for the API and the command line."""

from typing import Any

from search.queries.cards import Card
from search.queries.facets import Choice, facets_of, kinds_of
from search.queries.results import Results
from search.queries.told import notes, reading
from search.query.highlight import Passage


def plain(results: Results) -> dict[str, Any]:
    """Everything that the page of results says; JSON can carry it."""
    asked, answer = results.request, results.answer
    return {
        "query": asked.text,
        "total": results.total,
        "is_exact": not results.is_about,
        "is_loose": results.is_loose,
        "page": asked.page,
        "pages": results.pages,
        "notes": notes(results.plan, asked.ignored),
        "read_as": reading(results.plan) or None,
        "suggestion": results.suggestion or None,
        "in_force_on": results.on.isoformat() if results.on else None,
        "hits": [_hit(card, is_loose=card in results.looser) for card in results.cards],
        "facets": {
            "kind": [
                _choice(choice, is_exact=answer.is_exact) for choice in kinds_of(answer, asked, results.kinds)
            ],
            **{
                facet.name: [_choice(choice, is_exact=answer.is_exact) for choice in facet.choices]
                for facet in facets_of(answer, asked)
            },
        },
    }


def _hit(card: Card, *, is_loose: bool) -> dict[str, Any]:
    content = card.content
    return {
        "kind": card.hit.source,
        "id": card.hit.id,
        "url": content.url,
        "title": card.title,
        "language": card.language,
        "is_translation": card.is_translation,
        "heading": _pieces(card.heading),
        "excerpt": _pieces(card.body),
        "act": content.instrument or None,
        "context": content.context or None,
        "status": content.status or None,
        "institution": content.institution or None,
        "date": content.date.isoformat() if content.date else None,
        "is_public": not card.is_confidential,
        "is_loose": is_loose,
    }


def _pieces(passage: Passage) -> list[dict[str, Any]]:
    return [{"text": piece.text, "is_marked": piece.is_marked} for piece in passage.pieces]


def _choice(choice: Choice, *, is_exact: bool) -> dict[str, Any]:
    return {
        "value": choice.value,
        "label": str(choice.label),
        "count": choice.number,
        "is_exact": is_exact and not choice.is_about,
        "is_chosen": choice.is_chosen,
    }
